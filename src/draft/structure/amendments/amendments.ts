import { beginsQuoted, type MarkedBlock } from '../headings.ts';
import numbering from '../numbering.json' with { type: 'json' };
import type { BaseUnit } from '../numbers/base-unit.ts';
import { fold } from '../numbers/markers.ts';
import { ownNumber, unquotedEnd } from './unquoted.ts';

/** Paragraphs. Longer than any law that an amending act inserts; limits the work if a closing mark is missing. */
const longestRange = 2000;

/** The closing marks of each opening mark. German closes with the mark that opens a quotation in English. */
const closing: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '„': '“”', '«': '»', '»': '«', '"': '"', '`': "'’" };

const introduction = new RegExp(numbering.amending.introduces, 'u');

/**
 * Finds the words that amending provisions put into other laws, as ranges of blocks from an index to the one after the last.
 * Quoted words end with their closing quotation mark.
 * @param base the units of the bill itself; without them, only quoted words are found
 */
export function insertedRanges(blocks: readonly MarkedBlock[], base?: BaseUnit): Map<number, number> {
  const ranges = new Map<number, number>();
  /** The number of the bill's own last unit. */
  let own = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as MarkedBlock;
    const previous = blocks[index - 1];
    const end = isIntroduced(block, previous) ? quotedEnd(blocks, index) : base && unquotedEnd(blocks, index, base, own);
    if (end !== undefined) {
      ranges.set(index, end);
      index = end - 1;
    } else if (base) own = ownNumber(block, base) ?? own;
  }
  return ranges;
}

/** The blocks without those that amending provisions quote. */
export function withoutInserted(blocks: readonly MarkedBlock[]): readonly MarkedBlock[] {
  return outside(blocks, insertedRanges(blocks));
}

/** The blocks that are in none of the ranges. */
export function outside(blocks: readonly MarkedBlock[], ranges: ReadonlyMap<number, number>): readonly MarkedBlock[] {
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
  const end = new RegExp(`[${close}]\\s?[.;,)"]*(?:\\s?\\(NR\\))?(?:\\s(?:and|or|und|oder|et|y|e|ou))?$`, 'u');
  if (!end.test(text.trim())) return false;
  const rest = text.startsWith(open) ? text.slice(1) : text;
  const letters = [...rest];
  const closes = letters.filter((letter, index) => close.includes(letter) && !isApostrophe(rest, index)).length;
  if (close.includes(open)) return closes % 2 === 1;
  return closes > letters.filter((letter) => letter === open).length;
}
