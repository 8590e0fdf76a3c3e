import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../src/report/data/origin.ts';
import { sarifReport } from '../../../src/report/data/sarif/sarif.ts';
import { messageText, uriOf } from '../../../src/report/escape/sarif.ts';
import type { ReportInput } from '../../../src/report/reporter.ts';
import { compass } from '../../cli/run.ts';
import { root } from '../../fixtures/bundled.ts';
import { feature, flag, level, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { runOf } from '../../fixtures/small-run.ts';

/** The characters of RFC 3986, and no scheme: what GitHub takes for a file of the repository. */
const relativeReference = /^(?![a-z][a-z0-9+.-]*:)(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-F]{2})+$/i;

async function faultsOf(log: unknown): Promise<unknown> {
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(await readFile(join(root, 'test/fixtures/schemas/sarif-2.1.0.json'), 'utf8'));
  const formats = { uri: /^[a-z]+:\S+$/i, 'uri-reference': relativeReference, 'date-time': true } as const;
  const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);
  validate(log);
  return validate.errors ?? [];
}

const check = (status: 'exact' | 'near', line: number | null) => ({ status, foundAt: ['art. 1'], line, placed: true }) as const;

const prepared = rubricOf(
  [
    feature('f', [
      question('f.a', { critical: true, principles: [25] }),
      question('f.b', { weight: 4 }),
      question('f.c', { weight: 0.01 }),
      question('f.d'),
    ]),
  ],
  {
    flags: [flag('bad', { severity: 'severe' }), flag('poor'), flag('odd', { severity: 'watch' })],
    more: { principles: { '25': 'Access to remedy' } },
  },
);

const given = {
  answers: {
    'f.a': {
      ...level(0),
      evidence: [
        { quote: 'q', check: check('near', 9) },
        { quote: 'r', check: check('exact', 7) },
      ],
    },
    'f.b': level(1),
    'f.c': level(1),
    'f.d': level(3),
  },
  flags: ['bad', 'poor', 'odd'],
};

const origin: Origin = {
  file: 'drafts/ü x/test.answers.yaml',
  draft: 'drafts/ü x/bill.md',
  places: () => ({ answers: new Map([['f.b', { line: 12, column: 3 }]]), flags: new Map([['poor', { line: 30, column: 5 }]]) }),
};

function runFrom(input: ReportInput): Run {
  const [run] = (JSON.parse(sarifReport(input)) as Log).runs;
  if (!run) throw new Error('no run');
  return run;
}

const located = (input: ReportInput): ReportInput => ({ ...input, origins: new Map([['test.answers.yaml', origin]]) });
const placeOf = (run: Run, ruleId: string): unknown => {
  const place = run.results?.find((result) => result.ruleId === ruleId)?.locations?.[0]?.physicalLocation;
  return [place?.artifactLocation?.uri, place?.region?.startLine];
};

describe('sarif', () => {
  it('is valid by the schema of SARIF 2.1.0: the bundled bill, a batch with faults, and nothing at all', async () => {
    const failures = [
      {
        source: 'no such *.yaml',
        errors: [
          { message: 'gone', hint: 'look' },
          { message: 'x', line: 3 },
        ],
      },
    ];
    const { stdout } = await compass(['score', 'examples/bill.answers.yaml', '--format', 'sarif', '--min', '99']);
    expect(await faultsOf(JSON.parse(stdout))).toEqual([]);
    const small = located(runOf(prepared, given, { min: 99, failOn: ['flag'] }));
    const batch = { ...small, result: { ...small.result, failures } };
    expect(await faultsOf(JSON.parse(sarifReport(batch)))).toEqual([]);
    const empty = { ...small, result: { ...small.result, assessments: [] }, assessments: [] };
    expect(await faultsOf(JSON.parse(sarifReport(empty)))).toEqual([]);
  });

  it('the schema as the test uses it refuses a wrong level and a uri with a space', async () => {
    const log = JSON.parse(sarifReport(runOf(prepared, given)));
    log.runs[0].results[0].level = 'bad';
    expect(await faultsOf(log)).not.toEqual([]);
    log.runs[0].results[0].level = 'error';
    log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'no file';
    expect(await faultsOf(log)).not.toEqual([]);
  });

  it('stands at the line of the draft where a verified quote is, else at the line of the answer, else at the top of the file', () => {
    const run = runFrom(located(runOf(prepared, given)));
    expect(placeOf(run, 'f.a')).toEqual(['drafts/%C3%BC%20x/bill.md', 7]);
    expect(placeOf(run, 'f.b')).toEqual(['drafts/%C3%BC%20x/test.answers.yaml', 12]);
    expect(placeOf(run, 'poor')).toEqual(['drafts/%C3%BC%20x/test.answers.yaml', 30]);
    expect(placeOf(run, 'bad')).toEqual(['drafts/%C3%BC%20x/test.answers.yaml', 1]);
  });

  it('names no line of a Word or PDF file, which no reader of code could open', () => {
    const input = runOf(prepared, given);
    for (const draft of ['bill.docx', 'bill.PDF', 'bill.odt', 'bill.fodt', 'bill.rtf', 'bill.mht', 'bill.mhtml']) {
      const run = runFrom({ ...input, origins: new Map([['test.answers.yaml', { ...origin, draft }]]) });
      expect(placeOf(run, 'f.a')).toEqual(['drafts/%C3%BC%20x/test.answers.yaml', 1]);
    }
  });

  it('ranks: critical at zero and severe flags are errors, what is worth a point a warning, the rest notes', () => {
    const { results = [] } = runFrom(runOf(prepared, given));
    const found = results.map(({ ruleId, level, rank }) => [ruleId, level, Number(rank?.toFixed(1))]);
    expect(found).toEqual([
      ['bad', 'error', 100],
      ['poor', 'warning', 50],
      ['odd', 'note', 10],
      ['f.a', 'error', 100],
      ['f.b', 'warning', 44.4],
      ['f.c', 'note', 0.1],
    ]);
  });

  it('has a result for each gate that does not hold, and raises what it names to an error', () => {
    const { results = [] } = runFrom(runOf(prepared, given, { min: 99, failOn: ['flag', 'unanswered'] }));
    const gates = results.filter(({ ruleId }) => ruleId?.startsWith('gate/'));
    expect(gates.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['gate/min', 'error'],
      ['gate/flag', 'error'],
    ]);
    expect(results.find(({ ruleId }) => ruleId === 'odd')?.level).toBe('error');
  });

  it('keeps the fingerprint of a finding when lines, levels and words change', () => {
    const prints = (run: Run): unknown => run.results?.map(({ partialFingerprints }) => partialFingerprints);
    const other = { answers: { ...given.answers, 'f.b': { ...level(2), rationale: 'other' } }, flags: given.flags };
    const places = () => ({ answers: new Map([['f.b', { line: 99, column: 1 }]]), flags: new Map() });
    const moved = { ...origin, places };
    const before = runFrom(located(runOf(prepared, given)));
    const after = runFrom({ ...runOf(prepared, other), origins: new Map([['test.answers.yaml', moved]]) });
    expect(prints(after)).toEqual(prints(before));
    expect(new Set(before.results?.map(({ partialFingerprints }) => partialFingerprints?.['compassFinding/v1'])).size).toBe(6);
  });

  it('points each result to its rule, and each rule to the Guiding Principles', () => {
    const { results = [], tool, taxonomies } = runFrom(runOf(prepared, given, { min: 99 }));
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
    expect(taxonomies?.[0]?.taxa?.map(({ id }) => id)).toEqual(['1', '25']);
    expect(tool.driver.rules?.[0]?.relationships?.[0]?.target.id).toBe('25');
    expect(tool.driver.rules?.[0]?.help?.markdown).toContain('- **0** none');
  });

  it('tells faults of files as notifications of a run that was not successful', () => {
    const small = runOf(prepared, given);
    const failures = [{ source: 'bad.yaml', errors: [{ message: 'level 9', line: 4, column: 30 }] }];
    const { invocations = [] } = runFrom({ ...small, result: { ...small.result, failures } });
    expect(runFrom(small).invocations?.[0]?.executionSuccessful).toBe(true);
    expect(invocations[0]?.executionSuccessful).toBe(false);
    expect(invocations[0]?.toolExecutionNotifications?.[0]).toMatchObject({
      level: 'error',
      message: { text: 'level 9.' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'bad.yaml' }, region: { startLine: 4, startColumn: 30 } } }],
    });
  });

  it('names no folder of the machine, even where one was named', async () => {
    const { stdout } = await compass(['score', join(root, 'examples/bill.answers.yaml'), '--format', 'sarif']);
    expect(stdout).not.toContain(root);
    expect(stdout).toContain('"uri": "examples/bill.md"');
  });
});

describe('text and names in sarif', () => {
  it('a placeholder, a link and a control character are shown, not obeyed', () => {
    expect(messageText('{0} [x](1) [...] \u001b {a}')).toBe('{{0}} \\[x\\](1) [...] \\u001b {a}');
  });

  it('a uri is percent-encoded, relative, and never empty parts', () => {
    expect(uriOf('./a b//ü#?.yaml')).toBe('a%20b/%C3%BC%23%3F.yaml');
    expect(uriOf('C:/x/\ud800.yaml')).toBe('C%3A/x/%EF%BF%BD.yaml');
    expect(uriOf('/abs/x')).toBe('abs/x');
  });
});
