import type { Assessment } from '../core/answers.ts';
import { applies, type QuestionState } from '../core/applicability.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';

/** One thing to ask. */
export interface Item {
  readonly kind: 'question' | 'guiding' | 'flag';
  readonly id: string;
}

/** A part of the questionnaire that one goes through in a row: all features, one of them, a step, or the red flags. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** The features' questions, then each step, then the flags: the order in which an interview offers them. */
export function partsOf({ rubric }: PreparedRubric): { features: Part[]; steps: Part[]; flags: Part | undefined } {
  const flags = rubric.flags.map(({ id }): Item => ({ kind: 'flag', id }));
  return {
    features: rubric.features.map(({ id, title, questions }) => ({
      id,
      title,
      items: questions.map((question): Item => ({ kind: 'question', id: question.id })),
    })),
    steps: rubric.steps.map(({ id, title, questions }) => ({
      id,
      title,
      items: questions.map((question): Item => ({ kind: 'guiding', id: question.id })),
    })),
    flags: flags.length === 0 ? undefined : { id: 'flags', title: 'flags', items: flags },
  };
}

/** The text of an item; one of another kind may have its id. */
export function textOf({ questions, guidingQuestions, flags }: PreparedRubric, { kind, id }: Item): string {
  const found = { question: questions.get(id)?.question, guiding: guidingQuestions.get(id), flag: flags.get(id) }[kind];
  return found?.text ?? '';
}

/** Whether an item still waits for its answer. A question that does not apply waits for none. */
export function isOpen(item: Item, assessment: Assessment, states: ReadonlyMap<string, QuestionState>): boolean {
  switch (item.kind) {
    case 'question':
      return states.get(item.id)?.kind === 'unanswered';
    case 'guiding':
      return (assessment.steps.get(item.id)?.status ?? null) === null;
    case 'flag':
      return (assessment.flags.get(item.id)?.present ?? null) === null;
  }
}

/** Whether an item can be asked: false if a condition rules it out. */
export function isAskable(item: Item, states: ReadonlyMap<string, QuestionState>): boolean {
  const state = states.get(item.id);
  return item.kind !== 'question' || state === undefined || applies(state) || state.kind === 'not-applicable';
}

/** Index of the next open item after `from`; undefined if there is none. */
export function nextOpen(
  items: readonly Item[],
  from: number,
  assessment: Assessment,
  states: ReadonlyMap<string, QuestionState>,
): number | undefined {
  const index = items.findIndex((item, at) => at > from && isOpen(item, assessment, states));
  return index === -1 ? undefined : index;
}

/** What is marked for review, in the rubric's order. */
export function toReview({ questions, guidingQuestions, flags }: PreparedRubric, assessment: Assessment): Item[] {
  const marked = (kind: Item['kind'], id: string, answer: { readonly review?: string } | undefined): Item[] =>
    answer?.review === undefined ? [] : [{ kind, id }];
  return [
    ...[...questions.keys()].flatMap((id) => marked('question', id, assessment.answers.get(id))),
    ...[...guidingQuestions.keys()].flatMap((id) => marked('guiding', id, assessment.steps.get(id))),
    ...[...flags.keys()].flatMap((id) => marked('flag', id, assessment.flags.get(id))),
  ];
}

/** All features as one part. */
export function featuresPart(prepared: PreparedRubric): Part {
  const items = partsOf(prepared).features.flatMap((part) => part.items);
  return { id: 'features', title: phrase('interview', 'all-features'), items };
}

/** The part in which an item comes up when the reviewer goes there: all features, its step, or the flags; undefined if the rubric lacks it. */
export function partWith(prepared: PreparedRubric, id: string): Part | undefined {
  const { steps, flags } = partsOf(prepared);
  const parts = [featuresPart(prepared), ...steps, ...(flags ? [{ ...flags, title: phrase('interview', 'flags') }] : [])];
  return parts.find(({ items }) => items.some((item) => item.id === id));
}
