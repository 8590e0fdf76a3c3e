import { beginsQuoted, looksLikeHeading, type MarkedBlock } from './headings.ts';
import { fold } from './markers.ts';
import { codeSection } from './numbered.ts';
import numbering from './numbering.json' with { type: 'json' };

/** Paragraphs. Longer than any law that an amending act inserts; limits the work if a closing mark is missing. */
const longestRange = 2000;

/** The closing marks of each opening mark. German closes with the mark that opens a quotation in English. */
const closing: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '„': '“”', '«': '»', '»': '«', '"': '"', '`': "'’" };

const introduction = new RegExp(numbering.amending.introduces, 'u');
const unquotedIntroduction = new RegExp(numbering.amending.unquoted, 'u');

/**
 * Finds the words that amending provisions put into other laws, as ranges of blocks from an index to the one after the last.
 * Quoted words end with their closing quotation mark. Words without quotation marks, as in bills of US states, follow `to read:`
 * and end before the next unit of the bill itself.
 * @param kind the kind of unit that the bill itself has
 */
export function insertedRanges(blocks: readonly MarkedBlock[], kind: string): Map<number, number> {
  const ranges = new Map<number, number>();
  /** The number of the bill's own last unit. */
  let own = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as MarkedBlock;
    const previous = blocks[index - 1];
    const end = isIntroduced(block, previous) ? quotedEnd(blocks, index) : unquotedEnd(blocks, index, kind, own);
    if (end !== undefined) {
      ranges.set(index, end);
      index = end - 1;
    } else own = ownNumber(block, kind) ?? own;
  }
  return ranges;
}

/** The blocks without those that amending provisions put into other laws; with an empty `kind`, without the quoted ones. */
export function withoutInserted(blocks: readonly MarkedBlock[], kind: string): readonly MarkedBlock[] {
  const ranges = insertedRanges(blocks, kind);
  if (ranges.size === 0) return blocks;
  const inserted = new Set([...ranges].flatMap(([start, end]) => blocks.slice(start, end)));
  return blocks.filter((block) => !inserted.has(block));
}

function isIntroduced({ text }: MarkedBlock, previous: MarkedBlock | undefined): boolean {
  if (!previous || !beginsQuoted(text)) return false;
  return /[:—–-]$/.test(previous.text.trim()) || announces(previous);
}

/** Whether the last words of a paragraph are those before an amendment: `the following paragraph is inserted:`. */
function announces(block: MarkedBlock | undefined): boolean {
  return block !== undefined && introduction.test(fold(block.text.slice(-300)));
}

/** The index after the block that closes the quotation; undefined if the quotation marks only set a term apart. */
function quotedEnd(blocks: readonly MarkedBlock[], start: number): number | undefined {
  const first = blocks[start]?.text ?? '';
  const open = first[0] ?? '';
  const close = closing[open] ?? '';
  if (setsTermApart(first.slice(1), open, close)) return undefined;
  const limit = Math.min(blocks.length, start + longestRange);
  for (let index = start; index < limit; index++) {
    const { text } = blocks[index] as MarkedBlock;
    // The next amendment begins, so that the closing mark is missing.
    if (index > start && text.startsWith(open) && announces(blocks[index - 1])) break;
    if (closesAtEnd(text, open, close)) return index + 1;
  }
  // The closing mark is missing: only the paragraphs that begin with a mark are quoted.
  let end = start + 1;
  while (end < limit && blocks[end]?.text.startsWith(open)) end += 1;
  return end;
}

/** Whether the first quotation mark in the rest of a paragraph closes it before its end: `“provider” means a person`. */
function setsTermApart(rest: string, open: string, close: string): boolean {
  const next = [...rest].findIndex((letter, index) => (close.includes(letter) && !isApostrophe(rest, index)) || letter === open);
  return (
    next !== -1 &&
    close.includes(rest[next] ?? '') &&
    /[\p{L}\p{N}]{2}/u.test(rest.slice(next + 1).replace(/\b(?:and|or)\b\s*$/, ''))
  );
}

function isApostrophe(text: string, index: number): boolean {
  return /['’]/.test(text[index] ?? '') && /[\p{L}\p{N}]/u.test(text[index + 1] ?? '');
}

/** Whether a paragraph ends with a closing mark that closes no mark within it. */
function closesAtEnd(text: string, open: string, close: string): boolean {
  const end = new RegExp(`[${close}]\\s?[.;,)"]*(?:\\s(?:and|or|und|oder|et|y|e|ou))?$`, 'u');
  if (!end.test(text.trim())) return false;
  const rest = text.startsWith(open) ? text.slice(1) : text;
  const letters = [...rest];
  const closes = letters.filter((letter, index) => close.includes(letter) && !isApostrophe(rest, index)).length;
  if (close.includes(open)) return closes % 2 === 1;
  return closes > letters.filter((letter) => letter === open).length;
}

/** The index before the next unit of the bill itself, if the block before introduces words without quotation marks. */
function unquotedEnd(blocks: readonly MarkedBlock[], start: number, kind: string, own: number): number | undefined {
  const [first, previous] = [blocks[start], blocks[start - 1]];
  if (own === 0 || !first || !previous || !unquotedIntroduction.test(fold(previous.text.slice(-300)))) return undefined;
  if (ownNumber(first, kind) === own + 1) return undefined;
  const isCode = first.markers.length > 0 || codeSection(first.text) !== undefined;
  if (!isCode) return undefined;
  const next = blocks.findIndex((block, index) => index > start && ownNumber(block, kind) === own + 1);
  if (next !== -1) return next;
  const annex = blocks.findIndex((block, index) => index > start && block.markers.some(({ type }) => type === 'annex'));
  return annex === -1 ? blocks.length : annex;
}

/** The number of a heading of the bill itself; undefined for another block, and for numbers that are not whole. */
function ownNumber(block: MarkedBlock, kind: string): number | undefined {
  const marker = block.markers.find((each) => each.type === 'unit' && each.kind === kind && looksLikeHeading(block, each));
  return marker && /^\d{1,3}$/.test(marker.number) ? Number(marker.number) : undefined;
}
