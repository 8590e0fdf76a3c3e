import type { Word } from '../paint/page.ts';
import { type Row, rowOf } from './rows.ts';

/** A number that stands apart from the words of its row. */
interface Candidate {
  readonly word: Word;
  readonly value: number;
  readonly page: number;
  /** The index of its row on the page. */
  readonly row: number;
}

/** The distance to the next word, in sizes. */
const minDistance = 0.7;
/** Numbers in one margin begin or end within so many points of each other. */
const sameMargin = 4;

/**
 * Removes the numbers of lines in the margins. They are proved by what only line numbers do: they count the rows, by ones or by
 * fives, at one distance from the edge.
 */
export function withoutLineNumbers(pages: readonly (readonly Row[])[]): Row[][] {
  const removed = new Set<Word>();
  for (const margin of margins(pages)) {
    for (const { word } of proved(margin, pages)) removed.add(word);
  }
  if (removed.size === 0) return pages.map((rows) => [...rows]);
  return pages.map((rows) =>
    rows.flatMap((row) => {
      const words = row.words.filter((word) => !removed.has(word));
      if (words.length === row.words.length) return [row];
      return words.length > 0 ? [rowOf(words)] : [];
    }),
  );
}

/** Candidates that stand below each other, on even and odd pages apart or together. */
function margins(pages: readonly (readonly Row[])[]): Candidate[][] {
  const all = pages.flatMap((rows, page) => rows.flatMap((row, index) => candidatesIn(row, page, index)));
  const groups: Candidate[][] = [];
  for (const edge of ['x', 'right'] as const) {
    let group: Candidate[] = [];
    for (const candidate of [...all].sort((a, b) => a.word[edge] - b.word[edge])) {
      const first = group[0];
      if (first && candidate.word[edge] - first.word[edge] > sameMargin) {
        groups.push(group);
        group = [];
      }
      group.push(candidate);
    }
    groups.push(group);
  }
  return groups
    .filter(({ length }) => length >= 2)
    .map((group) => group.sort((a, b) => a.page - b.page || a.row - b.row || a.value - b.value));
}

function candidatesIn({ words }: Row, page: number, row: number): Candidate[] {
  return words.flatMap((word, index) => {
    const text = word.text;
    if (!/^\d{1,4}$/.test(text) || word.struck) return [];
    const [before, after] = [words[index - 1], words[index + 1]];
    const distance = minDistance * word.size;
    const isApart = (!before || word.x - before.right > distance) && (!after || after.x - word.right > distance);
    return isApart ? [{ word, value: Number(text), page, row }] : [];
  });
}

/** Those numbers of a margin that count rows. */
function proved(margin: readonly Candidate[], pages: readonly (readonly Row[])[]): Candidate[] {
  return [1, 2, 5, 10].flatMap((step) => {
    const multiples = margin.filter(({ value }) => value % step === 0);
    if (multiples.length < margin.length * 0.8) return [];
    const runs = runsOf(multiples, step);
    const counting = runs.filter((run) => (step === 1 ? countsEveryRow(run, pages) : countsRows(run, step)));
    const restarts = counting.filter(([first]) => first?.value === 1).length;
    const isProved = step > 1 ? counting.length > 0 : restarts >= 3 || counting.some((run) => isNoList(run, pages));
    if (!isProved) return [];
    // Once a margin is proved, a page with few lines has few numbers.
    return step === 1 ? [...counting, ...runs.filter((run) => run[0]?.value === 1 && run.length <= 3)].flat() : runs.flat();
  });
}

/** Runs of numbers on one page, each larger than the one before by the step. */
function runsOf(candidates: readonly Candidate[], step: number): Candidate[][] {
  const runs: Candidate[][] = [];
  for (const candidate of candidates) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last && last.page === candidate.page && candidate.value === last.value + step && candidate.row > last.row;
    if (goesOn) runs.at(-1)?.push(candidate);
    else if (last?.word !== candidate.word) runs.push([candidate]);
  }
  return runs;
}

/** Whether nearly every row from the first to the last has a number. */
function countsEveryRow(run: readonly Candidate[], pages: readonly (readonly Row[])[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || run.length < 4) return false;
  const rows = (pages[first.page] ?? []).slice(first.row, last.row + 1);
  return run.length >= rows.length * 0.85;
}

/** Whether numbered rows go on in the middle of sentences, which the entries of a list do not. */
function isNoList(run: readonly Candidate[], pages: readonly (readonly Row[])[]): boolean {
  const goingOn = run.filter(({ page, row, word }) => {
    const next = pages[page]?.[row]?.words.find((other) => other !== word && /\p{L}/u.test(other.text));
    return next !== undefined && /^\p{Ll}{2}/u.test(next.text);
  });
  return goingOn.length >= Math.max(2, run.length * 0.2);
}

/** Whether there are about as many rows between two numbers as the step says. */
function countsRows(run: readonly Candidate[], step: number): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || run.length < 2) return false;
  const rows = (last.row - first.row) / (run.length - 1);
  return rows >= step * 0.6 && rows <= step * 1.2;
}
