import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../src/core/answers.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { feature, flag, notApplicable, question, rubricOf, score } from '../fixtures/small-rubric.ts';

const one = (more = {}) => rubricOf([feature('f', [question('f.a', more), question('f.b')])]);

describe('scoring rule 1: the value of an answer', () => {
  it('is the level divided by the highest level, if the question has no values of its own', () => {
    const { questions } = score(one(), { answers: { 'f.a': 2, 'f.b': 3 } });
    expect(questions.map(({ value }) => value)).toEqual([2 / 3, 1]);
  });

  it('is the points divided by the last level’s points, if the question has values', () => {
    const { questions } = score(one({ values: [0, 1, 5, 8] }), { answers: { 'f.a': 2 } });
    expect(questions[0]?.value).toBe(5 / 8);
  });

  it('is defined for any number of levels', () => {
    const { score: overall } = score(rubricOf([feature('f', [question('f.a', { levels: ['no', 'yes'], values: [0, 1] })])]), {
      answers: { 'f.a': 1 },
    });
    expect(overall).toBe(100);
  });
});

describe('scoring rule 2: which questions count', () => {
  const conditional = rubricOf([
    feature('f', [
      question('f.parent'),
      question('f.child', { when: { question: 'f.parent', atLeast: 1 } }),
      question('f.grandchild', { when: { question: 'f.child', atLeast: 2 } }),
    ]),
  ]);

  it('leaves out a question whose condition fails, and lists its answer as ignored', () => {
    const result = score(conditional, { answers: { 'f.parent': 0, 'f.child': 3 } });
    expect(result.applicable).toBe(1);
    expect(result.score).toBe(0);
    expect(result.ignored).toEqual([{ question: 'f.child', because: 'f.parent is below 1' }]);
  });

  it('asks a question whose parent is unanswered', () => {
    expect(score(conditional, {}).applicable).toBe(3);
  });

  it('does not ask a question whose parent does not apply or is not asked itself', () => {
    const result = score(conditional, { answers: { 'f.parent': notApplicable(), 'f.child': 3, 'f.grandchild': 3 } });
    expect(result.applicable).toBe(0);
    expect(result.notApplicable).toBe(1);
    expect(result.notAsked).toBe(2);
    expect(result.ignored.map(({ because }) => because)).toEqual(['f.parent does not apply', 'f.child does not apply']);
  });

  it('leaves out a question that is not applicable, from score, low and high', () => {
    const result = score(one(), { answers: { 'f.a': notApplicable(), 'f.b': 3 } });
    expect([result.score, result.low, result.high]).toEqual([100, 100, 100]);
  });

  it('leaves out a whole feature that is not applicable', () => {
    const two = rubricOf([feature('f', [question('f.a')]), feature('g', [question('g.a'), question('g.b')])]);
    const result = score(two, { answers: { 'f.a': 3, 'g.a': 0 }, features: { g: 'no such thing' } });
    expect(result.score).toBe(100);
    expect(result.notApplicable).toBe(2);
    expect(result.features[1]).toMatchObject({
      score: null,
      low: null,
      high: null,
      applicable: 0,
      notApplicable: 'no such thing',
    });
    expect(result.ignored).toEqual([{ question: 'g.a', because: 'g is not applicable' }]);
  });
});

describe('scoring rule 3: a feature', () => {
  it('has the weighted mean of its answered questions as its score, and a range for unanswered ones', () => {
    const weighted = rubricOf([feature('f', [question('f.a', { weight: 2 }), question('f.b'), question('f.c')])]);
    // Weighted values: 2 x 2/3 + 1 x 1/3 = 5/3. The weights of answered questions add up to 3, of all questions to 4.
    const [found] = score(weighted, { answers: { 'f.a': 2, 'f.b': 1 } }).features;
    expect(found?.score).toBeCloseTo((100 * (5 / 3)) / 3, 12);
    expect(found?.low).toBeCloseTo((100 * (5 / 3)) / 4, 12);
    expect(found?.high).toBeCloseTo((100 * (5 / 3 + 1)) / 4, 12);
  });

  it('has no score if nothing is answered', () => {
    const [found] = score(one(), {}).features;
    expect(found).toMatchObject({ score: null, low: 0, high: 100, band: null });
  });
});

describe('scoring rule 4: the overall score', () => {
  const two = rubricOf([feature('f', [question('f.a')], 3), feature('g', [question('g.a')])], {
    flags: [flag('bad', { deduct: 10 }), flag('worse', { deduct: 95 })],
  });

  it('is the weighted mean of the features', () => {
    expect(score(two, { answers: { 'f.a': 3, 'g.a': 0 } }).score).toBe(75);
  });

  it('leaves out a feature without a score; low and high do not', () => {
    const result = score(two, { answers: { 'f.a': 3 } });
    expect([result.score, result.low, result.high]).toEqual([100, 75, 100]);
  });

  it('is reduced by the deductions of flags, but not below 0', () => {
    expect(score(two, { answers: { 'f.a': 3, 'g.a': 0 }, flags: ['bad'] })).toMatchObject({
      score: 65,
      low: 65,
      high: 65,
      deducted: 10,
    });
    expect(score(two, { answers: { 'f.a': 3, 'g.a': 0 }, flags: ['bad', 'worse'] }).score).toBe(0);
  });

  it('is null if nothing is answered, with low 0 and high 100', () => {
    expect(score(two, {})).toMatchObject({ score: null, low: 0, high: 100, band: null });
  });

  it('is null, like low and high, if nothing applies', () => {
    expect(score(two, { features: { f: 'x', g: 'x' } })).toMatchObject({ score: null, low: null, high: null });
  });
});

describe('scoring rule 5: bands and caps', () => {
  it('takes the highest band that the exact score reaches, even if floating-point arithmetic would miss it', () => {
    // The sum of the weights 0.1 and 0.52, divided by that of all three, is 0.62 exactly, but not in floating point.
    const decimals = rubricOf(
      [
        feature('f', [
          question('f.a', { weight: 0.1, levels: ['0', '1'], values: [0, 1] }),
          question('f.b', { weight: 0.52, levels: ['0', '1'], values: [0, 1] }),
          question('f.c', { weight: 0.38, levels: ['0', '1'], values: [0, 1] }),
        ]),
      ],
      {
        more: {
          bands: [
            { id: 'top', from: 62, title: 'Top' },
            { id: 'rest', from: 0, title: 'Rest' },
          ],
          caps: [],
        },
      },
    );
    expect(score(decimals, { answers: { 'f.a': 1, 'f.b': 1, 'f.c': 0 } })).toMatchObject({ score: 62, band: 'top' });
  });

  it('caps the band, but not the score, if a critical question is answered with level 0', () => {
    const critical = rubricOf([
      feature('f', [question('f.a', { critical: true }), ...'bcdefghij'.split('').map((id) => question(`f.${id}`))]),
    ]);
    const answers = Object.fromEntries('bcdefghij'.split('').map((id) => [`f.${id}`, 3]));
    expect(score(critical, { answers: { ...answers, 'f.a': 0 } })).toMatchObject({
      score: 90,
      uncappedBand: 'aligned',
      band: 'partial',
      caps: [{ when: 'critical-at-zero', because: ['f.a'], band: 'partial' }],
    });
    expect(score(critical, { answers })).toMatchObject({ band: 'aligned', caps: [] });
  });

  it('caps the band for a severe flag, and never raises a band', () => {
    const flagged = rubricOf([feature('f', [question('f.a')])], { flags: [flag('bad', { severity: 'severe' })] });
    expect(score(flagged, { answers: { 'f.a': 3 }, flags: ['bad'] })).toMatchObject({ score: 100, band: 'weak' });
    expect(score(flagged, { answers: { 'f.a': 0 }, flags: ['bad'] })).toMatchObject({ band: 'absent' });
  });
});

describe('scoring rule 7: gaps', () => {
  const three = rubricOf([
    feature('f', [question('f.small'), question('f.big', { weight: 3 })]),
    feature('g', [question('g.critical', { critical: true }), question('g.x')]),
  ]);

  it('are sorted: critical questions at level 0 first, then by points, then in the rubric’s order', () => {
    const { gaps } = score(three, { answers: { 'f.small': 0, 'f.big': 0, 'g.critical': 0, 'g.x': 0 } });
    expect(gaps.map(({ question: id, points }) => [id, points])).toEqual([
      ['g.critical', 25],
      ['f.big', 37.5],
      ['g.x', 25],
      ['f.small', 12.5],
    ]);
  });

  it('count an unanswered question as level 0, with `answered` false', () => {
    const { gaps } = score(three, { answers: { 'f.small': 3, 'f.big': 3, 'g.critical': 3 } });
    expect(gaps).toMatchObject([{ question: 'g.x', level: 0, top: 3, answered: false, points: 25 }]);
  });

  it('leave out questions that are at their top level or do not apply', () => {
    expect(score(three, { answers: { 'f.small': 3, 'f.big': 3 }, features: { g: 'x' } }).gaps).toEqual([]);
  });

  it('add up to 100 minus the low', () => {
    const result = score(three, { answers: { 'f.small': 1, 'g.critical': 2 } });
    expect(result.gaps.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(100 - (result.low ?? 0), 10);
  });
});

describe('scoring rule 8: steps', () => {
  it('count "partly" as half, and do not affect the score', () => {
    const guiding = (id: string) => ({ id, text: '?', help: '', principles: [], was: [] });
    const stepped = rubricOf([feature('f', [question('f.a')])], {
      steps: [{ id: 's', title: 'S', summary: '', questions: ['s.a', 's.b', 's.c', 's.d'].map(guiding) }],
    });
    const result = scoreAssessment(
      stepped,
      {
        ...emptyAssessment(),
        steps: new Map([
          ['s.a', { status: 'addressed' }],
          ['s.b', { status: 'partly' }],
          ['s.c', { status: 'missing' }],
        ]),
      },
      'x',
    );
    expect(result.steps).toEqual([{ id: 's', title: 'S', coverage: 37.5, answered: 3, questions: 4 }]);
    expect(result.score).toBeNull();
  });
});

describe('weights of zero', () => {
  it('never give NaN', () => {
    const worthless = rubricOf([feature('f', [question('f.a', { weight: 0 })]), feature('g', [question('g.a')], 0)]);
    const result = score(worthless, { answers: { 'f.a': 2, 'g.a': 2 } });
    expect([result.score, result.low, result.high]).toEqual([null, null, null]);
    expect(JSON.stringify(result)).not.toContain('NaN');
  });
});
