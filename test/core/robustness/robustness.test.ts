import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answers.ts';
import { scoreAssessment } from '../../../src/core/score.ts';
import { assessmentOf, feature, flag, type Given, level, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { one, probability, run, total, two, unsure } from './small-laws.ts';

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
