import { closest, distance } from 'fastest-levenshtein';

/**
 * The known name that was probably meant: the nearest by edit distance, if the distance is at most a third of its length (or 2).
 * Returns undefined if there is no such name.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || name.length > 200) return undefined;
  const best = closest(name, [...known]);
  return distance(name, best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}
