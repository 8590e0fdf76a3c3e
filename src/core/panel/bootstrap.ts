import { randomFrom } from '../random.ts';
import { alphaOf, type Metric, type RatedUnits } from './alpha.ts';

/** How the interval is computed; part of every result. */
export const bootstrap = { method: 'units resampled, percentiles', draws: 2000, seed: 2016 } as const;

/** The share of draws that must have an alpha; with fewer, no interval is reported. */
const leastDefined = 0.95;

/**
 * The 95 % bootstrap interval of alpha: draws units with replacement and computes alpha for each draw. A. Zapf and others
 * (Measuring inter-rater reliability for nominal data, BMC Medical Research Methodology 16:93, 2016) found that resampling whole
 * units gives intervals of the promised coverage, while Krippendorff's own resampling of single pairs gives too narrow ones.
 * Draws in which all values are the same have no alpha and are left out.
 * @returns the 2.5th and the 97.5th percentile; null if fewer than two units have two values, or too few draws have an alpha
 */
export function interval95({ domain, units }: RatedUnits, metric: Metric): readonly [number, number] | null {
  const size = domain.length;
  const pairable = sortedUnits(units.filter((unit) => unit.length >= 2)).map((unit) => cellsOf(unit, size));
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
  if (alphas.length < leastDefined * bootstrap.draws) return null;
  alphas.sort((a, b) => a - b);
  const at = (share: number): number => alphas[Math.min(alphas.length - 1, Math.floor(share * alphas.length))] ?? 0;
  return [at(0.025), at(0.975)];
}

/** Sorts units by their values, so that neither the order of questions nor that of reviewers affects the interval. */
function sortedUnits(units: readonly (readonly number[])[]): (readonly number[])[] {
  return units
    .map((unit) => [...unit].sort((a, b) => a - b))
    .map((unit) => ({ unit, key: unit.join() }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ unit }) => unit);
}

/** The contribution of one unit to the coincidence matrix. */
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
