import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../core/answers.ts';
import type { Section, Sections } from './entries.ts';

/** What an entry decides. Its reasons belong to it: a level of one hand and a rationale of another are nobody's answer. */
const decisive = ['level', 'notApplicable', 'status', 'present'];

type Entry = Readonly<Record<string, unknown>>;

/** What of an entry two hands have made; undefined where only its people can decide. */
export type Merged<Value> = { readonly value: Value } | undefined;

/**
 * Merges what two hands made of one entry. Where both decide the same, reasons that only one of them changed are taken from there;
 * whatever they changed to different things is left to people.
 * @param base what both started from
 */
export function mergeEntry<Name extends Section>(
  base: Sections[Name] | undefined,
  theirs: Sections[Name] | undefined,
  mine: Sections[Name],
): Merged<Sections[Name]> {
  const [before, there, here] = [asEntry(base), asEntry(theirs), asEntry(mine)];
  if (isDeepStrictEqual(there, before)) return { value: mine };
  if (decisive.some((key) => !isDeepStrictEqual(there[key], here[key]))) return undefined;
  const merged: Record<string, unknown> = { ...mine };
  for (const key of new Set([...Object.keys(there), ...Object.keys(here), ...Object.keys(before)])) {
    const changedThere = !isDeepStrictEqual(there[key], before[key]);
    if (!changedThere || isDeepStrictEqual(there[key], here[key])) continue;
    if (!isDeepStrictEqual(here[key], before[key])) return undefined;
    if (there[key] !== undefined) merged[key] = there[key];
    else if (Array.isArray(merged[key])) merged[key] = [];
    else delete merged[key];
  }
  return { value: merged as unknown as Sections[Name] };
}

/** An entry's keys that say something, with nothing decided where there is no entry. */
function asEntry(value: object | undefined): Entry {
  return withoutNothing((value ?? {}) as Entry);
}

function withoutNothing(entry: Entry): Entry {
  const isNothing = (value: unknown): boolean =>
    value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => !isNothing(value)));
}

/** The entry of an assessment that stands under a section and an id. */
export function entryIn<Name extends Section>(
  assessment: Assessment,
  section: Name,
  id: string | undefined,
): Sections[Name] | undefined;
export function entryIn(assessment: Assessment, section: Section, id = ''): Sections[Section] | undefined {
  if (section === 'draft' || section === 'reviewer') return assessment[section];
  return assessment[section].get(id);
}

/** What differs between two readings of a file: full ids, and `draft` or `reviewer`. */
export function changedEntries(before: Assessment, after: Assessment): string[] {
  const whole = (['draft', 'reviewer'] as const).filter((section) => !isDeepStrictEqual(before[section], after[section]));
  const single = (['answers', 'steps', 'flags', 'features'] as const).flatMap((section) => {
    const [old, now]: ReadonlyMap<string, unknown>[] = [before[section], after[section]];
    return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].filter(
      (id) => !isDeepStrictEqual(old?.get(id), now?.get(id)),
    );
  });
  return [...whole, ...single];
}
