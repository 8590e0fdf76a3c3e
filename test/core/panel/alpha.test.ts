import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitAlphas } from '../../../src/core/panel/agreement.ts';
import { krippendorffAlpha, metrics, type RatedUnits } from '../../../src/core/panel/alpha.ts';
import { bootstrap, interval95 } from '../../../src/core/panel/bootstrap.ts';
import { randomFrom } from '../../../src/core/random.ts';

/** Reads a reliability matrix as it is printed: one row for each observer, one column for each unit, `*` for a missing value. */
function rated(domain: readonly number[], ...rows: readonly string[]): RatedUnits {
  const cells = rows.map((row) => row.trim().split(/\s+/));
  const units = (cells[0] ?? []).map((_, unit) =>
    cells.flatMap((row) => (row[unit] === '*' ? [] : [domain.indexOf(Number(row[unit]))])),
  );
  return { domain, units };
}

const alphas = (data: RatedUnits): number[] => metrics.map((metric) => krippendorffAlpha(data, metric).value ?? Number.NaN);

/**
 * Four observers, twelve units, missing values; from Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
 */
const published = rated(
  [1, 2, 3, 4, 5],
  '1 2 3 3 2 1 4 1 2 * * *',
  '1 2 3 3 2 2 4 1 2 5 * 3',
  '* 3 3 3 2 3 4 2 2 5 1 *',
  '1 2 3 3 2 4 4 1 2 5 1 *',
);

describe('Krippendorff’s alpha', () => {
  it('reproduces the values of Krippendorff’s worked example', () => {
    const [nominal = 0, ordinal = 0, interval = 0] = alphas(published);
    expect(nominal.toFixed(3)).toBe('0.743');
    expect(ordinal.toFixed(3)).toBe('0.815');
    expect(interval.toFixed(3)).toBe('0.849');
  });

  it('is 0.095 for the example with two observers and two values in section A', () => {
    // 10 units; 4 mismatches give o(0,1) = 4; n0 = 14, n1 = 6, n = 20: 1 - 19 x 4 / (14 x 6) = 1 - 76/84 = 0.095.
    const data = rated([0, 1], '0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    for (const value of alphas(data)) expect(value).toBeCloseTo(1 - 76 / 84, 12);
  });

  it('agrees with a calculation by hand in each metric', () => {
    // Units (0,0), (0,1), (2,2). Coincidences: o00 = 2, o01 = o10 = 1, o22 = 2. n0 = 3, n1 = 1, n2 = 2, n = 6.
    // Nominal: observed 1; expected 3x1 + 3x2 + 1x2 = 11; 1 - 5 x 1 / 11 = 6/11.
    // Interval: observed 1 x 1; expected 3x1x1 + 3x2x4 + 1x2x1 = 29; 1 - 5/29 = 24/29.
    // Ordinal: d(0,1) = (3 + 1 - 4/2)^2 = 4; d(0,2) = (3 + 1 + 2 - 5/2)^2 = 12.25; d(1,2) = (1 + 2 - 3/2)^2 = 2.25;
    //   observed 4; expected 3x4 + 6x12.25 + 2x2.25 = 90; 1 - 5 x 4 / 90 = 7/9.
    const [nominal, ordinal, interval] = alphas(rated([0, 1, 2], '0 0 2', '0 1 2'));
    expect(nominal).toBeCloseTo(6 / 11, 12);
    expect(ordinal).toBeCloseTo(7 / 9, 12);
    expect(interval).toBeCloseTo(24 / 29, 12);
  });

  it('leaves out units with a single value', () => {
    const [nominal] = alphas(rated([0, 1], '0 1 0 *', '0 0 * 1'));
    const [without] = alphas(rated([0, 1], '0 1', '0 0'));
    expect(nominal).toBe(without);
  });

  it('is undefined, with a reason, if all values are equal or no unit has two values', () => {
    expect(krippendorffAlpha(rated([0, 1, 2, 3], '2 2 2', '2 2 *'), 'ordinal')).toEqual({ value: null, because: 'no-variation' });
    expect(krippendorffAlpha(rated([0, 1], '0 *', '* 1'), 'nominal')).toEqual({ value: null, because: 'no-pairs' });
    expect(krippendorffAlpha({ domain: [], units: [] }, 'interval')).toEqual({ value: null, because: 'no-pairs' });
  });

  it('does not depend on levels that nobody gave', () => {
    const rows = ['0 0 3 3 0', '0 3 3 3 0'] as const;
    expect(alphas(rated([0, 1, 2, 3], ...rows))[1]).toBeCloseTo(alphas(rated([0, 3], ...rows))[1] ?? 0, 12);
  });
});

const anyUnits = fc
  .array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 0, maxLength: 6 }), { minLength: 1, maxLength: 20 })
  .map((units): RatedUnits => ({ domain: [0, 1, 2, 3], units }));

describe('for any panel, alpha', () => {
  it('is 1 if all observers agree and not all values are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2 }), fc.integer({ min: 2, max: 6 }), (levels, n) => {
        fc.pre(new Set(levels).size > 1);
        const data = { domain: [0, 1, 2, 3], units: levels.map((level) => new Array<number>(n).fill(level)) };
        expect(alphas(data)).toEqual([1, 1, 1]);
      }),
    );
  });

  it('is never above 1', () => {
    fc.assert(
      fc.property(anyUnits, (data) => {
        for (const metric of metrics) expect(krippendorffAlpha(data, metric).value ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is exactly the same for any order of reviewers and questions, as is its interval', () => {
    fc.assert(
      fc.property(anyUnits, (data) => {
        const reversed = { ...data, units: [...data.units].reverse().map((unit) => [...unit].reverse()) };
        for (const metric of metrics) expect(krippendorffAlpha(reversed, metric)).toEqual(krippendorffAlpha(data, metric));
      }),
    );
    const reversed = { ...published, units: [...published.units].reverse().map((unit) => [...unit].reverse()) };
    expect(interval95(reversed, 'ordinal')).toEqual(interval95(published, 'ordinal'));
  });

  it('is invariant under permutation (nominal), reversal (ordinal) and linear transformation (interval) of the values', () => {
    fc.assert(
      fc.property(anyUnits, ({ domain, units }) => {
        const close = (a: RatedUnits, b: RatedUnits, metric: (typeof metrics)[number]): void => {
          const [first, second] = [krippendorffAlpha(a, metric).value, krippendorffAlpha(b, metric).value];
          if (first === null || second === null) expect(first).toBe(second);
          else expect(first).toBeCloseTo(second, 9);
        };
        const permutation = [2, 0, 3, 1];
        const data = { domain, units };
        close(data, { domain, units: units.map((unit) => unit.map((value) => permutation[value] ?? 0)) }, 'nominal');
        close(data, { domain, units: units.map((unit) => unit.map((value) => 3 - value)) }, 'ordinal');
        close(data, { domain: domain.map((value) => 20 * value - 7), units }, 'interval');
      }),
    );
  });

  it('is the mean of the questions’ alphas, weighted by their number of answers', () => {
    fc.assert(
      fc.property(anyUnits, fc.constantFrom(...metrics), (data, metric) => {
        const { value } = krippendorffAlpha(data, metric);
        fc.pre(value !== null);
        const unitValues = unitAlphas(data, metric);
        const weights = data.units.map((unit) => (unit.length < 2 ? 0 : unit.length));
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        const mean = unitValues.reduce<number>((sum, each, index) => sum + (each ?? 0) * (weights[index] ?? 0), 0) / all;
        expect(mean).toBeCloseTo(value ?? 0, 9);
      }),
    );
  });
});

describe('simulated panels with known noise', () => {
  /**
   * The true level is one of four, with equal probability. A reviewer gives it with probability `sure`, and otherwise one of the
   * four at random. Two reviewers both give the true level with probability sure^2, and then agree. In all other cases their
   * values are independent, with the disagreement E expected by chance. So alpha tends to 1 - (1 - sure^2) x E / E = sure^2 in
   * every metric.
   */
  const simulated = (sure: number, reviewers: number, questions: number, seed: number): RatedUnits => {
    const random = randomFrom(seed);
    const draw = (below: number): number => Math.floor(random() * below);
    const units = Array.from({ length: questions }, () => {
      const truth = draw(4);
      return Array.from({ length: reviewers }, () => (draw(1_000_000) < sure * 1_000_000 ? truth : draw(4)));
    });
    return { domain: [0, 1, 2, 3], units };
  };

  it.each([0, 0.5, 0.8, 0.9, 1])(
    'have the expected alpha if a reviewer is right with probability %d and guesses otherwise',
    (sure) => {
      const data = simulated(sure, 3, 4000, 7);
      for (const metric of metrics) {
        expect(Math.abs((krippendorffAlpha(data, metric).value ?? Number.NaN) - sure ** 2)).toBeLessThan(0.025);
      }
    },
  );

  it('have an alpha within the 95 % interval in about 95 % of cases', () => {
    let inside = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const [low, high] = interval95(simulated(0.8, 3, 60, seed), 'ordinal') ?? [0, 0];
      if (low <= 0.64 && 0.64 <= high) inside += 1;
    }
    // 57 are expected; with a correct interval, fewer than 51 would occur once in three hundred runs.
    expect(inside).toBeGreaterThanOrEqual(51);
  });
});

describe('the interval', () => {
  it('is deterministic and contains alpha', () => {
    const [low, high] = interval95(published, 'ordinal') ?? [Number.NaN, Number.NaN];
    expect(interval95(published, 'ordinal')).toEqual([low, high]);
    expect(low).toBeLessThan(0.815);
    expect(high).toBeGreaterThan(0.815);
    expect(bootstrap.draws).toBeGreaterThanOrEqual(1000);
  });

  it('is null for a single question, and if too many draws have no alpha', () => {
    expect(interval95(rated([0, 1], '0', '1'), 'ordinal')).toBeNull();
    expect(interval95(rated([0, 1], '0 0 0 1', '0 0 0 1'), 'ordinal')).toBeNull();
  });

  it('ignores questions that fewer than two reviewers answered', () => {
    const { domain, units } = published;
    expect(interval95({ domain, units: [[0], ...units, [], [1]] }, 'ordinal')).toEqual(interval95(published, 'ordinal'));
  });

  it('is defined for two questions, in one metric even if not in another', () => {
    const two = rated([0, 1, 2, 3], '0 3', '0 2', '1 3', '0 3', '0 3');
    const [low, high] = interval95(two, 'nominal') ?? [Number.NaN, Number.NaN];
    // There are only three possible draws: the first question twice, the second twice, or both.
    const of = (...units: (readonly number[])[]): number =>
      krippendorffAlpha({ domain: two.domain, units }, 'nominal').value ?? Number.NaN;
    const [first = [], second = []] = two.units;
    const possible = [of(first, first), of(second, second), of(first, second)];
    expect(low).toBeCloseTo(Math.min(...possible), 12);
    expect(high).toBeCloseTo(Math.max(...possible), 12);
  });
});
