import { execFile, spawnSync } from 'node:child_process';
import { chmod, readdir, writeFile } from 'node:fs/promises';
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

  it('offers a file whose name begins with a dash as a path, and none with a control character', async () => {
    const cwd = await temporaryFolder();
    for (const name of [
      '-o.answers.yaml',
      '--output=x.answers.yaml',
      'a\u001b[2J.answers.yaml',
      'b\nc.answers.yaml',
      'd.answers.yaml',
    ])
      await writeFile(join(cwd, name), '');
    const { stdout } = await compass(['complete', '--', 'score', ''], { cwd });
    expect(stdout.split('\n').map((line) => line.split('\t')[0])).toEqual([
      './--output=x.answers.yaml',
      './-o.answers.yaml',
      'd.answers.yaml',
      ':4',
      '',
    ]);
    const { stdout: options } = await compass(['complete', '--', 'score', '-o'], { cwd });
    expect(options).not.toContain('answers.yaml');
  });

  it.each(['bash', 'zsh', 'fish'])('has a script for %s, which evaluates nothing', async (shell) => {
    const { code, stdout } = await compassProcess(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('compass complete --');
    expect(stdout.replace(/^\s*#.*$/gm, '')).not.toMatch(/\beval\b|\bcompgen\b|\$\{\(e\)/);
  });

  it('refuses another shell', async () => {
    const { code, stderr } = await compass(['completion', 'tcsh']);
    expect(stderr).toContain('there is no completion for tcsh');
    expect(code).toBe(2);
  });
});

/** Names that are commands to a shell which evaluates them; each command would make the file `ran`. */
const hostile = [
  'a$(touch ran).answers.yaml',
  'b`touch ran`.answers.yaml',
  'c;touch ran;.answers.yaml',
  "d';touch ran;'.answers.yaml",
  'e";touch ran;".answers.yaml',
  'f|touch ran|.answers.yaml',
  'g&touch ran&.answers.yaml',
  `h\${x[$(touch ran)]}.answers.yaml`,
  'i$((x[$(touch ran)])).answers.yaml',
  'j\\$(touch ran).answers.yaml',
  'k*?[a].answers.yaml',
  'l{m,n}.answers.yaml',
  'm!n.answers.yaml',
  'o p.answers.yaml',
];

describe.skipIf(process.platform === 'win32')('Tab in a folder with hostile names', () => {
  /** A folder with these files, and `compass` on the path. */
  async function project(): Promise<{ cwd: string; env: NodeJS.ProcessEnv; entries: () => Promise<string[]> }> {
    const [cwd, bin] = [await temporaryFolder(), await temporaryFolder()];
    const command = join(bin, 'compass');
    await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin', 'compass.js')}" "$@"\n`);
    await chmod(command, 0o755);
    for (const name of hostile) await writeFile(join(cwd, name), '');
    return { cwd, env: { PATH: `${bin}:${process.env['PATH']}`, LANG: 'C.UTF-8' }, entries: async () => readdir(cwd) };
  }

  /** What bash would put on the line, for the words of a line, one by one. */
  const pressed = `press() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _compass_complete; printf '%s\\n' "\${COMPREPLY[@]}"; }`;

  it('bash runs none of them, and what it inserts is the name again', async () => {
    const { cwd, env, entries } = await project();
    const lines = [
      'source <(compass completion bash)',
      pressed,
      "press compass score ''",
      // The shell reads what was inserted, as it would after Enter.
      `press compass score '' > offered; while IFS= read -r word; do eval "again+=( $word )"; done < offered; rm offered`,
      `printf '[%s]\\n' "\${again[@]}"`,
      'for typed in a b c d e f g h i j "\'a" \'"a\' \'$(touch ran)\' \'`touch ran`\' "a\\\\$"; do press compass score "$typed"; done > /dev/null',
      "press compass score --output '' > /dev/null",
    ];
    const { stdout } = await run('bash', ['--norc', '-c', lines.join('\n')], { cwd, env });
    expect(await entries()).not.toContain('ran');
    expect([...stdout.matchAll(/^\[(.*)\]$/gm)].map(([, name]) => name)).toEqual([...hostile].sort());
  });

  it('bash completes values after = and :, quoted words and escaped spaces', async () => {
    const { cwd, env } = await project();
    const lines = [
      'source <(compass completion bash)',
      pressed,
      'press compass score --form',
      'press compass report x --format = h',
      'press compass score --fail-on critical,f',
      "press compass score 'o\\ '",
      "press compass score '\"o'",
    ];
    const { stdout } = await run('bash', ['--norc', '-c', lines.join('\n')], { cwd, env });
    expect(stdout.trimEnd().split('\n')).toEqual(['--format', 'html', 'critical,flag', 'o\\ p.answers.yaml']);
  });

  const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

  it.skipIf(!has('fish'))('fish runs none of them', async () => {
    const { cwd, env, entries } = await project();
    const lines = [
      'compass completion fish | source',
      'complete -C "compass score "',
      "complete -C 'compass score $(touch ran)'",
    ];
    const { stdout } = await run('fish', ['--no-config', '-c', lines.join('\n')], { cwd, env });
    expect(stdout).toContain('a$(touch ran).answers.yaml\n');
    expect(await entries()).not.toContain('ran');
  });

  it.skipIf(!has('zsh'))('zsh reads the script, and runs none of them', async () => {
    const { cwd, env, entries } = await project();
    const lines = [
      'compdef() { :; }',
      'source <(compass completion zsh)',
      // Outside the line editor, compadd only shows what it was given.
      `compadd() { printf '%s\\n' "\${values[@]}"; }`,
      "words=(compass score '') CURRENT=3; _compass",
      "words=(compass score '$(touch ran)') CURRENT=3; _compass || true",
    ];
    const { stdout } = await run('zsh', ['-f', '-c', lines.join('\n')], { cwd, env });
    expect(stdout).toContain('a$(touch ran).answers.yaml\n');
    expect(await entries()).not.toContain('ran');
  });
});
