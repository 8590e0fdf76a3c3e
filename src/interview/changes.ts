import type { Answer, Assessment, Confidence, Elsewhere, FlagAnswer, StepAnswer } from '../core/answers.ts';
import { answerOf, type Change, flagOf, stepOf } from './entries.ts';
import type { Item } from './plan.ts';

/**
 * What a reviewer's acts change, in whatever user interface. The terminal and the form make every change here, so that the same
 * answers become the same file.
 */

/** A level, with the marks that were ticked. Without `marks`, those that are saved stay. A level makes the question applicable. */
export function levelChange(assessment: Assessment, id: string, level: number, marks?: readonly string[]): Change {
  const value: Answer = { ...answerOf(assessment, id), level, notApplicable: null, ...(marks && { marks }) };
  return { section: 'answers', id, value };
}

/** A question that does not apply has no level and no marks, and nothing of it is left to review. */
export function notApplicableChange(assessment: Assessment, id: string, reason: string): Change {
  const { review: _, marks: __, ...answer } = answerOf(assessment, id);
  return { section: 'answers', id, value: { ...answer, level: null, notApplicable: reason } };
}

/** The status of a guiding question. */
export function statusChange(assessment: Assessment, id: string, status: StepAnswer['status']): Change {
  return { section: 'steps', id, value: { ...stepOf(assessment, id), status } };
}

/** Whether a red flag is present; null takes the answer back. */
export function presentChange(assessment: Assessment, id: string, present: boolean | null): Change {
  return { section: 'flags', id, value: { ...flagOf(assessment, id), present } };
}

/** The reasons that are saved for an item: the rationale of an answer, or the notes of a guiding question; '' if there are none. */
export function reasonsOf(assessment: Assessment, { kind, id }: Item): string {
  switch (kind) {
    case 'question':
      return answerOf(assessment, id).rationale ?? '';
    case 'guiding':
      return stepOf(assessment, id).notes ?? '';
    case 'flag':
      return flagOf(assessment, id).rationale ?? '';
  }
}

/** Other reasons; '' removes them. */
export function reasonsChange(assessment: Assessment, { kind, id }: Item, text: string): Change {
  switch (kind) {
    case 'question': {
      const { rationale: _, ...answer } = answerOf(assessment, id);
      return { section: 'answers', id, value: text === '' ? answer : { ...answer, rationale: text } };
    }
    case 'guiding': {
      const { notes: _, ...answer } = stepOf(assessment, id);
      return { section: 'steps', id, value: text === '' ? answer : { ...answer, notes: text } };
    }
    case 'flag': {
      const { rationale: _, ...answer } = flagOf(assessment, id);
      return { section: 'flags', id, value: text === '' ? answer : { ...answer, rationale: text } };
    }
  }
}

/** How sure the reviewer is of a level; undefined removes it. */
export function confidenceChange(assessment: Assessment, id: string, confidence: Confidence | undefined): Change {
  const { confidence: _, ...answer } = answerOf(assessment, id);
  return { section: 'answers', id, value: confidence ? { ...answer, confidence } : answer };
}

/** What other law in force gives on a question; undefined removes it. */
export function elsewhereChange(assessment: Assessment, id: string, elsewhere: Elsewhere | undefined): Change {
  const { elsewhere: _, ...answer } = answerOf(assessment, id);
  return { section: 'answers', id, value: elsewhere ? { ...answer, elsewhere } : answer };
}

/** The answer without its mark for review. */
export function reviewedChange(assessment: Assessment, { kind, id }: Item): Change {
  switch (kind) {
    case 'question': {
      const { review: _, ...value } = answerOf(assessment, id);
      return { section: 'answers', id, value };
    }
    case 'guiding': {
      const { review: _, ...value } = stepOf(assessment, id);
      return { section: 'steps', id, value };
    }
    case 'flag': {
      const { review: _, ...value } = flagOf(assessment, id);
      return { section: 'flags', id, value };
    }
  }
}

/** The answer taken back: only what belongs to the work around it stays (reasons, evidence, owner and date). */
export function clearedChange(assessment: Assessment, { kind, id }: Item): Change {
  switch (kind) {
    case 'question': {
      const { marks: _, confidence: __, ...answer } = answerOf(assessment, id);
      return { section: 'answers', id, value: { ...answer, level: null, notApplicable: null } };
    }
    case 'guiding':
      return { section: 'steps', id, value: { ...stepOf(assessment, id), status: null } satisfies StepAnswer };
    case 'flag':
      return { section: 'flags', id, value: { ...flagOf(assessment, id), present: null } satisfies FlagAnswer };
  }
}
