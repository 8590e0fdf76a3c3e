import { diffArrays } from 'diff';
import type { Difference } from '../../core/answers.ts';
import { canonical, joint } from './canonical.ts';
import type { DraftWords } from './draft-words.ts';

export interface NearWords {
  /** In the text of the words. */
  readonly start: number;
  readonly end: number;
  /** Words to change, to leave out or to add. */
  readonly edits: number;
  readonly differences: readonly Difference[];
}

interface Word {
  /** As it stands. */
  readonly text: string;
  /** The same for two words that differ by layout alone. */
  readonly same: string;
  /** For finding: small letters, no punctuation. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** More than this share of a quote's words being others, it is another text. */
const mostChanged = 0.4;
/** One or two words stand nearly everywhere. */
const fewestWords = 3;
const leading = /^["'“”‘’«»(]+/;
const trailing = /[.,;:"'“”‘’«»]+$/;
/** Places that are looked at closely. */
const candidates = 6;

const indexes = new WeakMap<DraftWords, { words: Word[]; positions: Map<string, number[]> }>();

/**
 * The stretch of a draft that comes nearest to a quote, by the fewest words changed, left out or added.
 * @returns undefined where nothing comes near: more than four words in ten differ
 */
export function nearestWords(draft: DraftWords, quote: string): NearWords | undefined {
  const wanted = splitWords(quote.trim().normalize('NFC'));
  if (wanted.length < fewestWords || wanted.length > 2000) return undefined;
  const { words, positions } = indexOf(draft);
  let best: { from: number; to: number; edits: number } | undefined;
  for (const start of likelyStarts(wanted, positions)) {
    const slack = Math.ceil(wanted.length * mostChanged) + 2;
    const from = Math.max(0, start - slack);
    const to = Math.min(words.length, start + wanted.length + slack);
    const aligned = align(wanted, words, from, to);
    if (!best || aligned.edits < best.edits) best = aligned;
  }
  if (!best || best.edits > Math.max(1, Math.floor(wanted.length * mostChanged)) || best.to <= best.from) return undefined;
  const theirs = withoutEdges(words.slice(best.from, best.to), wanted);
  const [first, last] = [theirs[0], theirs.at(-1)];
  if (!first || !last) return undefined;
  return {
    start: first.start,
    end: last.end,
    edits: best.edits,
    differences: differencesOf(wanted, theirs),
  };
}

/** Two texts against one another, word by word, layout aside. */
export function compareWords(before: string, after: string): Difference[] {
  return differencesOf(splitWords(before.normalize('NFC')), splitWords(after.normalize('NFC')));
}

function differencesOf(before: readonly Word[], after: readonly Word[]): Difference[] {
  // Very different long texts need not be compared to the last word; all of one against all of the other says as much.
  const changes = diffArrays([...before], [...after], { maxEditLength: 4000, comparator: (a, b) => a.same === b.same });
  const shown = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
  if (!changes)
    return [
      { kind: 'gone', text: shown(before) },
      { kind: 'new', text: shown(after) },
    ];
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'new' : removed ? 'gone' : 'same', text: shown(value) }));
}

/** The words of a text as they stand, each with its place. A word parted at the end of a line is one. */
function splitWords(text: string): Word[] {
  return [...text.matchAll(/\S+(?:(?<=\p{L})[-\u00ad]\n\s*(?=\p{Ll})\S+)*/gu)].map((match) => {
    const same = canonical(match[0]).text.replaceAll(joint, '');
    const word = match[0].replace(/[-\u00ad]\n\s*/g, '');
    return {
      text: word,
      same,
      key: same.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

/** Punctuation at either end that the quote does not have belongs to the sentence around it. */
function withoutEdges(words: readonly Word[], wanted: readonly Word[]): Word[] {
  const trimmed = [...words];
  const first = trimmed[0];
  if (first && !leading.test(wanted[0]?.text ?? '')) {
    const cut = leading.exec(first.text)?.[0].length ?? 0;
    trimmed[0] = { ...first, text: first.text.slice(cut), same: first.same.replace(leading, ''), start: first.start + cut };
  }
  const last = trimmed.at(-1);
  if (last && !trailing.test(wanted.at(-1)?.text ?? '')) {
    const cut = trailing.exec(last.text)?.[0].length ?? 0;
    const text = last.text.slice(0, last.text.length - cut);
    trimmed[trimmed.length - 1] = { ...last, text, same: last.same.replace(trailing, ''), end: last.end - cut };
  }
  return trimmed;
}

function indexOf(draft: DraftWords): { words: Word[]; positions: Map<string, number[]> } {
  const known = indexes.get(draft);
  if (known) return known;
  const words = splitWords(draft.text);
  const positions = new Map<string, number[]>();
  for (const [index, { key }] of words.entries()) {
    const list = positions.get(key);
    if (list) list.push(index);
    else positions.set(key, [index]);
  }
  const made = { words, positions };
  indexes.set(draft, made);
  return made;
}

/** Where the quote would begin if this word of the draft were that word of the quote: the places that most words, and rare ones most, agree on. */
function likelyStarts(wanted: readonly Word[], positions: ReadonlyMap<string, readonly number[]>): number[] {
  const bucket = 6;
  const votes = new Map<number, number>();
  for (const [index, { key }] of wanted.entries()) {
    const at = positions.get(key);
    if (!at || at.length > 3000) continue;
    const weight = 1 / Math.sqrt(at.length);
    for (const position of at) {
      const start = Math.floor((position - index) / bucket);
      votes.set(start, (votes.get(start) ?? 0) + weight);
    }
  }
  return [...votes]
    .map(([start, weight]) => [start, weight + 0.5 * ((votes.get(start - 1) ?? 0) + (votes.get(start + 1) ?? 0))] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, candidates)
    .map(([start]) => start * bucket);
}

/** At either end of a quote punctuation makes no difference. */
function isSame(theirs: Word | undefined, mine: Word, atEdge: boolean): boolean {
  return theirs?.same === mine.same || (atEdge && theirs?.key === mine.key && mine.key !== '');
}

/** The fewest edits that turn the quote into some stretch of the words between two places (edit distance with free ends). */
function align(
  wanted: readonly Word[],
  words: readonly Word[],
  from: number,
  to: number,
): { from: number; to: number; edits: number } {
  let costs = new Array<number>(to - from + 1).fill(0);
  let starts = costs.map((_, index) => index);
  for (const [row, word] of wanted.entries()) {
    const nextCosts = [row + 1];
    const nextStarts = [0];
    for (let column = 1; column <= to - from; column++) {
      const change =
        (costs[column - 1] ?? 0) + (isSame(words[from + column - 1], word, row === 0 || row === wanted.length - 1) ? 0 : 1);
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
