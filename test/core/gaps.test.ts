import { describe, expect, it } from 'vitest';
import { isCriticalAtZero, isFoundCritical } from '../../src/core/gaps.ts';
import type { Gap } from '../../src/core/result.ts';
import { feature, question, rubricOf, score } from '../fixtures/small-rubric.ts';

describe('a critical gap', () => {
  const gap = (critical: boolean, level: number, answered: boolean) => ({ critical, level, answered }) as Gap;

  it.each([
    [true, 0, true, true, true],
    [true, 0, false, true, false],
    [true, 1, true, false, false],
    [false, 0, true, false, false],
  ])('critical %s, level %i, answered %s: at zero %s, found %s', (critical, level, answered, atZero, found) => {
    expect(isCriticalAtZero(gap(critical, level, answered))).toBe(atZero);
    expect(isFoundCritical(gap(critical, level, answered))).toBe(found);
  });
});

describe('the points of gaps', () => {
  it('are shared among applicable questions, and among features that have any', () => {
    const prepared = rubricOf([feature('f', [question('f.a'), question('f.b')]), feature('g', [question('g.a')])]);
    const points = (given: Parameters<typeof score>[1]) =>
      score(prepared, given).gaps.map((each) => [each.question, each.points]);
    expect(points({ answers: { 'f.a': 3 }, features: { g: 'x' } })).toEqual([['f.b', 50]]);
    expect(points({ answers: { 'g.a': 2 }, features: { f: 'x' } })).toEqual([['g.a', 100 / 3]]);
  });

  it('are 0 if all applicable features have weight 0', () => {
    const prepared = rubricOf([feature('f', [question('f.a')], 0)]);
    expect(score(prepared, {}).gaps).toMatchObject([{ question: 'f.a', points: 0 }]);
  });

  it('follow the values of levels; an unanswered question has the value of its lowest level', () => {
    const prepared = rubricOf([feature('f', [question('f.a', { values: [1, 1, 3, 4] }), question('f.b')])]);
    // 50 points for each question. Level 0 of f.a already has a quarter of them, answered or not.
    expect(score(prepared, { answers: { 'f.a': 0 } }).gaps.map((each) => each.points)).toEqual([50, 37.5]);
    expect(score(prepared, { answers: { 'f.b': 3 } }).gaps.map((each) => each.points)).toEqual([37.5]);
  });
});
