import type { Assessment } from './answers.ts';
import { applies, type QuestionState } from './applicability.ts';
import { type Bounds, type Filling, partsInLow } from './bounds.ts';
import { add, divide, multiply, type Ratio, ratio, reduce, toNumber, zero } from './exact.ts';
import { missingMarks } from './marks.ts';
import type { Gap } from './result.ts';
import type { PreparedRubric, ScoredFeature, ScoredQuestion } from './rubric.ts';
import type { Writable } from './writable.ts';

const hundred = ratio(100);

/**
 * Scoring rule 7: every applicable question below its top level, with the points that the overall `low` would gain at the top
 * level.
 * @returns critical questions at level 0 first, then by points (highest first), then in the rubric's order. All points add up to
 * 100 minus the `low` before deductions.
 */
export function findGaps(
  { features }: PreparedRubric,
  assessment: Assessment,
  states: ReadonlyMap<string, QuestionState>,
  bounds: Bounds,
): Gap[] {
  const gaps: { gap: Gap; order: number }[] = [];
  const counted = features.flatMap((scored, index) => {
    const low = bounds.features[index]?.low;
    return low ? [{ scored, low }] : [];
  });
  const isInMean = ({ feature }: ScoredFeature): boolean => bounds.low.counted.has(feature.id);
  const totalWeight = counted.reduce((sum, { scored }) => (isInMean(scored) ? add(sum, scored.weight) : sum), zero);
  for (const { scored, low } of counted) {
    const { weight, questions, parts } = scored;
    const pointsPerPart =
      totalWeight.num === 0n || !isInMean(scored)
        ? zero
        : reduce(multiply(hundred, divide(divide(weight, totalWeight), { num: low.units * parts, den: 1n })));
    for (const question of questions) {
      const gap = gapOf(question, { parts, pointsPerPart, low }, assessment, states);
      if (gap) gaps.push({ gap, order: question.order });
    }
  }
  return gaps.sort((a, b) => rank(a.gap) - rank(b.gap) || b.gap.points - a.gap.points || a.order - b.order).map(({ gap }) => gap);
}

/** The gap of one question; undefined if the question does not count or is at its top level. */
function gapOf(
  scored: ScoredQuestion,
  { parts, pointsPerPart, low }: { parts: bigint; pointsPerPart: Ratio; low: Filling },
  assessment: Assessment,
  states: ReadonlyMap<string, QuestionState>,
): Gap | undefined {
  const { question, feature, units } = scored;
  const state = states.get(question.id);
  if (!state || !applies(state)) return undefined;
  const answered = state.kind === 'scored';
  const level = answered ? state.level : 0;
  const top = question.levels.length - 1;
  if (level >= top) return undefined;
  const got = partsInLow(scored, state, low);
  // A question that does not count in the low has no part in what is missing from it.
  const missing = got === undefined ? 0n : units * parts - got;
  const answer = assessment.answers.get(question.id);
  const gap: Writable<Gap> = {
    question: question.id,
    feature: feature.id,
    level,
    top,
    points: toNumber({ num: pointsPerPart.num * missing, den: pointsPerPart.den }),
    critical: question.critical,
    answered,
    principles: question.principles,
    gap: question.gap,
    evidence: answer?.evidence ?? [],
  };
  if (question.marks && answer?.marks) {
    gap.missing = missingMarks(question, answer.marks).map(({ id, text, gap: what }) => ({ id, text, gap: what }));
  }
  if (answer?.owner !== undefined) gap.owner = answer.owner;
  if (answer?.due !== undefined) gap.due = answer.due;
  return gap;
}

/**
 * Whether a gap is a critical question at level 0, answered or not: for gates, the baseline, the grade of findings and the order of gaps,
 * in which an unanswered question counts as level 0 so that a blank never helps.
 */
export function isCriticalAtZero(gap: Gap): boolean {
  return gap.critical && gap.level === 0;
}

/**
 * Whether a gap is a critical question that was answered with level 0; unlike `isCriticalAtZero`, unanswered ones don't count. For what
 * is said of a law, such as caps and tables: nobody has found it there.
 */
export function isFoundCritical(gap: Gap): boolean {
  return isCriticalAtZero(gap) && gap.answered;
}

function rank(gap: Gap): number {
  return isCriticalAtZero(gap) ? 0 : 1;
}
