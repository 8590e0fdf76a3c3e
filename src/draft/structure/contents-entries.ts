import { firstLine, type MarkedBlock, withoutLetterSpaces } from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import { fold, type StructureMarker } from './numbers/markers.ts';
import { bareKind, bareNumber, type Named } from './numbers/numbered.ts';
import { isSentence, saysWithoutEffect } from './titles.ts';

/** Characters. A longer paragraph is not an entry of a table of contents. */
export const longestEntry = 200;
/** Letters of a title by which its repetition is looked up. */
const nameLength = 8;
/** How many headings with the same number and first letters are compared; limits the work on hostile input. */
const mostOthers = 200;
/** The most paragraphs, such as titles of chapters, between two entries. */
export const widestGap = 6;
/** Dot leaders or a wide space, and the number of a page, which may be missing. */
const pageNumber = /(?:(?:\s?[.…_]){3,}\s*|\t\s*| {3,})(\d{1,4}|[ivxl]{1,6})?\s*$/u;
/** What follows the words of a title if these are only the beginning of a longer title or sentence. */
const goesOn = /^[\s,]*[\p{Ll}\p{N}]/u;

/** A heading, and what decides whether it is an entry. */
interface Candidate {
  /** Index of its block, and of the block after its last. */
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  /** Kind and number: `article 5`. */
  readonly key: string;
  /** Its letters and digits, folded; empty if it has only a number. */
  readonly title: string;
  /** The same with the paragraph below. */
  readonly full: string;
  /** The words of `full` as printed. */
  readonly words: string;
  /** The paragraph above, which may be its title; empty if it is the title of the heading before. */
  readonly above: string;
  /** The number of its page, if it has one; Roman numerals have 0. */
  readonly page: number | undefined;
  /** Whether no word such as "Article" names its kind, as in many lists that are no table of contents. */
  readonly isBare: boolean;
  /** Whether a paragraph that is no heading follows it. */
  readonly textFollows: boolean;
  /** Whether it is too long for an entry, a sentence, or a note such as `(repealed)`. */
  readonly isText: boolean;
  /** Whether a word such as "Contents" stands a few paragraphs above. */
  readonly isBelowContentsWord: boolean;
}

/** A heading that may be an entry of a table of contents. */
export interface Entry extends Candidate {
  /** Whether the text has a provision with its title. */
  readonly comesAgain: boolean;
}

/** The number that each block begins with; undefined for blocks that are no heading. */
export type Markers = readonly (StructureMarker | undefined)[];

function candidatesIn(blocks: readonly MarkedBlock[], markers: Markers): Candidate[] {
  /** Index of the last block that is the title of a candidate. */
  let lastTitle = -1;
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
    const above = lastTitle === index - 1 ? '' : (blocks[index - 1]?.text.slice(0, longestEntry) ?? '');
    if (title) lastTitle = index + 1;
    const words = `${name.rest}${lines} ${title?.text ?? ''}`;
    return [candidate(block, { start: index, end, name, words, above }, blocks, markers)];
  });
}

function candidate(
  block: MarkedBlock,
  { start, end, name, words, above }: { start: number; end: number; name: Named; words: string; above: string },
  blocks: readonly MarkedBlock[],
  markers: Markers,
): Candidate {
  const title = words.replace(pageNumber, '');
  const next = blocks[end];
  const isBare = name.kind === bareKind;
  // Below "Article 5 Definitions", a number alone begins its first paragraph.
  const textFollows = next !== undefined && markers[end] === undefined && !(isBare && bareNumber(next.text));
  const full = `${title} ${textFollows ? next.text.slice(0, longestEntry) : ''}`;
  // The paragraph above is the text of the provision before, which has only a number in its heading.
  const isBelowNumber =
    markers[start - 1] === undefined && markers[start - 2]?.type === 'unit' && markers[start - 2]?.rest === '';
  const page = title.includes('\n') ? undefined : pageNumber.exec(words.trimEnd())?.[1];
  return {
    start,
    end,
    kind: name.kind,
    key: `${name.kind} ${name.number}`,
    title: lettersOf(title),
    isBelowContentsWord: blocks.slice(Math.max(0, start - widestGap), start).some(({ text }) => isContentsWord(text)),
    above: isBelowNumber ? '' : lettersOf(above),
    full: lettersOf(full),
    words: full,
    page: page === undefined ? undefined : Number(page) || 0,
    isBare,
    textFollows,
    isText:
      block.text.length > longestEntry ||
      (title.trim() === '' && textFollows && isSentence(next.text)) ||
      /[;,:]\s*$/.test(title) ||
      isSentence(title) ||
      saysWithoutEffect(title),
  };
}

/** The headings that may be entries: with a page number, or repeated as the title of a provision. */
export function entriesIn(blocks: readonly MarkedBlock[], markers: Markers): Entry[] {
  const candidates = candidatesIn(blocks, markers);
  const named = new Map<string, Candidate[]>();
  for (const each of candidates) {
    for (const name of new Set([each.key, nameOfCandidate(each.key, each.full), nameOfCandidate(each.key, each.above)])) {
      const same = named.get(name);
      if (same) same.push(each);
      else named.set(name, [each]);
    }
  }
  const entries: Entry[] = [];
  /** Whether the candidate before was an entry. */
  let isAfterEntry = false;
  let isInUnit = false;
  for (const each of candidates) {
    isInUnit &&= !each.isBelowContentsWord;
    const others = named.get(nameOfCandidate(each.key, each.title)) ?? [];
    // A number alone below an article is that of its paragraph, however often its words come again.
    const comesAgain: boolean = !each.isText && !(each.isBare && isInUnit) && isRepeated(each, others, isAfterEntry);
    const isEntry: boolean = comesAgain || (!each.isText && each.page !== undefined && !each.textFollows);
    if (isEntry) entries.push({ ...each, comesAgain });
    isAfterEntry = isEntry;
    if (!each.isBare) isInUnit = !isEntry;
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
    if (other === entry || !(beginsWith(other, entry) || (entry.title !== '' && other.above === entry.title))) return false;
    const isProvision = other.textFollows || other.isText || other.full.length > entry.title.length;
    return isProvision && (other.start > entry.start || !entry.textFollows);
  });
}

/** Whether the words of a heading begin with the whole title of an entry: `Name` is not the title of `1. Name and address`. */
function beginsWith({ full, words, title: own }: Candidate, { title }: Candidate): boolean {
  if (!full.startsWith(title)) return false;
  if (title === own || title === '') return true;
  let left = title.length;
  let end = 0;
  for (const letter of words) {
    if (left <= 0) break;
    left -= lettersOf(letter).length;
    end += letter.length;
  }
  return !goesOn.test(words.slice(end));
}

const contentsWords = new Set(numbering.contents.map(fold));

/** Whether a line is the heading of a table of contents. */
export function isContentsWord(text: string): boolean {
  return text.length <= 60 && contentsWords.has(fold(withoutLetterSpaces(text).replace(/[.:]$/, '').trim()));
}

/** The letters and digits of a text, folded. */
export function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}
