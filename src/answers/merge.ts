import type { Assessment } from '../core/answers.ts';
import { sameData } from '../core/same-data.ts';
import type { Section, Sections } from './entries.ts';

/**
 * The keys that are the answer itself. If they differ, entries are not merged, since one person's level with another's rationale
 * would be nobody's answer.
 */
const answerKeys = ['level', 'marks', 'notApplicable', 'status', 'present'];

type Entry = Readonly<Record<string, unknown>>;

/** The merged entry; undefined if there is a conflict. */
export type Merged<Value> = { readonly value: Value } | undefined;

/**
 * Three-way merge of one entry that was changed by two people. If both give the same answer, each other key is taken from the one
 * who changed it. If both changed it to different values, there is a conflict.
 * @param base the entry before both changes
 * @param theirs the entry in the file now
 * @param mine the entry to be saved
 */
export function mergeEntry<Name extends Section>(
  base: Sections[Name] | undefined,
  theirs: Sections[Name] | undefined,
  mine: Sections[Name],
): Merged<Sections[Name]> {
  const [before, there, here] = [asEntry(base), asEntry(theirs), asEntry(mine)];
  if (sameData(there, before)) return { value: mine };
  if (answerKeys.some((key) => !sameData(there[key], here[key]))) return undefined;
  const merged: Record<string, unknown> = { ...mine };
  for (const key of new Set([...Object.keys(there), ...Object.keys(here), ...Object.keys(before)])) {
    const changedThere = !sameData(there[key], before[key]);
    if (!changedThere || sameData(there[key], here[key])) continue;
    if (!sameData(here[key], before[key])) return undefined;
    if (there[key] !== undefined) merged[key] = there[key];
    else if (Array.isArray(merged[key])) merged[key] = [];
    else delete merged[key];
  }
  return { value: merged as unknown as Sections[Name] };
}

/**
 * The keys of an entry that have a value: neither undefined, null nor an empty list. An empty list of marks is a value: none was
 * seen. Their order says nothing.
 */
export function asEntry(value: object | undefined): Entry {
  const isEmpty = (each: unknown): boolean => each === undefined || each === null || (Array.isArray(each) && each.length === 0);
  const { marks, ...others } = (value ?? {}) as { readonly marks?: readonly string[] };
  const filled = Object.fromEntries(Object.entries(others).filter(([, each]) => !isEmpty(each)));
  return marks ? { ...filled, marks: [...marks].sort() } : filled;
}

/** The entry of an assessment with this section and id. */
export function entryIn<Name extends Section>(
  assessment: Assessment,
  section: Name,
  id: string | undefined,
): Sections[Name] | undefined;
export function entryIn(assessment: Assessment, section: Section, id = ''): Sections[Section] | undefined {
  if (section === 'draft' || section === 'reviewer') return assessment[section];
  return assessment[section].get(id);
}

/** Names an entry: two sections may have one id. */
export interface EntryName {
  readonly section: Section;
  /** Undefined for the draft and the reviewer, which are one entry each. */
  readonly id: string | undefined;
}

/** The entries that differ between two assessments. */
export function changedEntries(before: Assessment, after: Assessment): EntryName[] {
  const whole = (['draft', 'reviewer'] as const)
    .filter((section) => !sameData(before[section], after[section]))
    .map((section) => ({ section, id: undefined }));
  const single = (['answers', 'steps', 'flags', 'features'] as const).flatMap((section) => {
    const [old, now]: ReadonlyMap<string, unknown>[] = [before[section], after[section]];
    return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])]
      .filter((id) => !sameData(old?.get(id), now?.get(id)))
      .map((id) => ({ section, id }));
  });
  return [...whole, ...single];
}
