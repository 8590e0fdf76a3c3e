import { diffArrays } from 'diff';
import type { Difference } from '../../core/answers.ts';
import { canonical, lineEndHyphen } from './canonical.ts';

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

interface Word {
  /** As printed, without the break if it is divided at the end of a line. */
  readonly text: string;
  /** The same for words that differ only by layout. */
  readonly canonical: string;
  /** Lower case, without punctuation: for finding candidates. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text. In arrays of numbers, because a law has a hundred thousand of them but few thousand different ones. */
interface WordIndex {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** For each word, the index of its form in `forms`. */
  readonly formOf: Int32Array;
  readonly forms: readonly Form[];
  /** The indexes of the words with each key. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

/** What all words that are written in the same way have in common. */
type Form = Pick<Word, 'text' | 'canonical' | 'key'>;

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
/** Limits the work on long texts that have little in common. */
const maxEditLength = 4000;

const openingMarks = /^["'“”‘’«»(]+/;
const closingMarks = /[.,;:"'“”‘’«»]+$/;

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
    if (!best || match.edits < best.edits) best = match;
  }
  const maxEdits = Math.max(1, Math.floor(wanted.length * maxDifference));
  if (!best || best.edits > maxEdits || best.to <= best.from) return undefined;
  const { from, to } = best;
  const found = withoutOuterPunctuation(
    Array.from({ length: to - from }, (_, offset) => wordAt(index, from + offset)),
    wanted,
  );
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  return { start: first.start, end: last.end, edits: best.edits, differences: differencesOf(wanted, found) };
}

function wordAt({ starts, ends, formOf, forms }: WordIndex, position: number): Word {
  const form = forms[formOf[position] ?? 0] as Form;
  return { ...form, start: starts[position] ?? 0, end: ends[position] ?? 0 };
}

/** Compares two texts word by word, regardless of layout. */
export function compareWords(before: string, after: string): Difference[] {
  return differencesOf(splitWords(before.normalize('NFC')), splitWords(after.normalize('NFC')));
}

function differencesOf(before: readonly Word[], after: readonly Word[]): Difference[] {
  const comparator = (a: Word, b: Word): boolean => a.canonical === b.canonical;
  const changes = diffArrays([...before], [...after], { maxEditLength, comparator });
  const shown = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
  // The texts have too little in common: show all of one, then all of the other.
  if (!changes)
    return [
      { kind: 'gone', text: shown(before) },
      { kind: 'new', text: shown(after) },
    ];
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'new' : removed ? 'gone' : 'same', text: shown(value) }));
}

/** Splits a text into words. A word divided at the end of a line is one word. */
function splitWords(text: string): Word[] {
  return wordSpans(text).map(([start, end]) => ({ ...formOf(text.slice(start, end)), start, end }));
}

/** Where the words of a text begin and end. */
function wordSpans(text: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const last = spans.at(-1);
    const end = index + word.length;
    if (last && isDivided(text, last[1], index)) last[1] = end;
    else spans.push([index, end]);
  }
  return spans;
}

/** Whether a word is divided between two stretches of text: a hyphen after a letter, a line break, a small letter. */
function isDivided(text: string, end: number, next: number): boolean {
  const hyphen = text.charCodeAt(end - 1);
  if (hyphen !== hyphenCode && hyphen !== softHyphenCode) return false;
  return (
    /\p{L}/u.test(text.charAt(end - 2)) && /^\n\s*$/.test(text.slice(end, next)) && /^\p{Ll}/u.test(text.slice(next, next + 2))
  );
}

const [hyphenCode, softHyphenCode] = [0x2d, 0xad];

function formOf(written: string): Form {
  const canonicalWord = isPlain.test(written) ? written : canonical(written).text.replaceAll(lineEndHyphen, '');
  return {
    text: written.replace(/[-\u00ad]\n\s*/g, ''),
    canonical: canonicalWord,
    key: canonicalWord.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  };
}

/** Words that are their own canonical form. */
const isPlain = /^[A-Za-z0-9.,;:()]+$/;

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

function indexOf(text: string): WordIndex {
  const spans = wordSpans(text);
  const count = spans.length;
  const index = { starts: new Int32Array(count), ends: new Int32Array(count), formOf: new Int32Array(count) };
  const forms: Form[] = [];
  const byWritten = new Map<string, number>();
  const positions = new Map<string, number[]>();
  for (const [position, [start, end]] of spans.entries()) {
    const written = text.slice(start, end);
    let form = byWritten.get(written);
    if (form === undefined) {
      form = forms.push(formOf(written)) - 1;
      byWritten.set(written, form);
    }
    index.starts[position] = start;
    index.ends[position] = end;
    index.formOf[position] = form;
    const key = forms[form]?.key ?? '';
    const list = positions.get(key);
    if (list) list.push(position);
    else positions.set(key, [position]);
  }
  return { text, count, ...index, forms, positions };
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
  readonly edits: number;
}

/**
 * Finds the words between two indexes that the quote becomes with the fewest edits: the edit distance with free ends, row by row
 * for each word of the quote.
 */
function bestMatch(wanted: readonly Word[], { formOf, forms }: WordIndex, from: number, to: number): Match {
  let costs = new Array<number>(to - from + 1).fill(0);
  /** For each column, the one where the cheapest match that ends there begins. */
  let starts = costs.map((_, index) => index);
  for (const [row, word] of wanted.entries()) {
    const nextCosts = [row + 1];
    const nextStarts = [0];
    const atEdge = row === 0 || row === wanted.length - 1;
    for (let column = 1; column <= to - from; column++) {
      const theirs = forms[formOf[from + column - 1] ?? 0];
      const change = (costs[column - 1] ?? 0) + (isSame(theirs, word, atEdge) ? 0 : 1);
      const leaveOut = (costs[column] ?? 0) + 1;
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
  return { from: from + (starts[end] ?? 0), to: from + end, edits: costs[end] ?? wanted.length };
}
