import type { PreparedRubric } from '../rubric.ts';
import { agreeingPairs } from './agreement.ts';
import { isDivided, markDecisions } from './marks.ts';
import type { Discussion, FlagDisagreement, StepDisagreement } from './result.ts';
import { isAnswer, type Member, type QuestionViews, valueAt } from './views.ts';

/**
 * The questions on whose level or marks the reviewers disagree, in the order in which to discuss them: first those that decide
 * whether the band is capped; then by the mean difference between two reviewers in points of the overall score; then by the share
 * of pairs that agree, lowest first; then by the number of marks on which they differ; then in the rubric's order. So questions of
 * which only the marks differ come last.
 */
export function toDiscuss(questions: readonly QuestionViews[]): Discussion[] {
  const points = pointsByQuestion(questions);
  return questions
    .flatMap((each) => {
      const { question } = each.scored;
      const agreeing = agreeingPairs(each) ?? 1;
      const marks = markDecisions(question.marks, each.views).filter(isDivided);
      if (agreeing === 1 && marks.length === 0) return [];
      const entry: Discussion = {
        question: question.id,
        points: (points.get(question.id) ?? 0) * meanDistance(each),
        contestedCritical: question.critical && isContestedAtZero(each),
        ...(marks.length > 0 && { marks: marks.map(({ id }) => id) }),
      };
      return [{ entry, agreeing, marks: marks.length, order: each.scored.order }];
    })
    .sort(
      (a, b) =>
        Number(b.entry.contestedCritical) - Number(a.entry.contestedCritical) ||
        b.entry.points - a.entry.points ||
        a.agreeing - b.agreeing ||
        b.marks - a.marks ||
        a.order - b.order,
    )
    .map(({ entry }) => entry);
}

/** Red flags on which the reviewers who checked them disagree, severe ones first. */
export function flagsToDiscuss({ rubric }: PreparedRubric, members: readonly Member[]): FlagDisagreement[] {
  const severities = ['severe', 'serious', 'watch'];
  return rubric.flags
    .flatMap(({ id, severity }): FlagDisagreement[] => {
      const views = members.map(({ label, assessment }) => {
        const answer = assessment.flags.get(id);
        return {
          reviewer: label,
          present: answer?.present ?? null,
          ...(answer?.rationale !== undefined && { rationale: answer.rationale }),
          evidence: answer?.evidence ?? [],
        };
      });
      return differ(views.map(({ present }) => present)) ? [{ id, severity, views }] : [];
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Guiding questions on which the reviewers disagree. */
export function stepsToDiscuss({ guidingQuestions }: PreparedRubric, members: readonly Member[]): StepDisagreement[] {
  return [...guidingQuestions.keys()].flatMap((id) => {
    const views = members.map(({ label, assessment }) => {
      const answer = assessment.steps.get(id);
      return { reviewer: label, status: answer?.status ?? null, ...(answer?.notes !== undefined && { notes: answer.notes }) };
    });
    return differ(views.map(({ status }) => status)) ? [{ id, views }] : [];
  });
}

function differ(answers: readonly unknown[]): boolean {
  return new Set(answers.filter((answer) => answer !== null)).size > 1;
}

/** Points of the overall score that each question is worth, 0..100. Leaves out questions that count for no reviewer. */
function pointsByQuestion(questions: readonly QuestionViews[]): Map<string, number> {
  const counted = questions.filter(({ views }) => views.some(({ state }) => state === 'scored' || state === 'unanswered'));
  const weightsById = new Map<string, { feature: number; questions: number }>();
  for (const { scored } of counted) {
    const { id, weight } = scored.feature;
    const questions = (weightsById.get(id)?.questions ?? 0) + scored.question.weight;
    weightsById.set(id, { feature: weight, questions });
  }
  const features = [...weightsById.values()].filter(({ questions }) => questions > 0);
  const total = features.reduce((sum, weights) => sum + weights.feature, 0);
  return new Map(
    counted.map(({ scored: { question, feature } }) => {
      const weights = weightsById.get(feature.id);
      const counts = total > 0 && weights !== undefined && weights.questions > 0;
      const share = counts ? (weights.feature / total) * (question.weight / weights.questions) : 0;
      return [question.id, 100 * share];
    }),
  );
}

/** The mean distance between two answers, over all pairs of reviewers, in values (0..1); 1 between a level and "not applicable". */
function meanDistance({ scored, views }: QuestionViews): number {
  const values = views
    .filter(isAnswer)
    .map(({ level }) => (level === null ? null : valueAt(scored, level)))
    // Sorted, so that the sum does not depend on the order of the reviewers to the last digit.
    .sort((a, b) => (a === null || b === null ? Number(b === null) - Number(a === null) : a - b));
  let [sum, pairs] = [0, 0];
  for (const [index, first] of values.entries()) {
    for (const second of values.slice(index + 1)) {
      sum += first === null || second === null ? Number(first !== second) : Math.abs(first - second);
      pairs += 1;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

function isContestedAtZero({ views }: QuestionViews): boolean {
  const answers = views.filter(isAnswer);
  return answers.some(({ level }) => level === 0) && answers.some(({ level }) => level !== 0);
}
