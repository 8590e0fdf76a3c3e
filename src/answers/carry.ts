import type { Carried } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import type { AnswersFile } from '../schema/types.ts';

/** How the ids of an answers file map onto the rubric in use. */
export interface Carry {
  /** The id of today; undefined where the question is not there any more. */
  readonly idOf: (id: string) => string | undefined;
  /** Former id to the id of today, of those that the file uses. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Ids of the file that this rubric version does not have and need not have. */
  readonly dropped: ReadonlyMap<string, string>;
  /** Set where the file was made with another version. */
  readonly carried: Carried | undefined;
}

/**
 * Carries the answers of another version of the same major over: same ids and former ids keep their answers. An id that
 * only a newer version can know is dropped and listed; under the same or an older version it is an error, which is not decided here.
 */
export function carryAnswers(file: AnswersFile, prepared: PreparedRubric): Carry {
  const { rubric, questions, guidingQuestions, formerIds } = prepared;
  const from = typeof file.rubric?.version === 'string' ? file.rubric.version : rubric.version;
  const retired = new Map(rubric.retired.map(({ id, reason }) => [id, reason]));
  const renamed = new Map<string, string>();
  const dropped = new Map<string, string>();
  for (const section of [file.answers, file.steps]) {
    for (const id of keysOf(section)) {
      if (questions.has(id) || guidingQuestions.has(id)) continue;
      const today = formerIds.get(id);
      const reason = retired.get(id);
      if (today !== undefined) renamed.set(id, today);
      else if (reason !== undefined) dropped.set(id, reason);
      else if (isNewer(from, rubric.version)) dropped.set(id, phrase('versions', 'not-asked', { version: rubric.version }));
    }
  }
  const idOf = (id: string): string | undefined => (dropped.has(id) ? undefined : (renamed.get(id) ?? id));
  if (from === rubric.version && renamed.size === 0 && dropped.size === 0) return { idOf, renamed, dropped, carried: undefined };
  const present = new Set(keysOf(file.answers).map(idOf));
  return {
    idOf,
    renamed,
    dropped,
    carried: {
      from,
      renamed: [...renamed].map(([old, to]) => ({ from: old, to })),
      dropped: [...dropped].map(([question, reason]) => ({ question, reason })),
      unanswered: [...questions.keys()].filter((id) => !present.has(id)),
    },
  };
}

/** Below zero, zero or above zero, as version `a` comes before, is or comes after `b`; both major.minor.patch. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (const index of [0, 1, 2]) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isNewer(version: string, than: string): boolean {
  return compareVersions(version, than) > 0;
}

function keysOf(section: unknown): string[] {
  return typeof section === 'object' && section !== null ? Object.keys(section) : [];
}
