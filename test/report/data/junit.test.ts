import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junitReport } from '../../../src/report/data/junit/junit.ts';
import { xmlLine } from '../../../src/report/escape/xml.ts';
import type { ReportInput } from '../../../src/report/reporter.ts';
import { compass } from '../../cli/run.ts';
import { root } from '../../fixtures/bundled.ts';
import { feature, flag, notApplicable, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { runOf } from '../../fixtures/small-run.ts';

/** What libxml2 says by the schema of Ant and by that of Jenkins: it comes with the package xmllint-wasm, on every machine. */
async function faultsOf(document: string): Promise<string[]> {
  const faults: string[] = [];
  for (const name of ['junit-ant.xsd', 'junit-jenkins.xsd']) {
    const schema = await readFile(join(root, 'test/fixtures/schemas', name), 'utf8');
    const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: document }, schema: [schema] });
    faults.push(...errors.map(({ message }) => `${name}: ${message}`));
  }
  return faults;
}

const prepared = rubricOf(
  [
    feature('f', [question('f.a', { critical: true }), question('f.b'), question('f.c')]),
    feature('g', [question('g.a', { when: { question: 'f.a', atLeast: 1 } })]),
  ],
  { flags: [flag('bad'), flag('fine'), flag('open')] },
);
const given = { answers: { 'f.a': 0, 'f.c': notApplicable('Reason-1') }, flags: ['bad'] };

/** Name of each case, and how it came out. */
function casesOf(input: ReportInput): Record<string, string> {
  const cases = junitReport(input).matchAll(/<testcase name="([\w.-]+)[^>]*?(?:\/>|>\s*<(\w+) message="([^"]*)")/g);
  return Object.fromEntries(
    [...cases].map(([, name = '', tag, message]) => [name, tag === undefined ? 'passed' : `${tag}: ${message}`]),
  );
}

describe('junit', () => {
  it('is valid by the schemas of Ant and Jenkins: the bundled bill, a batch with faults, hostile text, nothing at all', async () => {
    const { stdout } = await compass(['score', 'examples', '--format', 'junit', '--fail-on', 'critical,flag', '--min', '50']);
    expect(await faultsOf(stdout)).toEqual([]);
    const hostile = '<x a="1">]]>&amp; \u0000\u001b\ufffe\ud800  \n';
    const small = runOf(prepared, { answers: { 'f.c': notApplicable(hostile) } });
    const failures = [{ source: hostile, errors: [{ message: hostile, line: 1, column: 2, hint: hostile }, { message: 'x' }] }];
    expect(await faultsOf(junitReport({ ...small, result: { ...small.result, failures } }))).toEqual([]);
    expect(await faultsOf(junitReport({ ...small, result: { ...small.result, assessments: [] } }))).toEqual([]);
  }, 60_000);

  it('the schemas as the test uses them refuse what is wrong', async () => {
    const text = junitReport(runOf(prepared, given));
    expect(await faultsOf(text.replace('<properties>', '<propertiez>').replace('</properties>', '</propertiez>'))).toHaveLength(
      2,
    );
    expect(await faultsOf(text.replace(' hostname="localhost"', ''))).toHaveLength(1);
  }, 60_000);

  it('fails nothing where no gate was asked for: what has no verdict is skipped, with the reason', () => {
    expect(casesOf(runOf(prepared, given))).toEqual({
      'f.a': 'passed',
      'f.b': 'skipped: Unanswered.',
      'f.c': 'skipped: Not applicable: Reason-1',
      'g.a': 'skipped: Not asked: f.a is below 1',
      bad: 'skipped: present (serious), and no gate fails because of it: no reason given',
      fine: 'skipped: not looked for',
      open: 'skipped: not looked for',
    });
  });

  it('fails the case of a gate that does not hold, and the questions and flags that it names', () => {
    const cases = casesOf(runOf(prepared, given, { min: 50, failOn: ['critical', 'flag', 'unanswered'] }));
    expect(cases).toMatchObject({
      min: 'failure: fails: overall, lower bound 0.0 &lt; 50',
      critical: 'failure: fails: critical: f.a',
      'f.a': 'failure: Level 0 of 3. none. This makes the gate critical fail.',
      'f.b': 'failure: Unanswered. This makes the gate unanswered fail.',
      bad: 'failure: present (serious): no reason given',
    });
    expect(casesOf(runOf(prepared, given, { min: 0 }))).toMatchObject({ min: 'passed' });
  });

  it('counts in each suite what it holds', () => {
    const text = junitReport(runOf(prepared, given, { failOn: ['critical'] }));
    expect(text).toContain('name="Feature f" package="test.answers.yaml" id="1" tests="3" failures="1" errors="0" skipped="2"');
  });

  it('has a suite for each file that could not be scored, with an error for each of its faults', () => {
    const small = runOf(prepared, given);
    const failures = [{ source: 'bad.yaml', errors: [{ message: 'one', line: 4, column: 30 }, { message: 'two' }] }];
    const text = junitReport({ ...small, result: { ...small.result, failures } });
    expect(text).toContain('tests="2" failures="0" errors="2"');
    expect(text).toContain(
      '<testcase name="bad.yaml:4:30: one" classname="bad.yaml" time="0">\n      <error message="one" type="failure"/>',
    );
  });

  it('tells each gap with its points and what would close it', () => {
    expect(junitReport(runOf(prepared, given))).toContain('f.a: Level 0 of 3. none\n  To close the gap (+50.0): Write f.a.');
  });
});

describe('text in XML', () => {
  it('shows characters that XML forbids, and leaves pairs whole', () => {
    expect(xmlLine('a\u0000\ufffe\ud800😀"<&>')).toBe('a\\u0000\\ufffe\\ud800😀&quot;&lt;&amp;&gt;');
  });
});
