import { type Box, boxOf, type Matrix } from './matrix.ts';

/** The codes of pdf.js within the numbers of a path, and how many numbers follow each. */
const segmentLengths: readonly number[] = [2, 2, 6, 4, 0];
const moveTo = 0;
const curveTo = 2;
/** Paths with more numbers than this are drawings. */
const maxNumbers = 4000;

/** A part of a path: a line, a rectangle or another shape. */
export interface Subpath extends Box {
  /** Whether it has curves or many corners. */
  readonly isShape: boolean;
}

/** The parts of a path on the page. */
export function subpaths(numbers: ArrayLike<number> | null | undefined, matrix: Matrix): Subpath[] {
  if (!numbers || numbers.length > maxNumbers) return [];
  const found: Subpath[] = [];
  let points: number[] = [];
  let isCurved = false;
  const finish = (): void => {
    if (points.length >= 4) found.push(subpathOf(points, isCurved, matrix));
    points = [];
    isCurved = false;
  };
  for (let index = 0; index < numbers.length; ) {
    const code = numbers[index] ?? 0;
    const length = segmentLengths[code];
    if (length === undefined) break;
    if (code === moveTo) finish();
    isCurved ||= code >= curveTo && length > 0;
    for (let offset = 1; offset <= length; offset++) points.push(numbers[index + offset] ?? 0);
    index += length + 1;
  }
  finish();
  return found;
}

function subpathOf(points: readonly number[], isCurved: boolean, matrix: Matrix): Subpath {
  const xs = points.filter((_, index) => index % 2 === 0);
  const ys = points.filter((_, index) => index % 2 === 1);
  const box = boxOf(matrix, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  const isSlanted = xs.length === 2 && xs[0] !== xs[1] && ys[0] !== ys[1];
  return { ...box, isShape: isCurved || xs.length > 5 || isSlanted };
}
