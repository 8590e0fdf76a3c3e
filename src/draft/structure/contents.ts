import { firstLine, looksLikeHeading, type MarkedBlock } from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import { fold, type StructureMarker } from './numbers/markers.ts';
import { bareKind, bareNumber, type Named } from './numbers/numbered.ts';
import { isSentence, saysWithoutEffect } from './titles.ts';

/** Characters. A longer paragraph is not an entry of a table of contents. */
const longestEntry = 200;
/** Letters of a title by which its repetition is looked up. */
const nameLength = 8;
/** How many headings with the same number and first letters are compared; limits the work on hostile input. */
const mostOthers = 200;
/** The most paragraphs, such as titles of chapters, between two entries. */
const widestGap = 6;
/** Dot leaders or a wide space, and the number of a page. */
const pageNumber = /(?:(?:\s?[.…_]){3,}\s*|\t\s*| {3,})(?:\d{1,4}|[ivxl]{1,6})?\s*$/u;

/** A heading that may be an entry. */
interface Candidate {
  /** Index of its block, and of the block after its last. */
  readonly start: number;
  readonly end: number;
  /** Kind and number: `article 5`. */
  readonly key: string;
  /** Its letters and digits, folded; empty if it has only a number. */
  readonly title: string;
  /** The same with the paragraph below. */
  readonly full: string;
  /** The paragraph above, which may be its title. */
  readonly above: string;
  readonly hasPage: boolean;
  /** Whether no word such as "Article" names its kind, as in many lists that are no table of contents. */
  readonly isBare: boolean;
  /** Whether a paragraph that is no heading follows it. */
  readonly textFollows: boolean;
  /** Whether it is too long for an entry, a sentence, or a note such as `(repealed)`. */
  readonly isText: boolean;
}

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
  const entries = entriesAmong(candidatesIn(blocks, markers));
  const listed = new Set<MarkedBlock>();
  for (const region of regionsOf(entries, blocks)) {
    const start = startWithHeadings(region.start, blocks, markers);
    const end = endWithHeadings(region.end, blocks, markers);
    for (const block of blocks.slice(start, end)) listed.add(block);
  }
  for (const block of listedAnnexes(blocks, markers)) listed.add(block);
  if (listed.size === 0) return { text: blocks, contents: [] };
  return { text: blocks.filter((block) => !listed.has(block)), contents: blocks.filter((block) => listed.has(block)) };
}

type Markers = readonly (StructureMarker | undefined)[];

function candidatesIn(blocks: readonly MarkedBlock[], markers: Markers): Candidate[] {
  return blocks.flatMap((block, index) => {
    const marker = markers[index];
    const name = marker ? { kind: marker.kind, number: marker.number, rest: marker.rest } : bareNumber(block.text);
    if (!name || (marker && marker.type !== 'unit')) return [];
    const isAlone = name.rest.trim() === '' && !block.text.includes('\n');
    const below = isAlone && markers[index + 1] === undefined ? blocks[index + 1] : undefined;
    const title =
      below && !bareNumber(below.text) && !isSentence(below.text) && below.text.length <= longestEntry ? below : undefined;
    const end = index + (title ? 2 : 1);
    const lines = block.text.slice(firstLine(block.text).length);
    return [candidate(block, { start: index, end, name, words: `${name.rest}${lines} ${title?.text ?? ''}` }, blocks, markers)];
  });
}

function candidate(
  block: MarkedBlock,
  { start, end, name, words }: { start: number; end: number; name: Named; words: string },
  blocks: readonly MarkedBlock[],
  markers: Markers,
): Candidate {
  const title = words.replace(pageNumber, '');
  const next = blocks[end];
  const textFollows = next !== undefined && markers[end] === undefined && bareNumber(next.text) === undefined;
  return {
    start,
    end,
    key: `${name.kind} ${name.number}`,
    title: lettersOf(title),
    above: lettersOf(blocks[start - 1]?.text.slice(0, longestEntry) ?? ''),
    full: lettersOf(`${title} ${textFollows ? next.text.slice(0, longestEntry) : ''}`),
    hasPage: pageNumber.test(words.trimEnd()) && !title.includes('\n'),
    isBare: name.kind === bareKind,
    textFollows,
    isText: block.text.length > longestEntry || /[;,:]\s*$/.test(title) || isSentence(title) || saysWithoutEffect(title),
  };
}

/** The candidates that are entries: with a page number, or repeated as the title of a provision. */
function entriesAmong(candidates: readonly Candidate[]): Candidate[] {
  const named = new Map<string, Candidate[]>();
  for (const each of candidates) {
    for (const name of new Set([each.key, nameOfCandidate(each.key, each.full), nameOfCandidate(each.key, each.above)])) {
      const same = named.get(name);
      if (same) same.push(each);
      else named.set(name, [each]);
    }
  }
  const entries: Candidate[] = [];
  let isAfterEntry = false;
  for (const each of candidates) {
    const isEntry: boolean =
      !each.isText &&
      (isRepeated(each, named.get(nameOfCandidate(each.key, each.title)) ?? [], isAfterEntry) ||
        (each.hasPage && !each.textFollows));
    if (isEntry) entries.push(each);
    isAfterEntry = isEntry;
  }
  return entries;
}

/** Kind, number and the first letters of the title, if it has as many. */
function nameOfCandidate(key: string, title: string): string {
  return title.length < nameLength ? key : `${key} ${title.slice(0, nameLength)}`;
}

/** Whether another heading has the same title, and is that of the provision itself. */
function isRepeated(entry: Candidate, others: readonly Candidate[], isAfterEntry: boolean): boolean {
  // Words that are no heading may follow the last entry: the title of the law.
  if (entry.textFollows && !isAfterEntry) return false;
  return others.slice(0, mostOthers).some((other) => {
    const isSame = other.full.startsWith(entry.title) || (entry.title !== '' && other.above === entry.title);
    if (other === entry || !isSame) return false;
    const isLater = other.start > entry.start;
    const isProvision = other.textFollows || other.isText || other.full.length > entry.title.length;
    return isProvision ? isLater || !entry.textFollows : isLater && !entry.isBare && !entry.textFollows;
  });
}

/** The parts of the text that hold at least two entries, with the short lines between them. */
function regionsOf(entries: readonly Candidate[], blocks: readonly MarkedBlock[]): { start: number; end: number }[] {
  const regions: { start: number; end: number; count: number }[] = [];
  for (const { start, end } of entries) {
    const open = regions.at(-1);
    const isNear = open !== undefined && start - open.end <= widestGap && blocks.slice(open.end, start).every(isShortLine);
    if (isNear) regions[regions.length - 1] = { start: open.start, end, count: open.count + 1 };
    else regions.push({ start, end, count: 1 });
  }
  return regions.filter(({ count }) => count > 1);
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

function comesAgain(marker: StructureMarker | undefined, index: number, markers: Markers): boolean {
  return marker !== undefined && markers.slice(index + 1).some((other) => other && nameOf(other) === nameOf(marker));
}

function isRepeatedLine({ text }: MarkedBlock, index: number, blocks: readonly MarkedBlock[]): boolean {
  const letters = lettersOf(text);
  return blocks.slice(index + 1).some((other) => lettersOf(other.text) === letters);
}

/** Whether a line is the heading of a table of contents. */
export function isContentsWord(text: string): boolean {
  return text.length <= 60 && numbering.contents.includes(fold(text.replace(/[.:]$/, '').trim()));
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

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The number that each block begins with, if it is a heading. "Section" names a group, unless sections are all that is numbered. */
function headingMarkers(blocks: readonly MarkedBlock[]): (StructureMarker | undefined)[] {
  const headings = blocks.map((block) => block.markers.filter((marker) => looksLikeHeading(block, marker)));
  const hasOtherUnits = headings.some((own) => own.length > 0 && own.every(({ type }) => type === 'unit'));
  return headings.map((own) => (hasOtherUnits ? own[0] : (own.find(({ type }) => type === 'unit') ?? own[0])));
}
