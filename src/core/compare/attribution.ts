import type { Assessment } from '../answers.ts';
import { applies, type QuestionState } from '../applicability.ts';
import { add, divide, multiply, type Ratio, ratio, reduce, subtract, zero } from '../exact.ts';
import type { PreparedRubric, ScoredFeature, ScoredQuestion } from '../rubric.ts';

/** Which of the overall figures is taken apart. */
export type Figure = 'score' | 'low';

/** A part of a weighted mean on both sides; null where it does not count there. */
interface Part<Id> {
  readonly id: Id;
  readonly weight: Ratio;
  readonly before: Ratio | null;
  readonly after: Ratio | null;
}

/** A mean taken apart: its two values, and what each part made of their difference. */
interface Parts {
  readonly before: Ratio;
  readonly after: Ratio;
  /** Share of a part in the mean before and after, 0..1; 0 where it does not count. */
  readonly shares: (part: {
    readonly weight: Ratio;
    readonly before: unknown;
    readonly after: unknown;
  }) => readonly [Ratio, Ratio];
  /** What a part is measured by that only one of the two means counts: the mean of what both count. */
  readonly centre: Ratio;
}

const half = ratio(0.5);
const hundred = ratio(100);

/**
 * What each question made of the difference between two overall means, before deductions. Exact: the contributions of all
 * questions add up to it.
 *
 * A question that counts on both sides makes its change of value times its share, the mean of its two shares where they differ. One that
 * counts on one side only makes what it pulls the mean away from those that count on both: setting aside an answer under the average
 * raises a score, by just that much. The same goes for features in the overall mean. Turning the two sides round turns every sign.
 * @returns points of 100 by question id, those that made none left out; null where one side has no such mean
 */
export function attribute(
  { features }: PreparedRubric,
  before: ReadonlyMap<string, QuestionState>,
  after: ReadonlyMap<string, QuestionState>,
  figure: Figure,
): Map<string, Ratio> | null {
  const inner = features.map((scored) => {
    const questions = scored.questions.map(
      (question): Part<string> => ({
        id: question.question.id,
        weight: question.weight,
        before: countedValue(question, before, figure),
        after: countedValue(question, after, figure),
      }),
    );
    return { questions, part: featurePart(scored, questions) };
  });
  const outer = takeApart(inner.map(({ part }) => part));
  if (!outer) return null;
  const points = new Map<string, Ratio>();
  for (const { questions, part } of inner) {
    for (const [id, made] of contributions(questions, part, outer)) {
      if (made.num !== 0n) points.set(id, reduce(multiply(made, hundred)));
    }
  }
  return points;
}

/** Points that the deductions of red flags moved, by flag; before the floor of 0. */
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

function countedValue(
  { question, values }: ScoredQuestion,
  states: ReadonlyMap<string, QuestionState>,
  figure: Figure,
): Ratio | null {
  const state = states.get(question.id);
  if (!state || !applies(state)) return null;
  if (state.kind === 'scored') return values[state.level] ?? zero;
  return figure === 'low' ? zero : null;
}

function featurePart({ feature, weight }: ScoredFeature, questions: readonly Part<string>[]): Part<string> {
  return { id: feature.id, weight, before: meanOf(questions, 'before'), after: meanOf(questions, 'after') };
}

type Side = 'before' | 'after';

function weightOf(parts: readonly Part<string>[], side: Side): Ratio {
  return sum(parts.filter((part) => part[side] !== null).map(({ weight }) => weight));
}

function meanOf(parts: readonly Part<string>[], side: Side): Ratio | null {
  const total = weightOf(parts, side);
  if (total.num === 0n) return null;
  return reduce(divide(sum(parts.map((part) => multiply(part.weight, part[side] ?? zero))), total));
}

function takeApart(parts: readonly Part<string>[]): Parts | null {
  const [before, after] = [meanOf(parts, 'before'), meanOf(parts, 'after')];
  if (!before || !after) return null;
  const totals = { before: weightOf(parts, 'before'), after: weightOf(parts, 'after') };
  const middles = parts.map((part): Part<string> => {
    const middle = part.before && part.after && multiply(half, add(part.before, part.after));
    return { ...part, before: middle, after: middle };
  });
  return {
    before,
    after,
    shares: (part) => [
      part.before === null ? zero : divide(part.weight, totals.before),
      part.after === null ? zero : divide(part.weight, totals.after),
    ],
    // Where nothing counts on both sides, the middle between the two means serves: any number would add up, this one has no side.
    centre: meanOf(middles, 'before') ?? reduce(multiply(half, add(before, after))),
  };
}

/** What the questions of one feature made, through the feature's share in the overall mean; fractions of one. */
function contributions(questions: readonly Part<string>[], part: Part<string>, outer: Parts): [string, Ratio][] {
  const [shareBefore, shareAfter] = outer.shares(part);
  const inner = takeApart(questions);
  if (inner) {
    const share = multiply(half, add(shareBefore, shareAfter));
    return questions.map((question) => [question.id, multiply(share, contribution(question, inner))]);
  }
  // The feature counts on one side only, or on neither: each of its questions makes its own share of what the feature makes.
  const side: Side = part.before === null ? 'after' : 'before';
  const share = side === 'after' ? shareAfter : subtract(zero, shareBefore);
  const total = weightOf(questions, side);
  return questions.flatMap((question): [string, Ratio][] => {
    const value = question[side];
    if (value === null || total.num === 0n) return [];
    return [[question.id, multiply(multiply(share, divide(question.weight, total)), subtract(value, outer.centre))]];
  });
}

function contribution(part: Part<string>, { shares, centre }: Parts): Ratio {
  const [shareBefore, shareAfter] = shares(part);
  if (part.before && part.after) return multiply(multiply(half, add(shareBefore, shareAfter)), subtract(part.after, part.before));
  if (part.after) return multiply(shareAfter, subtract(part.after, centre));
  if (part.before) return multiply(shareBefore, subtract(centre, part.before));
  return zero;
}
