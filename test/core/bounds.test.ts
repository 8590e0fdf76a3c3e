import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentResult } from '../../src/core/result.ts';
import type { PreparedRubric, Question } from '../../src/core/rubric.ts';
import { feature, flag, type Given, notApplicable, question, rubricOf, score } from '../fixtures/small-rubric.ts';

const close = 1e-9;

/** Every way of answering the blank questions with a level. */
function completionsOf(prepared: PreparedRubric, given: Given): Given[] {
  const blank = [...prepared.questions.values()].filter(({ question: { id } }) => given.answers?.[id] === undefined);
  return blank.reduce<Given[]>(
    (all, { question: { id, levels } }) =>
      all.flatMap((one) => levels.map((_, level) => ({ ...one, answers: { ...one.answers, [id]: level } }))),
    [given],
  );
}

function extremes(figures: readonly (number | null)[]): [least: number, greatest: number] | undefined {
  const numbers = figures.filter((figure) => figure !== null);
  return numbers.length === 0 ? undefined : [Math.min(...numbers), Math.max(...numbers)];
}

/** Checks low and high against every completion. */
function expectTrueBounds(prepared: PreparedRubric, given: Given, { isExact }: { isExact: boolean }): void {
  const mine = score(prepared, given);
  const all = completionsOf(prepared, given).map((each) => score(prepared, each));
  const expectBounds = (bounds: Pick<AssessmentResult, 'low' | 'high'>, range: readonly number[] | undefined, exact: boolean) => {
    if (!range) return expect(bounds.low).toBeNull();
    const [least = 0, greatest = 0] = range;
    const [low, high] = [bounds.low ?? Number.NaN, bounds.high ?? Number.NaN];
    expect(low).toBeLessThanOrEqual(least + close);
    expect(high).toBeGreaterThanOrEqual(greatest - close);
    if (!exact) return;
    expect(low).toBeCloseTo(least, 8);
    expect(high).toBeCloseTo(greatest, 8);
  };
  expectBounds(mine, extremes(all.map((each) => each.score)), isExact);
  for (const [index, own] of mine.features.entries())
    expectBounds(own, extremes(all.map(({ features }) => features[index]?.score ?? null)), true);
  expect(mine.gaps.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(100 - (mine.low ?? 100), 8);
}

/** Small rubrics with conditions, also across features where `across` is set, and partial answers to them. */
function casesOf({ across }: { across: boolean }): fc.Arbitrary<[PreparedRubric, Given]> {
  const shape = fc.record({
    points: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 2 }),
    weight: fc.integer({ min: 0, max: 3 }),
    parent: fc.option(fc.nat({ max: 6 })),
    atLeast: fc.integer({ min: 0, max: 2 }),
    feature: fc.nat({ max: 2 }),
    answer: fc.oneof(fc.constant(undefined), fc.constant(undefined), fc.nat({ max: 2 }), fc.constant('not applicable' as const)),
  });
  return fc
    .tuple(
      fc.array(shape, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
    )
    .map(([shapes, weights]) => {
      const ids = shapes.map((each, index) => `f${each.feature}.q${index}`);
      const questions = shapes.map((each, index): Question => {
        const values = [...each.points, 5].sort((a, b) => a - b);
        const parent = each.parent !== null && each.parent < index ? each.parent : undefined;
        const isLinked = parent !== undefined && (across || shapes[parent]?.feature === each.feature);
        // A condition above the top level of its question is refused by the check of a rubric.
        const atLeast = Math.min(each.atLeast, shapes[parent ?? 0]?.points.length ?? 0);
        const when = isLinked ? { when: { question: ids[parent] as string, atLeast } } : {};
        return question(ids[index] as string, { levels: values.map(String), values, weight: each.weight, ...when });
      });
      const features = [0, 1, 2].flatMap((n) => {
        const own = questions.filter(({ id }) => id.startsWith(`f${n}.`));
        return own.length === 0 ? [] : [feature(`f${n}`, own, weights[n])];
      });
      const answers = Object.fromEntries(
        shapes.flatMap(({ answer }, index) => {
          if (answer === undefined) return [];
          const top = (questions[index]?.levels.length ?? 1) - 1;
          return [[ids[index] as string, answer === 'not applicable' ? notApplicable() : Math.min(answer, top)] as const];
        }),
      );
      return [rubricOf(features), { answers }];
    });
}

describe('low and high', () => {
  it('are the least and the greatest score of all ways to fill the blanks', () => {
    fc.assert(
      fc.property(casesOf({ across: false }), ([prepared, given]) => expectTrueBounds(prepared, given, { isExact: true })),
      { numRuns: 600 },
    );
  });

  it('are reached in each feature, and bound the overall score, where conditions go from feature to feature', () => {
    fc.assert(
      fc.property(casesOf({ across: true }), ([prepared, given]) => expectTrueBounds(prepared, given, { isExact: false })),
      { numRuns: 600 },
    );
  });

  const body = question('f.body');
  const review = question('f.review', { weight: 2, when: { question: 'f.body', atLeast: 1 } });
  const budget = question('f.budget', { when: { question: 'f.review', atLeast: 2 } });
  const fund = question('f.fund', { weight: 0.5, values: [1, 2, 3, 4] });

  it.each<[string, Question[], Given['answers']]>([
    ['a blank parent with an answer below it', [body, review], { 'f.review': 3 }],
    ['a chain of three with both ends blank', [body, review, budget], { 'f.review': 2 }],
    ['a chain of three whose first is blank', [body, review, budget], { 'f.review': 3, 'f.budget': 0 }],
    ['a chain of three, all blank', [body, review, budget, fund], {}],
    ['a lowest level that is worth points', [fund], {}],
    [
      'a blank parent whose lowest level is worth points',
      [question('f.body', { values: [2, 3, 4, 5] }), review],
      { 'f.review': 0 },
    ],
    ['a parent with weight 0', [question('f.body', { weight: 0 }), review, fund], { 'f.review': 0, 'f.fund': 3 }],
    ['a feature that may drop out altogether', [question('f.body', { weight: 0 }), review], { 'f.review': 0 }],
    [
      'a lowest level that keeps a low answer out',
      [
        question('f.body', { values: [3, 5], levels: ['no', 'yes'] }),
        question('f.more', { values: [1, 5], levels: ['no', 'yes'], weight: 2, when: { question: 'f.body', atLeast: 1 } }),
      ],
      {},
    ],
    ['a condition that always holds', [body, question('f.more', { when: { question: 'f.body', atLeast: 0 } })], {}],
    ['a parent that is not applicable', [body, review, fund], { 'f.body': notApplicable() }],
  ])('are true bounds: %s', (_, questions, answers = {}) => {
    const prepared = rubricOf([feature('f', questions, 2), feature('g', [question('g.a')])]);
    expectTrueBounds(prepared, { answers: { ...answers, 'g.a': 1 } }, { isExact: true });
    expectTrueBounds(prepared, { answers }, { isExact: true });
  });

  it('a feature whose only way into the mean is a blank question of another one', () => {
    const prepared = rubricOf([
      feature('f', [body, question('f.b')]),
      feature('g', [question('g.a', { when: { question: 'f.body', atLeast: 2 } })]),
    ]);
    // With f.body at 0 g is left out: f alone has (0 + 0) / 2. The mean with g at its top would be 50.
    expect(score(prepared, { answers: { 'g.a': 3, 'f.b': 0 } })).toMatchObject({ low: 0 });
    expectTrueBounds(prepared, { answers: { 'g.a': 3, 'f.b': 0 } }, { isExact: false });
  });

  it('a question that may drop out in the worst case is a gap without points', () => {
    const prepared = rubricOf([feature('f', [body, review, question('f.c')])]);
    const { gaps, low } = score(prepared, { answers: { 'f.review': 2, 'f.c': 0 } });
    expect(low).toBe(0);
    expect(gaps.map(({ question: id, points }) => [id, points])).toEqual([
      ['f.body', 50],
      ['f.c', 50],
      ['f.review', 0],
    ]);
  });

  it('deductions are taken off both, and neither is below 0', () => {
    const prepared = rubricOf([feature('f', [body, review])], { flags: [flag('bad', { deduct: 30 })] });
    expect(score(prepared, { answers: { 'f.review': 3 }, flags: ['bad'] })).toMatchObject({ low: 0, high: 70 });
  });

  it('are the score where nothing is blank', () => {
    const prepared = rubricOf([feature('f', [body, review, budget, fund])]);
    const result = score(prepared, { answers: { 'f.body': 2, 'f.review': 1, 'f.budget': 3, 'f.fund': 0 } });
    expect([result.low, result.high]).toEqual([result.score, result.score]);
  });
});
