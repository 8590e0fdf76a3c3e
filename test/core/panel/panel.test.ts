import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Assessment } from '../../../src/core/answers.ts';
import { readingOf } from '../../../src/core/panel/agreement.ts';
import { commonDraft, comparePanel } from '../../../src/core/panel/panel.ts';
import { assessmentOf, feature, flag, type Given, notApplicable, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { type Answers, panelOf } from './small-panel.ts';

const find = (result: ReturnType<typeof comparePanel>, id: string) => result.agreement.questions.find((each) => each.id === id);

describe('a panel', () => {
  it('has two to fifty reviewers', () => {
    expect(() => panelOf({ 'f.a': 1 })).toThrow(RangeError);
    expect(() => panelOf(...new Array<Answers>(51).fill({}))).toThrow(RangeError);
    expect(panelOf(...new Array<Answers>(50).fill({ 'f.a': 1 })).reviewers).toBe(50);
  });

  it('has as agreement on a question the share of agreeing pairs, and overall the mean of these', () => {
    // f.a: one of the pairs 2-2, 2-1, 2-1 agrees; f.b: the only pair agrees; f.c has one answer and is not compared.
    const result = panelOf({ 'f.a': 2, 'f.b': 1, 'f.c': 1 }, { 'f.a': 2, 'f.b': 1 }, { 'f.a': 1 });
    expect(find(result, 'f.a')).toMatchObject({
      levels: [2, 2, 1],
      spread: 1,
      percent: expect.closeTo(100 / 3, 9),
      answered: 3,
      mixed: false,
    });
    expect(find(result, 'f.b')).toMatchObject({ levels: [1, 1, null], spread: 0, percent: 100 });
    expect(find(result, 'f.c')).toMatchObject({ levels: [1, null, null], spread: null, percent: null });
    expect(result.agreement.overall).toMatchObject({ compared: 2, alike: 1 });
    expect(result.agreement.overall.percent).toBeCloseTo((100 / 3 + 100) / 2, 12);
  });

  it('counts a level against "not applicable" as a disagreement, and as mixed', () => {
    const result = panelOf({ 'f.a': 2, 'f.b': 1 }, { 'f.a': notApplicable(), 'f.b': 1 }, { 'f.a': notApplicable(), 'f.b': 0 });
    expect(find(result, 'f.a')).toMatchObject({
      levels: [2, null, null],
      spread: null,
      percent: expect.closeTo(100 / 3, 9),
      mixed: true,
      notApplicable: 2,
    });
    expect(result.agreement.overall.mixed).toBe(1);
    // The ordinal alpha compares f.b alone. With a single question, observed and expected disagreement are equal.
    expect(result.agreement.overall.alpha.ordinal).toBeCloseTo(0, 12);
    // The nominal alpha has "n/a" as a category: units (2, n, n) and (1, 1, 0), so o(2,n) = 1 and o(0,1) = 1. The products of
    // different counts, of n(0) = 1, n(1) = 2, n(2) = 1 and n(n) = 2, add up to 2 + 1 + 2 + 2 + 4 + 2 = 13.
    expect(result.agreement.overall.alpha.nominal).toBeCloseTo(1 - (5 * 2) / 13, 12);
  });

  it('agrees on a question that all mark as not applicable', () => {
    const result = panelOf({ 'f.a': notApplicable('one') }, { 'f.a': notApplicable('two') });
    expect(find(result, 'f.a')).toMatchObject({ percent: 100, mixed: false, notApplicable: 2 });
    expect(result.agreement.overall.because).toEqual({ nominal: 'no-variation', ordinal: 'no-pairs', interval: 'no-pairs' });
    expect(result.discuss).toEqual([]);
  });

  it('has no alpha, with the reason, if it gives the same level everywhere; the percentage is still reported', () => {
    const { overall } = panelOf({ 'f.a': 2, 'f.b': 2 }, { 'f.a': 2, 'f.b': 2 }).agreement;
    expect(overall).toMatchObject({
      percent: 100,
      compared: 2,
      alike: 2,
      reading: null,
      alpha: { nominal: null, ordinal: null, interval: null },
      because: { nominal: 'no-variation', ordinal: 'no-variation', interval: 'no-variation' },
    });
    expect(overall.interval95).toEqual({});
  });

  it('ranks levels by their position on the question’s own scale, and measures intervals by value', () => {
    // Level 1 of 2 of f.c is halfway up the scale, but has a tenth of the points.
    const halves = panelOf({ 'f.c': 1, 'f.a': 0, 'f.b': 3 }, { 'f.c': 0, 'f.a': 0, 'f.b': 3 }).agreement.overall.alpha;
    expect(halves.interval ?? 0).toBeGreaterThan(0.98);
    expect(halves.ordinal ?? 0).toBeLessThan(0.95);
  });

  it('ignores answers to questions that are not asked', () => {
    const result = panelOf({ 'f.a': 0, 'f.d': 3 }, { 'f.a': 1, 'f.d': 0 });
    expect(find(result, 'f.d')).toMatchObject({ levels: [null, 0], spread: null, percent: null });
    expect(find(result, 'f.d')?.views[0]).toMatchObject({ state: 'not-asked', because: 'f.a is below 1' });
  });

  it('has a reading with the bounds 0.800 and 0.667, applied to the unrounded alpha', () => {
    expect([readingOf(0.8), readingOf(0.7999), readingOf(0.667), readingOf(0.6669), readingOf(null)]).toEqual([
      'reliable',
      'tentative',
      'tentative',
      'unreliable',
      null,
    ]);
  });
});

describe('the leaning of a reviewer', () => {
  it('is the mean difference between the reviewer’s levels and the mean of the others’, over shared questions', () => {
    const { panel } = panelOf({ 'g.a': 0, 'g.b': 1 }, { 'g.a': 2, 'g.b': 1 }, { 'g.a': 1, 'f.b': 3 });
    // First: 0 - 1.5 on g.a and 1 - 1 on g.b; second: 2 - 0.5 and 1 - 1; third: 1 - 1 on g.a, nothing shared on f.b.
    expect(panel.map(({ leaning }) => leaning.levels)).toEqual([-0.75, 0.75, 0]);
    expect(panel.map(({ leaning }) => leaning.word)).toEqual(['severe', 'lenient', 'in-line']);
    expect(panel[2]?.leaning.shared).toBe(1);
  });

  it('is null if no question is shared', () => {
    expect(panelOf({ 'g.a': 0 }, { 'g.b': 1 }).panel[0]?.leaning).toEqual({ shared: 0, levels: null, value: null, word: null });
  });
});

describe('for any panel', () => {
  const ids = ['f.a', 'f.b', 'f.d', 'g.a', 'g.b'];
  const anyGiven = fc.dictionary(
    fc.constantFrom(...ids),
    fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.constant(notApplicable())),
  ) as fc.Arbitrary<NonNullable<Given['answers']>>;

  it('the order of the reviewers affects neither the agreement nor the order of the discussion', () => {
    fc.assert(
      fc.property(fc.array(anyGiven, { minLength: 2, maxLength: 5 }), (answers) => {
        const [forward, backward] = [panelOf(...answers), panelOf(...[...answers].reverse())];
        expect(backward.agreement.overall).toEqual(forward.agreement.overall);
        expect(backward.agreement.features).toEqual(forward.agreement.features);
        expect(backward.discuss).toEqual(forward.discuss);
      }),
      { numRuns: 15 },
    );
  });

  it('the leanings of two reviewers add up to 0', () => {
    fc.assert(
      fc.property(anyGiven, anyGiven, (a, b) => {
        const [first, second] = panelOf(a, b).panel;
        expect((first?.leaning.levels ?? 0) + (second?.leaning.levels ?? 0)).toBeCloseTo(0, 12);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the result of a panel has', () => {
  const rich = rubricOf([feature('f', [question('f.a'), question('f.b')])], {
    flags: [flag('watched', { severity: 'watch' }), flag('grave', { severity: 'severe' }), flag('bad', { severity: 'serious' })],
    steps: [
      {
        id: 's',
        title: 'S',
        summary: '',
        questions: ['s.p', 's.q'].map((id) => ({ id, text: 'T', help: '', principles: [], was: [] })),
      },
    ],
  });
  const reviewer = (name: string): Assessment => ({
    ...assessmentOf({ answers: { 'f.a': 3 } }),
    reviewer: { name, organisation: 'O' },
    steps: new Map([
      ['s.p', { status: 'partly' }],
      ['s.q', { status: null }],
    ]),
  });

  it('a reviewer’s name and organisation only if the source is given too', () => {
    const { panel } = comparePanel(rich, [
      { label: 'A', source: 'a.yaml', assessment: reviewer('Ann') },
      { label: 'B', assessment: reviewer('Ben') },
    ]);
    expect(panel[0]).toEqual({
      label: 'A',
      name: 'Ann',
      organisation: 'O',
      source: 'a.yaml',
      score: 100,
      low: 50,
      high: 100,
      band: 'aligned',
      answered: 1,
      notApplicable: 0,
      unanswered: 1,
      flagsChecked: 0,
      guidingAnswered: 1,
      leaning: { shared: 1, levels: 0, value: 0, word: 'in-line' },
    });
    for (const key of ['name', 'organisation', 'source']) expect(panel[1]).not.toHaveProperty(key);
    const nameless = { ...reviewer(''), reviewer: {} };
    const [first] = comparePanel(rich, [
      { label: 'A', source: 'a.yaml', assessment: nameless },
      { label: 'B', assessment: nameless },
    ]).panel;
    expect(first).toHaveProperty('source', 'a.yaml');
    for (const key of ['name', 'organisation']) expect(first).not.toHaveProperty(key);
  });

  it('each fact about the draft from the first file that has it', () => {
    const member = (draft: Assessment['draft']) => ({ label: '', assessment: { ...assessmentOf({}), draft } });
    expect(
      commonDraft([member({ title: 'A' }), member({ title: 'B', date: '2026-01-01' }), member({ date: '2025-01-01' })]),
    ).toEqual({
      title: 'A',
      date: '2026-01-01',
    });
  });

  it('the flags on which reviewers disagree, most severe first, with each reviewer’s answer', () => {
    const saw = (present: boolean | null, more: object = {}): Assessment => ({
      ...assessmentOf({}),
      flags: new Map(['watched', 'grave', 'bad'].map((id) => [id, { present, evidence: [], ...more }])),
    });
    const { flags } = comparePanel(rich, [
      { label: 'A', assessment: saw(true, { rationale: 'there', evidence: [{ quote: 'x' }] }) },
      { label: 'B', assessment: saw(false) },
      { label: 'C', assessment: assessmentOf({}) },
    ]);
    expect(flags.map(({ id }) => id)).toEqual(['grave', 'bad', 'watched']);
    expect(flags[0]).toEqual({
      id: 'grave',
      severity: 'severe',
      views: [
        { reviewer: 'A', present: true, rationale: 'there', evidence: [{ quote: 'x' }] },
        { reviewer: 'B', present: false, evidence: [] },
        { reviewer: 'C', present: null, evidence: [] },
      ],
    });
  });

  it('the guiding questions on which reviewers disagree, with notes', () => {
    const said = (status: 'partly' | 'missing' | null, notes?: string): Assessment => ({
      ...assessmentOf({}),
      steps: new Map([['s.p', { status, ...(notes !== undefined && { notes }) }]]),
    });
    const of = (...all: Assessment[]) =>
      comparePanel(
        rich,
        all.map((assessment, index) => ({ label: `R${index}`, assessment })),
      ).steps;
    expect(of(said('partly', 'n'), said('missing'), said(null))).toEqual([
      {
        id: 's.p',
        views: [
          { reviewer: 'R0', status: 'partly', notes: 'n' },
          { reviewer: 'R1', status: 'missing' },
          { reviewer: 'R2', status: null },
        ],
      },
    ]);
    expect(of(said('partly'), said('partly'), said(null))).toEqual([]);
    expect(of(said('partly'), assessmentOf({}))).toEqual([]);
  });

  it('each answer with its reason, evidence, confidence and review mark', () => {
    const answer: Answer = {
      level: 1,
      notApplicable: null,
      rationale: 'r',
      evidence: [{ quote: 'q' }],
      confidence: 'low',
      review: 'm',
    };
    const { agreement } = comparePanel(rich, [
      { label: 'A', assessment: assessmentOf({ answers: { 'f.a': answer } }) },
      { label: 'B', assessment: assessmentOf({ answers: { 'f.a': notApplicable('none') } }) },
      { label: 'C', assessment: assessmentOf({}) },
    ]);
    expect(agreement.questions[0]).toMatchObject({ feature: 'f', answered: 2, notApplicable: 1, mixed: true });
    expect(agreement.questions[0]?.views).toEqual([
      { reviewer: 'A', state: 'scored', level: 1, rationale: 'r', evidence: [{ quote: 'q' }], confidence: 'low', review: 'm' },
      { reviewer: 'B', state: 'not-applicable', level: null, because: 'none', evidence: [] },
      { reviewer: 'C', state: 'unanswered', level: null, evidence: [] },
    ]);
  });
});

describe('a single question', () => {
  it('has an alpha relative to the disagreement expected over all; the mean of these is the overall alpha', () => {
    // g.a: 0 and 3, g.b: 1 and 1. The products of different counts, of n(0) = 1, n(1) = 2, n(3) = 1, add up to 5. The pair of g.a
    // differs: 1 - 1 x 4 x 3 / (2 x 5) = -0.2; that of g.b does not: 1. The mean is 1 - 3 x 1 / 5.
    const result = panelOf({ 'g.a': 0, 'g.b': 1 }, { 'g.a': 3, 'g.b': 1 });
    expect(find(result, 'g.a')?.alpha.nominal).toBeCloseTo(-0.2, 12);
    expect(find(result, 'g.b')?.alpha.nominal).toBeCloseTo(1, 12);
    expect(result.agreement.overall.alpha.nominal).toBeCloseTo(0.4, 12);
    // Interval: values 0, 1/3, 1/3, 1; squared differences of all pairs: 1/9 x 2 + 4/9 x 2 + 1 = 19/9.
    expect(find(result, 'g.a')?.alpha.interval).toBeCloseTo(1 - 12 / (2 * (19 / 9)), 12);
    expect(find(result, 'g.b')?.alpha.interval).toBeCloseTo(1, 12);
    // Ordinal: the distance of 0 and 3 is 1/2 + 2 + 1/2 = 3, that of neighbours 3/2; squared: 9/4 x 2 + 9/4 x 2 + 9 = 18.
    expect(find(result, 'g.a')?.alpha.ordinal).toBeCloseTo(1 - (9 * 12) / (2 * 18), 12);
    expect(find(result, 'f.a')?.alpha).toStrictEqual({ nominal: null, ordinal: null, interval: null });
  });

  it('has no alpha if all answers are the same', () => {
    const result = panelOf({ 'g.a': 1, 'g.b': 1 }, { 'g.a': 1, 'g.b': 1 });
    expect(find(result, 'g.a')?.alpha).toStrictEqual({ nominal: null, ordinal: null, interval: null });
  });
});
