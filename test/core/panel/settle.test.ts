import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Assessment, SettleRule } from '../../../src/core/answers.ts';
import { mergeEvidence } from '../../../src/core/panel/evidence.ts';
import { settleRules } from '../../../src/core/panel/rules.ts';
import { settlePanel, settleRanks } from '../../../src/core/panel/settle.ts';
import { assessmentOf, feature, flag, notApplicable, question, rubricOf } from '../../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('f', [question('f.a'), question('f.b')])], { flags: [flag('bad')] });

function settle(rule: SettleRule, ...answers: readonly (number | Answer | null)[]) {
  const members = answers.map((answer, index) => ({
    label: `R${index}`,
    assessment: assessmentOf({ answers: answer === null ? {} : { 'f.a': answer } }),
  }));
  return settlePanel(prepared, members, rule).questions[0];
}

const because = (level: number, rationale: string): Answer => ({ level, notApplicable: null, rationale, evidence: [] });

describe('settling', () => {
  it.each(settleRules)('takes the answer on which all who answered agree: %s', (rule) => {
    expect(settle(rule, 2, 2, null)).toMatchObject({ how: 'agreed', value: { level: 2 }, dissent: [] });
  });

  it('by median takes the middle level, and records the others as dissent', () => {
    const settled = settle('median', because(0, 'no'), because(2, 'yes'), because(3, 'more'));
    expect(settled).toMatchObject({
      how: 'rule',
      value: { level: 2 },
      reasons: [{ reviewer: 'R1', text: 'yes' }],
      dissent: [
        { reviewer: 'R0', level: 0, rationale: 'no' },
        { reviewer: 'R2', level: 3, rationale: 'more' },
      ],
    });
  });

  it('by median leaves a question open if two different levels are in the middle', () => {
    expect(settle('median', 1, 2)).toMatchObject({ how: 'open', value: null, dissent: [{ level: 1 }, { level: 2 }] });
    expect(settle('median', 0, 1, 2, 3)).toMatchObject({ how: 'open', value: null });
    expect(settle('median', 0, 2, 2, 3)).toMatchObject({ how: 'rule', value: { level: 2 } });
  });

  it('by lowest takes the lowest level', () => {
    expect(settle('lowest', 3, 1, 2)).toMatchObject({ how: 'rule', value: { level: 1 } });
  });

  it('by unanimity leaves a question open if answers differ or only one reviewer answered', () => {
    expect(settle('unanimous', 2, 2, 1)).toMatchObject({ how: 'open', value: null });
    expect(settle('unanimous', 2, null, null)).toMatchObject({ how: 'open', alone: true });
    expect(settle('median', 2, null, null)).toMatchObject({ how: 'agreed', alone: true, value: { level: 2 } });
  });

  it.each(settleRules)('never decides between a level and "not applicable": %s', (rule) => {
    const settled = settle(rule, 2, notApplicable('why'), 2);
    expect(settled).toMatchObject({ how: 'open', value: null });
    expect(settled?.dissent).toEqual([
      { reviewer: 'R0', level: 2 },
      { reviewer: 'R1', notApplicable: 'why' },
      { reviewer: 'R2', level: 2 },
    ]);
  });

  it('keeps every reason why a question does not apply', () => {
    expect(settle('median', notApplicable('one'), notApplicable('two'), notApplicable('one'))?.value).toEqual({
      notApplicable: ['one', 'two'],
    });
  });

  it('marks a feature as not applicable if all reviewers did', () => {
    const aside = (reason: string): Assessment => assessmentOf({ features: { f: reason } });
    const members = [
      { label: 'A', assessment: aside('x') },
      { label: 'B', assessment: aside('y') },
    ];
    expect(settlePanel(prepared, members, 'median')).toMatchObject({
      questions: [],
      features: [{ id: 'f', notApplicable: ['x', 'y'] }],
    });
  });

  it('keeps a red flag that any reviewer found by lowest, and that most found by median', () => {
    const members = [true, false, false].map((present, index) => ({
      label: `R${index}`,
      assessment: { ...assessmentOf({}), flags: new Map([['bad', { present, evidence: [] }]]) },
    }));
    expect(settlePanel(prepared, members, 'lowest').flags[0]).toMatchObject({
      value: true,
      dissent: [{ present: false }, { present: false }],
    });
    expect(settlePanel(prepared, members, 'median').flags[0]).toMatchObject({
      value: false,
      dissent: [{ reviewer: 'R0', present: true }],
    });
    expect(settlePanel(prepared, members, 'unanimous').flags[0]).toMatchObject({ how: 'open', value: null });
  });

  it('keeps the review marks that reviewers put on their own answers', () => {
    expect(settle('median', { ...because(2, 'x'), review: 'art. 5 changed' }, 2)?.reviews).toEqual(['art. 5 changed']);
  });

  it('never settles on a level that nobody gave; all three rules give the same level if all agree', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 9 }), (levels) => {
        const settled = settleRules.map((rule) => settleRanks(levels, rule));
        for (const value of settled) expect(value === null || levels.includes(value)).toBe(true);
        if (new Set(levels).size === 1) expect(settled).toEqual([levels[0], levels[0], levels[0]]);
        expect(settleRanks([...levels].reverse(), 'median')).toBe(settled[0]);
      }),
    );
  });
});

describe('evidence of several reviewers', () => {
  it('is listed once for the same quote and place, with every note', () => {
    const merged = mergeEvidence([
      [
        { at: 'art. 1', quote: 'words', note: 'one' },
        { at: 'art. 2', quote: 'words' },
      ],
      [{ at: 'art. 1', quote: 'words', note: 'two' }, { at: 'art. 1', quote: 'words', note: 'one' }, { at: 'art. 1' }],
    ]);
    expect(merged).toEqual([
      { at: 'art. 1', quote: 'words', note: 'one; two' },
      { at: 'art. 2', quote: 'words' },
      { at: 'art. 1' },
    ]);
  });
});

describe('a settled answer', () => {
  const cited = (level: number, more: Partial<Answer>): Answer => ({ level, notApplicable: null, evidence: [], ...more });

  it('has each reason of those who gave it once, and the evidence of all reviewers', () => {
    const settled = settle(
      'median',
      cited(2, { rationale: 'same', evidence: [{ quote: 'x' }] }),
      cited(2, { rationale: 'same' }),
      cited(2, { rationale: 'own', evidence: [{ quote: 'x', note: 'n' }] }),
      cited(2, { rationale: '' }),
      cited(0, { rationale: 'not I', evidence: [{ quote: 'y' }] }),
    );
    expect(settled?.reasons).toEqual([
      { reviewer: 'R0', text: 'same' },
      { reviewer: 'R2', text: 'own' },
    ]);
    expect(settled?.evidence).toEqual([{ quote: 'x', note: 'n' }, { quote: 'y' }]);
    expect(settled?.dissent).toEqual([{ reviewer: 'R4', level: 0, rationale: 'not I' }]);
    expect(settled?.alone).toBe(false);
  });

  it('has the lowest confidence of those who gave it', () => {
    expect(settle('median', cited(2, { confidence: 'high' }), cited(2, { confidence: 'medium' }))?.confidence).toBe('medium');
    expect(settle('median', cited(2, { confidence: 'high' }), cited(2, {}), cited(0, { confidence: 'low' }))?.confidence).toBe(
      'high',
    );
    expect(settle('lowest', cited(2, { confidence: 'high' }), cited(0, { confidence: 'low' }))?.confidence).toBe('low');
    expect(settle('median', cited(2, {}), cited(2, {}))).not.toHaveProperty('confidence');
    expect(settle('median', cited(1, { confidence: 'high' }), cited(2, { confidence: 'low' }))).not.toHaveProperty('confidence');
  });

  it('is "agreed" if all who answered gave it, else "rule"; unanswered does not count as an answer', () => {
    expect(settle('lowest', 1, 1)?.how).toBe('agreed');
    expect(settle('lowest', 1, 2)?.how).toBe('rule');
    expect(settle('lowest', 1, null)?.how).toBe('agreed');
    expect(settle('lowest', null, null)).toBeUndefined();
    expect(settle('unanimous', notApplicable('x'))).toMatchObject({ how: 'open', alone: true, value: null });
    expect(settle('median', notApplicable('x'))).toMatchObject({ how: 'agreed', value: { notApplicable: ['x'] }, reasons: [] });
  });

  it('has each review mark once', () => {
    expect(settle('median', cited(1, { review: 'm' }), cited(2, { review: 'm' }), cited(1, { review: 'o' }))?.reviews).toEqual([
      'm',
      'o',
    ]);
  });

  it('is open if only some reviewers mark its feature as not applicable', () => {
    const members = [
      { label: 'A', assessment: assessmentOf({ answers: { 'f.a': 2 }, features: { f: 'x' } }) },
      { label: 'B', assessment: assessmentOf({ answers: { 'f.a': 2 } }) },
    ];
    const { features, questions } = settlePanel(prepared, members, 'median');
    expect(features).toEqual([]);
    expect(questions).toMatchObject([{ id: 'f.a', how: 'open' }, { id: 'f.b' }]);
  });
});

describe('guiding questions and red flags are settled like levels', () => {
  const withSteps = rubricOf([feature('f', [question('f.a')])], {
    flags: [flag('bad')],
    steps: [{ id: 's', title: 'S', summary: '', questions: [{ id: 's.q', text: 'T', help: '', principles: [], was: [] }] }],
  });
  type Status = 'missing' | 'partly' | 'addressed' | null;
  const steps = (rule: SettleRule, ...given: [status: Status, notes?: string, review?: string][]) =>
    settlePanel(
      withSteps,
      given.map(([status, notes, review], index) => ({
        label: `R${index}`,
        assessment: {
          ...assessmentOf({}),
          steps: new Map([['s.q', { status, ...(notes !== undefined && { notes }), ...(review !== undefined && { review }) }]]),
        },
      })),
      rule,
    ).steps;

  it('"missing" is the lowest status and "addressed" the highest', () => {
    expect(steps('lowest', ['addressed'], ['missing'], ['partly'])).toMatchObject([{ id: 's.q', value: 'missing' }]);
    expect(steps('median', ['addressed'], ['missing'], ['partly'])).toMatchObject([{ value: 'partly', how: 'rule' }]);
    expect(steps('median', ['addressed'], ['addressed'], ['missing'])).toMatchObject([{ value: 'addressed' }]);
  });

  it('with the notes of those who gave the answer, the others’ as dissent, and every review mark', () => {
    expect(steps('median', ['partly', 'yes'], ['partly', 'yes', 'look'], ['missing', 'no', 'look'], [null])).toEqual([
      {
        id: 's.q',
        how: 'rule',
        value: 'partly',
        reasons: [{ reviewer: 'R0', text: 'yes' }],
        evidence: [],
        dissent: [{ reviewer: 'R2', status: 'missing', rationale: 'no' }],
        reviews: ['look'],
        alone: false,
      },
    ]);
  });

  it('open if the rule leaves them open, and left out if nobody answered', () => {
    expect(steps('median', ['partly'], ['missing'])).toMatchObject([
      { how: 'open', value: null, dissent: [{ status: 'partly' }, { status: 'missing' }] },
    ]);
    expect(steps('unanimous', ['partly'])).toMatchObject([{ how: 'open', alone: true }]);
    expect(steps('unanimous', ['partly'], ['partly'])).toMatchObject([{ how: 'agreed', value: 'partly' }]);
    expect(steps('median', [null], [null])).toEqual([]);
  });

  it('a flag has reasons, evidence and review marks', () => {
    const seen = (present: boolean | null, rationale: string, quote: string, review?: string) => ({
      ...assessmentOf({}),
      flags: new Map([['bad', { present, rationale, evidence: [{ quote }], ...(review && { review }) }]]),
    });
    const members = [seen(true, 'yes', 'x', 'm'), seen(false, 'no', 'y'), seen(true, 'sure', 'x'), seen(null, '', 'z')];
    expect(
      settlePanel(
        withSteps,
        members.map((assessment, index) => ({ label: `R${index}`, assessment })),
        'median',
      ).flags,
    ).toEqual([
      {
        id: 'bad',
        how: 'rule',
        value: true,
        reasons: [
          { reviewer: 'R0', text: 'yes' },
          { reviewer: 'R2', text: 'sure' },
        ],
        evidence: [{ quote: 'x' }, { quote: 'y' }],
        dissent: [{ reviewer: 'R1', present: false, rationale: 'no' }],
        reviews: ['m'],
        alone: false,
      },
    ]);
  });
});

describe('merged evidence', () => {
  it('keeps `was` from whichever reviewer has it, and drops the check, which belongs to one reviewer’s file', () => {
    const was = { at: 'art. 3' };
    const check = { status: 'exact', placed: true, foundAt: [] };
    const merged = mergeEvidence([
      [{ at: 'art. 1', quote: 'x', check }],
      [{ at: 'art. 1', quote: 'x', was }],
      [{ quote: 'x' }],
    ] as Parameters<typeof mergeEvidence>[0]);
    expect(merged).toEqual([{ at: 'art. 1', quote: 'x', was }, { quote: 'x' }]);
  });
});
