import { describe, expect, it } from 'vitest';
import type { Assessment, Draft } from '../../../src/core/answers.ts';
import type { Assessed } from '../../../src/core/compare/assessed.ts';
import { answeredWith, chooseMode, compareFiles } from '../../../src/core/compare/files.ts';
import { scoreAssessment } from '../../../src/core/score.ts';
import { assessmentOf, feature, flag, type Given, question, rubricOf } from '../../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('f', [question('f.a')])], { flags: [flag('bad')] });

function file(more: Partial<Assessment>, given: Given = {}): Assessed {
  const assessment = { ...assessmentOf(given), ...more };
  return { assessment, result: scoreAssessment(prepared, assessment, 'x.answers.yaml') };
}
const drafts = (...all: Draft[]): Assessed[] => all.map((draft) => file({ draft }));
const from = (version: string): Partial<Assessment> => ({ carried: { from: version, renamed: [], dropped: [], unanswered: [] } });

describe('the default mode of comparison', () => {
  const modeOf = (...all: Draft[]) => {
    const { mode, because } = chooseMode(drafts(...all));
    return `${mode}: ${because}`;
  };

  it.each([
    ['one title', [{ title: 'A Bill' }, { title: 'A Bill' }], 'versions: same-title'],
    ['one title, apart from case and white space', [{ title: 'A  Bill' }, { title: ' a bill\n' }], 'versions: same-title'],
    ['one title, in different Unicode normal forms', [{ title: 'Año' }, { title: 'An\u0303o' }], 'versions: same-title'],
    ['several titles', [{ title: 'A Bill' }, { title: 'B Bill' }], 'laws: other-titles'],
    ['a file without a title', [{ title: 'A Bill' }, {}], 'laws: no-title'],
    ['no titles at all', [{}, {}], 'laws: no-title'],
    [
      'several jurisdictions',
      [
        { title: 'A', jurisdiction: 'X' },
        { title: 'A', jurisdiction: 'Y' },
      ],
      'laws: other-jurisdictions',
    ],
    ['one jurisdiction, in one of the files', [{ title: 'A', jurisdiction: 'X' }, { title: 'A' }], 'versions: same-title'],
    [
      'one jurisdiction, apart from case',
      [
        { title: 'A', jurisdiction: 'X' },
        { title: 'A', jurisdiction: ' x' },
      ],
      'versions: same-title',
    ],
  ])('%s', (_, all, expected) => {
    expect(modeOf(...all)).toBe(expected);
  });
});

describe('versions', () => {
  it('are compared each with the next, and the first with the last if there are more than two', () => {
    const steps = (files: Assessed[]) => compareFiles(prepared, files, 'versions').comparisons.map(({ from, to }) => [from, to]);
    expect(steps(drafts({}, {}))).toStrictEqual([[0, 1]]);
    expect(steps(drafts({}, {}, {}, {}))).toStrictEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 3],
    ]);
  });

  it('have no ranking, and laws have no comparisons in pairs', () => {
    const files = drafts({ title: 'A' }, { title: 'B' });
    expect(compareFiles(prepared, files, 'versions').laws).toBeNull();
    const { laws, comparisons } = compareFiles(prepared, files, 'laws');
    expect(laws).not.toBeNull();
    expect(comparisons).toStrictEqual([]);
  });
});

describe('each compared file has', () => {
  it('the main figures of its result, and the version of the rubric that its answers were given for', () => {
    const [first, second] = [
      file({ draft: { title: 'A' }, ...from('0.9.0') }, { answers: { 'f.a': 3 }, flags: ['bad'] }),
      file({}),
    ];
    expect([answeredWith(prepared, first), answeredWith(prepared, second)]).toStrictEqual(['0.9.0', '1.0.0']);
    const { assessments } = compareFiles(prepared, [first, second], 'laws');
    expect(assessments[0]).toStrictEqual({
      source: 'x.answers.yaml',
      draft: { title: 'A' },
      reviewer: {},
      answeredWith: '0.9.0',
      score: 100,
      low: 100,
      high: 100,
      band: first.result.band,
      uncappedBand: 'aligned',
      caps: first.result.caps,
      answered: 1,
      applicable: 1,
      features: first.result.features,
      flags: ['bad'],
      flagsChecked: 1,
      carried: first.result.carried,
    });
    expect(assessments[1]).not.toHaveProperty('carried');
    expect(assessments[1]).not.toHaveProperty('evidence');
  });

  it('the result of checking its quotes, if they were checked', () => {
    const { assessment, result } = file({});
    const evidence = { text: 'bill.md', unread: 'why' };
    expect(compareFiles(prepared, [{ assessment, result: { ...result, evidence } }], 'laws').assessments[0]?.evidence).toBe(
      evidence,
    );
  });
});

describe('notes on a comparison', () => {
  const notes = (files: Assessed[], mode: 'laws' | 'versions' = 'versions') =>
    compareFiles(prepared, files, mode).notes.map(({ code, assessments }) => [code, ...assessments]);

  it('report answers given for several versions of the rubric, or all for a version that is not the current one', () => {
    expect(notes([file(from('0.9.0')), file({})])).toStrictEqual([['forced']]);
    expect(notes([file(from('0.9.0')), file(from('0.9.0'))])).toStrictEqual([['carried']]);
    expect(notes([file({}), file({})])).toStrictEqual([]);
  });

  it('report different reviewers, but not a reviewer without a name', () => {
    const by = (name?: string) => file({ reviewer: name === undefined ? {} : { name } });
    expect(notes([by('A'), by('B')], 'laws')).toStrictEqual([['other-reviewers']]);
    expect(notes([by('A. B'), by(' a.  b ')])).toStrictEqual([]);
    expect(notes([by('A'), by()])).toStrictEqual([]);
  });

  it.each([
    ['an earlier date after a later one', [{ date: '2026-02-01' }, { date: '2026-01-31' }], [['dates-backwards', 0, 1]]],
    ['nothing for the same date', [{ date: '2026-02-01' }, { date: '2026-02-01' }], []],
    ['nothing for a first date in another format', [{ date: 'May 2026' }, { date: '2026-01-31' }], []],
    ['nothing for a second date in another format', [{ date: '2026-05-01' }, { date: '1 May 2025' }], []],
    ['nothing for dates with a time', [{ date: '2026-05-01T10' }, { date: '2026-01-31T10' }], []],
    ['nothing for a date on one side only', [{ date: '2026-02-01' }, {}], []],
    ['the same text', [{ sha256: 'a' }, { sha256: 'a' }], [['same-text', 0, 1]]],
    [
      'the same text rather than the same version',
      [
        { sha256: 'a', version: '1' },
        { sha256: 'a', version: '1' },
      ],
      [['same-text', 0, 1]],
    ],
    [
      'the same version of different texts',
      [
        { sha256: 'a', version: '1' },
        { sha256: 'b', version: '1' },
      ],
      [['same-version', 0, 1]],
    ],
    ['nothing for different versions', [{ version: '1' }, { version: '2' }], []],
    [
      'the pair of neighbours that has the same version',
      [{ version: '1' }, { version: '2' }, { version: '2' }],
      [['same-version', 1, 2]],
    ],
  ])('report for versions: %s', (_, all, expected) => {
    expect(notes(drafts(...all))).toStrictEqual(expected);
    expect(notes(drafts(...all), 'laws')).toStrictEqual([]);
  });
});
