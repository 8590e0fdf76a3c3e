import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/core/random.ts';
import type { WeightRule } from '../../../src/core/robustness/result.ts';
import { rubricWeights, weightDrawer } from '../../../src/core/robustness/weight-draws.ts';
import { feature, question, rubricOf } from '../../fixtures/small-rubric.ts';

const prepared = rubricOf([
  feature('f', [question('f.a', { weight: 3 }), question('f.b'), question('f.zero', { weight: 0 })], 2),
  feature('g', [question('g.a', { weight: 5 })], 6),
]);

/** The weights of all features and questions in many draws. */
function drawn(rule: WeightRule, spread: number, draws: number): { features: number[][]; questions: number[][] } {
  const into = rubricWeights(prepared);
  const draw = weightDrawer(prepared, { weights: rule, spread }, randomFrom(7), into);
  const all = Array.from({ length: draws }, () => {
    draw();
    return { features: [...into.features], questions: [...into.questions] };
  });
  return { features: all.map(({ features }) => features), questions: all.map(({ questions }) => questions) };
}

function moments(values: readonly number[]): { mean: number; deviation: number; skew: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const central = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length;
  const deviation = Math.sqrt(central(2));
  return { mean, deviation, skew: central(3) / deviation ** 3 };
}

const column = (rows: readonly number[][], index: number): number[] => rows.map((row) => row[index] ?? Number.NaN);
const shareOf = (rows: readonly number[][], index: number, from: number, to: number): number[] =>
  rows.map((row) => (row[index] ?? 0) / row.slice(from, to).reduce((sum, value) => sum + value, 0));

describe('drawn weights', () => {
  it('start as the rubric’s, in the rubric’s order', () => {
    const { features, questions } = rubricWeights(prepared);
    expect([[...features], [...questions]]).toEqual([
      [2, 6],
      [3, 1, 0, 5],
    ]);
  });

  it.each(['uniform', 'dirichlet'] as const)('are the rubric’s at a spread of 0, and 0 stays 0 at any: %s', (rule) => {
    expect(drawn(rule, 0, 1)).toEqual({ features: [[2, 6]], questions: [[3, 1, 0, 5]] });
    expect(new Set(column(drawn(rule, 50, 100).questions, 2))).toEqual(new Set([0]));
  });

  it('from a uniform distribution are within the spread, with the rubric’s weight as mean and the expected deviation', () => {
    const weights = column(drawn('uniform', 20, 20_000).features, 1);
    // Uniform between 4.8 and 7.2: the standard deviation is the width divided by the root of 12.
    expect(Math.min(...weights)).toBeGreaterThan(4.8);
    expect(Math.max(...weights)).toBeLessThan(7.2);
    const { mean, deviation, skew } = moments(weights);
    expect(mean).toBeCloseTo(6, 1);
    expect(deviation / (2.4 / Math.sqrt(12))).toBeCloseTo(1, 1);
    expect(skew).toBeCloseTo(0, 1);
  });

  it('from a Dirichlet distribution have the rubric’s shares as means, and the deviation that the concentration implies', () => {
    // Two features: the concentration is 2 / (0.5^2 / 3) - 1 = 23; the deviation of shares 1/4 and 3/4 is sqrt(1/4 x 3/4 / 24).
    const { mean, deviation } = moments(shareOf(drawn('dirichlet', 50, 20_000).features, 0, 0, 2));
    expect(mean).toBeCloseTo(0.25, 2);
    expect(deviation / Math.sqrt((0.25 * 0.75) / 24)).toBeGreaterThan(0.98);
    expect(deviation / Math.sqrt((0.25 * 0.75) / 24)).toBeLessThan(1.02);
  });

  it('from a Dirichlet distribution are gamma variables: mean and variance are the shape, the skew is 2 / sqrt(shape)', () => {
    // The shape of the second feature is 3/4 of 23; that of the only question of g is 1 / (0.25 / 3) - 1 = 11.
    for (const [values, shape] of [
      [column(drawn('dirichlet', 50, 40_000).features, 1), 17.25],
      [column(drawn('dirichlet', 50, 40_000).questions, 3), 11],
    ] as const) {
      const { mean, deviation, skew } = moments(values);
      expect(mean / shape).toBeGreaterThan(0.99);
      expect(mean / shape).toBeLessThan(1.01);
      expect(deviation / Math.sqrt(shape)).toBeGreaterThan(0.98);
      expect(deviation / Math.sqrt(shape)).toBeLessThan(1.02);
      expect(skew * Math.sqrt(shape)).toBeGreaterThan(1.8);
      expect(skew * Math.sqrt(shape)).toBeLessThan(2.2);
    }
  });

  it('from a Dirichlet distribution are correct for a shape below 1 too', () => {
    // Two questions of f have a weight above 0: the concentration is 2 / (1.7^2 / 3) - 1 = 1.076, and the shape of f.b a quarter
    // of it.
    const shape = (2 / (1.7 ** 2 / 3) - 1) / 4;
    const { mean, deviation } = moments(column(drawn('dirichlet', 170, 60_000).questions, 1));
    expect(mean / shape).toBeGreaterThan(0.97);
    expect(mean / shape).toBeLessThan(1.03);
    expect(deviation / Math.sqrt(shape)).toBeGreaterThan(0.96);
    expect(deviation / Math.sqrt(shape)).toBeLessThan(1.04);
  });
});
