import { diffArrays } from 'diff';
import type { Difference } from '../../core/answers.ts';
import { type Form, indexOf, splitWords, type Word, type WordIndex, wordsBetween } from './word-index.ts';

/** The part of a draft that is most similar to a quote. */
export interface NearWords {
  /** Offsets in the draft's text. */
  readonly start: number;
  readonly end: number;
  /** The number of words changed, left out or added. */
  readonly edits: number;
  readonly differences: readonly Difference[];
}

/** Finds the words of a text that are most similar to a quote; undefined if more than 40 % of its words differ. */
export type NearSearch = (quote: string) => NearWords | undefined;

/** If more than this share of a quote's words differ, it is another text. */
const maxDifference = 0.4;
/** Shorter quotes are similar to something nearly everywhere. */
const minWords = 3;
/** Longer quotes are not compared: the time grows with the square of the length. */
const maxWords = 2000;
/** Words that are more frequent in the draft do not help to find candidates. */
const maxOccurrences = 3000;
/** How many occurrences of a quote's words are looked at to find candidates, the rarest words first. */
const maxVotes = 2000;
/** How many candidate places are compared word by word. */
const maxCandidates = 6;
/** Candidates that begin within the same few words count as one. */
const bucketSize = 6;
/** How many words beside a match may be added to it. */
const maxWidening = 6;
/** Limits the work on long texts that have little in common. */
const maxEditLength = 4000;

const openingMarks = /^["'“”‘’«»(]+/;
const closingMarks = /[.,;:"'“”‘’«»。，；：、،؛]+$/;

/** Prepares a near search. The index is built for the first quote, because in most drafts every quote is found exactly. */
export function nearSearch(text: string): NearSearch {
  let index: WordIndex | undefined;
  return (quote) => {
    const wanted = splitWords(quote.trim().normalize('NFC'));
    if (wanted.length < minWords || wanted.length > maxWords) return undefined;
    index ??= indexOf(text);
    return nearestWords(index, wanted);
  };
}

function nearestWords(index: WordIndex, wanted: readonly Word[]): NearWords | undefined {
  const slack = Math.ceil(wanted.length * maxDifference) + 2;
  let best: Match | undefined;
  for (const start of candidateStarts(wanted, index.positions)) {
    const from = Math.max(0, start - slack);
    const to = Math.min(index.count, start + wanted.length + slack);
    const match = bestMatch(wanted, index, from, to);
    if (!best || match.cost < best.cost) best = match;
  }
  const maxEdits = Math.max(1, Math.floor(wanted.length * maxDifference));
  if (!best || best.to <= best.from) return undefined;
  const edits = Math.floor(best.cost);
  if (edits > maxEdits) return undefined;
  const { from, to } = widened(best, wanted, index);
  const found = withoutOuterPunctuation(wordsBetween(index, from, to), wanted);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  return { start: first.start, end: last.end, edits, differences: differencesOf(wanted, found) };
}

/**
 * A match with the words just outside it that the quote begins or ends with: fewer words differ in [`for -this Act-` `+the
 * purposes+`], but the quote leaves out `the purposes of`.
 */
function widened(
  { from, to }: Pick<Match, 'from' | 'to'>,
  wanted: readonly Word[],
  index: WordIndex,
): Pick<Match, 'from' | 'to'> {
  const changes = differencesOf(wanted, wordsBetween(index, from, to));
  const [before, after] = [edgeLength(changes), edgeLength([...changes].reverse())];
  const keys = wanted.map(({ key }) => key);
  const isAt = (position: number, words: readonly string[]): boolean =>
    words.length > 0 &&
    words.every((key, offset) => key !== '' && index.forms[index.formOf[position + offset] ?? -1]?.key === key);
  const starts = Array.from({ length: maxWidening }, (_, offset) => from - 1 - offset);
  const ends = Array.from({ length: maxWidening }, (_, offset) => to + 1 + offset - after);
  const start = starts.find((position) => isAt(position, keys.slice(0, before)));
  const end = ends.find((position) => isAt(position, keys.slice(keys.length - after)));
  return { from: start ?? from, to: end === undefined ? to : end + after };
}

/** How many words of the quote the draft does not have before the first word of both. */
function edgeLength(changes: readonly Difference[]): number {
  const first = changes.findIndex(({ kind }) => kind === 'same');
  const gone = changes.slice(0, Math.max(0, first)).filter(({ kind }) => kind === 'gone');
  return gone.reduce((sum, { text }) => sum + splitWords(text).length, 0);
}

/** Compares two texts word by word, regardless of layout. */
export function compareWords(before: string, after: string): Difference[] {
  return differencesOf(splitWords(before.normalize('NFC')), splitWords(after.normalize('NFC')));
}

function differencesOf(before: readonly Word[], after: readonly Word[]): Difference[] {
  const comparator = (a: Word, b: Word): boolean => a.canonical === b.canonical;
  const changes = diffArrays([...before], [...after], { maxEditLength, comparator });
  // The texts have too little in common: show all of one, then all of the other.
  if (!changes)
    return [
      { kind: 'gone', text: shown(before) },
      { kind: 'new', text: shown(after) },
    ];
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'new' : removed ? 'gone' : 'same', text: shown(value) }));
}

/** Words as a text, with spaces except between Chinese characters. */
function shown(words: readonly Word[]): string {
  return words
    .map(({ text }) => text)
    .join(' ')
    .replace(betweenCharacters, '');
}

const betweenCharacters =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u301f\uff01-\uff5e]) (?=\S)|(?<=\S) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** Removes punctuation at either end that the quote does not have: it belongs to the sentence around it. */
function withoutOuterPunctuation(words: readonly Word[], wanted: readonly Word[]): Word[] {
  const trimmed = [...words];
  const first = trimmed[0];
  if (first && !openingMarks.test(wanted[0]?.text ?? '')) {
    const cut = openingMarks.exec(first.text)?.[0].length ?? 0;
    const start = first.start + cut;
    trimmed[0] = { ...first, text: first.text.slice(cut), canonical: first.canonical.replace(openingMarks, ''), start };
  }
  const last = trimmed.at(-1);
  if (last && !closingMarks.test(wanted.at(-1)?.text ?? '')) {
    const cut = closingMarks.exec(last.text)?.[0].length ?? 0;
    const text = last.text.slice(0, last.text.length - cut);
    const end = last.end - cut;
    trimmed[trimmed.length - 1] = { ...last, text, canonical: last.canonical.replace(closingMarks, ''), end };
  }
  return trimmed;
}

/**
 * The places where the quote may begin, the likeliest first. Every word that the quote and the draft share votes for the place
 * where the quote would then begin; rare words have more weight.
 */
function candidateStarts(wanted: readonly Word[], positions: WordIndex['positions']): number[] {
  const votes = new Map<number, number>();
  const rarestFirst = wanted
    .map(({ key }, index) => ({ index, occurrences: positions.get(key) ?? [] }))
    .filter(({ occurrences: { length } }) => length > 0 && length <= maxOccurrences)
    .sort((a, b) => a.occurrences.length - b.occurrences.length);
  let left = maxVotes;
  for (const { index, occurrences } of rarestFirst) {
    if (left < 0) break;
    left -= occurrences.length;
    const weight = 1 / Math.sqrt(occurrences.length);
    for (const position of occurrences) {
      const bucket = Math.floor((position - index) / bucketSize);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
  }
  return bestBuckets(votes).map((bucket) => bucket * bucketSize);
}

/** The buckets with most votes, counting half of their neighbours' votes; the earlier one first where they have as many. */
function bestBuckets(votes: ReadonlyMap<number, number>): number[] {
  const best: { readonly bucket: number; readonly weight: number }[] = [];
  for (const [bucket, own] of votes) {
    const weight = own + 0.5 * ((votes.get(bucket - 1) ?? 0) + (votes.get(bucket + 1) ?? 0));
    const isBetter = (other: { bucket: number; weight: number }): boolean =>
      weight > other.weight || (weight === other.weight && bucket < other.bucket);
    const last = best.at(-1);
    if (last && best.length === maxCandidates && !isBetter(last)) continue;
    const place = best.findIndex(isBetter);
    best.splice(place === -1 ? best.length : place, 0, { bucket, weight });
    best.length = Math.min(best.length, maxCandidates);
  }
  return best.map(({ bucket }) => bucket);
}

/** At either end of a quote punctuation makes no difference. */
function isSame(theirs: Form | undefined, own: Word, atEdge: boolean): boolean {
  return theirs?.canonical === own.canonical || (atEdge && theirs?.key === own.key && own.key !== '');
}

interface Match {
  /** Indexes of the first word and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The number of edits, and a fraction for each word of the quote that the match does not have. */
  readonly cost: number;
}

/**
 * Of two matches with as many edits, that with more words of the quote is the right one: the quote `is a ferry` lacks a word of `is
 * not a ferry`, rather than having another first word than `not a ferry`. Less than 1 for `maxWords`.
 */
const unmatched = 1 / (2 * maxWords);

/**
 * Finds the words between two indexes that the quote becomes with the fewest edits: the edit distance with free ends, row by row
 * for each word of the quote.
 */
function bestMatch(wanted: readonly Word[], { formOf, forms }: WordIndex, from: number, to: number): Match {
  let costs = new Array<number>(to - from + 1).fill(0);
  /** For each column, the one where the cheapest match that ends there begins. */
  let starts = costs.map((_, index) => index);
  for (const [row, word] of wanted.entries()) {
    const nextCosts = [(row + 1) * (1 + unmatched)];
    const nextStarts = [0];
    const atEdge = row === 0 || row === wanted.length - 1;
    for (let column = 1; column <= to - from; column++) {
      const theirs = forms[formOf[from + column - 1] ?? 0];
      const change = (costs[column - 1] ?? 0) + (isSame(theirs, word, atEdge) ? 0 : 1 + unmatched);
      const leaveOut = (costs[column] ?? 0) + 1 + unmatched;
      const add = (nextCosts[column - 1] ?? 0) + 1;
      const least = Math.min(change, leaveOut, add);
      nextCosts[column] = least;
      nextStarts[column] =
        (least === change ? starts[column - 1] : least === leaveOut ? starts[column] : nextStarts[column - 1]) ?? 0;
    }
    costs = nextCosts;
    starts = nextStarts;
  }
  let end = 0;
  for (const [column, cost] of costs.entries()) if (cost <= (costs[end] ?? Infinity)) end = column;
  return { from: from + (starts[end] ?? 0), to: from + end, cost: costs[end] ?? wanted.length };
}
