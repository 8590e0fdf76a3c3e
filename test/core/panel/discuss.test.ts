import { describe, expect, it } from 'vitest';
import type { Answer, Assessment } from '../../../src/core/answers.ts';
import { comparePanel } from '../../../src/core/panel/panel.ts';
import { assessmentOf, feature, notApplicable, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { panelOf, prepared } from './small-panel.ts';

describe('the list of questions to discuss', () => {
  it('begins with critical questions that some put at level 0, then goes by difference in points', () => {
    // Shares of the score: the weights of f add up to 1 + 2 + 1 + 1 = 5, so f.b is worth 20 points and f.c 10; g.a and g.b have
    // 25 each.
    const { discuss } = panelOf(
      { 'f.a': 0, 'f.b': 0, 'f.c': 0, 'g.a': 1, 'g.b': 1 },
      { 'f.a': 1, 'f.b': 3, 'f.c': 2, 'g.a': 1, 'g.b': 2 },
    );
    expect(discuss.map(({ question }) => question)).toEqual(['f.a', 'f.b', 'f.c', 'g.b']);
    expect(discuss[0]?.contestedCritical).toBe(true);
    expect(discuss[1]?.points).toBeCloseTo(20, 9);
    expect(discuss[2]?.points).toBeCloseTo(10, 9);
    expect(discuss[3]?.points).toBeCloseTo(25 / 3, 9);
  });

  it('counts "not applicable" against a level as the greatest difference', () => {
    const { discuss } = panelOf({ 'g.a': 3, 'g.b': 2 }, { 'g.a': 3, 'g.b': notApplicable() });
    expect(discuss.map(({ question }) => question)).toEqual(['g.b']);
    expect(discuss[0]?.points).toBeCloseTo(25, 9);
  });

  it('has red flags on which those who checked disagree, but not flags that only one checked', () => {
    const seen = (present: boolean | null): Assessment => ({
      ...assessmentOf({}),
      flags: new Map([['bad', { present, evidence: [] }]]),
    });
    const of = (...views: (boolean | null)[]) =>
      comparePanel(
        prepared,
        views.map((view, index) => ({ label: String(index), assessment: seen(view) })),
      ).flags.length;
    expect([of(true, false), of(true, null), of(false, false)]).toEqual([1, 0, 0]);
  });
});

describe('the order of the discussion', () => {
  const alike = rubricOf([
    feature('f', [question('f.a'), question('f.b'), question('f.c', { weight: 0 }), question('f.d', { weight: 0 })]),
    feature('g', [question('g.a', { weight: 0 })], 0),
  ]);
  const discussed = (...answers: Readonly<Record<string, number | Answer>>[]) =>
    comparePanel(
      alike,
      answers.map((each, index) => ({ label: `R${index}`, assessment: assessmentOf({ answers: each }) })),
    ).discuss;

  it('is, for equal points, by the share of agreeing pairs, then the rubric’s', () => {
    // All of them have 0 points. No pair agrees on f.c, one pair in three on f.d and g.a.
    const all = discussed({ 'f.c': 0, 'f.d': 1, 'g.a': 1 }, { 'f.c': 1, 'f.d': 1, 'g.a': 1 }, { 'f.c': 2, 'f.d': 0, 'g.a': 0 });
    expect(all.map(({ question, points }) => [question, points])).toEqual([
      ['f.c', 0],
      ['f.d', 0],
      ['g.a', 0],
    ]);
    expect(discussed({ 'f.a': 0, 'f.b': 0 }, { 'f.a': 3, 'f.b': 3 }).map(({ question }) => question)).toEqual(['f.a', 'f.b']);
  });

  it('depends on points, of which a question has none if it applies for no reviewer', () => {
    const aside = notApplicable();
    // f.b applies for nobody, so f.a has all the points.
    expect(discussed({ 'f.a': 0, 'f.b': aside }, { 'f.a': 3, 'f.b': aside })[0]?.points).toBeCloseTo(100, 9);
    expect(discussed({ 'f.a': 0, 'f.b': aside }, { 'f.a': 3 })[0]?.points).toBeCloseTo(50, 9);
  });

  it('counts no difference between two "not applicable", and the greatest difference between one and a level', () => {
    const aside = notApplicable();
    // Distances of the pairs: aside-aside 0, aside-3 1, aside-3 1. Their mean is two thirds, of 50 points.
    expect(discussed({ 'f.a': aside }, { 'f.a': aside }, { 'f.a': 3 })[0]?.points).toBeCloseTo(100 / 3, 9);
  });

  it('puts a critical question first if some answers are level 0 and others are not', () => {
    const critical = rubricOf([feature('f', [question('f.a'), question('f.b', { critical: true })])]);
    const of = (a: number | Answer, b: number | Answer) =>
      comparePanel(
        critical,
        [a, b].map((answer, index) => ({
          label: `R${index}`,
          assessment: assessmentOf({ answers: { 'f.a': index * 3, 'f.b': answer } }),
        })),
      ).discuss.map(({ question, contestedCritical }) => [question, contestedCritical]);
    expect(of(0, 1)).toEqual([
      ['f.b', true],
      ['f.a', false],
    ]);
    expect(of(1, 2)).toEqual([
      ['f.a', false],
      ['f.b', false],
    ]);
    expect(of(0, notApplicable())[0]).toEqual(['f.b', true]);
  });
});
