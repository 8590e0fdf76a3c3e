import type { Mark } from '../rubric.ts';
import { krippendorffAlpha } from './alpha.ts';
import type { MarkDecision, MarksAgreement, View } from './result.ts';
import { equalPairs, mean } from './share.ts';
import type { QuestionViews } from './views.ts';

/**
 * The reviewers' decisions on each mark, in the rubric's order. A reviewer whose answer has no list of marks decided on none.
 * @returns empty if there are no marks
 */
export function markDecisions(marks: readonly Mark[] | undefined, views: readonly View[]): MarkDecision[] {
  const deciding = views.filter((view) => view.marks);
  return (marks ?? []).map(({ id }) => {
    const by = (isTicked: boolean): string[] =>
      deciding.filter(({ marks: ticked = [] }) => ticked.includes(id) === isTicked).map(({ reviewer }) => reviewer);
    return { id, ticked: by(true), unticked: by(false) };
  });
}

/** Whether reviewers differ on a mark. */
export function isDivided({ ticked, unticked }: MarkDecision): boolean {
  return ticked.length > 0 && unticked.length > 0;
}

/** Agreement on marks: each mark is a unit, with the values ticked and not ticked. */
export function agreementOnMarks(decisions: readonly MarkDecision[]): MarksAgreement {
  const units = decisions.map(({ ticked, unticked }) => [...unticked.map(() => 0), ...ticked.map(() => 1)]);
  const { value, because } = krippendorffAlpha({ domain: [0, 1], units }, 'nominal');
  const shares = units.map(equalPairs).filter((share) => share !== null);
  return {
    percent: shares.length === 0 ? null : 100 * mean(shares),
    alpha: value,
    ...(because && { because }),
    compared: shares.length,
    alike: shares.filter((share) => share === 1).length,
  };
}

/** The agreement on the marks of these questions; undefined if none of them lists marks. */
export function marksOver(questions: readonly QuestionViews[]): MarksAgreement | undefined {
  const marked = questions.filter(({ scored }) => scored.question.marks);
  if (marked.length === 0) return undefined;
  return agreementOnMarks(marked.flatMap(({ scored, views }) => markDecisions(scored.question.marks, views)));
}
