import { describe, expect, it } from 'vitest';
import { type Answer, type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { feature, flag, level, notApplicable, question, rubricOf } from '../fixtures/small-rubric.ts';

const guiding = (id: string) => ({ id, text: '?', help: '', principles: [], was: [] });
const prepared = rubricOf(
  [
    feature('f', [
      question('f.a', { critical: true, principles: [1, 2] }),
      question('f.b', { weight: 2, when: { question: 'f.a', atLeast: 1 } }),
    ]),
    feature('g', [question('g.a', { values: [0, 1, 1, 4] })], 3),
  ],
  {
    flags: [flag('grave', { severity: 'severe' }), flag('seen', { deduct: 4 }), flag('open')],
    steps: [
      { id: 's', title: 'Scope', summary: '', questions: [guiding('s.p'), guiding('s.q')] },
      { id: 'empty', title: 'Empty', summary: '', questions: [] },
    ],
  },
);

const dissent = [{ reviewer: 'R', level: 2 }];
const evidence = [{ at: 'art. 1', quote: 'words' }];
const answer = (value: number, more: Partial<Answer> = {}): Answer => ({ ...level(value), ...more });

describe('a result has', () => {
  const assessment: Assessment = {
    ...emptyAssessment(),
    draft: { title: 'A bill' },
    reviewer: { name: 'A. Reviewer' },
    answers: new Map([
      [
        'f.a',
        answer(0, {
          rationale: 'because',
          evidence,
          confidence: 'low',
          owner: 'ministry',
          due: '2026-05-01',
          review: 'changed',
          dissent,
        }),
      ],
      ['f.b', answer(3, { rationale: 'kept' })],
      ['g.a', answer(2)],
    ]),
    steps: new Map([
      ['s.q', { status: 'partly', review: 'look again' }],
      ['s.p', { status: null }],
    ]),
    flags: new Map([
      ['grave', { present: false, evidence: [] }],
      ['seen', { present: true, rationale: 'there', evidence, review: 'check', dissent }],
      ['open', { present: null, evidence: [], review: 'not yet' }],
    ]),
    carried: { from: '0.9.0', renamed: [], dropped: [], unanswered: [] },
    panel: {
      reviewers: 2,
      rule: 'median',
      agreement: { percent: 50, alpha: { nominal: 0, ordinal: 0, interval: 0 } },
      settled: { agreed: 1, byRule: 1, open: 0 },
    },
  };
  const result = scoreAssessment(prepared, assessment, 'the name');

  it('the draft, the reviewer, the file, and the rubric version or panel that the answers come from', () => {
    expect(result).toMatchObject({
      source: 'the name',
      draft: { title: 'A bill' },
      reviewer: { name: 'A. Reviewer' },
      carried: { from: '0.9.0' },
      panel: { rule: 'median' },
      gates: [],
    });
    const bare = scoreAssessment(prepared, emptyAssessment(), 'x');
    expect(bare).not.toHaveProperty('carried');
    expect(bare).not.toHaveProperty('panel');
  });

  it('the figures, and the number of questions in each state', () => {
    // f: f.a at 0, and f.b is not asked; g: 1 of 4 points. (0 + 3 x 25) / 4 = 18.75, less 4.
    expect(result).toMatchObject({
      score: 14.75,
      low: 14.75,
      high: 14.75,
      deducted: 4,
      answered: 2,
      applicable: 2,
      notApplicable: 0,
      notAsked: 1,
      band: 'absent',
      uncappedBand: 'absent',
      caps: [{ when: 'critical-at-zero', because: ['f.a'], band: 'partial' }],
      flagsChecked: 2,
    });
    expect(result.features).toStrictEqual([
      { id: 'f', title: 'Feature f', weight: 1, score: 0, low: 0, high: 0, band: 'absent', answered: 1, applicable: 1 },
      { id: 'g', title: 'Feature g', weight: 3, score: 25, low: 25, high: 25, band: 'weak', answered: 1, applicable: 1 },
    ]);
  });

  it('the state and value of each question, with everything that the reviewer wrote', () => {
    expect(result.questions).toStrictEqual([
      {
        id: 'f.a',
        feature: 'f',
        state: 'scored',
        level: 0,
        top: 3,
        value: 0,
        weight: 1,
        critical: true,
        rationale: 'because',
        evidence,
        confidence: 'low',
        review: 'changed',
        dissent,
      },
      {
        id: 'f.b',
        feature: 'f',
        state: 'not-asked',
        level: null,
        top: 3,
        value: null,
        weight: 2,
        critical: false,
        because: 'f.a is below 1',
        rationale: 'kept',
        evidence: [],
      },
      { id: 'g.a', feature: 'g', state: 'scored', level: 2, top: 3, value: 0.25, weight: 1, critical: false, evidence: [] },
    ]);
    expect(result.ignored).toStrictEqual([{ question: 'f.b', because: 'f.a is below 1' }]);
  });

  it('each gap with what closes it, its owner and its due date', () => {
    expect(result.gaps).toStrictEqual([
      {
        question: 'f.a',
        feature: 'f',
        level: 0,
        top: 3,
        points: 25,
        critical: true,
        answered: true,
        principles: [1, 2],
        gap: 'Write f.a.',
        evidence,
        owner: 'ministry',
        due: '2026-05-01',
      },
      {
        question: 'g.a',
        feature: 'g',
        level: 2,
        top: 3,
        points: 56.25,
        critical: false,
        answered: true,
        principles: [1],
        gap: 'Write g.a.',
        evidence: [],
      },
    ]);
  });

  it('the red flags that are present, with reasons; the others only count as checked', () => {
    expect(result.flags).toStrictEqual([
      { id: 'seen', severity: 'serious', because: 'there', evidence, review: 'check', dissent },
    ]);
    const bare = { ...emptyAssessment(), flags: new Map([['seen', { present: true, evidence: [] }]]) };
    expect(scoreAssessment(prepared, bare, 'x').flags).toStrictEqual([
      { id: 'seen', severity: 'serious', because: null, evidence: [] },
    ]);
  });

  it('the coverage of each step; null for a step without questions', () => {
    expect(result.steps).toStrictEqual([
      { id: 's', title: 'Scope', coverage: 25, answered: 1, questions: 2 },
      { id: 'empty', title: 'Empty', coverage: null, answered: 0, questions: 0 },
    ]);
  });

  it('the answers that need another look: questions, then guiding questions, then flags', () => {
    expect(result.review).toStrictEqual([
      { kind: 'question', id: 'f.a', because: 'changed' },
      { kind: 'guiding', id: 's.q', because: 'look again' },
      { kind: 'flag', id: 'seen', because: 'check' },
      { kind: 'flag', id: 'open', because: 'not yet' },
    ]);
  });
});

describe('an answer that does not count', () => {
  const ignored = (answers: Record<string, Answer>, features: Record<string, { notApplicable: string }> = {}) =>
    scoreAssessment(
      prepared,
      { ...emptyAssessment(), answers: new Map(Object.entries(answers)), features: new Map(Object.entries(features)) },
      'x',
    ).ignored;

  it('is listed as ignored if it has a level or is marked as not applicable', () => {
    expect(ignored({ 'f.a': answer(0), 'f.b': notApplicable('x') })).toStrictEqual([
      { question: 'f.b', because: 'f.a is below 1' },
    ]);
    expect(ignored({ 'f.a': answer(0), 'f.b': { level: null, notApplicable: null, evidence } })).toStrictEqual([]);
    expect(ignored({ 'f.a': answer(0) })).toStrictEqual([]);
  });

  it('is not listed if both the question and its feature are marked as not applicable', () => {
    const aside = { g: { notApplicable: 'none' } };
    expect(ignored({ 'g.a': answer(1) }, aside)).toStrictEqual([{ question: 'g.a', because: 'g is not applicable' }]);
    expect(ignored({ 'g.a': notApplicable('x') }, aside)).toStrictEqual([]);
    expect(ignored({ 'g.a': notApplicable('x') })).toStrictEqual([]);
  });
});

describe('caps', () => {
  it('are not triggered by level 0 of a question that is not critical', () => {
    const plain = rubricOf([feature('f', [question('f.a')])]);
    const { caps, band } = scoreAssessment(plain, { ...emptyAssessment(), answers: new Map([['f.a', answer(0)]]) }, 'x');
    expect([caps, band]).toStrictEqual([[], 'absent']);
  });
});
