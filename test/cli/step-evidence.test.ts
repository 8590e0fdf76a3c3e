import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundledRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

const verified = '{ at: "art. 29(1)", quote: "A user who has suffered damage" }';
const missing = '{ at: "art. 29(1)", quote: "nothing of this kind was ever enacted" }';
const elsewhere = '{ document: Impact assessment, at: p. 12, quote: "words that the bill does not have" }';

/** A folder with both versions of the bill, and answers whose first guiding question has this evidence. */
async function workplace(...evidence: readonly string[]): Promise<{ cwd: string; step: string; file: () => Promise<string> }> {
  const { rubric } = await bundledRubric();
  const step = rubric.steps[0]?.questions[0]?.id ?? '';
  const cwd = await temporaryFolder();
  for (const name of ['bill.md', 'bill-v2.md']) await cp(join(root, 'examples', name), join(cwd, name));
  const path = join(cwd, 'x.answers.yaml');
  const list = evidence.map((each) => `      - ${each}\n`).join('');
  const head = `format: compass-answers/1\nrubric: { id: ${rubric.id}, version: ${rubric.version} }\n`;
  const steps = `steps:\n  ${step}:\n    status: addressed\n    notes: As planned.\n    evidence:\n${list}`;
  await writeFile(path, `${head}draft: { title: Bill, text: ./bill.md }\n${steps}`);
  return { cwd, step, file: () => readFile(path, 'utf8') };
}

describe('the evidence of a step', () => {
  it('is checked like that of an answer, unless it names another document', async () => {
    const { cwd, step } = await workplace(verified, missing, elsewhere, '{ at: "art. 1" }');
    const { code, stdout } = await compass(['evidence', 'check', 'x.answers.yaml', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const { checks, summary } = JSON.parse(stdout);
    expect(checks).toMatchObject([
      { question: step, kind: 'guiding', status: 'exact', placed: true },
      { question: step, kind: 'guiding', status: 'missing' },
    ]);
    expect(summary).toMatchObject({ quotes: 2, exact: 1, missing: 1 });
    const people = await compass(['evidence', 'check', 'x.answers.yaml'], { cwd });
    expect(people.stdout).toContain('1 of 2 quotes stand where the answers say.');
    expect(people.stdout).toContain(`MISSING  ${step}`);
  });

  it('counts in the result of a score, and stands in the report with its check', async () => {
    const { cwd } = await workplace(verified, missing, elsewhere);
    const { stdout } = await compass(['score', 'x.answers.yaml', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).assessments[0].evidence).toMatchObject({ quotes: 2, exact: 1, missing: 1 });
    const report = await compass(['report', 'x.answers.yaml'], { cwd });
    expect(report.stdout).toContain('As planned.');
    expect(report.stdout).toContain('A user who has suffered damage');
    expect(report.stdout).toContain('NOT VERIFIED: the draft has no such words');
    expect(report.stdout).toContain('**Impact assessment, p. 12**');
    const csv = await compass(['report', 'x.answers.yaml', '--format', 'csv'], { cwd });
    expect(csv.stdout).toMatch(/guiding-question.*Impact assessment, p[.] 12.*some/);
  });

  it('is carried over to a new version, and marks the step for review where its words changed', async () => {
    const { cwd, step, file } = await workplace(verified, missing, elsewhere);
    const args = ['evidence', 'rebase', 'x.answers.yaml', '--draft', 'bill-v2.md', '--format', 'json'];
    const { code, stdout } = await compass(args, { cwd });
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.evidence.map(({ kind, question }: { kind: string; question: string }) => [kind, question])).toEqual([
      ['guiding', step],
      ['guiding', step],
    ]);
    expect(result.review).toMatchObject([{ question: step, kind: 'guiding' }]);
    const { evidence, review } = parse(await file()).steps[step];
    expect(review).toBe(result.review[0].because);
    expect(evidence).toHaveLength(3);
    expect(evidence[2]).toEqual({ document: 'Impact assessment', at: 'p. 12', quote: 'words that the bill does not have' });
    expect((await compass(['score', 'x.answers.yaml', '--fail-on', 'review'], { cwd })).code).toBe(1);
  });

  it('is compared between two versions', async () => {
    const before = await workplace(verified);
    const after = (await before.file()).replace('art. 29(1)', 'art. 29(2)').replace(verified, elsewhere);
    await writeFile(join(before.cwd, 'y.answers.yaml'), after);
    const args = ['compare', 'x.answers.yaml', 'y.answers.yaml', '--format', 'json'];
    const { moves } = JSON.parse((await compass(args, { cwd: before.cwd })).stdout).comparisons[0].evidence;
    expect(moves).toMatchObject([{ id: before.step, kind: 'guiding', change: 'moved' }]);
  });

  it('of all reviewers is kept in the settled file of a panel', async () => {
    const { cwd, step, file } = await workplace(verified);
    await writeFile(join(cwd, 'y.answers.yaml'), (await file()).replace(verified, elsewhere));
    const args = ['panel', 'x.answers.yaml', 'y.answers.yaml', '--settle', 'median', '--output', 's.answers.yaml'];
    expect(await compass(args, { cwd })).toMatchObject({ code: 0 });
    const settled = parse(await readFile(join(cwd, 's.answers.yaml'), 'utf8')).steps[step];
    expect(settled.evidence).toHaveLength(2);
    expect(settled.evidence[1]).toMatchObject({ document: 'Impact assessment' });
  });

  it('of answers may not name another document: they are about the draft', async () => {
    const { cwd, file } = await workplace(verified);
    const [question = ''] = (await bundledRubric()).questions.keys();
    await writeFile(
      join(cwd, 'x.answers.yaml'),
      `${await file()}answers:\n  ${question}: { level: 1, evidence: [${elsewhere}] }\n`,
    );
    const { code, stderr } = await compass(['score', 'x.answers.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('document');
  });
});
