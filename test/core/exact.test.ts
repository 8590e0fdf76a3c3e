import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  commonDenominator,
  compare,
  divide,
  multiply,
  ratio,
  reduce,
  subtract,
  toNumber,
  zero,
} from '../../src/core/exact.ts';

describe('exact fractions', () => {
  it('represent a decimal exactly as written', () => {
    expect(ratio(0.1)).toEqual({ num: 1n, den: 10n });
    expect(ratio(1e-7)).toEqual({ num: 1n, den: 10_000_000n });
    expect(ratio(2.5e21)).toEqual({ num: 2_500_000_000_000_000_000_000n, den: 1n });
  });

  it('add 0.1 and 0.2 to 0.3, which doubles do not', () => {
    expect(compare(add(ratio(0.1), ratio(0.2)), ratio(0.3))).toBe(0);
  });

  it('convert back to the number they were made from', () => {
    fc.assert(
      fc.property(
        fc.integer().chain((digits) => fc.integer({ min: 0, max: 12 }).map((places) => Number(`${digits}e-${places}`))),
        (number) => {
          expect(toNumber(ratio(number))).toBe(number === 0 ? 0 : number);
        },
      ),
    );
  });

  it('convert to the nearest double, even just beside the midpoint of two', () => {
    const between = 2n ** 53n + 1n;
    const far = 2n ** 100n;
    expect(toNumber({ num: between * far + 1n, den: far })).toBe(2 ** 53 + 2);
    expect(toNumber({ num: between * far, den: far })).toBe(2 ** 53);
    expect(toNumber({ num: between * far - 1n, den: far })).toBe(2 ** 53);
    expect(toNumber({ num: -between * far - 1n, den: far })).toBe(-(2 ** 53) - 2);
    expect(toNumber({ num: far * 3n, den: 1n })).toBe(2 ** 100 * 3);
    const size = (most: bigint) => fc.bigInt({ min: 1n, max: most });
    fc.assert(
      fc.property(size(2n ** 300n), size(2n ** 300n), (num, den) => {
        const double = toNumber({ num, den });
        const ulp = 2 ** (Math.floor(Math.log2(double)) - 52);
        const off = (other: number): bigint => {
          // A double is a whole number of half ulps.
          const shift = BigInt(1 - Math.log2(ulp));
          const half = BigInt((other / ulp) * 2);
          const [left, right] = shift >= 0n ? [num << shift, half * den] : [num, (half << -shift) * den];
          return left > right ? left - right : right - left;
        };
        expect(off(double) <= off(double + ulp) && off(double) <= off(double - ulp / 2)).toBe(true);
      }),
    );
  });

  it('convert to the same double, reduced or not', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 40n }),
        (num, den, factor) => {
          expect(toNumber({ num: num * factor, den: den * factor })).toBe(Number(num) / Number(den));
        },
      ),
    );
  });

  it('subtract, multiply and divide', () => {
    expect(toNumber(subtract(ratio(1), ratio(0.25)))).toBe(0.75);
    expect(toNumber(multiply(ratio(0.5), ratio(0.5)))).toBe(0.25);
    expect(toNumber(divide(ratio(1), ratio(8)))).toBe(0.125);
  });

  it('throw a RangeError for NaN and for division by zero', () => {
    expect(() => ratio(Number.NaN)).toThrow(RangeError);
    expect(() => divide(ratio(1), zero)).toThrow(RangeError);
  });

  it('are reduced and compared correctly, also when negative', () => {
    expect(reduce({ num: 6n, den: 4n })).toEqual({ num: 3n, den: 2n });
    expect(reduce({ num: -6n, den: 4n })).toEqual({ num: -3n, den: 2n });
    expect(reduce({ num: 0n, den: 5n })).toEqual({ num: 0n, den: 1n });
    expect(reduce({ num: 5n, den: 7n })).toEqual({ num: 5n, den: 7n });
    expect([
      compare(ratio(0.5), ratio(0.25)),
      compare(ratio(0.25), ratio(0.5)),
      compare(ratio(0.5), reduce({ num: 2n, den: 4n })),
    ]).toEqual([1, -1, 0]);
  });

  it('name the number that is not finite in the error', () => {
    expect(() => ratio(Number.NaN)).toThrow('not a finite number: NaN');
    expect(() => ratio(Number.NEGATIVE_INFINITY)).toThrow('not a finite number: -Infinity');
  });

  it('have the least common multiple of their denominators as common denominator', () => {
    const of = (...dens: bigint[]) => commonDenominator(dens.map((den) => ({ num: 1n, den })));
    expect([of(), of(4n), of(4n, 6n), of(2n, 3n, 5n), of(10n, 100n)]).toEqual([1n, 4n, 12n, 30n, 100n]);
  });
});
