import { type Answer, type Assessment, emptyAssessment } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { sameData } from '../core/same-data.ts';
import { type AnswersText, mergedChange, readAnswersText, withChanges } from './answers-text.ts';
import { type Change, type Section, type Sections, serialise } from './entries.ts';
import { entryIn } from './merge.ts';

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
 * Merges imported answers into an answers file as the save of a second person: an entry that only one has is taken from that one, and two
 * entries with the same answer complete each other. Comments and order of the file are preserved.
 * @param replaces whether an imported entry takes the place of a different one; of what is known of the draft and the reviewer, only what
 * differs is replaced
 */
export function mergeImported(file: AnswersText, imported: Assessment, prepared: PreparedRubric, replaces = false): MergedImport {
  const changes: Change[] = [];
  const clashes: ImportClash[] = [];
  for (const change of changesOf(imported, prepared)) {
    const { section, id } = change;
    const there = entryIn(file.assessment, section, id);
    const merged = mergedChange(emptyAssessment(), file.assessment, completed(change, there));
    if ('clash' in merged) {
      clashes.push({ id: id ?? section, theirs: merged.clash.theirs, mine: change.value });
      changes.push(id === undefined ? { ...change, value: { ...there, ...change.value } as Sections[Section] } : change);
    } else if (!sameData(merged.change.value, there)) changes.push(merged.change);
  }
  const features = [...imported.features].filter(([id, value]) => !sameData(file.assessment.features.get(id), value));
  for (const [id, mine] of features) {
    const theirs = file.assessment.features.get(id);
    if (theirs) clashes.push({ id, theirs, mine });
  }
  if (clashes.length > 0 && !replaces) return { clashes };
  const next = changes.length === 0 ? file : withChanges(file, changes, prepared);
  return { next: withFeatures(next, features, prepared), replaced: clashes };
}

/** An entry that gives no answer of its own, only reasons, goes with the answer that is there. */
function completed(change: Change, there: object | undefined): Change {
  const keys = { answers: ['level', 'notApplicable', 'marks'], steps: ['status'], flags: ['present'] } as const;
  if (there === undefined || !(change.section in keys)) return change;
  const value = change.value as unknown as Readonly<Record<string, unknown>>;
  const own: readonly string[] = keys[change.section as keyof typeof keys];
  if (own.some((key) => value[key] !== null && value[key] !== undefined)) return change;
  const theirs = there as Readonly<Record<string, unknown>>;
  const answer = Object.fromEntries(own.filter((key) => theirs[key] !== undefined).map((key) => [key, theirs[key]]));
  return { ...change, value: { ...value, ...answer } as unknown as Answer };
}

function changesOf(imported: Assessment, prepared: PreparedRubric): Change[] {
  const one = <Name extends 'draft' | 'reviewer'>(section: Name): Change[] =>
    Object.keys(imported[section]).length > 0
      ? [{ section, id: undefined, value: imported[section] as Sections[Section], order: [] }]
      : [];
  const many = (section: 'answers' | 'steps' | 'flags', order: readonly string[]): Change[] =>
    [...imported[section]].map(([id, value]) => ({ section, id, value, order }));
  return [
    ...one('draft'),
    ...one('reviewer'),
    ...many('answers', [...prepared.questions.keys()]),
    ...many('steps', [...prepared.guidingQuestions.keys()]),
    ...many('flags', [...prepared.flags.keys()]),
  ];
}

function withFeatures(
  file: AnswersText,
  features: readonly (readonly [string, { readonly notApplicable: string }])[],
  prepared: PreparedRubric,
): AnswersText {
  if (features.length === 0) return file;
  const document = file.parsed.document().clone();
  for (const [id, value] of features) document.setIn(['features', id], document.createNode(value));
  return readAnswersText(serialise(document, file.text, file.name), file.name, prepared);
}
