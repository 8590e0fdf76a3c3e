import { link, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile, writeOutput } from '../../../src/run/outputs/write-output.ts';
import type { CompassError } from '../../../src/source/problem.ts';
import { temporaryFolder } from '../../fixtures/bundled.ts';
import { testRun } from '../../fixtures/test-run.ts';

const codesOf = (error: CompassError): string[] => error.problems.map(({ code }) => code);

describe('replaceFile', () => {
  it.each([
    ['replaces the file that was read', 'read', 'read', 'new'],
    ['writes a file where there was none', undefined, undefined, 'new'],
    ['refuses a file that was changed meanwhile', 'read', 'changed', 'changed'],
    ['refuses a file that was made meanwhile', undefined, 'made', 'made'],
    ['refuses a file that was deleted meanwhile', 'read', undefined, undefined],
  ])('%s', async (_, before, now, after) => {
    const cwd = await temporaryFolder();
    const path = join(cwd, 'baseline.json');
    if (now !== undefined) await writeFile(path, now);
    const refused = await replaceFile(testRun({ cwd }).run, 'baseline.json', before, 'new').catch(codesOf);
    expect(refused).toEqual(after === 'new' ? undefined : ['changed-since-read']);
    expect(await readFile(path, 'utf8').catch(() => undefined)).toBe(after);
    expect(await readdir(cwd)).toEqual(after === undefined ? [] : ['baseline.json']);
  });
});

describe('writeOutput', () => {
  it.each([
    ['under its own name', async () => {}, 'bill.answers.yaml'],
    ['under another path', async () => {}, './x/../bill.answers.yaml'],
    ['through a symbolic link', (cwd: string) => symlink('bill.answers.yaml', join(cwd, 'report.md')), 'report.md'],
    ['through a hard link', (cwd: string) => link(join(cwd, 'bill.answers.yaml'), join(cwd, 'report.md')), 'report.md'],
  ])('refuses to overwrite a protected file %s', async (_, prepare, output) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'bill.answers.yaml'), 'answers');
    await prepare(cwd);
    const { run } = testRun({ cwd });
    run.protect(['other.answers.yaml', 'bill.answers.yaml']);
    expect(await writeOutput(run, 'report', output).catch(codesOf)).toEqual(['output-is-input']);
    expect(await readFile(join(cwd, 'bill.answers.yaml'), 'utf8')).toBe('answers');
  });

  it('writes a file that another run protects', async () => {
    const cwd = await temporaryFolder();
    testRun({ cwd }).run.protect('report.md');
    await writeOutput(testRun({ cwd }).run, 'report', 'report.md');
    expect(await readFile(join(cwd, 'report.md'), 'utf8')).toBe('report');
  });

  it('prints to standard output if no file is named', async () => {
    const { run, printed } = testRun();
    await writeOutput(run, 'report', undefined);
    expect(printed.stdout).toBe('report');
  });
});
