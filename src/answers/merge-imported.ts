import { type Assessment, emptyAssessment } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { sameData } from '../core/same-data.ts';
import { type AnswersText, mergedChange, withChanges } from './answers-text.ts';
import type { Change, Section, Sections } from './entries.ts';
import { asEntry, entryIn } from './merge.ts';

/** An entry that both files have, with different answers. */
export interface ImportClash {
  /** The full id; `draft` or `reviewer` for these; of a feature, its id. */
  readonly id: string;
  readonly theirs: object | undefined;
  readonly mine: object;
}

/** The file with the imported answers in it, or what the two disagree on. */
export type MergedImport =
  | {
      readonly next: AnswersText;
      /** Answers of the file that others took the place of. */
      readonly replaced: readonly ImportClash[];
    }
  | { readonly clashes: readonly ImportClash[] };

/**
 * Whether imported entries take the place of others: none does; those that differ do; or all do whose import shows every field of an
 * entry, so that a blank one was withdrawn.
 */
export type Replacing = 'nothing' | 'differing' | 'all';

/**
 * Merges imported answers into an answers file as the save of a second person: an entry that only one has is taken from that one, and two
 * entries with the same answer complete each other. Comments and order of the file are preserved.
 * @param replacing an entry that is replaced is replaced as a whole, but one without an answer of its own, such as a level, leaves the
 * answer that is there, and what it says nothing of; of the draft and the reviewer, only what differs is replaced
 */
export function mergeImported(
  file: AnswersText,
  imported: Assessment,
  prepared: PreparedRubric,
  replacing: Replacing = 'nothing',
): MergedImport {
  const changes: Change[] = [];
  const clashes: ImportClash[] = [];
  for (const change of changesOf(imported, prepared)) {
    const { section, id } = change;
    const there = entryIn(file.assessment, section, id);
    const merged = mergedChange(emptyAssessment(), file.assessment, completed(change, there));
    const isWhole = id !== undefined && hasAnswer(change);
    const isReplaced = 'clash' in merged || (replacing === 'all' && isWhole && withdraws(change.value, there));
    if (isReplaced) {
      const value = (isWhole ? change.value : { ...there, ...asEntry(change.value) }) as Sections[Section];
      clashes.push({ id: id ?? section, theirs: there, mine: replacing === 'nothing' ? change.value : value });
      changes.push({ ...change, value });
    } else if (!sameData(merged.change.value, there)) changes.push(merged.change);
  }
  if (clashes.length > 0 && replacing === 'nothing') return { clashes };
  return { next: changes.length === 0 ? file : withChanges(file, changes, prepared), replaced: clashes };
}

/** The keys that are the answer, by section; other sections have none that an entry can do without. */
const ownKeys: Readonly<Partial<Record<Section, readonly string[]>>> = {
  answers: ['level', 'notApplicable', 'marks'],
  steps: ['status'],
  flags: ['present'],
};

/** Whether an entry gives an answer, and not only reasons. */
function hasAnswer({ section, value }: Change): boolean {
  const entry = asEntry(value);
  return ownKeys[section]?.some((key) => entry[key] !== undefined) ?? true;
}

/** Whether an entry lacks something that is there. */
function withdraws(value: object, there: object | undefined): boolean {
  const entry = asEntry(value);
  return Object.keys(asEntry(there)).some((key) => key !== 'dissent' && !sameData(asEntry(there)[key], entry[key]));
}

/** An entry that gives no answer of its own goes with the answer that is there. */
function completed(change: Change, there: object | undefined): Change {
  if (there === undefined || hasAnswer(change)) return change;
  const theirs = asEntry(there);
  const answer = Object.fromEntries((ownKeys[change.section] ?? []).map((key) => [key, theirs[key]]));
  return { ...change, value: { ...change.value, ...withoutUndefined(answer) } as Sections[Section] };
}

function withoutUndefined(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

function changesOf(imported: Assessment, prepared: PreparedRubric): Change[] {
  const one = <Name extends 'draft' | 'reviewer'>(section: Name): Change[] =>
    Object.keys(imported[section]).length > 0
      ? [{ section, id: undefined, value: imported[section] as Sections[Section], order: [] }]
      : [];
  const many = (section: 'answers' | 'features' | 'steps' | 'flags', order: readonly string[]): Change[] =>
    [...imported[section]].map(([id, value]) => ({ section, id, value, order }));
  return [
    ...one('draft'),
    ...one('reviewer'),
    ...many('answers', [...prepared.questions.keys()]),
    ...many(
      'features',
      prepared.features.map(({ feature }) => feature.id),
    ),
    ...many('steps', [...prepared.guidingQuestions.keys()]),
    ...many('flags', [...prepared.flags.keys()]),
  ];
}
