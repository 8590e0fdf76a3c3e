import { sameData } from '../../core/same-data.ts';
import type { Change } from '../../interview/entries.ts';
import type { Item } from '../../interview/plan.ts';
import type { HeldConflict } from './conflicts.ts';

/** What the browser keeps, as JSON. */
export interface Copy {
  readonly format: 'compass-form-copy/1';
  readonly name: string;
  /** The answers file as it was opened or last saved. */
  readonly text: string;
  /** What was answered since. Writing them as data takes no time from whoever is typing. */
  readonly changes: readonly Change[];
  /** Levels and ticks that do not go together yet, which no answers file can hold. */
  readonly pending: readonly { readonly id: string; readonly level: number | null; readonly marks: readonly string[] }[];
  /** Questions that do not apply, without a reason yet. */
  readonly unexplained: readonly string[];
  readonly conflicts: readonly HeldConflict[];
  /** Whether the answers file on disk had all of it. */
  readonly isInFile: boolean;
  readonly at: Item;
}

/** @returns undefined if the text is not a copy */
export function parseCopy(text: string): Copy | undefined {
  try {
    const copy = JSON.parse(text) as Partial<Copy> | null;
    const isCopy = copy?.format === 'compass-form-copy/1' && typeof copy.text === 'string' && typeof copy.name === 'string';
    return isCopy &&
      Array.isArray(copy.changes) &&
      Array.isArray(copy.pending) &&
      Array.isArray(copy.unexplained) &&
      Array.isArray(copy.conflicts) &&
      copy.at
      ? (copy as Copy)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Pending choices after another tab wrote: theirs, and those that were changed here since the last time both were the same. */
export function mergedPending(base: Copy['pending'], mine: Copy['pending'], theirs: Copy['pending']): Copy['pending'] {
  const find = (list: Copy['pending'], id: string) => list.find((each) => each.id === id) ?? null;
  const changed = new Set([...mine, ...base].map(({ id }) => id).filter((id) => !sameData(find(mine, id), find(base, id))));
  return [...theirs.filter(({ id }) => !changed.has(id)), ...mine.filter(({ id }) => changed.has(id))];
}
