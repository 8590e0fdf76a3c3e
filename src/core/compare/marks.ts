import type { AssessmentResult, QuestionResult } from '../result.ts';
import type { PreparedRubric } from '../rubric.ts';
import type { MarkDelta } from './result.ts';

/**
 * The marks that were added and removed, for each question. Leaves out questions that do not count, or whose marks were not ticked, in
 * one of the versions.
 * @returns an entry for each question with a difference, in the rubric's order
 */
export function compareMarks({ questions }: PreparedRubric, before: AssessmentResult, after: AssessmentResult): MarkDelta[] {
  const earlier = new Map(before.questions.map((question) => [question.id, question]));
  return after.questions.flatMap((now): MarkDelta[] => {
    const ticked = ticksOf(now);
    const then = earlier.get(now.id);
    const tickedBefore = then && ticksOf(then);
    if (!ticked || !then || !tickedBefore) return [];
    const ids = (questions.get(now.id)?.question.marks ?? []).map(({ id }) => id);
    const added = ids.filter((id) => ticked.includes(id) && !tickedBefore.includes(id));
    const removed = ids.filter((id) => tickedBefore.includes(id) && !ticked.includes(id));
    if (added.length + removed.length === 0) return [];
    const reason = now.rationale === undefined ? {} : { rationale: now.rationale };
    return [{ question: now.id, before: then.level, after: now.level, added, removed, ...reason }];
  });
}

/** The ticked marks of a question that counts; undefined if its marks were not ticked. */
function ticksOf({ state, marks }: QuestionResult): readonly string[] | undefined {
  return state === 'scored' || state === 'unanswered' ? marks : undefined;
}
