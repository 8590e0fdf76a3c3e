import type { Block } from '../block.ts';
import { isOpening, looksLikeHeading, type MarkedBlock, tidyTitle } from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import { fold } from './numbers/markers.ts';
import { bareNumber } from './numbers/numbered.ts';
import type { Entry } from './outline-builder.ts';
import type { Place } from './provision.ts';
import { isSentence } from './titles.ts';

/** What stands around a bill and is not part of it: an explanatory memorandum or a financial statement. */
export interface Around {
  readonly label: string;
  readonly heading: string;
  readonly place: Place;
  readonly entries: readonly Entry[];
}

/** Characters. A longer line is not the heading of a memorandum. */
const longestHeading = 120;
/** Fewer numbers without a word are an ordinary list; below an opening formula they are the units of a short law. */
const fewestNumbers = 3;
const fewestOpened = 2;
/** Letters. A shorter line that is repeated is not the title of a law. */
const shortestTitle = 12;

/**
 * Separates the memoranda and statements around a law from its text. One before the law ends where the law begins: at its repeated
 * title, its opening formula or its first unit. One after the law goes on to the next annex or to the end. If no law follows or
 * precedes it, all of it is kept as the text.
 */
export function separateAround(blocks: readonly MarkedBlock[]): {
  readonly law: readonly MarkedBlock[];
  readonly around: readonly Around[];
} {
  const starts = blocks.flatMap((block, index) => (labelOf(block) === undefined ? [] : [index]));
  if (starts.length === 0) return { law: blocks, around: [] };
  const around: Around[] = [];
  const outside = new Set<MarkedBlock>();
  for (const start of starts) {
    const heading = blocks[start] as MarkedBlock;
    if (outside.has(heading) && around.at(-1)?.label === labelOf(heading)) continue;
    const hasLawBefore = hasUnits(blocks.slice(0, start).filter((block) => !outside.has(block)));
    const end = hasLawBefore && !isOpenedAfter(blocks, start) ? endAfterLaw(blocks, start) : endBeforeLaw(blocks, start);
    if (end === undefined) continue;
    const own = blocks.slice(start + 1, end);
    around.push({ label: labelOf(heading) ?? '', heading: tidyTitle(heading.text), place: heading.place, entries: own });
    for (const block of [heading, ...own]) outside.add(block);
  }
  return { law: blocks.filter((block) => !outside.has(block)), around };
}

/** The label of the memorandum or statement that a line is the heading of. */
function labelOf({ text, heading }: Block): string | undefined {
  if (text.length > longestHeading + 20) return undefined;
  const line = fold(text).replace(/\s+/g, ' ').replace(/[.:]$/, '').trim();
  if (line.length > longestHeading || isSentence(text)) return undefined;
  const isHeading = heading === true || text === text.toUpperCase();
  return numbering.around.find(({ words }) =>
    words.some(
      (word) => line === word || (isHeading && word.includes(' ') && line.startsWith(`${word} `)) || line.endsWith(`. ${word}`),
    ),
  )?.label;
}

/** Whether an opening formula with units below it follows: numbers above the memorandum are a table of contents, or another law. */
function isOpenedAfter(blocks: readonly MarkedBlock[], start: number): boolean {
  const found = blocks.findIndex((block, index) => index > start && isOpening(block));
  return found !== -1 && hasUnits(blocks.slice(found + 1), fewestOpened);
}

/** Where the law begins after a memorandum; undefined if it does not. */
function endBeforeLaw(blocks: readonly MarkedBlock[], start: number): number | undefined {
  const titles = new Set(
    blocks
      .slice(0, start)
      .map(({ text }) => lettersOf(text))
      .filter((letters) => letters.length >= shortestTitle),
  );
  const isBeginning = (block: MarkedBlock): boolean => titles.has(lettersOf(block.text)) || isOpening(block);
  const found = blocks.findIndex((block, index) => index > start && isBeginning(block));
  const after = found === -1 ? start : found;
  const fewest = found !== -1 && isOpening(blocks[found] as Block) ? fewestOpened : fewestNumbers;
  if (found !== -1 && hasUnits(blocks.slice(after + 1), fewest)) return withTitle(blocks, found, start);
  const first = blocks.findIndex((block, index) => index > start && isUnitHeading(block));
  return first === -1 ? undefined : withTitle(blocks, first, start);
}

/** Takes the title of the law and the headings of groups above its first words. */
function withTitle(blocks: readonly MarkedBlock[], index: number, start: number): number {
  let first = index;
  while (first > start + 1 && first > index - 4 && isTitleLine(blocks[first - 1] as MarkedBlock)) first -= 1;
  return first;
}

function isTitleLine({ text, markers }: MarkedBlock): boolean {
  return text.length <= longestHeading && !/[.;:,]$/.test(text) && (text === text.toUpperCase() || markers.length > 0);
}

function endAfterLaw(blocks: readonly MarkedBlock[], start: number): number {
  const end = blocks.findIndex(
    (block, index) =>
      index > start &&
      block.markers.some((marker) => marker.type === 'annex' && looksLikeHeading(block, marker) && isTitleLine(block)),
  );
  return end === -1 ? blocks.length : end;
}

/** Whether there are units: headings, or numbers such as `1.` that begin paragraphs. */
function hasUnits(blocks: readonly MarkedBlock[], fewest = fewestNumbers): boolean {
  return blocks.some(isUnitHeading) || blocks.filter(({ text }) => bareNumber(text) !== undefined).length >= fewest;
}

function isUnitHeading(block: MarkedBlock): boolean {
  return block.markers.some((marker) => marker.type === 'unit' && looksLikeHeading(block, marker));
}

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}
