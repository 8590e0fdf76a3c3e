import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionStates } from '../../../src/core/applicability.ts';
import { boundsOf } from '../../../src/core/bounds.ts';
import { attribute, sum } from '../../../src/core/compare/attribution.ts';
import type { Comparison } from '../../../src/core/compare/result.ts';
import { multiply, ratio, subtract } from '../../../src/core/exact.ts';
import { answeredMean } from '../../../src/core/score.ts';
import { answersFor, rubrics } from '../../fixtures/any-rubric.ts';
import { assessmentOf, feature, flag, level, notApplicable, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { between, moved } from './between.ts';

function pointsById({ questions }: Comparison, figure: 'score' | 'low' = 'score'): Record<string, number | null> {
  return Object.fromEntries(questions.map(({ id, points }) => [id, points[figure]]));
}

describe('the points that each answer contributes to a change', () => {
  const two = rubricOf([
    feature('f', [question('f.a', { weight: 2 }), question('f.b')], 3),
    feature('g', [question('g.a'), question('g.b')]),
  ]);
  const start = { 'f.a': 0, 'f.b': 3, 'g.a': 1, 'g.b': 1 };

  it('a changed level contributes its change of value times its share of the weight', () => {
    // The share of f is 3/4, and that of f.a within f is 2/3: 0 -> 3 is worth 100 x 3/4 x 2/3 = 50. g.b 1 -> 0: 100 x 1/4 x 1/2 x
    // -1/3.
    const comparison = moved(two, { answers: start }, { answers: { ...start, 'f.a': 3, 'g.b': 0 } });
    expect(pointsById(comparison)).toEqual({ 'f.a': 50, 'g.b': -100 / 24 });
    expect(comparison.features.map(({ points }) => points.score)).toEqual([50, -100 / 24]);
    expect(comparison.score.change).toBeCloseTo(50 - 100 / 24, 10);
  });

  it('an answer that becomes not applicable contributes the distance by which it had moved the mean', () => {
    // f.a had the value 0, f.b has 1: the mean of f rises from 1/3 to 1, so 100 x 3/4 x 2/3 although the law is no better.
    const comparison = moved(two, { answers: start }, { answers: { ...start, 'f.a': notApplicable('left out') } });
    expect(comparison.questions).toMatchObject([
      { id: 'f.a', change: 'set-aside', because: 'left out', gap: 'left', points: { score: 50, low: 50 } },
    ]);
    expect(comparison.applicable).toEqual({ before: 4, after: 3 });
  });

  it('answering a question with level 0 lowers the score and leaves the low unchanged', () => {
    const comparison = moved(two, { answers: { ...start, 'f.a': { ...level(0), level: null } } }, { answers: start });
    expect(comparison.questions).toMatchObject([{ id: 'f.a', change: 'answered', points: { score: -50, low: 0 } }]);
    expect(comparison.low.change).toBe(0);
  });

  it('a feature that becomes applicable contributes the distance by which it moves the overall mean', () => {
    // f is at 100 x 1/3. If g is added at 100 x 1/3 too, it contributes nothing; at 100 it contributes 100 x 1/4 x 2/3.
    const only = { 'f.a': 0, 'f.b': 3 };
    const same = moved(two, { answers: only, features: { g: 'none' } }, { answers: start });
    expect(same.score.change).toBe(0);
    expect(pointsById(same)).toEqual({ 'g.a': 0, 'g.b': 0 });
    const better = moved(two, { answers: only, features: { g: 'none' } }, { answers: { ...start, 'g.a': 3, 'g.b': 3 } });
    expect(better.questions.map(({ points }) => points.score)).toEqual([100 / 12, 100 / 12]);
    expect(better.score.change).toBeCloseTo(100 / 6, 10);
  });

  it('a flag contributes its deduction; `floor` is the part that had no effect because no score is below 0', () => {
    const prepared = rubricOf([feature('f', [question('f.a')])], { flags: [flag('bad', { deduct: 50 })] });
    const comparison = moved(prepared, { answers: { 'f.a': 1 } }, { answers: { 'f.a': 1 }, flags: ['bad'] });
    expect(comparison.flags).toMatchObject([{ id: 'bad', change: 'new', points: { score: -50, low: -50 } }]);
    expect(comparison.score.change).toBeCloseTo(-100 / 3, 10);
    expect(comparison.floor.score).toBeCloseTo(50 - 100 / 3, 10);
  });

  it('are null for the score if one side has none, but not for the low', () => {
    const comparison = moved(two, {}, { answers: { 'f.a': 3 } });
    expect(comparison.questions).toMatchObject([{ id: 'f.a', points: { score: null, low: 50 } }]);
  });
});

/** A rubric and two assessments with answers, flags and features that do not apply. */
const pairs = rubrics({ conditions: true }).chain((prepared) => {
  const side = fc
    .tuple(
      answersFor(prepared, true),
      fc.subarray(['one', 'two']),
      fc.subarray(prepared.features.map(({ feature: { id } }) => id)),
      fc.nat({ max: 4 }),
    )
    .map(([answers, flags, aside, rare]) =>
      assessmentOf({ answers, flags, features: rare === 0 ? Object.fromEntries(aside.map((id) => [id, 'a reason'])) : {} }),
    );
  return fc.tuple(fc.constant(prepared), side, side);
});

describe('for any two assessments', () => {
  it('the exact contributions add up to the change of score and low', () => {
    fc.assert(
      fc.property(pairs, ([prepared, before, after]) => {
        for (const figure of ['score', 'low'] as const) {
          const [statesBefore, statesAfter] = [questionStates(prepared, before), questionStates(prepared, after)];
          const overall = (states: typeof statesBefore) => {
            if (figure === 'low') return boundsOf(prepared, states).low.mean;
            const counted = prepared.features.flatMap((scored) => {
              const mean = answeredMean(scored, states);
              return mean ? [{ weight: scored.weight, mean }] : [];
            });
            const weights = sum(counted.map(({ weight }) => weight));
            return weights.num === 0n
              ? null
              : multiply(sum(counted.map(({ weight, mean }) => multiply(weight, mean))), { num: weights.den, den: weights.num });
          };
          const [then, now] = [overall(statesBefore), overall(statesAfter)];
          const made = attribute(prepared, statesBefore, statesAfter, figure);
          expect(made === null).toBe(then === null || now === null);
          if (!made || !then || !now) continue;
          const unexplained = subtract(multiply(ratio(100), subtract(now, then)), sum(made.values()));
          expect(unexplained.num).toBe(0n);
        }
      }),
    );
  });

  it('the points of features, flags and floor add up to the reported change, and those of questions to their features’', () => {
    fc.assert(
      fc.property(pairs, ([prepared, before, after]) => {
        const { features, questions, flags, floor, ...comparison } = between(prepared, before, after);
        for (const figure of ['score', 'low'] as const) {
          const total = (list: readonly { points: { score: number | null; low: number | null } }[]) =>
            list.reduce((all, { points }) => all + (points[figure] ?? 0), 0);
          expect(total(questions)).toBeCloseTo(total(features), 8);
          if (comparison[figure].change !== null)
            expect(total(features) + total(flags) + (floor[figure] ?? 0)).toBeCloseTo(comparison[figure].change, 8);
        }
      }),
    );
  });

  it('an assessment compared with itself has no changes', () => {
    fc.assert(
      fc.property(pairs, ([prepared, before]) => {
        const { score, low, high, questions, gaps, flags, caps, evidence, features, floor } = between(prepared, before, before);
        expect([score, low, high].every(({ change }) => change === null || change === 0)).toBe(true);
        expect([questions, gaps, flags, caps, evidence.moves]).toEqual([[], [], [], [], []]);
        expect(features.every(({ points }) => !points.score && !points.low)).toBe(true);
        expect(floor.score ?? 0).toBe(0);
      }),
    );
  });

  it('swapping the two sides reverses every sign', () => {
    fc.assert(
      fc.property(pairs, ([prepared, before, after]) => {
        const [there, back] = [between(prepared, before, after), between(prepared, after, before)];
        expect(back.questions.map(({ id }) => id)).toEqual(there.questions.map(({ id }) => id));
        for (const figure of ['score', 'low'] as const) {
          const reversed = Object.entries(pointsById(there, figure)).map(([id, points]) => [
            id,
            points === null ? null : 0 - points,
          ]);
          expect(pointsById(back, figure)).toEqual(Object.fromEntries(reversed));
        }
        const opposite = {
          closed: 'opened',
          opened: 'closed',
          narrowed: 'widened',
          widened: 'narrowed',
          left: 'entered',
          entered: 'left',
        };
        expect(back.gaps.map(({ change }) => change)).toEqual(there.gaps.map(({ change }) => opposite[change]));
      }),
    );
  });
});
