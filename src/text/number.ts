/**
 * A score for people: one decimal, and more where rounding would carry it over a bound that it does not reach (59.96 is not 60).
 * @param bounds gates or band limits that the reader may compare it with
 * @param least decimals that it has at least
 */
export function showScore(score: number | null, bounds: readonly number[] = [], least = 1): string {
  if (score === null) return 'none';
  for (let digits = least; digits < 15; digits++) {
    const shown = score.toFixed(digits);
    if (bounds.every((bound) => Number(shown) >= bound === score >= bound)) return shown;
  }
  return String(score);
}

/**
 * A coefficient of agreement for people: three decimals, as the bounds that it is read by have, and more where rounding would carry
 * it over one of them.
 */
export function showAlpha(alpha: number | null, bounds: readonly number[] = []): string {
  return showScore(alpha, bounds, 3).replace(/^-(0\.0+)$/, '$1');
}

/** Two scores with one decimal, and with more where they would look the same and are not. */
export function showApart(a: number, b: number): [string, string] {
  for (let digits = 1; digits < 15; digits++) {
    const [first, second] = [a.toFixed(digits), b.toFixed(digits)];
    if (first !== second || a === b) return [first, second];
  }
  return [String(a), String(b)];
}

/** Points with one decimal; what is more than nothing never shows as nothing. */
export function showPoints(points: number): string {
  return points > 0 && points < 0.05 ? '<0.1' : points.toFixed(1);
}

/** A whole number with a comma before each three digits. */
export function showCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A range of scores as one reads it: `55.0 to 66.7`, or the one number where both ends are the same. */
export function showRange(low: number | null, high: number | null): string {
  if (low === null || high === null) return 'none';
  const [from, to] = [showScore(low), showScore(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** A bar of whole and empty blocks. */
export function bar(score: number | null, cells: number): string {
  const full = score === null ? 0 : Math.round((score / 100) * cells);
  return '█'.repeat(full) + '░'.repeat(cells - full);
}
