import { spawnSync } from 'node:child_process';
import { chmod, chown, link, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { compass, compassProcess } from './run.ts';

const answers = 'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\ndraft: { title: T }\nanswers: {}\n';
const isRoot = process.getuid?.() === 0;

/** A folder with a configuration, a folder below it with an answers file, and one beside it. */
async function project(config: string) {
  const top = await temporaryFolder();
  const [common, below, beside] = ['common', 'common/mine', 'beside'].map((name) => join(top, name)) as [string, string, string];
  await mkdir(below, { recursive: true });
  await mkdir(beside);
  const file = join(common, 'compass.config.yaml');
  await writeFile(file, config, { mode: 0o644 });
  await chmod(file, 0o644);
  await writeFile(join(below, 'a.answers.yaml'), answers);
  await writeFile(join(beside, 'profile.md'), 'keep me');
  return { common, below, beside, file };
}

const writesReport = 'formats: [{ format: markdown, output: report.md }]\n';
const reportIn = async (folder: string) => readFile(join(folder, 'report.md'), 'utf8').catch(() => undefined);

describe.skipIf(process.platform === 'win32')('a configuration that was found upward', () => {
  it('is used where it is the user’s own, and nobody else may write it', async () => {
    const { common, below } = await project(writesReport);
    expect((await compass(['score', 'a.answers.yaml'], { cwd: below })).code).toBe(0);
    expect(await reportIn(common)).toContain('#');
  });

  it.each([0o664, 0o646, 0o666, 0o620])('is ignored with a warning where others may write it: mode %o', async (mode) => {
    const { common, below, file } = await project(writesReport);
    await chmod(file, mode);
    const { code, stderr } = await compass(['score', 'a.answers.yaml', '--quiet'], { cwd: below });
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('../compass.config.yaml can be written by other users and is ignored'),
    ]);
    expect(await reportIn(common)).toBeUndefined();
    const settings = await compass(['config', '--format', 'json'], { cwd: below });
    expect(settings.stderr).toContain('compass.config.yaml');
    expect(settings.stdout).not.toContain('report.md');
  });

  it.skipIf(!isRoot)('is ignored with a warning where it belongs to another user, or a link to it does', async () => {
    const { common, below, file } = await project(writesReport);
    await chown(file, 4321, 4321);
    const { code, stderr } = await compass(['score', 'a.answers.yaml'], { cwd: below });
    expect([code, stderr]).toEqual([0, expect.stringContaining('belongs to another user and is ignored')]);
    expect(await reportIn(common)).toBeUndefined();
  });

  it('is used in spite of all that where --config names it', async () => {
    const { common, below, file, beside } = await project(`${writesReport}draftFolder: ../beside\n`);
    await chmod(file, 0o666);
    if (isRoot) await chown(file, 4321, 4321);
    const { code, stderr } = await compass(['--config', file, 'score', 'a.answers.yaml', '--quiet'], { cwd: below });
    expect([code, stderr]).toEqual([0, '']);
    expect(await reportIn(common)).toContain('#');
    expect(await readFile(join(beside, 'profile.md'), 'utf8')).toBe('keep me');
  });

  it.each([
    ['formats: [{ format: markdown, output: ../beside/profile.md }]', '../beside/profile.md is outside'],
    ['formats: [terminal, { format: markdown, output: /tmp/x.md }]', '/tmp/x.md is outside'],
    ['formats: [{ format: markdown, output: link/profile.md }]', 'link/profile.md is outside'],
    ['formats: [{ format: markdown, output: link/new/profile.md }]', 'link/new/profile.md is outside'],
    ['formats: [{ format: markdown, output: mine/../../beside/profile.md }]', 'is outside'],
    ['baseline: ../beside/base.json', '../beside/base.json is outside'],
    ['draftFolder: ..', '.. is outside'],
    ['draftFolder: /etc', '/etc is outside'],
    ['draftFolder: link', 'link is outside'],
    ['rubric: ../beside', '../beside is outside'],
    ['files: [mine, ../beside]', '../beside is outside'],
    ['files: ["*/../../beside/*.yaml"]', 'is outside'],
    ['files: ["../**/*.answers.yaml"]', 'is outside'],
    ['formats: [{ format: markdown, output: .bashrc }]', '.bashrc is not the name of a report'],
    ['formats: [{ format: markdown, output: .git/hooks/pre-commit }]', 'is not the name of a report'],
    ['formats: [{ format: markdown, output: .github/x.md }]', 'is not the name of a report'],
    ['formats: [{ format: json, output: bill.answers.yaml }]', 'is not the name of a report'],
    ['formats: [{ format: markdown, output: Makefile }]', 'is not the name of a report'],
  ])('reaches no further than its folder, and writes nothing but reports: %s', async (config, said) => {
    const { common, below, beside } = await project(`${config}\n`);
    await symlink('../beside', join(common, 'link'));
    const { code, stderr } = await compass(['score', 'a.answers.yaml'], { cwd: below });
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(stderr).toMatch(/^\.\.\/compass\.config\.yaml:1:\d+: /);
    expect(await readFile(join(beside, 'profile.md'), 'utf8')).toBe('keep me');
  });

  it.each([
    'formats: [terminal, { format: markdown, output: ./mine/../gap-report.md }, { format: sarif, output: mine/x.sarif }]',
    'files: ["mine/*.answers.yaml", "**/*.answers.yaml", .]',
    'rubric: ungps-compass\nbaseline: mine/base.json\ndraftFolder: mine\ntolerance: 1',
    'draftFolder: .',
  ])('may name what is in its folder: %j', async (config) => {
    const { below } = await project(`${config}\n`);
    expect(await compass(['config'], { cwd: below })).toMatchObject({ code: 0, stderr: '' });
  });
});

const commands = [
  ['--help'],
  ['--version'],
  ['help', 'formats'],
  ['completion', 'bash'],
  ['config'],
  ['config', 'schema', 'answers'],
  ['rubric', 'list'],
  ['rubric', 'lint'],
  ['rubric', 'show', '--format', 'json'],
  ['score', 'examples/bill.answers.yaml'],
  ['score', 'examples', '--format', 'ndjson'],
  ['score', 'examples', '--format', 'csv'],
  ['score', 'examples/bill.answers.yaml', '--explain'],
  ['score', 'examples/bill.answers.yaml', '--min', '100'],
  ['report', 'examples/bill.answers.yaml', '--format', 'docx'],
  ['compare', 'examples/bill.answers.yaml', 'examples/bill-v2.answers.yaml'],
  ['evidence', 'outline', 'examples/bill.md'],
  ['evidence', 'check', 'examples/bill.answers.yaml'],
  ['evidence', 'find', '--draft', 'examples/bill.md', 'court'],
];

describe.skipIf(process.platform !== 'linux')('standard output', () => {
  const script = (line: string) => ['-c', line, 'sh', process.execPath, 'bin/compass.js'] as const;

  it.each(commands)('on a full disk is one sentence and exit 2: %s %s', async (...args) => {
    const { code, stderr } = shell(script('node=$1; bin=$2; shift 2; exec "$node" "$bin" "$@" > /dev/full'), args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^(?:compass: )?standard output can't be written: .*ENOSPC.*\n$/m);
    expect(stderr).not.toMatch(/^\s+at |node:|fault/m);
  });

  it.each(commands.filter(([, , min]) => min !== '--min'))('whose reader has gone away is no error: %s %s', async (...args) => {
    const { code, stderr } = shell(
      script('node=$1; bin=$2; shift 2; { "$node" "$bin" "$@"; echo "exit $?" >&2; } | head -c 1 > /dev/null'),
      args,
    );
    expect([code, stderr]).toEqual([0, expect.stringMatching(/exit 0\n$/)]);
    expect(stderr).not.toMatch(/EPIPE|written:/);
  });
});

describe.skipIf(process.platform !== 'linux')('standard error on a full disk', () => {
  it.each([
    [2, ['score', 'nowhere.answers.yaml']],
    [2, ['score', '--nope']],
    [0, ['score', 'examples/bill.answers.yaml', '--quiet']],
    [1, ['score', 'examples/bill.answers.yaml', '--min', '100']],
  ])('does not change the exit code %i', (expected, args) => {
    const line = 'node=$1; bin=$2; shift 2; exec "$node" "$bin" "$@" 2> /dev/full > /dev/null';
    expect(shell(['-c', line, 'sh', process.execPath, 'bin/compass.js'], args).code).toBe(expected);
  });
});

describe.skipIf(process.platform === 'win32')('a working folder that is gone', () => {
  it.each([
    ['score', 'a.answers.yaml'],
    ['score'],
    ['rubric', 'lint', '.'],
    ['evidence', 'outline', 'd.txt'],
    ['config'],
    ['init', '.'],
  ])('is said in a sentence: %s %s', async (...args) => {
    const gone = join(await temporaryFolder(), 'gone');
    await mkdir(gone);
    const line = 'cd "$3" && rmdir "$3"; node=$1; bin=$2; shift 3; exec "$node" "$bin" "$@"';
    const { code, stderr } = shell(['-c', line, 'sh', process.execPath, join(process.cwd(), 'bin/compass.js'), gone], args);
    expect([code, stderr]).toEqual([2, expect.stringContaining('the working folder no longer exists')]);
  });
});

describe.skipIf(process.platform === 'win32')('two outputs that are one file', () => {
  it.each<[string, (folder: string) => Promise<unknown>, string, string]>([
    ['another spelling', async () => {}, 'out.json', './x/../out.json'],
    ['an absolute path', async () => {}, 'out.json', '$PWD/out.json'],
    ['a link to a file that is not there yet', (folder) => symlink('out.json', join(folder, 'out.md')), 'out.json', 'out.md'],
    [
      'a link to a link',
      async (folder) => {
        await symlink('b.md', join(folder, 'a.md'));
        await symlink('out.json', join(folder, 'b.md'));
      },
      'a.md',
      'out.json',
    ],
    [
      'a link to a file',
      async (folder) => {
        await writeFile(join(folder, 'out.json'), 'old');
        await symlink('out.json', join(folder, 'out.md'));
      },
      'out.md',
      'out.json',
    ],
    [
      'a hard link',
      async (folder) => {
        await writeFile(join(folder, 'out.json'), 'old');
        await link(join(folder, 'out.json'), join(folder, 'out.md'));
      },
      'out.json',
      'out.md',
    ],
    [
      'a linked folder',
      async (folder) => {
        await mkdir(join(folder, 'sub'));
        await symlink('sub', join(folder, 'alias'));
      },
      'sub/out.json',
      'alias/out.json',
    ],
    [
      'a link in a linked folder',
      async (folder) => {
        await mkdir(join(folder, 'sub'));
        await symlink('sub', join(folder, 'alias'));
        await symlink('same.json', join(folder, 'sub/same.md'));
      },
      'sub/same.json',
      'alias/same.md',
    ],
  ])('are refused: %s', async (_, prepare, first, second) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'a.answers.yaml'), answers);
    await prepare(cwd);
    const names = [first, second].map((name) => name.replace('$PWD', cwd));
    const args = [
      'score',
      'a.answers.yaml',
      '--format',
      'json',
      '--output',
      names[0] ?? '',
      '--format',
      'markdown',
      '--output',
      names[1] ?? '',
    ];
    const { code, stderr } = await compassProcess(args, { cwd });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/is named for two outputs/)]);
  });
});

describe('a rubric that is not there', () => {
  it.each([
    ['score', 'a.answers.yaml', '--rubric', 'empty'],
    ['report', 'a.answers.yaml', '--rubric', './empty/'],
    ['rubric', 'lint', 'empty'],
    ['rubric', 'show', 'empty'],
    ['score', 'a.answers.yaml', '--rubric', '{known}'],
  ])('leaves no placeholder of a template in the message: %s %s %s %s', async (...args) => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'empty'));
    await writeFile(join(cwd, 'a.answers.yaml'), answers);
    const { code, stderr } = await compass(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('there is no rubric here');
    expect(stderr.replace('{known}:', '')).not.toMatch(/\{[a-z]\w*\}/i);
  });
});

/** Runs a shell, in the root of the repository. */
function shell(start: readonly string[], args: readonly string[]): { code: number | null; stderr: string } {
  const { status, stderr } = spawnSync('sh', [...start, ...args], { encoding: 'utf8', input: '' });
  return { code: status, stderr };
}
