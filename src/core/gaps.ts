import type { Assessment } from './answers.ts';
import { applies, type QuestionState } from './applicability.ts';
import { add, divide, multiply, ratio, reduce, toNumber, zero } from './exact.ts';
import type { Gap } from './result.ts';
import type { PreparedRubric, ScoredQuestion } from './rubric.ts';
import type { Writable } from './writable.ts';

const hundred = ratio(100);

/**
 * Rule 7: every applicable question below its top level, with the points that the overall `low` would gain at the top level.
 * @returns critical ones at level zero first, then most points first, then in the rubric's order; the points of all add up to
 * 100 less the low before deductions
 */
export function findGaps(
  { features }: PreparedRubric,
  assessment: Assessment,
  states: ReadonlyMap<string, QuestionState>,
): Gap[] {
  const gaps: { gap: Gap; order: number }[] = [];
  const weighed = features
    .map((scored) => ({ scored, units: applicableUnits(scored.questions, states) }))
    .filter(({ units }) => units > 0n);
  const allFeatures = weighed.reduce((sum, { scored }) => add(sum, scored.weight), zero);
  for (const { scored, units } of weighed) {
    const { feature, weight, questions, parts } = scored;
    // Points of the overall score that a part of a unit is worth.
    const worth =
      allFeatures.num === 0n
        ? zero
        : reduce(multiply(hundred, divide(divide(weight, allFeatures), { num: units * parts, den: 1n })));
    for (const { question, units: own, missingParts, order } of questions) {
      const state = states.get(question.id);
      if (!state || !applies(state)) continue;
      const answered = state.kind === 'scored';
      const level = answered ? state.level : 0;
      const top = question.levels.length - 1;
      if (level >= top) continue;
      // A blank has nothing, whatever the lowest level is worth.
      const missing = answered ? (missingParts[level] ?? 0n) : own * parts;
      const answer = assessment.answers.get(question.id);
      const gap: Writable<Gap> = {
        question: question.id,
        feature: feature.id,
        level,
        top,
        points: toNumber({ num: worth.num * missing, den: worth.den }),
        critical: question.critical,
        answered,
        principles: question.principles,
        gap: question.gap,
        evidence: answer?.evidence ?? [],
      };
      if (answer?.owner !== undefined) gap.owner = answer.owner;
      if (answer?.due !== undefined) gap.due = answer.due;
      gaps.push({ gap, order });
    }
  }
  return gaps.sort((a, b) => rank(a.gap) - rank(b.gap) || b.gap.points - a.gap.points || a.order - b.order).map(({ gap }) => gap);
}

/** Whether a gap is a critical question at level zero, blank ones among them. */
export function isCriticalAtZero(gap: Gap): boolean {
  return gap.critical && gap.level === 0;
}

/** Whether a critical question was answered with level zero: what was found, not what is feared of a blank. */
export function isFoundCritical(gap: Gap): boolean {
  return isCriticalAtZero(gap) && gap.answered;
}

function rank(gap: Gap): number {
  return isCriticalAtZero(gap) ? 0 : 1;
}

function applicableUnits(questions: readonly ScoredQuestion[], states: ReadonlyMap<string, QuestionState>): bigint {
  return questions.reduce((sum, { question, units }) => {
    const state = states.get(question.id);
    return state && applies(state) ? sum + units : sum;
  }, 0n);
}
