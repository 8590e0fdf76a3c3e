/**
 * Logarithm and exponential from +, -, x and / alone. `Math.log` and `Math.exp` may differ in the last digit between engines;
 * these give the same bytes everywhere.
 */

const ln2 = Math.LN2;
/** 1/23, 1/21, ... 1/3, 1. */
const odd = Float64Array.from({ length: 12 }, (_, index) => 1 / (23 - 2 * index));

/** The natural logarithm of a number above zero, to about 15 digits. */
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
  // ln m = 2 (t + t^3/3 + t^5/5 + ...) with t = (m - 1) / (m + 1), here at most a fifth in size.
  const t = (mantissa - 1) / (mantissa + 1);
  const square = t * t;
  let sum = 0;
  for (let index = 0; index < odd.length; index++) sum = sum * square + (odd[index] as number);
  return 2 * t * sum + doublings * ln2;
}

/** e to the power of `x`, to about 15 digits; `x` between -700 and 700. */
export function exponential(x: number): number {
  const halvings = Math.round(x / ln2);
  const rest = x - halvings * ln2;
  let sum = 1;
  for (let term = 15; term >= 1; term--) sum = 1 + (sum * rest) / term;
  let power = sum;
  for (let left = halvings; left > 0; left--) power *= 2;
  for (let left = halvings; left < 0; left++) power /= 2;
  return power;
}
