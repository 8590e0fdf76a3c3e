import type { Carried } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import type { AnswersFile } from '../schema/types.ts';
import { compareVersions } from '../text/version.ts';

/** How the ids of an answers file map onto the rubric in use. */
export interface IdMapping {
  /** The current id of a question; undefined if the rubric in use does not have the question. */
  readonly idOf: (id: string) => string | undefined;
  /** Former id to current id, for the former ids in the file. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Ids in the file that the rubric does not have, with the reason why that is not an error. */
  readonly dropped: ReadonlyMap<string, string>;
  /** Set if the file was made with another version, or uses former or retired ids. */
  readonly carried: Carried | undefined;
}

/**
 * Maps the ids of an answers file, which may be from another version with the same major number, to the rubric in use. Retired
 * ids are dropped. Unknown ids are dropped if the file is from a newer version; otherwise they are errors, which
 * `semanticProblems` reports.
 */
export function mapIds(file: AnswersFile, prepared: PreparedRubric): IdMapping {
  const { rubric, questions, guidingQuestions, formerIds } = prepared;
  const from = typeof file.rubric?.version === 'string' ? file.rubric.version : rubric.version;
  const retired = new Map(rubric.retired.map(({ id, reason }) => [id, reason]));
  const renamed = new Map<string, string>();
  const dropped = new Map<string, string>();
  for (const section of [file.answers, file.steps]) {
    for (const id of keysOf(section)) {
      if (questions.has(id) || guidingQuestions.has(id)) continue;
      const currentId = formerIds.get(id);
      const reason = retired.get(id);
      if (currentId !== undefined) renamed.set(id, currentId);
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

function isNewer(version: string, than: string): boolean {
  return compareVersions(version, than) > 0;
}

function keysOf(section: unknown): string[] {
  return typeof section === 'object' && section !== null ? Object.keys(section) : [];
}
