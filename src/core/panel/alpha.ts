/**
 * How the difference between two values is measured. `nominal`: equal or not. `ordinal`: by how many values were given between
 * them.
 * `interval`: by the square of their distance.
 */
export type Metric = 'nominal' | 'ordinal' | 'interval';
export const metrics: readonly Metric[] = ['nominal', 'ordinal', 'interval'];

/** The values that several observers gave to the same units. */
export interface RatedUnits {
  /** The possible values, lowest first. The nominal metric uses only their indices. */
  readonly domain: readonly number[];
  /** The values given to each unit, as indices into `domain`. Missing values are left out. */
  readonly units: readonly (readonly number[])[];
}

/** Why alpha is not defined: no unit has two values, or all values are the same. */
export type NoAlpha = 'no-pairs' | 'no-variation';

export type Alpha = { readonly value: number; readonly because?: never } | { readonly value: null; readonly because: NoAlpha };

/**
 * A coincidence matrix, row by row: for each pair of values (indices into the domain), the number of ordered pairs of observers
 * who gave them to the same unit, each weighted by 1 / (number of the unit's values - 1).
 */
export type Coincidences = ArrayLike<number>;

/** What the distance between two values depends on. */
interface Scale {
  readonly domain: readonly number[];
  /** How often each value of the domain was given. */
  readonly counts: readonly number[];
  readonly metric: Metric;
}

/**
 * Krippendorff's alpha, computed from the coincidence matrix (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011):
 * 1 - observed / expected disagreement. Units with fewer than two values are left out.
 * @returns at most 1 (perfect agreement); 0 is agreement by chance, below 0 is systematic disagreement; null if not defined
 */
export function krippendorffAlpha(rated: RatedUnits, metric: Metric): Alpha {
  return alphaOf(coincidences(rated), rated.domain, metric);
}

/**
 * Computes the coincidence matrix. Sums of integers are divided at the end, so that the order of units cannot affect the last
 * digit.
 */
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

export function alphaOf(matrix: Coincidences, domain: readonly number[], metric: Metric): Alpha {
  const size = domain.length;
  const counts = domain.map((_, row) => {
    let count = 0;
    for (let column = 0; column < size; column++) count += matrix[row * size + column] ?? 0;
    return count;
  });
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return { value: null, because: 'no-pairs' };
  const { observed, expected } = disagreement(matrix, { domain, counts, metric });
  if (expected === 0) return { value: null, because: 'no-variation' };
  return { value: 1 - ((all - 1) * observed) / expected };
}

/** Sums of the distances between different values: as observed, and as expected by chance. Not divided by the number of pairs. */
export function disagreement(matrix: Coincidences, scale: Scale): { observed: number; expected: number } {
  const { domain, counts } = scale;
  let [observed, expected] = [0, 0];
  for (let low = 0; low < domain.length; low++) {
    for (let high = low + 1; high < domain.length; high++) {
      const chance = (counts[low] ?? 0) * (counts[high] ?? 0);
      if (chance === 0) continue;
      const distance = squaredDistance(low, high, scale);
      observed += (matrix[low * domain.length + high] ?? 0) * distance;
      expected += chance * distance;
    }
  }
  return { observed, expected };
}

/**
 * The difference function of each metric (Krippendorff 2011, section F).
 * @param low index into the domain
 * @param high index into the domain, not less than `low`
 */
export function squaredDistance(low: number, high: number, { domain, counts, metric }: Scale): number {
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
