import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Assessment, Draft } from '../../../src/core/answers.ts';
import type { Assessed } from '../../../src/core/compare/assessed.ts';
import { chooseMode, compareFiles } from '../../../src/core/compare/files.ts';
import { compareLaws } from '../../../src/core/compare/laws.ts';
import type { PreparedRubric } from '../../../src/core/rubric.ts';
import { scoreAssessment } from '../../../src/core/score.ts';
import { assessmentOf, feature, flag, type Given, notApplicable, question, rubricOf } from '../../fixtures/small-rubric.ts';

const prepared = rubricOf(
  [feature('f', [question('f.a', { critical: true }), question('f.b'), question('f.c')]), feature('g', [question('g.a')])],
  { flags: [flag('bad')] },
);

function assessed(rubric: PreparedRubric, assessment: Assessment): Assessed {
  return { assessment, result: scoreAssessment(rubric, assessment, 'test.answers.yaml') };
}

function laws(...given: Given[]) {
  return compareLaws(
    prepared,
    given.map((each) => assessed(prepared, assessmentOf(each))),
  );
}

const unanswered: Answer = { level: null, notApplicable: null, evidence: [] };
const full = (level: number) => ({ 'f.a': level, 'f.b': level, 'f.c': level, 'g.a': level });

describe('the ranking', () => {
  it('is by score, highest first', () => {
    const { ranking, indistinct } = laws({ answers: full(1) }, { answers: full(3) }, { answers: full(2) });
    expect(ranking).toEqual([
      { assessment: 1, best: 1, worst: 1 },
      { assessment: 2, best: 2, worst: 2 },
      { assessment: 0, best: 3, worst: 3 },
    ]);
    expect(indistinct).toEqual([]);
  });

  it('gives laws with equal scores the same range of ranks, and lists them as indistinct', () => {
    const { ranking, indistinct } = laws({ answers: full(1) }, { answers: full(2) }, { answers: full(1) });
    expect(ranking).toEqual([
      { assessment: 1, best: 1, worst: 1 },
      { assessment: 0, best: 2, worst: 3 },
      { assessment: 2, best: 2, worst: 3 },
    ]);
    expect(indistinct).toEqual([[0, 2]]);
  });

  it('sorts laws with the same score by low, highest first, then in the order of the command line', () => {
    // 66.7 each, with lows of 16.7, 66.7, 33.3 and 66.7.
    const { ranking } = laws({ answers: { 'f.a': 2 } }, { answers: full(2) }, { answers: { 'g.a': 2 } }, { answers: full(2) });
    expect(ranking.map(({ assessment }) => assessment)).toEqual([1, 3, 2, 0]);
  });

  it('gives a range of ranks if unanswered questions make score ranges overlap', () => {
    // The first law has the range 50..100; the others have no range: 66.7 and 33.3.
    const { ranking, indistinct } = laws({ answers: { 'g.a': 3 } }, { answers: full(2) }, { answers: full(1) });
    expect(ranking).toEqual([
      { assessment: 0, best: 1, worst: 2 },
      { assessment: 1, best: 1, worst: 2 },
      { assessment: 2, best: 3, worst: 3 },
    ]);
    expect(indistinct).toEqual([[0, 1]]);
  });

  it('puts a law to which nothing applies last, without a rank', () => {
    const { ranking } = laws({ features: { f: 'no', g: 'no' } }, { answers: full(0) });
    expect(ranking).toEqual([
      { assessment: 1, best: 1, worst: 1 },
      { assessment: 0, best: null, worst: null },
    ]);
  });

  it('lists as indistinct the maximal sets of laws whose ranges overlap pairwise, each set once', () => {
    const anyLevels = fc.array(
      fc.record({
        'f.a': fc.option(fc.nat({ max: 3 })),
        'g.a': fc.option(fc.nat({ max: 3 })),
        'f.b': fc.option(fc.nat({ max: 3 })),
      }),
      { minLength: 2, maxLength: 7 },
    );
    fc.assert(
      fc.property(anyLevels, (all) => {
        const files = all.map((levels) => {
          const answers = Object.fromEntries(
            Object.entries(levels).filter((entry): entry is [string, number] => entry[1] !== null),
          );
          return assessed(prepared, assessmentOf({ answers }));
        });
        const overlap = (a: number, b: number): boolean => {
          const [x, y] = [files[a]?.result, files[b]?.result];
          return (x?.low ?? 0) <= (y?.high ?? 0) && (y?.low ?? 0) <= (x?.high ?? 0);
        };
        const { indistinct } = compareLaws(prepared, files);
        for (const set of indistinct) {
          for (const a of set) for (const b of set) expect(overlap(a, b)).toBe(true);
          for (const other of files.keys())
            if (!set.includes(other)) expect(set.every((each) => overlap(each, other))).toBe(false);
        }
        for (const a of files.keys())
          for (const b of files.keys())
            if (a < b && overlap(a, b)) expect(indistinct.some((set) => set.includes(a) && set.includes(b))).toBe(true);
        expect(new Set(indistinct.map(String)).size).toBe(indistinct.length);
      }),
    );
  });
});

describe('questions on which no law, or only one law, provides something', () => {
  it('distinguishes laws that are all at level 0 from laws of which none is at the top', () => {
    const result = laws({ answers: { ...full(0), 'f.b': 2 } }, { answers: { ...full(0), 'f.b': 1, 'f.c': 3 } });
    expect(result.nobody).toEqual({ anything: ['f.a', 'g.a'], full: ['f.b'] });
    expect(result.only).toEqual({ anything: [{ question: 'f.c', assessment: 1 }], full: [] });
  });

  it('leaves out a question that one law leaves unanswered or that fewer than two are asked', () => {
    const result = laws(
      { answers: { 'f.a': 0, 'f.b': 0, 'f.c': notApplicable(), 'g.a': 3 } },
      { answers: { 'f.a': 0, 'f.c': 0, 'g.a': 2 } },
    );
    expect(result.nobody).toEqual({ anything: ['f.a'], full: [] });
    expect(result.only).toEqual({ anything: [], full: [{ question: 'g.a', assessment: 0 }] });
  });

  it('leaves out a question that one law of three leaves unanswered', () => {
    const { nobody, only } = laws({ answers: full(3) }, { answers: full(0) }, { answers: { ...full(0), 'f.b': unanswered } });
    expect(nobody).toEqual({ anything: [], full: [] });
    expect(only.anything.map(({ question: id, assessment }) => [id, assessment])).toEqual([
      ['f.a', 0],
      ['f.c', 0],
      ['g.a', 0],
    ]);
  });

  it('lists every red flag with each law’s answer', () => {
    const looked = { ...assessmentOf({}), flags: new Map([['bad', { present: false, evidence: [] }]]) };
    const { flags } = compareLaws(prepared, [
      assessed(prepared, assessmentOf({ flags: ['bad'] })),
      assessed(prepared, looked),
      assessed(prepared, assessmentOf({})),
    ]);
    expect(flags).toEqual([{ id: 'bad', severity: 'serious', standings: ['present', 'absent', 'unchecked'] }]);
  });

  it('distinguishes critical questions at level 0 from unanswered ones', () => {
    expect(laws({ answers: full(0) }, {}, { answers: full(1) }).critical).toEqual([{ question: 'f.a', atZero: [0], blank: [1] }]);
  });
});

describe('critical questions across laws', () => {
  it('are listed only if some law is at level 0 or leaves them unanswered', () => {
    expect(laws({ answers: full(0) }, { answers: full(1) }).critical).toEqual([{ question: 'f.a', atZero: [0], blank: [] }]);
    expect(laws({}, { answers: full(1) }).critical).toEqual([{ question: 'f.a', atZero: [], blank: [0] }]);
    expect(laws({ answers: full(1) }, { answers: full(2) }).critical).toEqual([]);
  });

  it('are also in the list of all questions, with the state in each law', () => {
    const { questions } = laws({ answers: { 'f.a': 1, 'f.c': notApplicable() } }, { answers: full(2) });
    expect(questions.find(({ id }) => id === 'f.a')).toEqual({
      id: 'f.a',
      feature: 'f',
      top: 3,
      critical: true,
      standings: [
        { state: 'scored', level: 1 },
        { state: 'scored', level: 2 },
      ],
    });
    expect(questions.find(({ id }) => id === 'f.c')?.standings[0]).toEqual({ state: 'not-applicable', level: null });
  });
});

describe('the best laws at a feature', () => {
  it('are those with the highest score', () => {
    const { features } = laws({ answers: full(1) }, { answers: { ...full(1), 'g.a': 2 } });
    expect(features.map(({ best }) => best)).toEqual([[0, 1], [1]]);
  });

  it('are all whose range reaches the highest low; if that is every law, none is named', () => {
    const { features } = laws({ answers: { 'f.a': 3, 'f.b': 3 } }, { answers: full(2) }, { answers: full(0) });
    expect(features.map(({ best }) => best)).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(laws({}, { answers: { 'f.a': 1 } }).features.map(({ best }) => best)).toEqual([[], []]);
  });
});

describe('the mode of comparison', () => {
  const mode = (...drafts: Draft[]) => chooseMode(drafts.map((draft) => assessed(prepared, { ...assessmentOf({}), draft })));

  it.each([
    ['one title, apart from case and white space', [{ title: 'A Bill' }, { title: ' a  bill' }], 'versions', 'same-title'],
    ['different titles', [{ title: 'A Bill' }, { title: 'B Bill' }], 'laws', 'other-titles'],
    ['a missing title', [{ title: 'A Bill' }, {}], 'laws', 'no-title'],
    ['no title at all', [{}, {}], 'laws', 'no-title'],
    [
      'one title in two countries',
      [
        { title: 'A', jurisdiction: 'X' },
        { title: 'A', jurisdiction: 'Y' },
      ],
      'laws',
      'other-jurisdictions',
    ],
    ['a jurisdiction in only one file', [{ title: 'A', jurisdiction: 'X' }, { title: 'A' }], 'versions', 'same-title'],
  ] as const)('%s', (_, drafts, expected, because) => {
    expect(mode(...drafts)).toEqual({ mode: expected, because });
  });

  const file = (draft: Draft, more: Partial<Assessment> = {}): Assessed =>
    assessed(prepared, { ...assessmentOf({}), draft, ...more });

  it('compares each version with the next, and the first with the last at the end', () => {
    const pairs = (n: number) =>
      compareFiles(
        prepared,
        Array.from({ length: n }, () => file({})),
        'versions',
      ).comparisons.map(({ from, to }) => [from, to]);
    expect(pairs(2)).toEqual([[0, 1]]);
    expect(pairs(3)).toEqual([
      [0, 1],
      [1, 2],
      [0, 2],
    ]);
  });

  it('adds notes on what makes a comparison unreliable', () => {
    const notes = (...files: Assessed[]) => compareFiles(prepared, files, 'versions').notes.map(({ code }) => code);
    const carried = { carried: { from: '0.9.0', renamed: [], dropped: [], unanswered: [] } };
    expect(notes(file({ date: '2026-01-01' }), file({ date: '2026-01-02' }))).toEqual([]);
    expect(notes(file({ date: '2026-01-02' }), file({ date: '2026-01-01' }))).toEqual(['dates-backwards']);
    expect(notes(file({ date: 'May 2026' }), file({ date: 'April 2026' }))).toEqual([]);
    expect(notes(file({ sha256: 'x', version: '1' }), file({ sha256: 'x', version: '1' }))).toEqual(['same-text']);
    expect(notes(file({ version: '1' }), file({ version: '1' }))).toEqual(['same-version']);
    expect(notes(file({}, { reviewer: { name: 'A' } }), file({}, { reviewer: { name: 'B' } }))).toEqual(['other-reviewers']);
    expect(notes(file({}, { reviewer: { name: 'A' } }), file({}))).toEqual([]);
    expect(notes(file({}, carried), file({}))).toEqual(['forced']);
    expect(notes(file({}, carried), file({}, carried))).toEqual(['carried']);
  });
});
