import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compass, type Run } from '../cli/run.ts';
import { Person } from '../cli/terminal.ts';
import { root, temporaryFolder } from '../fixtures/bundled.ts';

const starter = ['--rubric', join(root, 'examples', 'starter-rubric')];

function answers(text: string): string {
  return `format: compass-answers/1
rubric: { id: starter, version: 0.1.0 }
draft:
  title: A bill
  text: ${JSON.stringify(text)}
answers:
  oversight.authority: { level: 1, evidence: [{ at: art. 1, quote: A secret. }] }
`;
}

/** A folder with an answers file in `a/`, and a secret text outside of `a/`. */
async function workplace(text: (cwd: string) => string): Promise<{ cwd: string; run: (...args: string[]) => Promise<Run> }> {
  const cwd = await temporaryFolder();
  for (const folder of ['a/inner', 'b']) await mkdir(join(cwd, folder), { recursive: true });
  for (const file of ['secret.md', 'a/bill.md', 'a/inner/bill.md', 'b/bill.md'])
    await writeFile(join(cwd, file), 'Article 1\n\nA secret.\n');
  await symlink('../secret.md', join(cwd, 'a', 'link.md'));
  await symlink('inner/bill.md', join(cwd, 'a', 'near.md'));
  await symlink('..', join(cwd, 'a', 'up'));
  await writeFile(join(cwd, 'a', 'x.answers.yaml'), answers(text(cwd)));
  return { cwd, run: (...args) => compass(args, { cwd }) };
}

const outside: readonly (readonly [string, (cwd: string) => string])[] = [
  ['the parent folder', () => '../secret.md'],
  ['the parent folder, with a backslash', () => '..\\secret.md'],
  ['one folder down and two up', () => './inner/../../secret.md'],
  ['a system file', () => '/etc/passwd'],
  ['an absolute path', (cwd) => join(cwd, 'secret.md')],
  ['a link to a file outside', () => 'link.md'],
  ['a folder that is a link', () => 'up/secret.md'],
  ['a folder whose name begins with the allowed one', (cwd) => `${join(cwd, 'a')}b/secret.md`],
  ['a file URL', () => 'file:///etc/passwd'],
  ['a Windows drive', () => 'C:\\Windows\\win.ini'],
  ['the current folder of a Windows drive', () => 'c:secret.md'],
  ['a network path', () => '\\\\machine\\share\\secret.md'],
  ['a network path with slashes', () => '//machine/share/secret.md'],
];

const commands: readonly (readonly string[])[] = [
  ['score', 'a/x.answers.yaml'],
  ['report', 'a/x.answers.yaml'],
  ['evidence', 'check', 'a/x.answers.yaml'],
  ['evidence', 'rebase', 'a/x.answers.yaml', '--draft', 'b/bill.md', '--dry-run'],
];

describe('a draft outside the folder of its answers file', () => {
  it.each(outside)('is not read: %s', async (_, text) => {
    const { cwd, run } = await workplace(text);
    for (const command of commands) {
      const { code, stdout, stderr } = await run(...command, ...starter);
      const name = JSON.stringify(text(cwd)).slice(1, -1).replaceAll('\\\\', '\\');
      expect([command.join(' '), code, stderr.split('\n')[0]]).toEqual([
        command.join(' '),
        2,
        `a/x.answers.yaml:5:9: the draft ${name} is outside the folder of its answers file, so it was not read`,
      ]);
      expect(stderr).toContain('--allow-outside-draft');
      expect(stdout).not.toContain('secret');
    }
  });

  it('fails only its own file in a batch, and in a comparison', async () => {
    const { cwd, run } = await workplace(() => '../secret.md');
    await writeFile(join(cwd, 'a', 'good.answers.yaml'), answers('./bill.md'));
    await writeFile(join(cwd, 'a', 'other.answers.yaml'), answers('./inner/bill.md'));
    const { code, stdout } = await run('score', 'a', ...starter, '--format', 'json');
    const result = JSON.parse(stdout);
    expect([code, result.assessments.length, result.failures.length]).toEqual([2, 2, 1]);
    expect(result.failures[0].errors).toEqual([expect.objectContaining({ line: 5, column: 9 })]);
    const compared = await run('compare', 'a', '--as', 'laws', ...starter);
    expect(compared.code).toBe(2);
    expect(compared.stderr).toContain('a/x.answers.yaml:5:9: the draft ../secret.md is outside');
  });

  it('is read if the user allows it, or names it on the command line', async () => {
    const { run } = await workplace(() => '../secret.md');
    for (const command of commands) {
      const { code, stderr } = await run(...command, ...starter, '--allow-outside-draft');
      expect([command[0], stderr.includes('outside')]).toEqual([command[0], false]);
      expect(code).toBe(command[1] === 'rebase' ? 2 : 0);
    }
    expect((await run('evidence', 'check', 'a/x.answers.yaml', '--draft', 'secret.md', ...starter)).code).toBe(0);
  });

  it('is read if it is in the draftFolder of the configuration', async () => {
    const { cwd, run } = await workplace(() => '../b/bill.md');
    expect((await run('evidence', 'check', 'a/x.answers.yaml', ...starter)).code).toBe(2);
    await writeFile(join(cwd, 'compass.config.yaml'), 'draftFolder: b\n');
    expect((await run('evidence', 'check', 'a/x.answers.yaml', ...starter)).code).toBe(0);
    await writeFile(join(cwd, 'a', 'x.answers.yaml'), answers('../secret.md'));
    expect((await run('evidence', 'check', 'a/x.answers.yaml', ...starter)).code).toBe(2);
  });

  it.each([
    ['in the same folder', () => 'bill.md'],
    ['in a subfolder', () => './inner/bill.md'],
    ['through a link to a subfolder', () => 'near.md'],
    ['by a path down and up again', () => 'inner/../bill.md'],
    ['by its absolute path', (cwd: string) => join(cwd, 'a', 'bill.md')],
  ])('does not include a draft %s', async (_, text) => {
    const { run } = await workplace(text);
    expect(await run('evidence', 'check', 'a/x.answers.yaml', ...starter)).toMatchObject({ code: 0, stderr: '' });
  });

  it('is one outside the working folder if the answers come from standard input', async () => {
    const { cwd } = await workplace(() => '');
    const run = (text: string) => compass(['evidence', 'check', '-', ...starter], { cwd: join(cwd, 'a'), input: answers(text) });
    expect((await run('bill.md')).code).toBe(0);
    expect((await run('../secret.md')).stderr).toContain('-:5:9: the draft ../secret.md is outside');
  });

  it('prevents assess from starting; with --draft it is accepted, with an explanation', async () => {
    const { cwd } = await workplace(() => '../secret.md');
    const refused = new Person(['assess', 'a/x.answers.yaml', ...starter], cwd);
    await refused.sees('the draft ../secret.md is outside the folder of its answers file');
    expect(await refused.exited).toBe(2);
    const person = new Person(['assess', 'a/new.answers.yaml', '--draft', 'secret.md', ...starter], cwd);
    await person.sees('is outside the folder of the answers file. From now on, every');
    person.kill('SIGINT');
    await person.exited;
  });
});
