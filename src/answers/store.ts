import type { Answer, Assessment, Draft, FlagAnswer, Reviewer, StepAnswer } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import type { ParsedSource } from '../source/parse.ts';
import { readExisting } from '../source/read.ts';
import { newAnswersText } from './answers-text.ts';
import type { Section, Sections } from './entries.ts';
import { withLock } from './lock.ts';
import { OpenFile, type OutsideChange } from './open-file.ts';

/** An answers file that is being filled in. */
export interface AnswersStore {
  readonly path: string;
  readonly name: string;
  /** Whether the file existed when it was opened. */
  readonly existed: boolean;
  /** The current content, including changes that others made, as of the last save. */
  readonly assessment: () => Assessment;
  /** Makes the error message about an entry, with the entry's position in the current text of the file. */
  readonly problem: ParsedSource['problem'];
  readonly setDraft: (draft: Draft) => Promise<void>;
  readonly setReviewer: (reviewer: Reviewer) => Promise<void>;
  readonly setAnswer: (id: string, answer: Answer) => Promise<void>;
  readonly setStep: (id: string, answer: StepAnswer) => Promise<void>;
  readonly setFlag: (id: string, answer: FlagAnswer) => Promise<void>;
}

export interface OpenOptions {
  /** Called after a save if others changed or deleted the file since it was last read or written. */
  readonly tell?: ((change: OutsideChange) => void) | undefined;
  /** A larger file is refused. */
  readonly maxBytes?: number | undefined;
}

/**
 * Opens an answers file, or a new one. Nothing is written before the first change. When the promise of a change resolves, the
 * change is on disk. Comments and order are preserved, and so are changes that others make to the file in the meantime.
 * @param name the file's name in messages
 * @throws CompassError if the file exists and has errors. A change rejects with `UnsavedChange` if it could not be saved.
 */
export async function openAnswers(
  path: string,
  name: string,
  prepared: PreparedRubric,
  { tell, maxBytes }: OpenOptions = {},
): Promise<AnswersStore> {
  const existing = await readExisting(path, name, maxBytes);
  const file = new OpenFile({ path, name, prepared, onDisk: existing, text: existing ?? newAnswersText(prepared) });
  const change = async <Name extends Section>(
    section: Name,
    id: string | undefined,
    value: Sections[Name],
    order: readonly string[] = [],
  ): Promise<void> => {
    const outside = await withLock(path, () => file.save({ section, id, value, order }));
    if (outside) tell?.(outside);
  };
  const questionIds = [...prepared.questions.keys()];
  const guidingIds = [...prepared.guidingQuestions.keys()];
  const flagIds = [...prepared.flags.keys()];
  return {
    path,
    name,
    existed: existing !== undefined,
    assessment: () => file.assessment,
    problem: (...args) => file.problem(...args),
    setDraft: (draft) => change('draft', undefined, draft),
    setReviewer: (reviewer) => change('reviewer', undefined, reviewer),
    setAnswer: (id, answer) => change('answers', id, answer, questionIds),
    setStep: (id, answer) => change('steps', id, answer, guidingIds),
    setFlag: (id, answer) => change('flags', id, answer, flagIds),
  };
}
