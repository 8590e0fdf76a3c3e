/**
 * Exact fractions. Scores are compared with bands and gates, and a sum of binary floating-point numbers can land a hair under
 * the bound it should reach. Weights and points are decimals, so every sum here is done in whole numbers and turned into a
 * number once, at the end.
 */
export interface Ratio {
  /** Numerator. */
  readonly num: bigint;
  /** Denominator, always above zero. */
  readonly den: bigint;
}

export const zero: Ratio = { num: 0n, den: 1n };

/**
 * The decimal number as it is written: 0.1 is one tenth, not the nearest binary fraction.
 * @throws RangeError for NaN and the infinities.
 */
export function ratio(decimal: number): Ratio {
  if (!Number.isFinite(decimal)) throw new RangeError(`not a finite number: ${decimal}`);
  const [mantissa = '0', exponent = '0'] = String(decimal).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const power = Number(exponent) - fraction.length;
  return power >= 0 ? { num: digits * 10n ** BigInt(power), den: 1n } : reduce({ num: digits, den: 10n ** BigInt(-power) });
}

export function add(a: Ratio, b: Ratio): Ratio {
  return a.den === b.den ? { num: a.num + b.num, den: a.den } : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { num: -b.num, den: b.den });
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** @throws RangeError when `b` is not above zero: nothing here is divided by less. */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (b.num <= 0n) throw new RangeError('division by a number that is not above zero');
  return { num: a.num * b.den, den: a.den * b.num };
}

/** Below zero, zero or above zero, as `a` is less than, equal to or more than `b`. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function reduce({ num, den }: Ratio): Ratio {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { num: num / a, den: den / a } : { num, den };
}

/** The least multiple of their denominators; 1 where there are none. */
export function commonDenominator(ratios: readonly Ratio[]): bigint {
  return ratios.reduce((common, { den }) => common * reduce({ num: den, den: common }).num, 1n);
}

/** The double nearest to the fraction. Equal fractions give the same double however they were reached. */
export function toNumber({ num, den }: Ratio): number {
  if (num < 0n) return -toNumber({ num: -num, den });
  if (num <= maxSafe && den <= maxSafe) return Number(num) / Number(den);
  // 66 or more significant bits, with the rest folded into the last one, round correctly when the quotient becomes a double.
  const shift = Math.max(0, 70 + bits(den) - bits(num));
  const shifted = num << BigInt(shift);
  const quotient = shifted / den;
  const sticky = quotient * den === shifted ? quotient : quotient | 1n;
  return Number(sticky) / 2 ** shift;
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);

function bits(n: bigint): number {
  return n.toString(16).length * 4;
}
