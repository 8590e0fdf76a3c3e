/**
 * Logarithm and exponential computed with the four basic operations alone. `Math.log` and `Math.exp` may differ in the last digit
 * between JavaScript engines; these functions give the same result everywhere.
 */

const ln2 = Math.LN2;
/** 1/23, 1/21, ... 1/3, 1: the coefficients of the series, last term first. */
const coefficients = Float64Array.from({ length: 12 }, (_, index) => 1 / (23 - 2 * index));

/** The natural logarithm of a positive number, accurate to about 15 digits. */
export function naturalLog(x: number): number {
  let doublings = 0;
  let mantissa = x;
  while (mantissa > 1.5) {
    mantissa /= 2;
    doublings++;
  }
  while (mantissa < 0.75) {
    mantissa *= 2;
    doublings--;
  }
  // ln m = 2 (t + t^3/3 + t^5/5 + ...) with t = (m - 1) / (m + 1); here |t| <= 1/5.
  const t = (mantissa - 1) / (mantissa + 1);
  const square = t * t;
  let sum = 0;
  for (let index = 0; index < coefficients.length; index++) sum = sum * square + (coefficients[index] as number);
  return 2 * t * sum + doublings * ln2;
}

/** e to the power of `x`, accurate to about 15 digits; `x` must be between -700 and 700. */
export function exponential(x: number): number {
  const exponent = Math.round(x / ln2);
  const rest = x - exponent * ln2;
  let sum = 1;
  for (let term = 15; term >= 1; term--) sum = 1 + (sum * rest) / term;
  let power = sum;
  for (let left = exponent; left > 0; left--) power *= 2;
  for (let left = exponent; left < 0; left++) power /= 2;
  return power;
}
