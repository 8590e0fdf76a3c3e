import { type Entry, entriesIn, isContentsWord, lettersOf, longestEntry, type Markers, widestGap } from './contents-entries.ts';
import { looksLikeHeading, type MarkedBlock } from './headings.ts';
import type { StructureMarker } from './numbers/markers.ts';
import { bareNumber } from './numbers/numbered.ts';
import { isSentence } from './titles.ts';

/**
 * Separates the table of contents from the text. An entry is a short title, never a sentence, that has a page number or is
 * repeated as the title of a provision; an entry has at least one neighbour. Numbers that come twice with other words are two
 * texts, not a table of contents.
 */
export function separateContents(blocks: readonly MarkedBlock[]): {
  readonly text: readonly MarkedBlock[];
  readonly contents: readonly MarkedBlock[];
} {
  const markers = headingMarkers(blocks);
  const listed = new Set<MarkedBlock>();
  for (const region of regionsOf(entriesIn(blocks, markers), blocks, markers)) {
    const start = startWithHeadings(region.start, blocks, markers);
    const end = startOfText(region.end, endWithHeadings(region.end, blocks, markers), blocks, markers);
    for (const block of blocks.slice(start, end)) listed.add(block);
  }
  for (const block of listedAnnexes(blocks, markers)) listed.add(block);
  if (listed.size === 0) return { text: blocks, contents: [] };
  return { text: blocks.filter((block) => !listed.has(block)), contents: blocks.filter((block) => listed.has(block)) };
}

interface Region {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

/** The parts of the text that are tables of contents, with the short lines between their entries. */
function regionsOf(entries: readonly Entry[], blocks: readonly MarkedBlock[], markers: Markers): Region[] {
  const regions: Region[] = [];
  for (const entry of entries) {
    const open = regions.at(-1);
    const isNear = open !== undefined && entry.start - open.end <= widestGap;
    const isBetween = (block: MarkedBlock, at: number): boolean =>
      isShortLine(block) && !isOtherUnit(markers[(open?.end ?? 0) + at], entry);
    if (isNear && blocks.slice(open.end, entry.start).every(isBetween))
      regions[regions.length - 1] = { start: open.start, end: entry.end, entries: [...open.entries, entry] };
    else regions.push({ start: entry.start, end: entry.end, entries: [entry] });
  }
  return regions.filter(isContents);
}

/** Whether a heading between two entries is that of a provision of another kind, which is not in a table of contents. */
function isOtherUnit(marker: StructureMarker | undefined, { kind }: Entry): boolean {
  return marker?.type === 'unit' && marker.kind !== kind;
}

/**
 * Whether a region is a table of contents: it has at least two entries. Numbers at the ends of lines may also be the amounts in a list
 * of fees. So they must not decrease, and a title must be repeated in the text or the word "Contents" must stand above.
 */
function isContents({ entries }: Region): boolean {
  if (entries.length < 2) return false;
  if (entries.every(({ comesAgain }) => comesAgain)) return true;
  const pages = entries.flatMap(({ page }) => page ?? []);
  const isAscending = pages.every((page, index) => page >= (pages[index - 1] ?? 0));
  return isAscending && entries.some(({ comesAgain, isBelowContentsWord }) => comesAgain || isBelowContentsWord);
}

function isShortLine({ text }: MarkedBlock): boolean {
  return text.length <= longestEntry && !isSentence(text);
}

/** Takes the headings of groups above the first entry, and the word "Contents". */
function startWithHeadings(start: number, blocks: readonly MarkedBlock[], markers: Markers): number {
  let first = start;
  for (let index = start - 1; index >= Math.max(0, start - widestGap); index--) {
    const block = blocks[index] as MarkedBlock;
    const isGroup = markers[index]?.type === 'group' && comesAgain(markers[index], index, markers);
    if (isGroup || isContentsWord(block.text)) first = index;
    else if (markers[index] || !isShortLine(block)) break;
  }
  return first;
}

/** Takes the groups and annexes below the last entry that come again later, each with its title. */
function endWithHeadings(end: number, blocks: readonly MarkedBlock[], markers: Markers): number {
  let last = end;
  for (let index = end; index < Math.min(blocks.length, end + 40); index++) {
    const marker = markers[index];
    const block = blocks[index] as MarkedBlock;
    if (marker && marker.type !== 'unit' && comesAgain(marker, index, markers) && block.text.length <= longestEntry) {
      last = index + 1;
    } else if (marker || index > last || !isShortLine(block)) break;
    // "SCHEDULES" stands above the schedules that a table of contents names.
    else if (isRepeatedLine(block, index, blocks) || comesAgain(markers[index + 1], index + 1, markers)) last = index + 1;
    else break;
  }
  return last;
}

/**
 * Where the text begins after a table of contents: at the groups that stand right above its first unit, one of each kind. These may
 * come again, because an annex or another law has a part of the same name.
 * @param entriesEnd where the last entry ends
 * @param last where the headings below it end
 */
function startOfText(entriesEnd: number, last: number, blocks: readonly MarkedBlock[], markers: Markers): number {
  const next = blocks[last];
  if (!next || (markers[last]?.type !== 'unit' && !bareNumber(next.text))) return last;
  let first = last;
  const kinds = new Set<string>();
  for (let index = last - 1; index >= entriesEnd; index--) {
    const marker = markers[index];
    if (marker?.type === 'annex') return comesOnlyLater(first, last, blocks, markers) ? last : first;
    if (marker && (marker.type !== 'group' || kinds.has(marker.kind))) return first;
    if (!marker) continue;
    kinds.add(marker.kind);
    first = index;
  }
  return first;
}

/** Whether a group comes again with its title, and not before the text: it is the last entry, and belongs to an annex. */
function comesOnlyLater(group: number, text: number, blocks: readonly MarkedBlock[], markers: Markers): boolean {
  const title = titleOf(group, blocks, markers);
  const others = [...markers.keys()].filter((index) => index !== group && titleOf(index, blocks, markers) === title);
  return title !== '' && others.length > 0 && others.every((index) => index >= text);
}

/** The name of a heading with its title, which may stand below it. */
function titleOf(index: number, blocks: readonly MarkedBlock[], markers: Markers): string {
  const marker = markers[index];
  if (!marker) return '';
  return `${nameOf(marker)} ${lettersOf(marker.rest || (markers[index + 1] ? '' : (blocks[index + 1]?.text ?? '')))}`;
}

function comesAgain(marker: StructureMarker | undefined, index: number, markers: Markers): boolean {
  return marker !== undefined && markers.slice(index + 1).some((other) => other && nameOf(other) === nameOf(marker));
}

function isRepeatedLine({ text }: MarkedBlock, index: number, blocks: readonly MarkedBlock[]): boolean {
  const letters = lettersOf(text);
  return blocks.slice(index + 1).some((other) => lettersOf(other.text) === letters);
}

/** Headings of annexes before the last unit, if the annex itself comes after it. */
function listedAnnexes(blocks: readonly MarkedBlock[], markers: Markers): MarkedBlock[] {
  const last = new Map<string, number>();
  for (const [index, marker] of markers.entries()) if (marker?.type === 'annex') last.set(nameOf(marker), index);
  const end = blocks.findLastIndex((block, index) => markers[index]?.type === 'unit' && !isSentence(block.text));
  return blocks.filter((block, index) => {
    const marker = markers[index];
    const isListed = marker?.type === 'annex' && index < end && (last.get(nameOf(marker)) ?? 0) > end;
    return isListed && block.text.length <= longestEntry && !isSentence(block.text);
  });
}

function nameOf({ word, number }: StructureMarker): string {
  return `${word} ${number}`;
}

/** The number that each block begins with, if it is a heading. "Section" names a group, unless sections are all that is numbered. */
function headingMarkers(blocks: readonly MarkedBlock[]): (StructureMarker | undefined)[] {
  const headings = blocks.map((block) => block.markers.filter((marker) => looksLikeHeading(block, marker)));
  const hasOtherUnits = headings.some((own) => own.length > 0 && own.every(({ type }) => type === 'unit'));
  return headings.map((own) => (hasOtherUnits ? own[0] : (own.find(({ type }) => type === 'unit') ?? own[0])));
}
