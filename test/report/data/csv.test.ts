import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvReport, csvStream } from '../../../src/report/data/csv/csv.ts';
import { toCsv } from '../../../src/report/escape/csv.ts';
import { rich, robustInputOf } from '../../fixtures/rich-run.ts';
import { feature, flag, level, notApplicable, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { runOf } from '../../fixtures/small-run.ts';

const prepared = rubricOf(
  [
    feature('f', [question('f.a', { critical: true, principles: [25, 26] }), question('f.b'), question('f.c')]),
    feature('g', [question('g.a', { when: { question: 'f.a', atLeast: 1 } })]),
  ],
  { flags: [flag('bad', { severity: 'severe' }), flag('other')] },
);

const checked = (status: 'exact' | 'missing') => ({ status, foundAt: [], line: 3, placed: true }) as const;

const run = runOf(
  prepared,
  {
    answers: {
      'f.a': {
        ...level(0),
        evidence: [
          { at: 'art. 1', quote: 'no "duty"', check: checked('exact') },
          { quote: 'x', check: checked('missing') },
        ],
      },
      'f.c': notApplicable('Reason-1'),
      'g.a': 2,
    },
    flags: ['bad'],
  },
  { min: 50 },
);
const failures = [{ source: 'worse.answers.yaml', errors: [{ message: 'one', line: 3, column: 4 }, { message: 'two' }] }];
const batch = { ...run, result: { ...run.result, failures } };

/** A reader of RFC 4180 that knows nothing of how the table was written. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function records(text: string): Record<string, string>[] {
  const [names = [], ...rows] = parse(text);
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}

describe('csv, one row an answer', () => {
  const rows = records(csvReport(batch));
  const row = (id: string): Record<string, string> => rows.find((each) => each['id'] === id) ?? {};

  it('says a state with its word and leaves the level empty, so that no mean counts it as 0', () => {
    expect(row('f.a')).toMatchObject({ state: 'scored', level: '0', value: '0', top: '3' });
    expect(row('f.b')).toMatchObject({ state: 'unanswered', level: '', value: '' });
    expect(row('f.c')).toMatchObject({ state: 'not-applicable', level: '', value: '', because: 'Reason-1' });
    expect(row('g.a')).toMatchObject({ state: 'not-asked', level: '', value: '', ignored: 'f.a is below 1' });
  });

  it('tells the evidence and whether it was found, the points unrounded, the principles in a cell that is no number', () => {
    expect(row('f.a')).toMatchObject({ evidence: 'art. 1: "no ""duty""" | "x"'.replaceAll('""', '"'), verified: 'some' });
    expect(row('f.a')).toMatchObject({ points: '50', principles: '25; 26', critical: 'yes', gap: 'Write f.a.' });
  });

  it('has a row for each red flag, looked for or not, for each gate and for each fault of a file', () => {
    expect(row('bad')).toMatchObject({ kind: 'flag', state: 'present', severity: 'severe' });
    expect(row('other')).toMatchObject({ kind: 'flag', state: 'unanswered' });
    expect(row('min')).toMatchObject({ kind: 'gate', state: 'fails', text: 'fails: overall, lower bound 0.0 < 50' });
    expect(rows.filter(({ kind }) => kind === 'failure')).toMatchObject([
      { file: 'worse.answers.yaml', because: 'one', line: '3', column: '4' },
      { file: 'worse.answers.yaml', because: 'two', line: '' },
    ]);
  });
});

it.each([false, true])('csv in pieces is the same as at once, wide or not: %s', (wide) => {
  const other = runOf(prepared, { answers: { 'f.b': { ...level(3), rationale: 'Said in art. 4' } } }, { min: 50 });
  const two = {
    ...batch,
    assessments: [...batch.assessments, ...other.assessments],
    result: { ...batch.result, assessments: [...batch.result.assessments, ...other.result.assessments] },
  };
  const { format, tool, rubric, assessments, summary } = two.result;
  const stream = csvStream(two.rubric, wide);
  const head = { format, tool, rubric };
  const pieces = two.assessments.map((assessment, index) => {
    const law = assessments[index];
    return law ? stream.assessment(law, assessment) : '';
  });
  const text = stream.head(head) + pieces.join(stream.separator) + stream.tail(head, { failures, summary });
  expect(text).toBe(csvReport({ ...two, wide }));
  expect(pieces.map((piece) => piece.includes('Said in art. 4'))).toEqual([false, !wide]);
});

describe('csv, one row a law', () => {
  const rows = records(csvReport({ ...batch, wide: true }));

  it('has the scores, those of each feature, and each question with its level and its state', () => {
    expect(rows[0]).toMatchObject({
      kind: 'assessment',
      score: '0',
      low: '0',
      high: '50',
      band: 'absent',
      f: '0',
      'f.low': '0',
      g: '',
    });
    expect(rows[0]).toMatchObject({ 'f.a': '0', 'f.a.state': 'scored', 'f.b': '', 'f.b.state': 'unanswered' });
    expect(rows[0]).toMatchObject({ flags: 'bad', criticalAtZero: 'f.a', ignored: 'g.a', gatesFailed: '1' });
  });

  it('keeps critical questions that nobody answered apart from those at level 0', () => {
    const open = rubricOf([feature('f', [question('f.a', { critical: true }), question('f.b', { critical: true })])]);
    const [row] = records(csvReport({ ...runOf(open, { answers: { 'f.a': level(0) } }), wide: true }));
    expect(row).toMatchObject({ criticalAtZero: 'f.a', criticalUnanswered: 'f.b' });
  });

  it('has the interval, the bands and the rank where the run asked how sure the score is, and else no such column', () => {
    const robust = records(csvReport({ ...robustInputOf([rich, { ...rich, flags: new Map() }]), wide: true }));
    const law = robust[0] ?? {};
    expect(Number(law['robustness.from'])).toBeLessThanOrEqual(Number(law['robustness.median']));
    expect(Number(law['robustness.median'])).toBeLessThanOrEqual(Number(law['robustness.to']));
    expect(law).toMatchObject({ 'robustness.band.weak': '1', 'robustness.rank': '1' });
    expect(Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('robustness'))).toEqual([]);
  });

  it('has a row for each file that could not be scored', () => {
    expect(rows[1]).toMatchObject({ file: 'worse.answers.yaml', kind: 'failure', errors: '3:4:one | two', score: '' });
  });
});

describe('a csv', () => {
  it('begins with a byte order mark, for Excel, and ends each row with CR and LF, as RFC 4180 has it', () => {
    expect(
      toCsv([
        ['é', 1.5, null],
        ['a,b', 'say "x"', undefined],
      ]),
    ).toBe('\ufeffé,1.5,\r\n"a,b","say ""x""",\r\n');
  });

  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '  =1',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '-',
  ])('lets no spreadsheet take %j for a formula', (text) => {
    expect(parse(toCsv([[text]]))[0]?.[0]).toMatch(/^'/);
  });

  it('leaves plain numbers and prose as they are', () => {
    for (const text of ['-5', '+1.5', '-.5', 'a=b', 'art. 1 - 3', '1-2']) expect(parse(toCsv([[text]]))).toEqual([[text]]);
  });

  it('guards what stands behind a semicolon, which ends a cell where commas are decimal', () => {
    expect(parse(toCsv([['a; =1+1;-5;b']]))).toEqual([["a;' =1+1;-5;b"]]);
  });

  it('reads back as the same cells, whatever they hold', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab ,";|=+-@\'\\.0é漢\u00a0\ufeff'), maxLength: 12 });
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        const back = parse(toCsv(rows));
        expect(back.map((row) => row.map((cell) => cell.replaceAll("'", '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replaceAll("'", ''))),
        );
      }),
    );
  });
});
