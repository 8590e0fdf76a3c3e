import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answers.ts';
import { krippendorffAlpha } from '../../../src/core/panel/alpha.ts';
import { agreementOnMarks } from '../../../src/core/panel/marks.ts';
import { comparePanel } from '../../../src/core/panel/panel.ts';
import { assessmentOf, feature, notApplicable, question, rubricOf } from '../../fixtures/small-rubric.ts';

const ids = ['a', 'b', 'c'] as const;
const marks = ids.map((id) => ({ id, text: `is ${id}`, gap: '' }));
const need = { 2: 2, 3: 3 };
const prepared = rubricOf([
  feature('f', [question('f.one', { marks, need }), question('f.two', { marks, need }), question('f.bare')]),
  feature('g', [
    question('g.three', { marks, need, critical: true }),
    question('g.asked', { marks, need, when: { question: 'f.bare', atLeast: 1 } }),
  ]),
  feature('h', [question('h.bare')]),
]);

type Answers = Readonly<Record<string, number | Answer>>;
const ticks = (level: number | null, ...ticked: string[]): Answer => ({
  level,
  notApplicable: null,
  evidence: [],
  marks: ticked,
});
const panelOf = (...answers: readonly Answers[]) =>
  comparePanel(
    prepared,
    answers.map((each, index) => ({ label: `R${index}`, assessment: assessmentOf({ answers: each }) })),
  );
const onQuestion = (id: string, ...answers: readonly Answers[]) =>
  panelOf(...answers).agreement.questions.find((each) => each.id === id)?.marks;

describe('agreement on marks', () => {
  it('takes each mark as a unit, and says who ticked it', () => {
    expect(onQuestion('f.one', { 'f.one': ticks(1, 'a') }, { 'f.one': ticks(1, 'a', 'b') })).toEqual({
      percent: expect.closeTo(200 / 3, 10),
      // a 1 1, b 0 1, c 0 0: one pair in three differs. Of the 15 pairs of all six values, 9 differ.
      alpha: expect.closeTo(1 - 1 / 3 / (9 / 15), 10),
      compared: 3,
      alike: 2,
      each: [
        { id: 'a', ticked: ['R0', 'R1'], unticked: [] },
        { id: 'b', ticked: ['R1'], unticked: ['R0'] },
        { id: 'c', ticked: [], unticked: ['R0', 'R1'] },
      ],
    });
  });

  it('averages the share of equal pairs over the marks, over all questions and in each feature', () => {
    const { agreement } = panelOf(
      { 'f.one': ticks(1, 'a'), 'g.three': ticks(0) },
      { 'f.one': ticks(1, 'b'), 'g.three': ticks(1, 'a') },
      { 'f.one': ticks(1, 'a'), 'g.three': ticks(0) },
    );
    // f.one: a 1/3, b 1/3, c 1; g.three: a 1/3, b 1, c 1.
    expect(agreement.features[0]?.marks?.percent).toBeCloseTo((100 * (5 / 3)) / 3, 10);
    expect(agreement.features[1]?.marks?.percent).toBeCloseTo((100 * (7 / 3)) / 3, 10);
    expect(agreement.overall.marks?.percent).toBeCloseTo((100 * 4) / 6, 10);
    expect(agreement.overall.marks).toMatchObject({ compared: 6, alike: 3 });
    const units = [
      [1, 0, 1],
      [0, 1, 0],
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    expect(agreement.overall.marks?.alpha).toBe(krippendorffAlpha({ domain: [0, 1], units }, 'nominal').value);
  });

  it('leaves out a reviewer whose answer has no list of marks; an empty list is a decision', () => {
    const one = { 'f.one': ticks(2, 'a', 'b') };
    expect(onQuestion('f.one', one, { 'f.one': 2 }, { 'f.one': ticks(0) })?.each[0]).toEqual({
      id: 'a',
      ticked: ['R0'],
      unticked: ['R2'],
    });
    expect(onQuestion('f.one', one, { 'f.one': 2 })).toMatchObject({
      percent: null,
      alpha: null,
      because: 'no-pairs',
      compared: 0,
    });
  });

  it('leaves out a reviewer for whom the question does not count', () => {
    const aside = { ...notApplicable(), marks: ['a'] };
    expect(onQuestion('f.one', { 'f.one': ticks(1, 'a') }, { 'f.one': aside })?.compared).toBe(0);
    const unasked = { 'f.bare': 0, 'g.asked': ticks(1, 'a') };
    expect(onQuestion('g.asked', unasked, { 'f.bare': 1, 'g.asked': ticks(1) })?.compared).toBe(0);
  });

  it('has no alpha where nothing varies', () => {
    expect(onQuestion('f.one', { 'f.one': ticks(0) }, { 'f.one': ticks(0) })).toMatchObject({
      percent: 100,
      alpha: null,
      because: 'no-variation',
    });
  });

  it('is absent where no question lists marks', () => {
    const { agreement } = panelOf({}, {});
    expect(agreement.features[2]).not.toHaveProperty('marks');
    expect(agreement.questions.find(({ id }) => id === 'f.bare')).not.toHaveProperty('marks');
    expect(agreement.overall.marks).toEqual({ percent: null, alpha: null, because: 'no-pairs', compared: 0, alike: 0 });
  });

  it('does not depend on the order of reviewers or marks, and is perfect only if all decide alike', () => {
    const decisions = fc.array(
      fc.record({ id: fc.constant('a'), ticked: fc.array(fc.constant('x')), unticked: fc.array(fc.constant('y')) }),
    );
    fc.assert(
      fc.property(decisions, (all) => {
        const { percent, alpha, compared, alike } = agreementOnMarks(all);
        expect(agreementOnMarks([...all].reverse())).toMatchObject({ percent, alpha, compared, alike });
        expect(percent === null).toBe(compared === 0);
        if (alpha !== null) expect(alpha === 1).toBe(alike === compared);
      }),
    );
  });
});

describe('what to discuss', () => {
  const discussed = (...answers: readonly Answers[]) => panelOf(...answers).discuss;

  it('names the marks on which the reviewers differ, also where the level is the same', () => {
    expect(discussed({ 'f.one': ticks(1, 'c') }, { 'f.one': ticks(1, 'a') })).toEqual([
      { question: 'f.one', points: 0, contestedCritical: false, marks: ['a', 'c'] },
    ]);
  });

  it('puts questions of which only the marks differ last, most marks first', () => {
    const answers = [
      { 'f.one': ticks(1, 'a'), 'f.two': ticks(1, 'a'), 'h.bare': 0, 'g.three': ticks(1) },
      { 'f.one': ticks(1), 'f.two': ticks(1, 'b'), 'h.bare': 1, 'g.three': ticks(1) },
    ];
    expect(discussed(...answers).map(({ question: id }) => id)).toEqual(['h.bare', 'f.two', 'f.one']);
  });

  it('has no marks where the reviewers agree on them, or only one gave any', () => {
    expect(discussed({ 'f.one': ticks(1, 'a') }, { 'f.one': ticks(0, 'a') })[0]).not.toHaveProperty('marks');
    expect(discussed({ 'f.one': ticks(1, 'a') }, { 'f.one': 1 })).toEqual([]);
  });
});
