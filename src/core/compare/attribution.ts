import type { Assessment } from '../answers.ts';
import { applies, type QuestionState } from '../applicability.ts';
import { boundsOf, partsInLow } from '../bounds.ts';
import { add, divide, multiply, type Ratio, ratio, reduce, subtract, zero } from '../exact.ts';
import type { PreparedRubric, ScoredFeature, ScoredQuestion } from '../rubric.ts';

/** Which overall value is decomposed. */
export type Figure = 'score' | 'low';

/** A term of the weighted mean in both versions. A value is null if the term is not part of that version's mean. */
interface Term {
  readonly id: string;
  readonly weight: Ratio;
  readonly before: Ratio | null;
  readonly after: Ratio | null;
}

/** What is needed to attribute the change of a weighted mean to its terms. */
interface Decomposition {
  /** Share of a term's weight in the mean before and after, 0..1; 0 if the term is not part of that version's mean. */
  readonly shares: (term: Term) => readonly [Ratio, Ratio];
  /** The mean of the terms that both versions have. A term that only one version has is compared with it. */
  readonly commonMean: Ratio;
}

const half = ratio(0.5);
const hundred = ratio(100);

/**
 * Attributes the difference between two overall means, before deductions, to the questions. The contributions are exact: they add
 * up to the difference.
 *
 * A question that counts in both versions contributes its change of value times its share of the weight (the mean of its two shares
 * if they differ). A question that counts in only one version contributes its share times the difference between its value and the
 * mean of the questions that count in both. So marking a below-average answer as not applicable raises the score by this amount.
 * Features contribute to the overall mean in the same way. Swapping the versions changes every sign.
 * @returns points (of 100) by question id, without zeros; null if one version has no such mean
 */
export function attribute(
  prepared: PreparedRubric,
  before: ReadonlyMap<string, QuestionState>,
  after: ReadonlyMap<string, QuestionState>,
  figure: Figure,
): Map<string, Ratio> | null {
  const [valueBefore, valueAfter] = [before, after].map((states) => countedValues(prepared, states, figure)) as [Values, Values];
  const inner = prepared.features.map((scored, index) => {
    const questions = scored.questions.map(
      (question): Term => ({
        id: question.question.id,
        weight: question.weight,
        before: valueBefore(question, index),
        after: valueAfter(question, index),
      }),
    );
    return { questions, term: featureTerm(scored, questions) };
  });
  const outer = decompose(inner.map(({ term }) => term));
  if (!outer) return null;
  const points = new Map<string, Ratio>();
  for (const { questions, term } of inner) {
    for (const [id, fraction] of contributions(questions, term, outer)) {
      if (fraction.num !== 0n) points.set(id, reduce(multiply(fraction, hundred)));
    }
  }
  return figure === 'low' && prepared.dependants.size > 0 ? givenToChanged(points, prepared, before, after) : points;
}

/**
 * With an open condition, one answer can decide whether another question counts in the low. The points of a question whose own
 * state did not change go to the nearest question up its chain of conditions that did, or else to the first one that did in its
 * feature or in the rubric.
 */
function givenToChanged(
  points: ReadonlyMap<string, Ratio>,
  { questions }: PreparedRubric,
  before: ReadonlyMap<string, QuestionState>,
  after: ReadonlyMap<string, QuestionState>,
): Map<string, Ratio> {
  const changed = [...questions.keys()].filter((id) => !isSameState(before.get(id), after.get(id)));
  const given = new Map<string, Ratio>();
  for (const [id, own] of points) {
    let target: string | undefined = id;
    while (target !== undefined && !changed.includes(target)) target = questions.get(target)?.question.when?.question;
    const feature = questions.get(id)?.feature;
    target ??= changed.find((each) => questions.get(each)?.feature === feature) ?? changed[0] ?? id;
    given.set(target, reduce(add(given.get(target) ?? zero, own)));
  }
  return given;
}

function isSameState(a: QuestionState | undefined, b: QuestionState | undefined): boolean {
  const level = (state: QuestionState | undefined): number | null => (state?.kind === 'scored' ? state.level : null);
  return a?.kind === b?.kind && level(a) === level(b);
}

/**
 * Points gained or lost because a red flag's deduction no longer applies or is new, by flag id. Does not take into account
 * that scores are never below 0.
 */
export function attributeFlags({ flags }: PreparedRubric, before: Assessment, after: Assessment): ReadonlyMap<string, Ratio> {
  const points = new Map<string, Ratio>();
  for (const [id, { deduct }] of flags) {
    const [then, now] = [before, after].map((side) => side.flags.get(id)?.present === true);
    if (then !== now && deduct > 0) points.set(id, now ? subtract(zero, ratio(deduct)) : ratio(deduct));
  }
  return points;
}

export function sum(ratios: Iterable<Ratio>): Ratio {
  let total = zero;
  for (const each of ratios) total = reduce(add(total, each));
  return total;
}

/** The value at which a question counts, 0..1, given the position of its feature; null if it does not count. */
type Values = (question: ScoredQuestion, featureIndex: number) => Ratio | null;

function countedValues(prepared: PreparedRubric, states: ReadonlyMap<string, QuestionState>, figure: Figure): Values {
  const bounds = figure === 'low' ? boundsOf(prepared, states) : undefined;
  return (scored, index) => {
    const state = states.get(scored.question.id);
    if (!state || !applies(state)) return null;
    if (!bounds) return state.kind === 'scored' ? (scored.values[state.level] ?? zero) : null;
    const low = bounds.features[index]?.low;
    if (!low || !bounds.low.counted.has(scored.feature.id)) return null;
    const got = partsInLow(scored, state, low);
    if (got === undefined) return null;
    const { parts } = prepared.features[index] as ScoredFeature;
    return scored.units === 0n ? zero : reduce({ num: got, den: scored.units * parts });
  };
}

function featureTerm({ feature, weight }: ScoredFeature, questions: readonly Term[]): Term {
  return { id: feature.id, weight, before: meanOf(questions, 'before'), after: meanOf(questions, 'after') };
}

type Side = 'before' | 'after';

function totalWeight(terms: readonly Term[], side: Side): Ratio {
  return sum(terms.filter((term) => term[side] !== null).map(({ weight }) => weight));
}

function meanOf(terms: readonly Term[], side: Side): Ratio | null {
  const total = totalWeight(terms, side);
  if (total.num === 0n) return null;
  return reduce(divide(sum(terms.map((term) => multiply(term.weight, term[side] ?? zero))), total));
}

/** @returns null if the terms have no mean in one of the versions */
function decompose(terms: readonly Term[]): Decomposition | null {
  const [before, after] = [meanOf(terms, 'before'), meanOf(terms, 'after')];
  if (!before || !after) return null;
  const totals = { before: totalWeight(terms, 'before'), after: totalWeight(terms, 'after') };
  const midpoints = terms.map((term): Term => {
    const midpoint = term.before && term.after && multiply(half, add(term.before, term.after));
    return { ...term, before: midpoint, after: midpoint };
  });
  return {
    shares: (term) => [
      term.before === null ? zero : divide(term.weight, totals.before),
      term.after === null ? zero : divide(term.weight, totals.after),
    ],
    // If the versions have no term in common, any value makes the contributions add up. The midpoint treats both versions alike.
    commonMean: meanOf(midpoints, 'before') ?? reduce(multiply(half, add(before, after))),
  };
}

/** The contributions of one feature's questions to the overall mean, 0..1. */
function contributions(questions: readonly Term[], feature: Term, outer: Decomposition): [string, Ratio][] {
  const [shareBefore, shareAfter] = outer.shares(feature);
  const inner = decompose(questions);
  if (inner) {
    const share = multiply(half, add(shareBefore, shareAfter));
    return questions.map((question) => [question.id, multiply(share, contribution(question, inner))]);
  }
  // The feature counts in only one version, or in neither: its contribution is divided among its questions by their weights.
  const side: Side = feature.before === null ? 'after' : 'before';
  const share = side === 'after' ? shareAfter : subtract(zero, shareBefore);
  const total = totalWeight(questions, side);
  return questions.flatMap((question): [string, Ratio][] => {
    const value = question[side];
    if (value === null || total.num === 0n) return [];
    return [[question.id, multiply(multiply(share, divide(question.weight, total)), subtract(value, outer.commonMean))]];
  });
}

function contribution(term: Term, { shares, commonMean }: Decomposition): Ratio {
  const [shareBefore, shareAfter] = shares(term);
  if (term.before && term.after) return multiply(multiply(half, add(shareBefore, shareAfter)), subtract(term.after, term.before));
  if (term.after) return multiply(shareAfter, subtract(term.after, commonMean));
  if (term.before) return multiply(shareBefore, subtract(commonMean, term.before));
  return zero;
}
