import type { PreparedRubric } from '../rubric.ts';
import { agreeingPairs } from './agreement.ts';
import type { Discussion, FlagDisagreement, StepDisagreement } from './result.ts';
import { isAnswer, type Member, type QuestionViews, valueAt } from './views.ts';

/**
 * The questions that were not answered alike, in the order in which to talk about them: those on which a cap of the band hangs
 * first, then by the points of the overall score that two reviewers lie apart on them (how divided the panel is, times what the
 * question weighs), then by how few pairs agree, then in the rubric's order.
 */
export function toDiscuss(questions: readonly QuestionViews[]): Discussion[] {
  const shares = sharesOf(questions);
  return questions
    .flatMap((each) => {
      const agreeing = agreeingPairs(each);
      if (agreeing === null || agreeing === 1) return [];
      const { question } = each.scored;
      const entry: Discussion = {
        question: question.id,
        points: (shares.get(question.id) ?? 0) * meanDistance(each),
        contestedCritical: question.critical && isContestedAtZero(each),
      };
      return [{ entry, agreeing, order: each.scored.order }];
    })
    .sort(
      (a, b) =>
        Number(b.entry.contestedCritical) - Number(a.entry.contestedCritical) ||
        b.entry.points - a.entry.points ||
        a.agreeing - b.agreeing ||
        a.order - b.order,
    )
    .map(({ entry }) => entry);
}

/** Red flags that not all who looked saw alike, severe ones first. */
export function flagsToDiscuss({ rubric }: PreparedRubric, members: readonly Member[]): FlagDisagreement[] {
  const gravity = ['severe', 'serious', 'watch'];
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
    .sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
}

/** Guiding questions that were not answered alike. */
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

/** Points of the overall score that a question is worth, where at least one reviewer finds that it applies. */
function sharesOf(questions: readonly QuestionViews[]): Map<string, number> {
  const counted = questions.filter(({ views }) => views.some(({ state }) => state === 'scored' || state === 'unanswered'));
  const ofFeature = new Map<string, { weight: number; questions: number }>();
  for (const { scored } of counted) {
    const { id, weight } = scored.feature;
    const questionsWeigh = (ofFeature.get(id)?.questions ?? 0) + scored.question.weight;
    ofFeature.set(id, { weight, questions: questionsWeigh });
  }
  const features = [...ofFeature.values()].filter((feature) => feature.questions > 0);
  const all = features.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(
    counted.map(({ scored: { question, feature } }) => {
      const mine = ofFeature.get(feature.id);
      const share = all > 0 && mine && mine.questions > 0 ? (mine.weight / all) * (question.weight / mine.questions) : 0;
      return [question.id, 100 * share];
    }),
  );
}

/** How far two answers, picked at random, lie apart: in values; a level and "not applicable" as far as can be. */
function meanDistance({ scored, views }: QuestionViews): number {
  const values = views
    .filter(isAnswer)
    .map(({ level }) => (level === null ? null : valueAt(scored, level)))
    .sort((a, b) => (a ?? -1) - (b ?? -1));
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
