import type { Answer, Assessment, Draft, FlagAnswer, Reviewer, StepAnswer } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import type { ParsedSource } from '../source/parse.ts';
import { readExisting } from '../source/read.ts';
import type { Section, Sections } from './entries.ts';
import { withLock } from './lock.ts';
import { type Meanwhile, OpenFile } from './open-file.ts';

/** An answers file that is being filled in: what it says, and how to change it without losing what else is in it. */
export interface AnswersStore {
  readonly path: string;
  readonly name: string;
  /** Whether the file was there when it was opened. */
  readonly existed: boolean;
  readonly assessment: () => Assessment;
  /** A fault of the file, placed as it stands now. */
  readonly problem: ParsedSource['problem'];
  readonly setDraft: (draft: Draft) => Promise<void>;
  readonly setReviewer: (reviewer: Reviewer) => Promise<void>;
  readonly setAnswer: (id: string, answer: Answer) => Promise<void>;
  readonly setStep: (id: string, answer: StepAnswer) => Promise<void>;
  readonly setFlag: (id: string, answer: FlagAnswer) => Promise<void>;
}

/**
 * Opens an answers file, or begins one. Nothing is written before the first change. Every change is on disk, whole, when its
 * promise resolves; comments and order of the file survive. What others have written to the file meanwhile stays: the change goes
 * into their text.
 * @param name what to call the file in messages
 * @param tell is told what happened to the file meanwhile
 * @throws CompassError where the file is there and faulty. A change throws an `UnsavedChange` where it could not be saved.
 */
export async function openAnswers(
  path: string,
  name: string,
  prepared: PreparedRubric,
  tell: (meanwhile: Meanwhile) => void = () => {},
  maxBytes?: number,
): Promise<AnswersStore> {
  const existing = await readExisting(path, name, maxBytes);
  const file = new OpenFile(path, name, prepared, existing, existing ?? newAnswersText(prepared));
  const change = async <Name extends Section>(
    section: Name,
    id: string | undefined,
    value: Sections[Name],
    order: readonly string[] = [],
  ): Promise<void> => {
    const meanwhile = await withLock(path, () => file.save({ section, id, value, order }));
    if (meanwhile) tell(meanwhile);
  };
  const questionIds = [...prepared.questions.keys()];
  const guidingIds = [...prepared.guidingQuestions.keys()];
  const flagIds = [...prepared.flags.keys()];
  return {
    path,
    name,
    existed: existing !== undefined,
    assessment: () => file.assessment,
    problem: (...fault) => file.problem(...fault),
    setDraft: (draft) => change('draft', undefined, draft),
    setReviewer: (reviewer) => change('reviewer', undefined, reviewer),
    setAnswer: (id, answer) => change('answers', id, answer, questionIds),
    setStep: (id, answer) => change('steps', id, answer, guidingIds),
    setFlag: (id, answer) => change('flags', id, answer, flagIds),
  };
}

/** The first lines of a new file. */
export function newAnswersText({ rubric }: PreparedRubric): string {
  return `format: compass-answers/1\nrubric: { id: ${rubric.id}, version: ${rubric.version} }\n`;
}
