import { grouped, numberWords, withDecimalSign } from './language.ts';

/**
 * Formats a score with one decimal, or with more if rounding would show it at a bound that it does not reach (59.96 is not 60.0).
 * @param bounds gates or band limits that the reader may compare the score with
 * @param least the minimum number of decimals
 */
export function showScore(score: number | null, bounds: readonly number[] = [], least = 1): string {
  if (score === null) return numberWords().none;
  for (let digits = least; digits < 15; digits++) {
    const shown = score.toFixed(digits);
    if (bounds.every((bound) => Number(shown) >= bound === score >= bound)) return withDecimalSign(shown);
  }
  return withDecimalSign(String(score));
}

/**
 * Formats a coefficient of agreement with three decimals, as its bounds have, or with more if rounding would show it at a bound
 * that it does not reach.
 */
export function showAlpha(alpha: number | null, bounds: readonly number[] = []): string {
  return showScore(alpha, bounds, 3).replace(/^-(0[.,]0+)$/, '$1');
}

/** Formats two scores with one decimal, or with more if different scores would look the same. */
export function showApart(a: number, b: number): [string, string] {
  for (let digits = 1; digits < 15; digits++) {
    const [first, second] = [a.toFixed(digits), b.toFixed(digits)];
    if (first !== second || a === b) return [withDecimalSign(first), withDecimalSign(second)];
  }
  return [withDecimalSign(String(a)), withDecimalSign(String(b))];
}

/** Formats points with one decimal. A positive number is never shown as 0.0. */
export function showPoints(points: number): string {
  return withDecimalSign(points > 0 && points < 0.05 ? '<0.1' : points.toFixed(1));
}

/** Formats an integer with thousands separators. */
export function showCount(count: number): string {
  return grouped(count);
}

/** Formats a range of scores: `55.0 to 66.7`, or one number if both ends look the same. */
export function showRange(low: number | null, high: number | null): string {
  const { none, range } = numberWords();
  if (low === null || high === null) return none;
  const [from, to] = [showScore(low), showScore(high)];
  return from === to ? from : range.replace('{from}', from).replace('{to}', to);
}

/** A bar of filled and empty block characters, `cells` characters wide. */
export function bar(score: number | null, cells: number): string {
  const full = score === null ? 0 : Math.round((score / 100) * cells);
  return '█'.repeat(full) + '░'.repeat(cells - full);
}
