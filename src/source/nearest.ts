import { closest, distance } from 'fastest-levenshtein';

/** The known name that was probably meant: no further away than a third of its letters; undefined where none is that near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || name.length > 200) return undefined;
  const best = closest(name, [...known]);
  return distance(name, best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}
