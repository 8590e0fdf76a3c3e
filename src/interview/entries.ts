import type { Answer, Assessment, Draft, Evidence, FlagAnswer, Reviewer, StepAnswer } from '../core/answers.ts';
import type { Item } from './plan.ts';

/** An entry of the answers file that gets a new value. */
export type Change =
  | { readonly section: 'draft'; readonly value: Draft }
  | { readonly section: 'reviewer'; readonly value: Reviewer }
  | { readonly section: 'answers'; readonly id: string; readonly value: Answer }
  | { readonly section: 'steps'; readonly id: string; readonly value: StepAnswer }
  | { readonly section: 'flags'; readonly id: string; readonly value: FlagAnswer };

/** The answer to a question; an empty one if there is none yet. */
export function answerOf({ answers }: Assessment, id: string): Answer {
  return answers.get(id) ?? { level: null, notApplicable: null, evidence: [] };
}

/** The answer to a guiding question of a step. */
export function stepOf({ steps }: Assessment, id: string): StepAnswer {
  return steps.get(id) ?? { status: null };
}

export function flagOf({ flags }: Assessment, id: string): FlagAnswer {
  return flags.get(id) ?? { present: null, evidence: [] };
}

/** What an item's answer has in common with those of the other kinds. */
export type AnyAnswer = Answer | StepAnswer | FlagAnswer;

export function entryOf(assessment: Assessment, { kind, id }: Item): AnyAnswer {
  switch (kind) {
    case 'question':
      return answerOf(assessment, id);
    case 'guiding':
      return stepOf(assessment, id);
    case 'flag':
      return flagOf(assessment, id);
  }
}

/** The evidence of an answer; an interview collects none for guiding questions. */
export function evidenceOf(assessment: Assessment, item: Item): readonly Evidence[] {
  const entry = entryOf(assessment, item);
  return entry.evidence ?? [];
}

/** The same answer with other evidence. */
export function withEvidence(assessment: Assessment, { kind, id }: Item, evidence: readonly Evidence[]): Change {
  switch (kind) {
    case 'question':
      return { section: 'answers', id, value: { ...answerOf(assessment, id), evidence } };
    case 'guiding':
      return { section: 'steps', id, value: { ...stepOf(assessment, id), evidence } };
    case 'flag':
      return { section: 'flags', id, value: { ...flagOf(assessment, id), evidence } };
  }
}

/** The same answer with a mark that says why to look at it again. */
export function withReview(assessment: Assessment, { kind, id }: Item, review: string): Change {
  switch (kind) {
    case 'question':
      return { section: 'answers', id, value: { ...answerOf(assessment, id), review } };
    case 'guiding':
      return { section: 'steps', id, value: { ...stepOf(assessment, id), review } };
    case 'flag':
      return { section: 'flags', id, value: { ...flagOf(assessment, id), review } };
  }
}

/** The assessment with changes made, in their order. */
export function changed(assessment: Assessment, changes: readonly Change[]): Assessment {
  return changes.reduce(withChange, assessment);
}

function withChange(assessment: Assessment, change: Change): Assessment {
  switch (change.section) {
    case 'draft':
      return { ...assessment, draft: change.value };
    case 'reviewer':
      return { ...assessment, reviewer: change.value };
    case 'answers':
      return { ...assessment, answers: new Map([...assessment.answers, [change.id, change.value]]) };
    case 'steps':
      return { ...assessment, steps: new Map([...assessment.steps, [change.id, change.value]]) };
    case 'flags':
      return { ...assessment, flags: new Map([...assessment.flags, [change.id, change.value]]) };
  }
}
