import { describe, expect, it } from 'vitest';
import { feature, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { one, probability, total, two } from './small-laws.ts';

describe('weights', () => {
  it.each(['uniform', 'dirichlet'] as const)('do not affect the score if all answers have the same value: %s', (weights) => {
    const prepared = rubricOf([
      feature('f', [question('f.a', { weight: 0.1 }), question('f.b', { weight: 0.7 })], 0.3),
      feature('g', [question('g.a', { weight: 3 })], 2.2),
    ]);
    const robustness = one(prepared, { answers: { 'f.a': 2, 'f.b': 2, 'g.a': 2 } }, { weights });
    expect(robustness.interval90[0]).toBe(robustness.interval90[1]);
    expect(robustness.median).toBeCloseTo(200 / 3, 8);
    expect(robustness.geometric.score).toBe(robustness.median);
    expect(robustness.drivers).toEqual([]);
  });

  it('do not affect the score of a law with a single question', () => {
    const robustness = one(rubricOf([feature('f', [question('f.a')])]), { answers: { 'f.a': 1 } });
    expect(robustness.interval90).toEqual([33.333333333, 33.333333333]);
  });

  it('leave a law with all answers at the top level at 100 and in the best band', () => {
    const robustness = one(two, { answers: { 'f.a': 3, 'g.a': 3 } });
    expect(robustness).toMatchObject({ median: 100, interval90: [100, 100], mends: [], pivots: [] });
    expect(robustness.geometric).toMatchObject({ score: 100, interval90: [100, 100] });
    expect(probability(robustness, 'aligned')).toBe(1);
  });

  it('leave a score that equals the bound of a band in that band', () => {
    const scale = { levels: ['0', '1', '2', '3', '4', '5'], values: [0, 1, 2, 3, 4, 5] };
    const prepared = rubricOf([
      feature('f', [question('f.a', { ...scale, weight: 0.1 }), question('f.b', { ...scale, weight: 0.2 })], 0.7),
      feature('g', [question('g.a', scale)], 0.1),
    ]);
    const robustness = one(prepared, { answers: { 'f.a': 3, 'f.b': 3, 'g.a': 3 } });
    expect(robustness.interval90).toEqual([60, 60]);
    expect(probability(robustness, 'substantial')).toBe(1);
  });

  it('that affect the score are listed as drivers, largest share first, without shares below 0.01', () => {
    const prepared = rubricOf([
      feature('f', [question('f.a', { weight: 3 }), question('f.b', { weight: 3 })], 3),
      feature('g', [question('g.a'), question('g.b', { weight: 0.01 })]),
    ]);
    const { drivers } = one(prepared, { answers: { 'f.a': 3, 'f.b': 0, 'g.a': 0, 'g.b': 0 } });
    // One question of f is at the top and the other at level 0, so their weights matter most. f is at 50 and g at 0.
    expect(drivers.map(({ kind, id }) => `${kind} ${id}`)).toEqual(
      expect.arrayContaining(['question-weight f.a', 'question-weight f.b', 'feature-weight f', 'feature-weight g']),
    );
    expect(drivers.map(({ id }) => id)).not.toContain('g.b');
    expect(drivers.map(({ share }) => share)).toEqual(drivers.map(({ share }) => share).toSorted((a, b) => b - a));
    expect(total(drivers.map(({ share }) => share))).toBeCloseTo(1, 1);
  });

  it('are the rubric’s at a spread of 0', () => {
    for (const weights of ['uniform', 'dirichlet'] as const) {
      expect(one(two, { answers: { 'f.a': 3, 'g.a': 0 } }, { spread: 0, weights }).interval90).toEqual([50, 50]);
    }
  });

  it('from uniform draws give the spread found by numerical integration: two features, one at 100 and one at 0', () => {
    // S = 100 A / (A + B), with A and B uniform in 0.75..1.25; mean and deviation by summing over a grid.
    const steps = 1000;
    let [sum, square] = [0, 0];
    for (let a = 0; a < steps; a++) {
      for (let b = 0; b < steps; b++) {
        const [x, y] = [0.75 + (a + 0.5) / (2 * steps), 0.75 + (b + 0.5) / (2 * steps)];
        const score = (100 * x) / (x + y);
        sum += score;
        square += score * score;
      }
    }
    const mean = sum / steps ** 2;
    const deviation = Math.sqrt(square / steps ** 2 - mean * mean);
    expect(mean).toBeCloseTo(50, 6);
    // The density is nearly triangular: 90 % of it lies within about 1.676 standard deviations of the mean.
    const { interval90, median } = one(two, { answers: { 'f.a': 3, 'g.a': 0 } }, { draws: 20_000 });
    expect(median).toBeCloseTo(50, 0);
    expect((interval90[1] - interval90[0]) / 2 / deviation).toBeGreaterThan(1.64);
    expect((interval90[1] - interval90[0]) / 2 / deviation).toBeLessThan(1.72);
    // The extreme scores are 37.5 (A = 0.75, B = 1.25) and 62.5.
    expect(interval90[0]).toBeGreaterThan(37.5);
    expect(interval90[1]).toBeLessThan(62.5);
  });

  it('from Dirichlet draws give as wide an interval as uniform draws, if all weights are equal', () => {
    const questions = Array.from({ length: 8 }, (_, index) => question(`f.q${index}`));
    const prepared = rubricOf([feature('f', questions)]);
    const answers = Object.fromEntries(questions.map(({ id }, index) => [id, index < 4 ? 3 : 0]));
    const width = (weights: 'uniform' | 'dirichlet'): number => {
      const { interval90 } = one(prepared, { answers }, { weights, draws: 20_000 });
      return interval90[1] - interval90[0];
    };
    expect(width('dirichlet') / width('uniform')).toBeGreaterThan(0.93);
    expect(width('dirichlet') / width('uniform')).toBeLessThan(1.07);
  });

  it('of 0 stay 0', () => {
    const prepared = rubricOf([feature('f', [question('f.a'), question('f.b', { weight: 0 })])]);
    for (const weights of ['uniform', 'dirichlet'] as const) {
      expect(one(prepared, { answers: { 'f.a': 3, 'f.b': 0 } }, { weights }).interval90).toEqual([100, 100]);
    }
  });
});
