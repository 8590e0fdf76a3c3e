import type { Assessment } from './answers.ts';
import type { PreparedRubric } from './rubric.ts';

/** Where a question stands. `not-asked` is the rubric's doing (a `when`), `not-applicable` the reviewer's. */
export type QuestionState =
  | { readonly kind: 'scored'; readonly level: number }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'not-asked'; readonly because: string };

/**
 * Decides for every question of the rubric whether it applies (product.md, rule 2). The only place that does: scoring, prompts
 * and reports all ask here.
 * @returns full question id to state, in the order of the conditions.
 */
export function questionStates({ inOrderOfConditions }: PreparedRubric, assessment: Assessment): Map<string, QuestionState> {
  const states = new Map<string, QuestionState>();
  for (const { question, feature } of inOrderOfConditions) {
    const wholeFeature = assessment.features.get(feature.id);
    if (wholeFeature) {
      states.set(question.id, { kind: 'not-applicable', reason: wholeFeature.notApplicable });
      continue;
    }
    const because = question.when && conditionFails(question.when, states);
    if (because) {
      states.set(question.id, { kind: 'not-asked', because });
      continue;
    }
    const answer = assessment.answers.get(question.id);
    if (answer?.notApplicable) states.set(question.id, { kind: 'not-applicable', reason: answer.notApplicable });
    else if (answer && answer.level !== null) states.set(question.id, { kind: 'scored', level: answer.level });
    else states.set(question.id, { kind: 'unanswered' });
  }
  return states;
}

/** Whether a question in this state counts: answered or still to be answered. */
export function applies(state: QuestionState): boolean {
  return state.kind === 'scored' || state.kind === 'unanswered';
}

function conditionFails(
  when: { question: string; atLeast: number },
  states: ReadonlyMap<string, QuestionState>,
): string | undefined {
  const parent = states.get(when.question);
  if (!parent || parent.kind === 'unanswered') return undefined;
  if (parent.kind === 'scored') return parent.level < when.atLeast ? `${when.question} is below ${when.atLeast}` : undefined;
  return `${when.question} does not apply`;
}
