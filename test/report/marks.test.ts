import { describe, expect, it } from 'vitest';
import { csvReport } from '../../src/report/data/csv/csv.ts';
import { junitReport } from '../../src/report/data/junit/junit.ts';
import { sarifReport } from '../../src/report/data/sarif/sarif.ts';
import { reportDocument } from '../../src/report/documents/gap-report/gap-report.ts';
import { markFact } from '../../src/report/words/marks.ts';
import { writeMarkdown } from '../../src/report/write/markdown.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { writeTerminal } from '../../src/report/write/terminal/terminal.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';
import { runOf } from '../fixtures/small-run.ts';

const marks = [
  { id: 'approved', text: 'approved at the top', gap: 'Have the top approve it.' },
  { id: 'published', text: 'published', gap: 'Require its publication.' },
  { id: 'current', text: 'kept up to date', gap: 'Have it updated every year.' },
];
const prepared = rubricOf([feature('f', [question('f.policy', { marks, need: { 2: 1, 3: 3 } }), question('f.other')])]);
const run = (ticked: readonly string[] | undefined) =>
  runOf(prepared, {
    answers: { 'f.policy': { level: 2, notApplicable: null, evidence: [], ...(ticked && { marks: ticked }) }, 'f.other': 3 },
  });

describe('a gap whose marks were ticked', () => {
  const ticked = run(['published']);

  it('tells in the report which words are missing, and not the general advice', () => {
    const text = writeMarkdown(reportDocument(ticked, 'full'));
    expect(text).toContain('*approved at the top*: Have the top approve it.');
    expect(text).toContain('*kept up to date*: Have it updated every year.');
    expect(text).not.toContain('Require its publication.');
    expect(text).not.toContain('Write f.policy.');
  });

  it('tells it on a terminal too', () => {
    const text = writeTerminal(reportDocument(ticked, 'brief'), { width: 200, style: plainStyle });
    expect(text).toMatch(/^ +Have the top approve it\.\n +Have it updated every year\.$/m);
    expect(text).not.toContain('Require its publication.');
    expect(text).not.toContain('Write f.policy.');
  });

  it('names the marks that were seen and those that are missing in the csv', () => {
    const [head = '', row = ''] = csvReport(ticked).replace('\ufeff', '').split('\r\n');
    const cells = Object.fromEntries(head.split(',').map((name, index) => [name, row.split(',')[index]]));
    expect(cells).toMatchObject({ id: 'f.policy', marks: 'published', missing: '"approved; current"' });
  });

  it('tells it in the messages of SARIF and JUnit', () => {
    const words = 'approved at the top: Have the top approve it. kept up to date: Have it updated every year.';
    expect(sarifReport(ticked)).toContain(words);
    expect(junitReport(ticked)).toContain(words);
  });
});

describe('a gap whose marks were not ticked', () => {
  it('has the general advice of its question', () => {
    expect(writeMarkdown(reportDocument(run(undefined), 'full'))).toContain('Write f.policy.');
  });
});

describe('a mark that says after a semicolon what does not count', () => {
  it('is told in the report without it', () => {
    const noted = { id: 'noted', text: 'a time limit is set; "promptly" is none', gap: 'Set a time limit.' };
    const rubric = rubricOf([feature('f', [question('f.policy', { marks: [noted], need: { 3: 1 } })])]);
    const answers = { 'f.policy': { level: 2, notApplicable: null, evidence: [], marks: [] } };
    const text = writeMarkdown(reportDocument(runOf(rubric, { answers }), 'full'));
    expect(text).toContain('*a time limit is set*: Set a time limit.');
    expect(text).not.toContain('promptly');
  });
});

it.each([
  ['a fixed interval; "regularly" is none', 'a fixed interval'],
  ['un intervalle fixe\u00a0; «\u00a0régulièrement\u00a0» n’en est pas un', 'un intervalle fixe'],
  ['固定间隔；“定期”不算', '固定间隔'],
  ['فترة محددة؛ «بانتظام» ليست كذلك', 'فترة محددة'],
])('a report leaves out what does not count as the mark %j', (text, fact) => {
  expect(markFact(text)).toBe(fact);
});
