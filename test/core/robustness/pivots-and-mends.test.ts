import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreAssessment } from '../../../src/core/score.ts';
import { assessmentOf, feature, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { one, two, unsure } from './small-laws.ts';

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
