import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/answers.ts';
import { compareResults } from '../../../src/core/compare/compare.ts';
import {
  assessmentOf,
  feature,
  flag,
  type Given,
  level,
  notApplicable,
  question,
  rubricOf,
} from '../../fixtures/small-rubric.ts';
import { assessed, between, moved } from './between.ts';

describe('the change of an answer and of its gap', () => {
  const prepared = rubricOf([
    feature('f', [
      question('f.a', { critical: true }),
      question('f.b', { when: { question: 'f.a', atLeast: 1 } }),
      question('f.c'),
    ]),
  ]);
  const kinds = (before: Given['answers'], after: Given['answers']) =>
    moved(prepared, { answers: before ?? {} }, { answers: after ?? {} }).questions.map(({ id, change, gap }) => [
      id,
      change,
      gap,
    ]);

  it.each([
    ['raised to the top: closed', { 'f.c': 1 }, { 'f.c': 3 }, ['f.c', 'raised', 'closed']],
    ['raised below the top: narrowed', { 'f.c': 1 }, { 'f.c': 2 }, ['f.c', 'raised', 'narrowed']],
    ['lowered: widened', { 'f.c': 2 }, { 'f.c': 0 }, ['f.c', 'lowered', 'widened']],
    ['lowered from the top: opened', { 'f.c': 3 }, { 'f.c': 2 }, ['f.c', 'lowered', 'opened']],
    ['answered with level 0: unchanged', {}, { 'f.c': 0 }, ['f.c', 'answered', null]],
    ['no longer answered: widened', { 'f.c': 2 }, {}, ['f.c', 'blanked', 'widened']],
    ['no longer applicable: left, not closed', { 'f.c': 1 }, { 'f.c': notApplicable() }, ['f.c', 'set-aside', 'left']],
    ['applicable again, below the top: entered', { 'f.c': notApplicable() }, { 'f.c': 1 }, ['f.c', 'taken-up', 'entered']],
    ['applicable again, at the top: no gap', { 'f.c': notApplicable() }, { 'f.c': 3 }, ['f.c', 'taken-up', null]],
  ] as const)('%s', (_, before, after, expected) => {
    expect(kinds(before, after)).toEqual([expected]);
  });

  it('a question that is no longer asked, and one that is asked again, because of a condition', () => {
    expect(kinds({ 'f.a': 1, 'f.b': 2 }, { 'f.a': 0, 'f.b': 2 })).toEqual([
      ['f.a', 'lowered', 'widened'],
      ['f.b', 'not-asked', 'left'],
    ]);
    expect(kinds({ 'f.a': 0, 'f.b': 2 }, { 'f.a': 1, 'f.b': 2 })[1]).toEqual(['f.b', 'asked', 'entered']);
  });

  it('names a new cap and the question that triggers it', () => {
    expect(moved(prepared, { answers: { 'f.a': 1 } }, { answers: { 'f.a': 0 } }).caps).toEqual([
      { when: 'critical-at-zero', change: 'new', band: 'partial', added: ['f.a'], removed: [] },
    ]);
  });
});

describe('red flags', () => {
  const prepared = rubricOf([feature('f', [question('f.a')])], { flags: [flag('x'), flag('y', { severity: 'severe' })] });
  const withFlags = (flags: Record<string, boolean | null>): Assessment => ({
    ...assessmentOf({}),
    flags: new Map(Object.entries(flags).map(([id, present]) => [id, { present, evidence: [] }])),
  });

  it('a flag that was not checked again is "unchecked", not "gone"', () => {
    const { flags } = between(prepared, withFlags({ x: true, y: true }), withFlags({ x: false }));
    expect(flags.map(({ id, change }) => [id, change])).toEqual([
      ['x', 'gone'],
      ['y', 'unchecked'],
    ]);
  });

  it('a flag that was not checked before and is absent now is "checked", not "gone"', () => {
    expect(between(prepared, withFlags({}), withFlags({ x: false })).flags).toMatchObject([{ id: 'x', change: 'checked' }]);
  });
});

describe('evidence', () => {
  const prepared = rubricOf([feature('f', [question('f.a')])]);
  const withEvidence = (...evidence: { document?: string; at?: string; quote?: string; note?: string }[]): Assessment =>
    assessmentOf({ answers: { 'f.a': { ...level(1), evidence } } });

  it('is moved if the same quote is in another place, changed if the same place has another quote, else added or removed', () => {
    const { evidence } = between(
      prepared,
      withEvidence(
        { at: 'art. 1', quote: 'one' },
        { at: 'art. 2', quote: 'two' },
        { at: 'art. 3', quote: 'three' },
        { quote: 'four' },
      ),
      withEvidence(
        { at: 'art. 9', quote: 'one' },
        { at: 'art. 2', quote: 'zwei' },
        { at: 'art. 3', quote: 'three' },
        { at: 'art. 7' },
      ),
    );
    expect(evidence.unchanged).toBe(1);
    expect(evidence.moves.map(({ change, before, after }) => [change, before?.at, after?.at])).toEqual([
      ['moved', 'art. 1', 'art. 9'],
      ['changed', 'art. 2', 'art. 2'],
      ['removed', undefined, undefined],
      ['added', undefined, 'art. 7'],
    ]);
  });

  it('is another piece if it is from another document, although provision and quote are the same', () => {
    const from = (document: string) => withEvidence({ document, at: 'p. 3', quote: 'one' });
    expect(between(prepared, from('Report'), from('Impact assessment')).evidence).toMatchObject({
      unchanged: 0,
      moves: [{ change: 'moved', before: { document: 'Report' }, after: { document: 'Impact assessment' } }],
    });
    const place = (document: string) => withEvidence({ document, at: 'p. 3' });
    expect(between(prepared, place('Report'), place('Survey')).evidence.moves.map(({ change }) => change)).toEqual([
      'removed',
      'added',
    ]);
  });

  it('is unchanged if only white space differs', () => {
    const { evidence } = between(prepared, withEvidence({ quote: 'two  words' }), withEvidence({ quote: 'two\nwords' }));
    expect(evidence).toMatchObject({ unchanged: 1, moves: [] });
  });
});

describe('a comparison has', () => {
  const guiding = (id: string) => ({ id, text: '?', help: '', principles: [], was: [] });
  const prepared = rubricOf(
    [feature('f', [question('f.a', { critical: true }), question('f.b', { critical: true })]), feature('g', [question('g.a')])],
    {
      flags: [flag('x', { deduct: 2 }), flag('y', { severity: 'severe' }), flag('z')],
      steps: [{ id: 's', title: 'Scope', summary: '', questions: [guiding('s.p'), guiding('s.q'), guiding('s.r')] }],
    },
  );
  const side = (more: Partial<Assessment>, given: Given): Assessment => ({ ...assessmentOf(given), ...more });
  const seen = (present: boolean | null, rationale?: string) => ({ present, evidence: [], ...(rationale && { rationale }) });

  it('the overall figures before and after, with their change', () => {
    const { from, to, score, low, high, answered, applicable, band } = compareResults(
      prepared,
      assessed(prepared, assessmentOf({ answers: { 'f.a': 3, 'f.b': 3 } })),
      assessed(prepared, assessmentOf({ answers: { 'f.a': 3, 'f.b': 3, 'g.a': 0 } })),
      { from: 2, to: 5 },
    );
    expect({ from, to, score, low, high, answered, applicable, band }).toEqual({
      from: 2,
      to: 5,
      score: { before: 100, after: 50, change: -50 },
      low: { before: 50, after: 50, change: 0 },
      high: { before: 100, after: 50, change: -50 },
      answered: { before: 2, after: 3 },
      applicable: { before: 3, after: 3 },
      band: { before: 'aligned', after: 'partial' },
    });
  });

  it('each feature with its figures; the change is null if the score is missing on one side', () => {
    const { features } = moved(prepared, { answers: { 'f.a': 3, 'f.b': 0 } }, { answers: { 'f.a': 3, 'f.b': 3, 'g.a': 3 } });
    expect(features).toEqual([
      {
        id: 'f',
        title: 'Feature f',
        score: { before: 50, after: 100, change: 50 },
        low: { before: 50, after: 100, change: 50 },
        high: { before: 50, after: 100, change: 50 },
        band: { before: 'partial', after: 'aligned' },
        points: { score: 37.5, low: 25 },
      },
      {
        id: 'g',
        title: 'Feature g',
        score: { before: null, after: 100, change: null },
        low: { before: 0, after: 100, change: 100 },
        high: { before: 100, after: 100, change: 0 },
        band: { before: null, after: 'aligned' },
        points: { score: 12.5, low: 50 },
      },
    ]);
  });

  it('each answer that changed, with its new reason', () => {
    const { questions } = between(
      prepared,
      assessmentOf({ answers: { 'f.a': 1, 'f.b': 2, 'g.a': 1 } }),
      assessmentOf({ answers: { 'f.a': { ...level(2), rationale: 'better' }, 'f.b': 2, 'g.a': notApplicable('gone') } }),
    );
    expect(questions).toMatchObject([
      {
        id: 'f.a',
        feature: 'f',
        critical: true,
        top: 3,
        change: 'raised',
        before: { state: 'scored', level: 1 },
        after: { state: 'scored', level: 2 },
        gap: 'narrowed',
        rationale: 'better',
      },
      { id: 'g.a', critical: false, change: 'set-aside', after: { state: 'not-applicable', level: null }, because: 'gone' },
    ]);
    expect(questions[0]).not.toHaveProperty('because');
    expect(questions[1]).not.toHaveProperty('rationale');
  });

  it('each gap that changed, with its points on both sides', () => {
    const { gaps } = moved(
      prepared,
      { answers: { 'f.a': 0, 'f.b': 3, 'g.a': 2 } },
      { answers: { 'f.a': 3, 'f.b': 0, 'g.a': 2 } },
    );
    expect(gaps).toEqual([
      { question: 'f.a', change: 'closed', critical: true, before: 25, after: null },
      { question: 'f.b', change: 'opened', critical: true, before: null, after: 25 },
    ]);
  });

  it('the band that a cap allowed before, where fewer or more flags move it', () => {
    const severities = ['s1', 's2', 's3'].map((id) => flag(id));
    const two = rubricOf([feature('f', [question('f.a')])], {
      flags: severities,
      more: {
        caps: [
          { when: 'serious-flags', atLeast: 2, band: 'partial' },
          { when: 'serious-flags', atLeast: 3, band: 'weak' },
        ],
      },
    });
    const caps = (before: string[], after: string[]) => moved(two, { flags: before }, { flags: after }).caps;
    const other = { when: 'serious-flags', change: 'other' } as const;
    expect(caps(['s1', 's2', 's3'], ['s1', 's2'])).toEqual([
      { ...other, band: 'partial', bandBefore: 'weak', added: [], removed: ['s3'] },
    ]);
    expect(caps(['s1', 's2'], ['s1', 's2', 's3'])).toEqual([
      { ...other, band: 'weak', bandBefore: 'partial', added: ['s3'], removed: [] },
    ]);
    expect(caps(['s1', 's2'], ['s2', 's3'])).toEqual([{ ...other, band: 'partial', added: ['s3'], removed: ['s1'] }]);
  });

  it('caps that are new, are gone or have other causes; none if the causes are the same', () => {
    const caps = (before: Given['answers'], after: Given['answers']) =>
      moved(prepared, { answers: before ?? {} }, { answers: after ?? {} }).caps;
    expect(caps({ 'f.a': 0 }, { 'f.a': 1 })).toEqual([
      { when: 'critical-at-zero', change: 'gone', band: 'partial', added: [], removed: ['f.a'] },
    ]);
    expect(caps({ 'f.a': 0, 'f.b': 1 }, { 'f.a': 1, 'f.b': 0 })).toEqual([
      { when: 'critical-at-zero', change: 'other', band: 'partial', added: ['f.b'], removed: ['f.a'] },
    ]);
    expect(caps({ 'f.a': 0 }, { 'f.a': 0, 'f.b': 0 })).toEqual([
      { when: 'critical-at-zero', change: 'other', band: 'partial', added: ['f.b'], removed: [] },
    ]);
    expect(caps({ 'f.a': 0, 'g.a': 1 }, { 'f.a': 0, 'g.a': 2 })).toEqual([]);
  });

  it('flags that are new, gone, checked or unchecked, with points and reason', () => {
    const comparison = between(
      prepared,
      side({ flags: new Map([['y', seen(true)]]) }, { answers: { 'g.a': 3 } }),
      side(
        {
          flags: new Map([
            ['x', seen(true, 'there')],
            ['y', seen(false, 'taken out')],
            ['z', seen(false)],
          ]),
        },
        { answers: { 'g.a': 3 } },
      ),
    );
    expect(comparison.flags).toEqual([
      {
        id: 'x',
        severity: 'serious',
        change: 'new',
        before: 'unchecked',
        after: 'present',
        points: { score: -2, low: -2 },
        rationale: 'there',
      },
      {
        id: 'y',
        severity: 'severe',
        change: 'gone',
        before: 'present',
        after: 'absent',
        points: { score: 0, low: 0 },
        rationale: 'taken out',
      },
      { id: 'z', severity: 'serious', change: 'checked', before: 'unchecked', after: 'absent', points: { score: 0, low: 0 } },
    ]);
    expect(comparison.floor).toEqual({ score: 0, low: 0 });
    const back = between(
      prepared,
      side(
        {
          flags: new Map([
            ['x', seen(true)],
            ['z', seen(false)],
          ]),
        },
        { answers: { 'g.a': 3 } },
      ),
      side({ flags: new Map([['x', seen(null)]]) }, { answers: { 'g.a': 3 } }),
    );
    expect(back.flags.map(({ id, change, points }) => [id, change, points.score])).toEqual([
      ['x', 'unchecked', 2],
      ['z', 'unchecked', 0],
    ]);
  });

  it('steps with their coverage and the guiding questions whose answer changed', () => {
    const status = (given: Record<string, 'addressed' | 'partly' | 'missing' | null>) =>
      side({ steps: new Map(Object.entries(given).map(([id, each]) => [id, { status: each }])) }, {});
    const { steps } = between(
      prepared,
      status({ 's.p': 'missing', 's.q': 'partly' }),
      status({ 's.p': 'addressed', 's.q': 'partly', 's.r': 'addressed' }),
    );
    expect(steps).toEqual([
      {
        id: 's',
        title: 'Scope',
        coverage: { before: 50 / 3, after: 250 / 3, change: 250 / 3 - 50 / 3 },
        questions: [
          { id: 's.p', before: 'missing', after: 'addressed' },
          { id: 's.r', before: null, after: 'addressed' },
        ],
      },
    ]);
  });
});
