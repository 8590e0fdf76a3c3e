/**
 * The share of pairs of values that are equal, 0..1.
 * @returns null if there are fewer than two values
 */
export function equalPairs(values: readonly (number | null)[]): number | null {
  const pairs = values.length * (values.length - 1);
  if (pairs === 0) return null;
  const counts = new Map<number | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0) / pairs;
}

/** Sorts before summing: the order of floating-point additions affects the last digit, and the order of the input must not. */
export function mean(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b).reduce((sum, number) => sum + number, 0) / numbers.length;
}
