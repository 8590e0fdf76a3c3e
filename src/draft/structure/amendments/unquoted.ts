import { looksLikeHeading, type MarkedBlock } from '../headings.ts';
import numbering from '../numbering.json' with { type: 'json' };
import type { BaseUnit } from '../numbers/base-unit.ts';
import { fold } from '../numbers/markers.ts';
import { bareKind, bareNumber, codeSection } from '../numbers/numbered.ts';
import { type PointMarker, pointMarker } from '../numbers/point-markers.ts';
import { isTitleBefore } from '../titles.ts';

/** Paragraphs. A longer insertion without quotation marks is taken for the text of the law itself. */
const longestRange = 400;

/** Paragraphs. How far back the numbers of the amending provision are looked for. */
const longestList = 30;

const toRead = new RegExp(numbering.amending.unquoted, 'u');
const insert = new RegExp(numbering.amending.insert, 'u');
const amends = new RegExp(numbering.amending.amends, 'u');

/**
 * The end of words that an amending provision puts into another law without quotation marks: in bills of US states after
 * `to read:`, up to the next unit of the bill; in consolidated British acts after `insert—`, up to the next amendment.
 * @param start the index of the block after the announcement
 * @param own the number of the bill's last unit before it
 * @returns the index after the last block; undefined if the block before announces nothing
 */
export function unquotedEnd(blocks: readonly MarkedBlock[], start: number, base: BaseUnit, own: number): number | undefined {
  const [first, previous] = [blocks[start], blocks[start - 1]];
  if (own === 0 || !first || !previous || ownNumber(first, base) !== undefined) return undefined;
  const announcement = fold(previous.text.slice(-300)).trim();
  if (toRead.test(announcement) && (first.markers.length > 0 || codeSection(first.text) || isNamed(first, announcement)))
    return endOfCode(blocks, start, base, own);
  if (!insert.test(announcement)) return undefined;
  const isStart =
    isInsertedStart(blocks, start) ||
    isNamed(first, announcement) ||
    isAfterNamed(first, announcement) ||
    fitsNoList(blocks, start, base);
  return isStart ? endOfInsertion(blocks, start, base) : undefined;
}

/** The number that a paragraph begins with: 12 for `12. Holidays are ...` and `(12) Holidays ...`. */
function leadingNumber(text: string): string | undefined {
  return /^\(?(\d{1,4}[a-z]*)(?=[\s.)])/i.exec(text)?.[1]?.toLowerCase();
}

/** Whether a paragraph has the number that the announcement replaces: `(1)` after `for sub-paragraph (1) substitute`. */
function isNamed({ text }: MarkedBlock, announcement: string): boolean {
  const number = leadingNumber(text);
  const named =
    /(?:^|\s)(?:sub-?)?(?:sections?|paragraphs?|articles?|clauses?|rules?|regulations?)\s\(?(\d{1,4}[a-z]*)(?=[\s),])/g;
  return number !== undefined && [...announcement.matchAll(named)].some((match) => match[1] === number);
}

/** Whether a paragraph follows the one that the announcement names, `(6)` after `after sub-paragraph (5) insert` or `after section 23(5), insert`, and amends nothing. */
function isAfterNamed({ text }: MarkedBlock, announcement: string): boolean {
  const named =
    /\bafter (?:(?:sub-?)?(?:section|paragraph)s? |(?:section|article|clause|regulation|rule) \d+[a-z]*)\((\d+)\)(?![^,]*\()/.exec(
      announcement,
    )?.[1];
  return named !== undefined && leadingNumber(text) === String(Number(named) + 1) && !amends.test(fold(text.trim()));
}

/** Whether a number in brackets neither begins a list nor goes on with one of the amending provision's own. */
function fitsNoList(blocks: readonly MarkedBlock[], start: number, base: BaseUnit): boolean {
  const marker = pointMarker((blocks[start] as MarkedBlock).text);
  const readings = marker?.written.startsWith('(') ? marker.readings.filter(({ style }) => style === 'decimal()') : [];
  const own = openLists(blocks, start, base).flatMap((each) => each.readings);
  return readings.some(
    ({ style, ordinal }) => ordinal > 1 && !own.some((last) => last.style === style && last.ordinal + 1 === ordinal),
  );
}

/** The number of a heading of the bill itself; undefined for another block, and for numbers that are not whole. */
export function ownNumber(block: MarkedBlock, { kind, numbered }: BaseUnit): number | undefined {
  const marker =
    kind === bareKind
      ? numbered.get(block)
      : block.markers.find((each) => each.type === 'unit' && each.kind === kind && looksLikeHeading(block, each));
  return marker && /^\d{1,3}$/.test(marker.number) ? Number(marker.number) : undefined;
}

/** The index of the next unit of the bill, else of its first annex. */
function endOfCode(blocks: readonly MarkedBlock[], start: number, base: BaseUnit, own: number): number {
  const next = blocks.findIndex((block, index) => index > start && ownNumber(block, base) === own + 1);
  if (next !== -1) return next;
  const annex = blocks.findIndex((block, index) => index > start && block.markers.some(({ type }) => type === 'annex'));
  return annex === -1 ? blocks.length : annex;
}

/** Whether one of the next paragraphs has a number that only an inserted provision has: `27ZA`, `(2A)`, `(za)`. */
function isInsertedStart(blocks: readonly MarkedBlock[], start: number): boolean {
  return blocks
    .slice(start, start + 3)
    .some(({ text }) => /^(?:\(?\d+[A-Z]{1,3}\)?(?:[\s.]|$)|\((?![ivx]+\))[a-z]z?[a-z]\)\s)/.test(text));
}

/** Ends before the next unit, and before the next paragraph that goes on with the bill's own list and amends something. */
function endOfInsertion(blocks: readonly MarkedBlock[], start: number, base: BaseUnit): number | undefined {
  const open = openLists(blocks, start, base);
  const item = itemBefore(blocks, start);
  for (let index = start; index < Math.min(blocks.length, start + longestRange); index++) {
    const block = blocks[index] as MarkedBlock;
    // The full stop of the amending sentence stands alone where the quotation marks were left out.
    if (/^[.;,]$/.test(block.text.trim())) return index + 1;
    if (index > start && goesOn(blocks, start, index, open)) return index;
    if (index > start && isItem(block, item + 1)) return beforeTitles(blocks, index, start);
    const isUnit =
      ownNumber(block, base) !== undefined ||
      block.markers.some((marker) => marker.type !== 'unit' && looksLikeHeading(block, marker));
    const isAfterText = index > start + 1 || (index > start && leadingNumber((blocks[start] as MarkedBlock).text) !== undefined);
    if (isUnit && isAfterText) return beforeTitles(blocks, index, start);
  }
  return undefined;
}

/** The number of the item of an Australian schedule that the insertion belongs to: 1 in `1  After section 12` / `Insert:`. */
function itemBefore(blocks: readonly MarkedBlock[], start: number): number {
  const above = blocks.slice(Math.max(0, start - 3), start).findLast(({ text }) => bareNumber(text) !== undefined);
  return Number.parseInt(bareNumber(above?.text ?? '')?.number ?? '', 10);
}

/** What the item of an Australian schedule changes: `After section 12`, `Subsection 63(2)`. */
const place =
  /^(?:the )?(?:after|before|in|at the end|at the beginning|paragraphs?|(?:sub)?(?:sections?|clauses?|regulations?|items?)|parts?|divisions?|schedules?|heading|title)\b/i;

/** Whether a paragraph is the item with this number, or one that was inserted before it: `5A  After section 65`. */
function isItem({ text }: MarkedBlock, number: number): boolean {
  const item = bareNumber(text);
  if (item?.number === String(number)) return true;
  return (
    /^\d+[A-Z]/.test(item?.number ?? '') &&
    [number, number - 1].includes(Number.parseInt(item?.number ?? '', 10)) &&
    place.test(item?.rest ?? '')
  );
}

/** The numbers of the amending provision, the innermost first: `(a)` and `(2)`. */
function openLists(blocks: readonly MarkedBlock[], start: number, base: BaseUnit): PointMarker[] {
  const found: PointMarker[] = [];
  for (let index = start - 1; index >= Math.max(0, start - longestList) && found.length < 3; index--) {
    const block = blocks[index] as MarkedBlock;
    const marker = pointMarker(block.text);
    const isNew =
      marker && !found.some((inner) => inner.readings.some(({ style }) => marker.readings.some((own) => own.style === style)));
    // "(3A)" is the number of what an earlier amendment inserts.
    if (isNew && /^\((?!\d+[A-Z])/.test(marker.written)) found.push(marker);
    if (ownNumber(block, base) !== undefined || /^\d+$/.test(bareNumber(block.text)?.number ?? '')) break;
  }
  return found;
}

/** Whether a paragraph goes on with a list of the amending provision: it amends something, or its number fits no inserted list. */
function goesOn(blocks: readonly MarkedBlock[], start: number, index: number, open: readonly PointMarker[]): boolean {
  const { text } = blocks[index] as MarkedBlock;
  const marker = pointMarker(text);
  const isNext = marker && open.some((last) => follows(marker, last));
  if (!isNext) return false;
  return amends.test(fold(text.trim())) || (/^\(\d/.test(marker.written) && !goesOnInserted(blocks.slice(start, index), marker));
}

function follows(marker: PointMarker, last: PointMarker): boolean {
  return last.readings.some((before) =>
    marker.readings.some(
      ({ style, ordinal, suffix }) => style === before.style && suffix === '' && ordinal === before.ordinal + 1,
    ),
  );
}

/** Whether a number follows that of the paragraph before it in the provision that is inserted last. */
function goesOnInserted(inserted: readonly MarkedBlock[], marker: PointMarker): boolean {
  for (const { text } of inserted.toReversed()) {
    const head = bareNumber(text) ?? (/^\d+[A-Z]+\s/.test(text) ? { rest: text.replace(/^\S+\s+/, '') } : undefined);
    const point = pointMarker(head?.rest ?? text);
    if (point && /^\(\d/.test(point.written)) return follows(marker, point) || point.readings[0]?.suffix !== '';
    if (head) return false;
  }
  return false;
}

/** Leaves the titles above the next unit out of the range. */
function beforeTitles(blocks: readonly MarkedBlock[], index: number, start: number): number {
  let end = index;
  const isTitle = ({ text }: MarkedBlock): boolean => isTitleBefore(text) && !/^The\s.*\.$/u.test(text);
  while (end > start + 1 && end > index - 3 && isTitle(blocks[end - 1] as MarkedBlock)) end -= 1;
  return end;
}
