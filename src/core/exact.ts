/**
 * Exact fractions. Scores are compared with the bounds of bands and gates, and a sum of floating-point numbers can end up
 * slightly below a bound that it should reach. Weights and points are decimals, so all arithmetic is done on fractions of whole
 * numbers, which are converted to a floating-point number once, at the end.
 */
export interface Ratio {
  /** Numerator. */
  readonly num: bigint;
  /** Denominator, always greater than zero. */
  readonly den: bigint;
}

export const zero: Ratio = { num: 0n, den: 1n };

/**
 * The exact value of a decimal as written: 0.1 is one tenth, not the nearest binary fraction.
 * @throws RangeError for NaN and infinities
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

/** @throws RangeError unless `b` is greater than zero; no caller divides by a negative number */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (b.num <= 0n) throw new RangeError('division by a number that is not above zero');
  return { num: a.num * b.den, den: a.den * b.num };
}

/** Returns -1, 0 or 1 if `a` is less than, equal to or greater than `b`. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function reduce({ num, den }: Ratio): Ratio {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { num: num / a, den: den / a } : { num, den };
}

/** The least common multiple of the denominators; 1 for an empty list. */
export function commonDenominator(ratios: readonly Ratio[]): bigint {
  return ratios.reduce((common, { den }) => common * reduce({ num: den, den: common }).num, 1n);
}

/** The double nearest to the fraction. Equal fractions give the same double, reduced or not. */
export function toNumber({ num, den }: Ratio): number {
  if (num < 0n) return -toNumber({ num: -num, den });
  if (num <= maxSafe && den <= maxSafe) return Number(num) / Number(den);
  // The quotient gets at least 66 significant bits, the last one a sticky bit for the remainder, so that it is rounded correctly.
  const shift = Math.max(0, 70 + bits(den) - bits(num));
  const shifted = num << BigInt(shift);
  const quotient = shifted / den;
  const withSticky = quotient * den === shifted ? quotient : quotient | 1n;
  return Number(withSticky) / 2 ** shift;
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** Number of bits of `n`, rounded up to a multiple of four. */
function bits(n: bigint): number {
  return n.toString(16).length * 4;
}
