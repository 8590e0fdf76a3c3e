import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answers.ts';
import { type Robustness, type RobustnessMethod, standardMethod } from '../../../src/core/robustness/result.ts';
import { drawRobustness } from '../../../src/core/robustness/robustness.ts';
import type { PreparedRubric } from '../../../src/core/rubric.ts';
import { scoreAssessment } from '../../../src/core/score.ts';
import { assessmentOf, feature, flag, type Given, level, question, rubricOf } from '../../fixtures/small-rubric.ts';

const few = { ...standardMethod, draws: 2000 };

function run(prepared: PreparedRubric, given: readonly Given[], method: Partial<RobustnessMethod> = {}) {
  const laws = given.map((each, index) => {
    const assessment = assessmentOf(each);
    return { assessment, result: scoreAssessment(prepared, assessment, `${index}.answers.yaml`) };
  });
  return drawRobustness(prepared, laws, { ...few, ...method });
}

function one(prepared: PreparedRubric, given: Given, method: Partial<RobustnessMethod> = {}): Robustness {
  const robustness = run(prepared, [given], method).assessments[0];
  if (!robustness) throw new Error('no score');
  return robustness;
}

function unsure(value: number): Answer {
  return { ...level(value), confidence: 'low' };
}

function probability({ bands }: Robustness, id: string | null): number {
  return bands.find((band) => band.id === id)?.probability ?? 0;
}

const two = rubricOf([feature('f', [question('f.a')]), feature('g', [question('g.a')])]);
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

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

describe('answers of low confidence', () => {
  const prepared = rubricOf([feature('f', [question('f.a'), question('f.b')])]);

  it('move one level down or up with equal probability; other answers do not move', () => {
    const robustness = one(prepared, { answers: { 'f.a': unsure(1), 'f.b': 2 } }, { spread: 0, draws: 10_000 });
    expect(robustness.unsure).toEqual(['f.a']);
    // (0 + 2/3) / 2 and (2/3 + 2/3) / 2
    expect(robustness.interval90).toEqual([33.333333333, 66.666666667]);
    expect(probability(robustness, 'substantial')).toBeGreaterThan(0.48);
    expect(probability(robustness, 'substantial')).toBeLessThan(0.52);
    expect(robustness.drivers).toMatchObject([{ kind: 'answer', id: 'f.a' }]);
    expect(robustness.drivers[0]?.share).toBeCloseTo(1, 9);
  });

  it('do not move beyond the end of their scale', () => {
    const robustness = one(prepared, { answers: { 'f.a': unsure(3), 'f.b': 3 } }, { spread: 0, draws: 10_000 });
    expect(robustness.interval90).toEqual([83.333333333, 100]);
  });

  it('of a critical question may trigger the cap, which the probabilities of the bands include', () => {
    const critical = rubricOf([feature('f', [question('f.a', { critical: true }), question('f.b', { weight: 20 })])]);
    const robustness = one(critical, { answers: { 'f.a': unsure(1), 'f.b': 3 } }, { draws: 10_000 });
    expect(probability(robustness, 'partial')).toBeGreaterThan(0.48);
    expect(probability(robustness, 'partial')).toBeLessThan(0.52);
    expect(robustness.bands.find(({ id }) => id === 'aligned')?.uncapped).toBe(1);
  });

  it('may change which questions are asked', () => {
    const conditional = rubricOf([
      feature('f', [question('f.parent'), question('f.child', { when: { question: 'f.parent', atLeast: 2 } })]),
    ]);
    const robustness = one(conditional, { answers: { 'f.parent': unsure(1), 'f.child': 3 } }, { spread: 0 });
    // Down: 0, the child not asked. Up: (2/3 + 1) / 2.
    expect(robustness.interval90).toEqual([0, 83.333333333]);
  });

  it('of two laws move independently, and a law’s figures do not depend on the other laws', () => {
    const laws = [{ answers: { 'f.a': unsure(1), 'f.b': 2 } }, { answers: { 'f.a': unsure(2), 'f.b': 2 } }];
    const both = run(prepared, laws);
    const reversed = run(prepared, [...laws].reverse());
    const alone = laws.map((law) => one(prepared, law));
    expect(both.assessments).toEqual(alone);
    expect([...reversed.assessments].reverse()).toEqual(alone);
    // If they moved together, the second law would be first in every draw. Independently, the first goes up while the second goes
    // down in one draw of four.
    expect(both.run.ranks[1]?.probabilities[0]).toBeLessThan(0.95);
  });
});

describe('caps and deductions', () => {
  it('of a severe flag apply in every draw', () => {
    const prepared = rubricOf([feature('f', [question('f.a')])], { flags: [flag('bad', { severity: 'severe', deduct: 30 })] });
    const robustness = one(prepared, { answers: { 'f.a': 3 }, flags: ['bad'] });
    expect(robustness.interval90).toEqual([70, 70]);
    expect(robustness.bands.find(({ id }) => id === 'weak')).toEqual({ id: 'weak', probability: 1, uncapped: 0 });
    expect(robustness.bands.find(({ id }) => id === 'substantial')).toEqual({ id: 'substantial', probability: 0, uncapped: 1 });
  });
});

it('all bands of the rubric are listed, even with probability 0; "no band" only if a draw ends without one', () => {
  const { bands } = one(two, { answers: { 'f.a': 3 } });
  expect(bands.map(({ id }) => id)).toEqual(['aligned', 'substantial', 'partial', 'weak', 'absent']);
});

it('the ranks list the files that have a score', () => {
  const { run: order } = run(two, [{ answers: { 'f.a': 1 } }, {}, { answers: { 'f.a': 3 } }]);
  expect(order.ranks.map(({ source, rank }) => [source, rank])).toEqual([
    ['0.answers.yaml', 2],
    ['2.answers.yaml', 1],
  ]);
});

describe('the geometric mean', () => {
  it('is computed on a scale of 1 to 100, so that a feature at 0 does not make the score 0', () => {
    // 100 and 0 become 100 and 1. The root of their product is 10, which is (10 - 1) / 99 of the scale.
    expect(one(two, { answers: { 'f.a': 3, 'g.a': 0 } }).geometric).toMatchObject({ score: 9.090909091, band: 'absent' });
  });
});

describe('unanswered questions', () => {
  it('are left out, as they are in the score; a law without answers has no robustness', () => {
    const { assessments, run: order } = run(two, [{ answers: { 'f.a': 3 } }, {}]);
    expect(assessments[0]?.interval90).toEqual([100, 100]);
    expect(assessments[1]).toBeNull();
    expect(order.ranks).toEqual([]);
  });
});

describe('pivots', () => {
  it('are the answers that would change the band if they were one level off, with the resulting score', () => {
    const { pivots } = one(two, { answers: { 'f.a': 2, 'g.a': 2 } });
    expect(pivots.map(({ question: id, to, score, band }) => [id, to, score, band])).toEqual([
      ['f.a', 1, 50, 'partial'],
      ['f.a', 3, 83.333333333, 'aligned'],
      ['g.a', 1, 50, 'partial'],
      ['g.a', 3, 83.333333333, 'aligned'],
    ]);
  });

  it('are sorted by change of score, largest first', () => {
    const prepared = rubricOf([feature('f', [question('f.a'), question('f.b', { weight: 3 })])]);
    const { pivots } = one(prepared, { answers: { 'f.a': 2, 'f.b': 2 } });
    expect(pivots.map(({ question: id, to, score }) => [id, to, score])).toEqual([
      ['f.b', 1, 41.666666667],
      ['f.b', 3, 91.666666667],
      ['f.a', 1, 58.333333333],
    ]);
  });

  it('come first if they change the band after caps, and last if a cap hides the change', () => {
    const prepared = rubricOf([feature('f', [question('f.a', { weight: 20 }), question('f.last', { critical: true })])]);
    const { pivots } = one(prepared, { answers: { 'f.a': 2, 'f.last': 0 } });
    expect(pivots.map(({ question: id, to, band, uncappedBand }) => [id, to, band, uncappedBand])).toEqual([
      ['f.a', 1, 'weak', 'weak'],
      ['f.last', 1, 'substantial', 'substantial'],
      ['f.a', 3, 'partial', 'aligned'],
    ]);
  });

  it('come first if the answer has low confidence', () => {
    expect(one(two, { answers: { 'f.a': 2, 'g.a': unsure(2) } }).pivots[0]?.question).toBe('g.a');
  });
});

describe('closing one gap', () => {
  it('comes first if it more often leads to a better band, then if it gains more; equal ones keep the order of the gaps', () => {
    const weights = { 'f.a': 1, 'f.b': 3, 'f.c': 3, 'f.d': 12 };
    const prepared = rubricOf([
      feature(
        'f',
        Object.entries(weights).map(([id, weight]) => question(id, { weight, critical: id === 'f.a' })),
      ),
    ]);
    // The score is 40.4. Closing the gap of f.a or f.b does not change the band; closing that of f.d does.
    const answers = { 'f.a': 1, 'f.b': 2, 'f.c': 2, 'f.d': 1 };
    const { mends } = one(prepared, { answers }, { spread: 0 });
    expect(mends.map(({ question: id, better }) => [id, better])).toEqual([
      ['f.d', 1],
      ['f.b', 0],
      ['f.c', 0],
      ['f.a', 0],
    ]);
    expect(mends.map(({ gain }) => Math.round(gain * 10) / 10)).toEqual([42.1, 5.3, 5.3, 3.5]);
  });

  it('comes first if it lifts the cap, whatever its points', () => {
    const prepared = rubricOf([
      feature('f', [question('f.small', { critical: true }), question('f.a', { weight: 40 }), question('f.b', { weight: 8 })]),
    ]);
    const { mends } = one(prepared, { answers: { 'f.small': 0, 'f.a': 3, 'f.b': 0 } });
    expect(mends.map(({ question: id }) => id)).toEqual(['f.small', 'f.b']);
    expect(mends[0]?.better).toBe(1);
    expect(mends[1]?.better).toBe(0);
    expect(mends[1]?.gain).toBeGreaterThan(mends[0]?.gain ?? 0);
  });

  it('takes into account that questions that depend on it may become applicable', () => {
    const prepared = rubricOf([
      feature('f', [question('f.parent'), question('f.child', { when: { question: 'f.parent', atLeast: 3 } })]),
    ]);
    // With the parent at its top level the child counts too, at 1/3. The score stays the same: from 2/3 to (1 + 1/3) / 2 = 2/3.
    const { mends } = one(prepared, { answers: { 'f.parent': 2, 'f.child': 1 } }, { spread: 0 });
    expect(mends).toEqual([{ question: 'f.parent', gain: 0, better: 0 }]);
  });

  it('gains, under the rubric’s weights, as much as scoring the improved answers gives', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat({ max: 3 })), { minLength: 6, maxLength: 6 }), (levels) => {
        const ids = ['f.a', 'f.b', 'f.c', 'g.a', 'g.b', 'g.c'];
        const prepared = rubricOf([
          feature(
            'f',
            ids.slice(0, 3).map((id, index) => question(id, { weight: index + 1, critical: index === 0 })),
            2,
          ),
          feature(
            'g',
            ids.slice(3).map((id) => question(id)),
          ),
        ]);
        const answers = Object.fromEntries(
          ids.flatMap((id, index) => (typeof levels[index] === 'number' ? [[id, levels[index]]] : [])),
        );
        const before = scoreAssessment(prepared, assessmentOf({ answers }), 'x');
        if (before.score === null) return;
        const { mends, median } = one(prepared, { answers }, { spread: 0, draws: 1 });
        expect(median).toBeCloseTo(before.score, 8);
        for (const mend of mends) {
          const after = scoreAssessment(prepared, assessmentOf({ answers: { ...answers, [mend.question]: 3 } }), 'x');
          expect(mend.gain).toBeCloseTo((after.score ?? 0) - before.score, 7);
          const rank = (id: string | null): number => prepared.rubric.bands.findIndex((band) => band.id === id);
          expect(mend.better).toBe(rank(after.band) < rank(before.band) ? 1 : 0);
        }
      }),
    );
  });
});

describe('for any answers', () => {
  const ids = ['f.a', 'f.b', 'g.a', 'g.b', 'h.a'];
  const prepared = rubricOf([
    feature('f', [question('f.a', { critical: true }), question('f.b', { weight: 2.5 })], 0.5),
    feature('g', [question('g.a'), question('g.b', { when: { question: 'g.a', atLeast: 1 } })]),
    feature('h', [question('h.a')], 2),
  ]);
  const answer = fc
    .record({ value: fc.nat({ max: 3 }), sure: fc.boolean() })
    .map(({ value, sure }) => (sure ? level(value) : unsure(value)));
  const givens = fc.tuple(...ids.map((id) => fc.option(answer).map((each) => [id, each] as const))).map(
    (entries): Given => ({
      answers: Object.fromEntries(entries.filter((entry): entry is [string, Answer] => entry[1] !== null)),
    }),
  );
  const methods = fc.record({
    weights: fc.constantFrom('uniform' as const, 'dirichlet' as const),
    spread: fc.integer({ min: 0, max: 100 }),
    seed: fc.nat(),
    draws: fc.constant(200),
  });

  it('probabilities of bands, of a law’s ranks and of a rank’s laws add up to 1, and the interval contains the median', () => {
    fc.assert(
      fc.property(fc.array(givens, { minLength: 1, maxLength: 5 }), methods, (laws, method) => {
        const { assessments, run: order } = run(prepared, laws, method);
        for (const robustness of assessments) {
          if (!robustness) continue;
          expect(total(robustness.bands.map((band) => band.probability))).toBeCloseTo(1, 9);
          expect(total(robustness.bands.map(({ uncapped }) => uncapped))).toBeCloseTo(1, 9);
          const { interval90, median, geometric } = robustness;
          expect(interval90[0]).toBeLessThanOrEqual(median);
          expect(median).toBeLessThanOrEqual(interval90[1]);
          for (const score of [...interval90, ...geometric.interval90]) expect(score >= 0 && score <= 100).toBe(true);
          for (const { share } of robustness.drivers) expect(share > 0 && share <= 1).toBe(true);
        }
        for (const [index, { probabilities }] of order.ranks.entries()) {
          expect(total(probabilities)).toBeCloseTo(1, 9);
          expect(total(order.ranks.map((row) => row.probabilities[index] ?? 0))).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the same seed gives the same result in any order of the answers; the geometric score is at most the arithmetic one', () => {
    fc.assert(
      fc.property(givens, methods, (law, method) => {
        const [first] = run(prepared, [law], method).assessments;
        const reversed = { answers: Object.fromEntries(Object.entries(law.answers ?? {}).reverse()) };
        expect(run(prepared, [reversed], method).assessments[0]).toEqual(first);
        const { score } = scoreAssessment(prepared, assessmentOf(law), 'x');
        if (first && score !== null) expect(first.geometric.score).toBeLessThanOrEqual(score + 1e-8);
      }),
      { numRuns: 60 },
    );
  });

  it('another seed changes the ends of the interval by less than half a point', () => {
    const law = { answers: { 'f.a': 2, 'f.b': 0, 'g.a': 3, 'g.b': 1, 'h.a': 1 } };
    const [first, second] = [1, 2].map((seed) => one(prepared, law, { seed, draws: 10_000 }));
    expect(first?.interval90).not.toEqual(second?.interval90);
    for (const end of [0, 1] as const)
      expect(Math.abs((first?.interval90[end] ?? 0) - (second?.interval90[end] ?? 99))).toBeLessThan(0.5);
  });
});

describe('ranks', () => {
  it('are certain if one law is better in every feature, and shared if two laws are equal', () => {
    const laws = [{ answers: { 'f.a': 1, 'g.a': 0 } }, { answers: { 'f.a': 2, 'g.a': 1 } }, { answers: { 'f.a': 1, 'g.a': 0 } }];
    const { ranks } = run(two, laws).run;
    expect(ranks.map(({ rank }) => rank)).toEqual([2, 1, 2]);
    expect(ranks.map(({ probabilities }) => probabilities)).toEqual([
      [0, 0.5, 0.5],
      [1, 0, 0],
      [0, 0.5, 0.5],
    ]);
  });

  it('use the same weights for all laws: two laws with swapped answers are each first in about half of the draws', () => {
    const { ranks } = run(two, [{ answers: { 'f.a': 3, 'g.a': 0 } }, { answers: { 'f.a': 0, 'g.a': 3 } }], { draws: 10_000 }).run;
    expect(ranks[0]?.probabilities[0]).toBeGreaterThan(0.48);
    expect(ranks[0]?.probabilities[0]).toBeLessThan(0.52);
  });
});
