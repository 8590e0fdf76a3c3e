import { describe, expect, it } from 'vitest';
import type { Assessment, Evidence, QuoteCheck, QuoteStatus } from '../../src/core/answers.ts';
import { compareResults } from '../../src/core/compare/compare.ts';
import { checksOf, isVerified, summariseEvidence } from '../../src/core/evidence.ts';
import type { AssessmentResult } from '../../src/core/result.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { plainReading } from '../fixtures/plain-reading.ts';
import { assessmentOf, feature, flag, level, question, rubricOf } from '../fixtures/small-rubric.ts';

const check = (status: QuoteStatus, placed: boolean | null = true): QuoteCheck =>
  ({ status, placed, foundAt: [], differences: [] }) as unknown as QuoteCheck;
const prepared = rubricOf([feature('f', [question('f.a'), question('f.b')])], { flags: [flag('bad')] });

describe('quotes', () => {
  it.each([
    ['exact', true, true],
    ['layout', true, true],
    ['near', true, false],
    ['missing', true, false],
    ['exact', false, false],
    ['layout', false, false],
    ['exact', null, false],
    ['struck', true, false],
  ] as const)('with status "%s" and in the named provision %s: verified is %s', (status, placed, expected) => {
    expect(isVerified(check(status, placed))).toBe(expected);
  });

  it('are counted by status; only quotes that were found can be misplaced', () => {
    const found = [check('exact'), check('exact', false), check('exact', null), check('layout', false)];
    const checks = [...found, check('near', false), check('missing', false), check('struck', false)];
    expect(summariseEvidence(checks)).toStrictEqual({
      quotes: 7,
      exact: 3,
      layout: 1,
      near: 1,
      missing: 1,
      struck: 1,
      misplaced: 3,
    });
    expect(summariseEvidence([])).toStrictEqual({ quotes: 0, exact: 0, layout: 0, near: 0, missing: 0, struck: 0, misplaced: 0 });
  });

  it('are listed for answers first, then for flags; evidence that was not looked up is left out', () => {
    const [one, two] = [check('exact'), check('near')];
    const assessment: Assessment = {
      ...assessmentOf({ answers: { 'f.a': { ...level(1), evidence: [{ quote: 'x', check: one }, { quote: 'y' }] } } }),
      flags: new Map([['bad', { present: true, evidence: [{ quote: 'z', check: two }] }]]),
    };
    expect(checksOf(assessment)).toStrictEqual([one, two]);
  });
});

describe('evidence compared between two versions', () => {
  const withEvidence = (...evidence: Evidence[]): Assessment => assessmentOf({ answers: { 'f.b': { ...level(1), evidence } } });
  const between = (before: Assessment, after: Assessment, results: Partial<AssessmentResult>[] = []) => {
    const assessed = (assessment: Assessment, index: number) => ({
      assessment,
      result: { ...scoreAssessment(prepared, assessment, 'x'), ...results[index] },
    });
    return compareResults(prepared, assessed(before, 0), assessed(after, 1), { from: 0, to: 1 }).evidence;
  };
  const moves = (before: Evidence[], after: Evidence[]) =>
    between(withEvidence(...before), withEvidence(...after)).moves.map((move) => [
      move.change,
      move.before?.at ?? move.before?.quote,
      move.after?.at ?? move.after?.quote,
    ]);

  it('each move has the question, both complete pieces, and whether they were verified', () => {
    const before = withEvidence({ at: 'art. 1', quote: 'the words', note: 'n', check: check('exact') });
    const after = withEvidence({ at: 'art. 2', quote: 'the words', check: check('near') });
    expect(between(before, after)).toStrictEqual({
      unchanged: 0,
      moves: [
        {
          id: 'f.b',
          kind: 'question',
          change: 'moved',
          before: { at: 'art. 1', quote: 'the words', note: 'n', verified: true },
          after: { at: 'art. 2', quote: 'the words', verified: false },
        },
      ],
      before: null,
      after: null,
    });
  });

  it('evidence of flags is compared like that of questions', () => {
    const flagged = (...evidence: Evidence[]): Assessment => ({
      ...assessmentOf({}),
      flags: new Map([['bad', { present: true, evidence }]]),
    });
    expect(between(flagged({ quote: 'a b' }), flagged({ quote: 'a b' }))).toMatchObject({ unchanged: 1, moves: [] });
    expect(between(flagged(), flagged({ quote: 'a b' })).moves).toStrictEqual([
      { id: 'bad', kind: 'flag', change: 'added', before: null, after: { quote: 'a b' } },
    ]);
  });

  it('a different note alone is not a change', () => {
    expect(moves([{ at: 'art. 1', quote: 'x', note: 'one' }], [{ at: 'art. 1', quote: 'x', note: 'two' }])).toStrictEqual([]);
    expect(between(withEvidence({ quote: 'x', note: 'one' }), withEvidence({ quote: 'x' })).unchanged).toBe(1);
  });

  it('identical quotes are paired before similar ones, in whatever provision', () => {
    expect(
      moves(
        [
          { at: 'art. 1', quote: 'a provider shall report' },
          { at: 'art. 2', quote: 'a provider shall report it' },
        ],
        [{ at: 'art. 3', quote: 'a provider shall report it' }],
      ),
    ).toStrictEqual([
      ['moved', 'art. 2', 'art. 3'],
      ['removed', 'art. 1', undefined],
    ]);
  });

  it('quotes with seven words of ten in common are the same passage, amended; with fewer they are not', () => {
    const words = (text: string, at: string): Evidence => ({ quote: text, at });
    // 2 x 7 / (10 + 10) = 0.7, and 2 x 6 / 20 = 0.6.
    expect(moves([words('a b c d e f g h i j', '1')], [words('A b c d e f g x y z', '2')])).toStrictEqual([
      ['changed', '1', '2'],
    ]);
    expect(moves([words('a b c d e f g h i j', '1')], [words('a b c d e f w x y z', '2')])).toStrictEqual([
      ['removed', '1', undefined],
      ['added', undefined, '2'],
    ]);
  });

  it('repeated words are counted separately, and the most similar passage is paired', () => {
    expect(moves([{ quote: 'may may may may' }], [{ quote: 'may' }])).toStrictEqual([
      ['removed', 'may may may may', undefined],
      ['added', undefined, 'may'],
    ]);
    expect(moves([{ quote: 'a b c x' }, { quote: 'a b c d' }], [{ quote: 'a b c d e' }])).toStrictEqual([
      ['changed', 'a b c d', 'a b c d e'],
      ['removed', 'a b c x', undefined],
    ]);
  });

  it('a different quote for the same provision is a change; pieces are not paired because both lack a quote or a place', () => {
    expect(moves([{ at: ' art.  1 ', quote: 'one' }], [{ at: 'art. 1', quote: 'two' }])).toStrictEqual([
      ['changed', ' art.  1 ', 'art. 1'],
    ]);
    expect(moves([{ quote: 'one' }], [{ quote: 'two' }])).toStrictEqual([
      ['removed', 'one', undefined],
      ['added', undefined, 'two'],
    ]);
    expect(moves([{ at: 'art. 1' }], [{ at: 'art. 2' }])).toStrictEqual([
      ['removed', 'art. 1', undefined],
      ['added', undefined, 'art. 2'],
    ]);
  });

  it('each piece is paired at most once', () => {
    expect(moves([{ quote: 'x' }], [{ quote: 'x' }, { quote: 'x' }])).toStrictEqual([['added', undefined, 'x']]);
  });

  it('misplaced quotes are not verified; a text that could not be read has no count', () => {
    const looked = (exact: number, layout: number, misplaced: number): Partial<AssessmentResult> => ({
      evidence: {
        text: 'x',
        sameText: true,
        quotes: 9,
        exact,
        layout,
        near: 0,
        missing: 0,
        struck: 0,
        misplaced,
        reading: plainReading,
      },
    });
    const { before, after } = between(withEvidence(), withEvidence(), [
      looked(3, 2, 1),
      { evidence: { text: 'x', unread: 'why' } },
    ]);
    expect([before, after]).toStrictEqual([{ quotes: 9, verified: 4 }, null]);
  });
});
