/** How far apart two values are: equal or not; by the ranks between them; by their distance squared. */
export type Metric = 'nominal' | 'ordinal' | 'interval';
export const metrics: readonly Metric[] = ['nominal', 'ordinal', 'interval'];

/** What several observers made of the same units. */
export interface RatedUnits {
  /** The values that can be given, lowest first; the nominal metric pays no heed to what they are. */
  readonly domain: readonly number[];
  /** For each unit the values that it was given, as indices into the domain. A missing value is simply not there. */
  readonly units: readonly (readonly number[])[];
}

/** Why there is no alpha: no unit has two values to compare, or all values are the same. */
export type NoAlpha = 'no-pairs' | 'no-variation';

export type Alpha = { readonly value: number; readonly because?: never } | { readonly value: null; readonly because: NoAlpha };

/** Ordered pairs of values within units, each unit's weighed by 1 / (its values - 1); row by row. */
export type Coincidences = ArrayLike<number>;

/**
 * Krippendorff's alpha by the coincidence matrix (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011):
 * 1 - observed / expected disagreement. Units with fewer than two values are left out.
 * @returns at most 1; 0 is what chance would bring, below 0 disagreement is systematic; null where it is not defined
 */
export function krippendorffAlpha(rated: RatedUnits, metric: Metric): Alpha {
  return alphaOf(coincidences(rated), rated.domain, metric);
}

/** The coincidence matrix. Whole numbers are added up before any is divided, so that no order can show in the last digit. */
export function coincidences({ domain, units }: RatedUnits): number[] {
  const size = domain.length;
  const bySize = new Map<number, number[]>();
  for (const unit of units) {
    if (unit.length < 2) continue;
    const cells = bySize.get(unit.length) ?? new Array<number>(size * size).fill(0);
    bySize.set(unit.length, cells);
    for (const [index, first] of unit.entries()) {
      for (const [other, second] of unit.entries()) {
        if (index !== other) cells[first * size + second] = (cells[first * size + second] ?? 0) + 1;
      }
    }
  }
  const sum = new Array<number>(size * size).fill(0);
  for (const [values, cells] of [...bySize].sort(([a], [b]) => a - b)) {
    for (const [index, pairs] of cells.entries()) sum[index] = (sum[index] ?? 0) + pairs / (values - 1);
  }
  return sum;
}

/** Alpha of a coincidence matrix. */
export function alphaOf(matrix: Coincidences, domain: readonly number[], metric: Metric): Alpha {
  const size = domain.length;
  const counts = domain.map((_, row) => {
    let count = 0;
    for (let column = 0; column < size; column++) count += matrix[row * size + column] ?? 0;
    return count;
  });
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return { value: null, because: 'no-pairs' };
  const { observed, expected } = disagreement(matrix, domain, counts, metric);
  if (expected === 0) return { value: null, because: 'no-variation' };
  return { value: 1 - ((all - 1) * observed) / expected };
}

/** Sums over pairs of different values: as observed, and as they would come about by chance; not yet divided by how many. */
export function disagreement(
  matrix: Coincidences,
  domain: readonly number[],
  counts: readonly number[],
  metric: Metric,
): { observed: number; expected: number } {
  let [observed, expected] = [0, 0];
  for (let low = 0; low < domain.length; low++) {
    for (let high = low + 1; high < domain.length; high++) {
      const chance = (counts[low] ?? 0) * (counts[high] ?? 0);
      if (chance === 0) continue;
      const distance = squaredDistance(low, high, domain, counts, metric);
      observed += (matrix[low * domain.length + high] ?? 0) * distance;
      expected += chance * distance;
    }
  }
  return { observed, expected };
}

/** The difference function of each metric (Krippendorff 2011, section F). */
export function squaredDistance(
  low: number,
  high: number,
  domain: readonly number[],
  counts: readonly number[],
  metric: Metric,
): number {
  if (low === high) return 0;
  switch (metric) {
    case 'nominal':
      return 1;
    case 'interval':
      return ((domain[high] ?? 0) - (domain[low] ?? 0)) ** 2;
    case 'ordinal': {
      let ranks = -((counts[low] ?? 0) + (counts[high] ?? 0)) / 2;
      for (let value = low; value <= high; value++) ranks += counts[value] ?? 0;
      return ranks ** 2;
    }
  }
}
