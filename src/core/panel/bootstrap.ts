import { randomFrom } from '../random.ts';
import { alphaOf, type Metric, type RatedUnits } from './alpha.ts';

/** How the interval comes about; it stands in every result. */
export const bootstrap = { method: 'units resampled, percentiles', draws: 2000, seed: 2016 } as const;

/** Draws of a hundred that must have an alpha for the interval to be told. */
const mostDraws = 0.95;

/**
 * The 95 % interval of alpha: questions are drawn again and again from those that were asked, with replacement, and alpha is
 * computed of each draw. This is the resampling of whole units that A. Zapf and others found to keep its promise (Measuring
 * inter-rater reliability for nominal data, BMC Medical Research Methodology 16:93, 2016); Krippendorff's own resampling of single
 * pairs gave intervals that are too narrow there. Draws in which all values are the same have no alpha and are left out.
 * @returns the 2.5th and the 97.5th percentile; null where fewer than two units can be compared, or too few draws have an alpha
 */
export function interval95({ domain, units }: RatedUnits, metric: Metric): readonly [number, number] | null {
  const size = domain.length;
  const pairable = inOneOrder(units.filter((unit) => unit.length >= 2)).map((unit) => cellsOf(unit, size));
  if (pairable.length < 2) return null;
  const random = randomFrom(bootstrap.seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const alphas: number[] = [];
  const matrix = new Float64Array(size * size);
  for (let round = 0; round < bootstrap.draws; round++) {
    matrix.fill(0);
    for (let taken = 0; taken < pairable.length; taken++) {
      for (const { cell, weight } of pairable[draw(pairable.length)] ?? []) matrix[cell] = (matrix[cell] ?? 0) + weight;
    }
    const { value } = alphaOf(matrix, domain, metric);
    if (value !== null) alphas.push(value);
  }
  if (alphas.length < mostDraws * bootstrap.draws) return null;
  alphas.sort((a, b) => a - b);
  const at = (share: number): number => alphas[Math.min(alphas.length - 1, Math.floor(share * alphas.length))] ?? 0;
  return [at(0.025), at(0.975)];
}

/** Units by what is in them: neither the order of the questions nor that of the reviewers moves the interval. */
function inOneOrder(units: readonly (readonly number[])[]): (readonly number[])[] {
  return units
    .map((unit) => [...unit].sort((a, b) => a - b))
    .map((unit) => ({ unit, key: unit.join() }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ unit }) => unit);
}

/** What one unit adds to the coincidence matrix. */
function cellsOf(unit: readonly number[], size: number): { cell: number; weight: number }[] {
  const cells = new Map<number, number>();
  for (const [index, first] of unit.entries()) {
    for (const [other, second] of unit.entries()) {
      const cell = first * size + second;
      if (index !== other) cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
  }
  return [...cells].map(([cell, pairs]) => ({ cell, weight: pairs / (unit.length - 1) }));
}
