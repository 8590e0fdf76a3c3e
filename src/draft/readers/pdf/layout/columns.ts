import type { Word } from '../paint/page.ts';
import { type Row, rowOf, rowsOf } from './rows.ts';

/** A part of a page that is read from top to bottom. */
export interface Region {
  readonly rows: readonly Row[];
  /** 0 for the left column, 1 for the next; undefined outside of columns. */
  readonly column?: number;
}

/** A gutter is at least this wide, in points. */
const minGutter = 8;
/** A column has at least this many rows. */
const minRows = 3;
/** The width of a column, in sizes of its letters: markers such as `(a)` take less. */
const minWidth = 6;
/** How often a page is divided at most. */
const maxDepth = 6;

/** Divides a page into full-width parts and columns, in reading order. */
export function regionsOf(rows: readonly Row[], depth = maxDepth): Region[] {
  const gutter = depth > 0 ? gutterOf(rows) : undefined;
  if (!gutter) return rows.length > 0 ? [{ rows }] : [];
  const { x, from, to } = gutter;
  const left: Word[] = [];
  const right: Word[] = [];
  for (const row of rows.slice(from, to)) {
    for (const word of row.words) (word.x < x ? left : right).push(word);
  }
  const leftParts = columnsOf(regionsOf(rowsOf(left), depth - 1), 0);
  const next = leftParts.reduce((most, { column }) => Math.max(most, column + 1), 1);
  return [
    ...regionsOf(rows.slice(0, from), depth - 1),
    ...leftParts,
    ...columnsOf(regionsOf(rowsOf(right), depth - 1), next),
    ...regionsOf(rows.slice(to), depth - 1),
  ];
}

/** The parts of one side of a gutter, which may have columns itself. */
function columnsOf(parts: readonly Region[], first: number): (Region & { readonly column: number })[] {
  return parts.map(({ rows, column = 0 }) => ({ rows, column: first + column }));
}

interface Gutter {
  readonly x: number;
  /** The rows beside it: from `from` to before `to`. */
  readonly from: number;
  readonly to: number;
}

/** The gutter with the most rows beside it. */
function gutterOf(rows: readonly Row[]): Gutter | undefined {
  let best: Gutter | undefined;
  for (const x of candidates(rows)) {
    for (const stretch of stretchesAt(x, rows)) {
      const longer = !best || stretch.to - stretch.from > best.to - best.from;
      if (longer && separatesColumns(stretch, rows)) best = stretch;
    }
  }
  return best;
}

/** Where words begin after a wide gap: the right columns begin at the same place in most rows. */
function candidates(rows: readonly Row[]): number[] {
  const counts = new Map<number, { count: number; gap: number }>();
  for (const row of rows) {
    for (const [index, word] of row.words.entries()) {
      const before = row.words[index - 1];
      const gap = before ? word.x - before.right : 0;
      if (!before || gap < Math.max(minGutter, word.size * 0.8)) continue;
      const key = Math.round(word.x / 4);
      const known = counts.get(key) ?? { count: 0, gap: Number.POSITIVE_INFINITY };
      counts.set(key, { count: known.count + 1, gap: Math.min(known.gap, gap) });
    }
  }
  return [...counts]
    .sort((a, b) => b[1].count - a[1].count)
    .slice(0, 12)
    .map(([key, { gap }]) => key * 4 - 2 - Math.min(gap, minGutter) / 2);
}

/** The stretches of rows that no word crosses at the height. */
function stretchesAt(x: number, rows: readonly Row[]): Gutter[] {
  const found: Gutter[] = [];
  let from = 0;
  for (let index = 0; index <= rows.length; index++) {
    const row = rows[index];
    if (row && isOpenAt(x, row)) continue;
    if (index > from) found.push({ x, from, to: index });
    from = index + 1;
  }
  return found.map((stretch) => withoutLooseEnds(stretch, rows));
}

/** Whether a row has no words at the place, and a gap rather than a space if it has words on both sides. */
function isOpenAt(x: number, { words }: Row): boolean {
  const next = words.findIndex((word) => word.x > x);
  const before = words.slice(0, next === -1 ? words.length : next);
  const end = before.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY);
  return end < x - 1 && (next === -1 || (words[next]?.x ?? x) - end >= minGutter);
}

/** Without rows at both ends that have words on one side only and stand apart, such as a title above two columns. */
function withoutLooseEnds({ x, from, to }: Gutter, rows: readonly Row[]): Gutter {
  const isTwoSided = (row: Row | undefined): boolean =>
    row?.words.some((word) => word.x < x) === true && row.words.some((word) => word.x > x);
  let [first, last] = [from, to];
  while (first < last && !isTwoSided(rows[first]) && isApart(rows[first], rows[first + 1])) first += 1;
  while (last > first && !isTwoSided(rows[last - 1]) && isApart(rows[last - 2], rows[last - 1])) last -= 1;
  return { x, from: first, to: last };
}

function isApart(above: Row | undefined, below: Row | undefined): boolean {
  return !above || !below || below.y - above.y > 1.8 * Math.max(above.size, below.size);
}

/** Whether there is running text on both sides: rows that go on in the next one, not the cells of a table or the numbers of a list. */
function separatesColumns({ x, from, to }: Gutter, rows: readonly Row[]): boolean {
  const beside = rows.slice(from, to);
  const sides = [true, false].map((isLeft) =>
    beside.flatMap((row) => {
      const words = row.words.filter((word) => word.x < x === isLeft);
      return words.length > 0 ? [rowOf(words)] : [];
    }),
  );
  const twoSided = beside.filter((row) => row.x < x && row.right > x).length;
  if (twoSided === 0 || !sides.every(isWide)) return false;
  return (sides.every(isRunningText) && overlapInHeight(sides)) || arePaintedApart(sides);
}

function isWide(side: readonly Row[]): boolean {
  const widths = side.map(({ x, right, size }) => (right - x) / Math.max(size, 1)).sort((a, b) => a - b);
  return (widths[Math.floor(widths.length * 0.6)] ?? 0) >= minWidth;
}

/** Whether all of one side is painted before the other, although one has several rows. */
function arePaintedApart(sides: readonly (readonly Row[])[]): boolean {
  if (sides.every(({ length }) => length < 2)) return false;
  const [a, b] = sides.map((side) => side.flatMap(({ words }) => words.map(({ order }) => order)).sort((x, y) => x - y));
  return (a?.at(-1) ?? 0) < (b?.[0] ?? 0) || (b?.at(-1) ?? 0) < (a?.[0] ?? 0);
}

function isRunningText(side: readonly Row[]): boolean {
  if (side.length < minRows) return false;
  const left = Math.min(...side.map(({ x }) => x));
  const edge = Math.max(...side.map(({ right }) => right));
  // Rows that fill the column and go on below.
  const full = side.filter(
    (row, index) =>
      row.right > left + (edge - left) * 0.7 && index + 1 < side.length && (side[index + 1]?.y ?? 0) - row.y < 1.9 * row.size,
  );
  return full.length >= Math.max(2, side.length * 0.25);
}

/** Whether the two sides stand beside each other rather than one below the other. */
function overlapInHeight([left, right]: readonly (readonly Row[])[]): boolean {
  const [a, b] = [left ?? [], right ?? []];
  const top = Math.max(a[0]?.y ?? 0, b[0]?.y ?? 0);
  const bottom = Math.min(a.at(-1)?.y ?? 0, b.at(-1)?.y ?? 0);
  const shorter = Math.min((a.at(-1)?.y ?? 0) - (a[0]?.y ?? 0), (b.at(-1)?.y ?? 0) - (b[0]?.y ?? 0));
  return bottom - top >= shorter * 0.5;
}
