import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, temporaryFolder } from '../fixtures/bundled.ts';

const run = promisify(execFile);

/** A folder with a draft and its answers, and an environment in which `compass` is on PATH. */
async function workspace(): Promise<{ folder: string; env: Record<string, string> }> {
  const folder = await temporaryFolder();
  const bin = join(folder, '.bin');
  await mkdir(bin);
  await mkdir(join(folder, 'drafts'));
  for (const file of ['bill.answers.yaml', 'bill.md']) await cp(join(root, 'examples', file), join(folder, 'drafts', file));
  await writeFile(join(bin, 'compass'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin', 'compass.js')}" "$@"\n`);
  await chmod(join(bin, 'compass'), 0o755);
  const env = { PATH: `${bin}:${process.env['PATH']}`, GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
  return { folder, env };
}

async function readRecipes(): Promise<{ lines: string[]; blocks: string[] }> {
  const text = await readFile(join(root, 'docs', 'ci.md'), 'utf8');
  const blocks = [...text.matchAll(/```(?:sh|yaml)\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  const lines = blocks.flatMap((block) => block.split('\n').map((line) => line.replace(/^\s*- /, '').trim()));
  return { blocks, lines: lines.filter((line) => line.startsWith('compass ')) };
}

describe('the recipes of docs/ci.md', () => {
  it('pins every action to a commit, with the version of third-party actions in a comment', async () => {
    const { blocks } = await readRecipes();
    const uses = blocks.flatMap((block) => [...block.matchAll(/uses: (.*)/g)].map(([, action]) => action));
    expect(uses).toHaveLength(3);
    for (const action of uses) expect(action).toMatch(/^(?:[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|OWNER\/compass@COMMIT #.*)$/);
  });

  it('all compass commands run as written, in the order of the page', async () => {
    const { lines } = await readRecipes();
    expect(lines.length).toBeGreaterThanOrEqual(7);
    const { folder, env } = await workspace();
    for (const line of lines) {
      const { stderr } = await run('bash', ['-c', line], { cwd: folder, env });
      expect(stderr, line).not.toMatch(/error|can't/);
    }
    for (const file of [
      'baseline.json',
      'junit.xml',
      'gap-report.md',
      'gap-report.docx',
      'compass.sarif',
      'compass.xml',
      'summary.md',
    ])
      expect((await stat(join(folder, file))).size, file).toBeGreaterThan(1000);
  }, 60_000);

  it('the configuration is valid and is applied', async () => {
    const { blocks } = await readRecipes();
    const config = blocks.find((block) => block.startsWith('format: compass-config/1')) ?? '';
    const { folder, env } = await workspace();
    await writeFile(join(folder, 'compass.config.yaml'), config);
    await run('compass', ['score', '--update-baseline'], { cwd: folder, env });
    const { stdout } = await run('compass', ['score'], { cwd: folder, env });
    expect(stdout).toContain('holds: access-to-remedy, lower bound');
    expect(stdout).toContain('holds: nothing got worse than the baseline');
  }, 60_000);
});

describe('the action', () => {
  it('passes its inputs as environment variables, annotates, writes the summary and SARIF, and fails on a gate', async () => {
    const action = parse(await readFile(join(root, 'action.yml'), 'utf8')) as {
      inputs: Record<string, unknown>;
      runs: { steps: { run: string; env?: Record<string, string> }[] };
    };
    const step = action.runs.steps.at(-1);
    expect(Object.values(step?.env ?? {})).toEqual(Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`));
    for (const { run: line } of action.runs.steps) expect(line).not.toContain('${{');
    const { folder, env } = await workspace();
    const inputs = { COMPASS_FILES: 'drafts\n', COMPASS_FAIL_ON: 'critical', COMPASS_SARIF: 'compass.sarif' };
    const script = join(root, 'scripts', 'action.sh');
    const { stdout } = await run('bash', [script], { cwd: folder, env: { ...env, ...inputs } });
    expect(stdout).toMatch(/^::(notice|warning|error) file=drafts\/bill/m);
    expect(await readFile(join(folder, 'summary.md'), 'utf8')).toContain('# Gap report');
    expect(JSON.parse(await readFile(join(folder, 'compass.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    const failing = run('bash', [script], { cwd: folder, env: { ...env, ...inputs, COMPASS_MIN: '99' } });
    await expect(failing).rejects.toMatchObject({ code: 1 });
    const evil = run('bash', [script], { cwd: folder, env: { ...env, ...inputs, COMPASS_FILES: '$(touch hacked); drafts' } });
    await expect(evil).rejects.toMatchObject({ code: 2 });
    await expect(stat(join(folder, 'hacked'))).rejects.toMatchObject({ code: 'ENOENT' });
  }, 60_000);
});

describe('the pre-commit hooks', () => {
  it('run on the changed answers files that pre-commit names', async () => {
    const hooks = parse(await readFile(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as { entry: string; files: string }[];
    const { folder, env } = await workspace();
    expect(hooks).toHaveLength(2);
    for (const { entry, files } of hooks) {
      expect('drafts/bill.answers.yaml').toMatch(new RegExp(files));
      await run('bash', ['-c', `${entry} drafts/bill.answers.yaml`], { cwd: folder, env });
    }
  });
});
