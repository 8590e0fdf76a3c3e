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
  it('take a decimal as it is written', () => {
    expect(ratio(0.1)).toEqual({ num: 1n, den: 10n });
    expect(ratio(1e-7)).toEqual({ num: 1n, den: 10_000_000n });
    expect(ratio(2.5e21)).toEqual({ num: 2_500_000_000_000_000_000_000n, den: 1n });
  });

  it('add what doubles get wrong', () => {
    expect(compare(add(ratio(0.1), ratio(0.2)), ratio(0.3))).toBe(0);
  });

  it('give back the number they were made from', () => {
    fc.assert(
      fc.property(
        fc.integer().chain((digits) => fc.integer({ min: 0, max: 12 }).map((places) => Number(`${digits}e-${places}`))),
        (number) => {
          expect(toNumber(ratio(number))).toBe(number === 0 ? 0 : number);
        },
      ),
    );
  });

  it('give the same double for the same fraction, however long its terms are', () => {
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

  it('refuse what is no number, and division by nothing', () => {
    expect(() => ratio(Number.NaN)).toThrow(RangeError);
    expect(() => divide(ratio(1), zero)).toThrow(RangeError);
  });

  it('are told apart and reduced whatever their sign', () => {
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

  it('say what is no number', () => {
    expect(() => ratio(Number.NaN)).toThrow('not a finite number: NaN');
    expect(() => ratio(Number.NEGATIVE_INFINITY)).toThrow('not a finite number: -Infinity');
  });

  it('have the least multiple of their denominators in common', () => {
    const of = (...dens: bigint[]) => commonDenominator(dens.map((den) => ({ num: 1n, den })));
    expect([of(), of(4n), of(4n, 6n), of(2n, 3n, 5n), of(10n, 100n)]).toEqual([1n, 4n, 12n, 30n, 100n]);
  });
});
