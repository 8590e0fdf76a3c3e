import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, naturalLog } from '../../src/core/logarithm.ts';
import { randomFrom } from '../../src/core/random.ts';

const take = (count: number, next: () => number): number[] => Array.from({ length: count }, () => next());
const word = 2 ** 32;

describe('random numbers', () => {
  // The expected numbers come from a C implementation of sfc32 with the shifts 21, 9 and 3, seeded as in PractRand.
  it.each([
    [0, [1363572419, 145230303, 808754475, 4216505632]],
    [1, [2012149540, 1872316204, 1707632675, 1779833415]],
    [Number.MAX_SAFE_INTEGER, [3268402823, 2602357022, 3266425223, 182731693]],
  ] as const)('are those of sfc32 for the seed %d', (seed, expected) => {
    expect(take(4, randomFrom(seed)).map((number) => number * word)).toEqual(expected);
  });

  it('are the same for the same seed and stream, and different for another seed or stream', () => {
    expect(take(5, randomFrom(7, 3))).toEqual(take(5, randomFrom(7, 3)));
    expect(take(5, randomFrom(7, 3))).not.toEqual(take(5, randomFrom(7, 4)));
    expect(take(5, randomFrom(7))).not.toEqual(take(5, randomFrom(7 + word)));
  });

  it('are uniformly distributed in 0 <= x < 1', () => {
    const next = randomFrom(1);
    const tenths = new Array<number>(10).fill(0);
    for (const number of take(100_000, next)) {
      const tenth = Math.floor(number * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths).toHaveLength(10);
    // Within four standard deviations of the expected 10,000.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt(9000));
  });
});

describe('the portable logarithm and exponential', () => {
  it('agree with Math.log to 14 digits and with Math.exp to 12', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(naturalLog(x) - Math.log(x))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log(x))));
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(2e-13);
      }),
    );
    expect(naturalLog(1)).toBe(0);
    expect(exponential(0)).toBe(1);
  });
});
