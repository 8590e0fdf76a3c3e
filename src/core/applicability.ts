import type { Assessment } from './answers.ts';
import type { PreparedRubric } from './rubric.ts';

/** The state of a question. `not-asked` follows from a `when` in the rubric; `not-applicable` is the reviewer's decision. */
export type QuestionState =
  | { readonly kind: 'scored'; readonly level: number }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'not-asked'; readonly because: string };

/**
 * Decides for every question of the rubric whether it applies (scoring rule 2 of docs/methodology.md). Scoring, prompts and
 * reports all use this function, so that they cannot disagree.
 * @returns full question id to state; a question comes after the one that its `when` refers to
 */
export function questionStates(
  { questionsInTopologicalOrder }: PreparedRubric,
  assessment: Assessment,
): Map<string, QuestionState> {
  const states = new Map<string, QuestionState>();
  for (const { question, feature } of questionsInTopologicalOrder) {
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

/** Whether a question in this state counts: it is answered, or it still has to be. */
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
