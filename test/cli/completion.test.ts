import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { registry } from '../../src/report/registry.ts';
import { bundledRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass, compassProcess } from './run.ts';

const run = promisify(execFile);

async function complete(...words: string[]): Promise<string[]> {
  const { stdout } = await compass(['complete', '--', ...words]);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^:\d+$/);
  return lines.slice(0, -1).map((line) => line.split('\t')[0] ?? '');
}

describe('Tab completion', () => {
  it('offers commands and subcommands', async () => {
    expect(await complete('')).toEqual(expect.arrayContaining(['assess', 'score', 'report', 'evidence', 'rubric', 'init']));
    expect(await complete('')).not.toContain('complete');
    expect(await complete('evidence', 're')).toEqual(['rebase']);
    expect(await complete('config', 'schema', 'f')).toEqual(['feature', 'flags']);
  });

  it('offers options, and their values after a space or =', async () => {
    expect(await complete('score', '--min')).toEqual(['--min', '--min-feature']);
    expect(await complete('score', '--format', '')).toEqual(Object.keys(registry.score));
    expect(await complete('report', 'x', '--format=h')).toEqual(['--format=html']);
    expect(await complete('score', '--fail-on', 'critical,f')).toEqual(['critical,flag']);
    expect(await complete('score', '--robustness', '--weights', '')).toEqual(['uniform', 'dirichlet']);
  });

  it('offers ids of questions and features', async () => {
    const { questions } = await bundledRubric();
    expect(await complete('score', '--explain', 'access-to-remedy.')).toEqual(
      [...questions.keys()].filter((id) => id.startsWith('access-to-remedy.')),
    );
    expect(await complete('score', '--min-feature', 'val')).toEqual(['value-chain=']);
    expect(await complete('evidence', 'find', 'access-to-remedy.j')).toEqual(['access-to-remedy.judicial']);
  });

  it('offers answers files and folders where a command takes answers, any file elsewhere', async () => {
    expect(await complete('score', 'examples/b')).toEqual(['examples/bill-v2.answers.yaml', 'examples/bill.answers.yaml']);
    expect(await complete('evidence', 'find', 'x', '--draft', 'examples/bill.')).toEqual([
      'examples/bill.answers.yaml',
      'examples/bill.md',
    ]);
    expect(await complete('report', 'x', 'exam')).toEqual([]);
  });

  it('works in bash through the script', async () => {
    const folder = await temporaryFolder();
    const command = join(folder, 'compass');
    await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin', 'compass.js')}" "$@"\n`);
    await chmod(command, 0o755);
    const typed = `source <(compass completion bash)
COMP_WORDS=(compass score --form) COMP_CWORD=2
__compass_complete 2>/dev/null
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { PATH: `${folder}:${process.env['PATH']}` };
    const { stdout } = await run('bash', ['--norc', '-c', typed], { cwd: root, env });
    expect(stdout).toBe('--format\n');
  });

  it.each(['bash', 'zsh', 'fish'])('has a script for %s', async (shell) => {
    const { code, stdout } = await compassProcess(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('compass complete --');
  });

  it('refuses another shell', async () => {
    const { code, stderr } = await compass(['completion', 'tcsh']);
    expect(stderr).toContain('there is no completion for tcsh');
    expect(code).toBe(2);
  });
});
