import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass, compassProcess } from './run.ts';

const head = 'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\n';
const good = `${head}draft: { title: Good bill }\nanswers:\n  access-to-remedy.judicial: 2\n`;
const bad = `${head}answers:\n  access-to-remedy.judicial: 9\n`;

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

describe('compass score', () => {
  it('prints the gap report of one draft', async () => {
    const { code, stdout, stderr } = await compass(['score', 'examples/bill.answers.yaml']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('Online Platforms Accountability Bill');
    expect(stdout).toContain('What would raise the score most');
  });

  it('prints a table of several drafts, the worst first, from folders, globs and names, each once', async () => {
    const cwd = await folderWith({
      'a/one.answers.yaml': good,
      'a/deep/two.answers.yml': good.replace('judicial: 2', 'judicial: 0').replace('Good', 'Poor'),
      'b.answers.json': '{}',
      'a/other.yaml': 'x',
    });
    const { code, stdout } = await compass(['score', 'a', 'a/one.answers.yaml', 'a/**/*.yml'], { cwd });
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[1]).toContain('Poor bill');
    expect(lines[2]).toContain('Good bill');
    expect(stdout).toContain('2 drafts scored');
  });

  it('reads standard input, and streams one assessment a line', async () => {
    const { code, stdout } = await compass(['score', '-', '--format', 'ndjson'], { input: good });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ source: '-', answered: 1, draft: { title: 'Good bill' } });
  });

  it('scores the good files of a batch, lists every error of the bad ones, and exits with 2', async () => {
    const cwd = await folderWith({ 'bad.answers.yaml': `${bad}  nothing.here: 1\n`, 'good.answers.yaml': good });
    const { code, stdout, stderr } = await compass(['score', '.', 'missing.yaml', '--format', 'json'], { cwd });
    expect(code).toBe(2);
    const result = JSON.parse(stdout);
    expect(result.assessments).toHaveLength(1);
    expect(result.summary).toMatchObject({ assessed: 1, failed: 2, gatesFailed: 0 });
    expect(
      result.failures.map((failure: { source: string; errors: unknown[] }) => [failure.source, failure.errors.length]),
    ).toEqual([
      ['missing.yaml', 1],
      ['bad.answers.yaml', 2],
    ]);
    expect(stderr).toContain(
      'bad.answers.yaml:4:30: level 9 is not one of 0..3 (access-to-remedy.judicial)\n  4 |   access-to-remedy.judicial: 9\n    |                              ^\n',
    );
  });

  it('exits with 2 if a pattern matches nothing, or a folder has no answers files', async () => {
    const cwd = await folderWith({ 'x.txt': '' });
    expect(await compass(['score', '*.answers.yaml'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no file matches this pattern'),
    });
    expect(await compass(['score', '.'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no answers files in this folder'),
    });
  });

  it('exits with 1 if a gate fails; a minimum of 0 is a gate that holds', async () => {
    const cwd = await folderWith({ 'good.answers.yaml': good });
    expect((await compass(['score', '.', '--min', '0'], { cwd })).code).toBe(0);
    expect(await compass(['score', '.', '--min', '99.5'], { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('fails: overall, lower bound'),
    });
    expect((await compass(['score', '.', '--min-feature', 'access-to-remedy=1', '--fail-on', 'flag'], { cwd })).code).toBe(0);
    expect((await compass(['score', '.', '--fail-on', 'critical,unanswered'], { cwd })).code).toBe(1);
  });

  it.each([
    [['--min', 'NaN'], '--min takes a number from 0 to 100, not "NaN"'],
    [['--min', ''], '--min takes a number from 0 to 100, not ""'],
    [['--min', '100.0001'], '--min takes a number from 0 to 100'],
    [['--min-feature', 'access-to-remedy'], '--min-feature takes FEATURE=NUMBER'],
    [['--min-feature', 'access-to-remdy=4'], 'did you mean access-to-remedy?'],
    [['--fail-on', 'flags'], '--fail-on must be one of critical, flag, unanswered, review, not "flags"'],
    [['--format', 'pdf'], 'known formats: terminal, markdown, html, docx, json, ndjson'],
    [['--formt', 'json'], 'Did you mean --format?'],
    [['--rubric', 'nowhere'], 'there is no rubric here'],
    [['--explain', 'access-to-remedy.judical'], 'did you mean access-to-remedy.judicial?'],
    [['--explain', 'judicial'], 'did you mean access-to-remedy.judicial?'],
    [['--explain', 'nope'], 'access-to-remedy; compass rubric show lists the ids of the questions'],
  ])('refuses %j with exit code 2 and says why', async (flags, message) => {
    const { code, stderr } = await compass(['score', 'examples/bill.answers.yaml', ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('explains a question or a feature, with the option before or after the file', async () => {
    const one = await compass(['score', 'examples/bill.answers.yaml', '--explain', 'access-to-remedy.judicial']);
    expect(one.stdout).toMatch(/judicial +2 +2\/3 +2 +1\.3333/);
    const all = await compass(['score', '--explain', 'examples/bill.answers.yaml']);
    expect(all.code).toBe(0);
    expect(all.stdout).toContain('Overall');
  });

  it('writes a whole file, prints nothing, and leaves no temporary file', async () => {
    const cwd = await folderWith({ 'good.answers.yaml': good });
    const { code, stdout } = await compass(['score', '.', '--format', 'json', '--output', 'result.json'], { cwd });
    expect([code, stdout]).toEqual([0, '']);
    expect(JSON.parse(await readFile(join(cwd, 'result.json'), 'utf8')).format).toBe('compass-result/1');
    expect((await readdir(cwd)).sort()).toEqual(['good.answers.yaml', 'result.json']);
    expect((await compass(['score', '.', '--output', 'no/such/result.json'], { cwd })).code).toBe(2);
  });

  it('keeps its exit code if the reader closes the pipe', async () => {
    const line = `"$0" bin/compass.js score examples/bill.answers.yaml --min "$1" --format json | head -1 > /dev/null; exit \${PIPESTATUS[0]}`;
    for (const [bound, code] of [
      ['0', 0],
      ['99', 1],
    ] as const)
      expect(spawnSync('bash', ['-c', line, process.execPath, bound], { cwd: root }).status).toBe(code);
  });

  it.each([
    [['evidence', 'outlin', 'x'], 'there is no command outlin; did you mean outline?'],
    [['rubric', 'lnt'], 'there is no command lnt; did you mean lint?'],
    [
      ['score', 'examples/bill.answers.yaml', '--explain', '-f', 'json'],
      "prints only the arithmetic and can't be combined with --format json",
    ],
    [
      ['score', 'examples/bill.answers.yaml', '--explain', '--robustness'],
      "prints only the arithmetic and can't be combined with --robustness",
    ],
  ])('refuses %j with exit code 2 and says what to do', async (args, expected) => {
    const { code, stdout, stderr } = await compass(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(expected);
  });

  it('counts a file once, however many names it is given', async () => {
    const names = ['examples/bill.answers.yaml', './examples/bill.answers.yaml', 'examples'];
    const { stdout } = await compass(['score', ...names, '--format', 'json']);
    expect(JSON.parse(stdout).summary.assessed).toBe(5);
  });

  it('gives the same bytes in any time zone and locale', async () => {
    const runs = await Promise.all(
      [
        { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' },
        { TZ: 'America/Lima', LANG: 'ar_EG.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      ].map((env) => compassProcess(['score', 'examples', '--format', 'json', '--min', '50'], { env })),
    );
    expect(runs[0]?.stdout).toBe(runs[1]?.stdout);
    // The gate fails: the process must end with the code that main returned.
    expect(runs.map(({ code }) => code)).toEqual([1, 1]);
  });

  it('prints colours only if they are allowed', async () => {
    const one = ['score', 'examples/bill.answers.yaml'];
    expect((await compass(one)).stdout).not.toContain('\u001b[');
    expect((await compass(one, { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[');
    expect((await compass([...one, '--no-color'], { env: { FORCE_COLOR: '1' } })).stdout).not.toContain('\u001b[');
  });
});

describe('the result', () => {
  it('fits schemas/result.schema.json, also with gates, failures and blanks', async () => {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const schema = JSON.parse(await readFile(join(root, 'schemas', 'result.schema.json'), 'utf8'));
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema);
    const cwd = await folderWith({
      'bad.answers.yaml': bad,
      'good.answers.yaml': good.replace('1.0.0', '1.1.0'),
      'blank.answers.yaml': head,
    });
    for (const folder of [cwd, join(root, 'examples')]) {
      const gates = ['--min', '1', '--min-feature', 'value-chain=2', '--fail-on', 'critical,flag,unanswered'];
      const { stdout } = await compass(['score', '.', '--format', 'json', ...gates], { cwd: folder });
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
  });
});

describe('compass report', () => {
  it('writes the whole document, with the disclaimer', async () => {
    const { code, stdout } = await compass(['report', 'examples/eu-dsa.answers.yaml']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Gap report: Digital Services Act/);
    for (const part of [
      '## Summary',
      '## Critical gaps',
      '## Red flags',
      '## The steps of drafting',
      '## Method and limits',
      'Not endorsed',
    ]) {
      expect(stdout).toContain(part);
    }
  });
});

describe('compass rubric', () => {
  it('shows the whole rubric with every default filled in, which is what the digest is made of', async () => {
    const { stdout } = await compass(['rubric', 'show', '--format', 'json']);
    const rubric = JSON.parse(stdout);
    const [first] = rubric.features[0].questions;
    expect(first).toMatchObject({ id: 'broad-rights.all-rights', values: [0, 1, 2, 3], weight: 2, critical: true });
    const { createHash } = await import('node:crypto');
    const digest = createHash('sha256').update(JSON.stringify(rubric)).digest('hex');
    expect((await compass(['rubric', 'list'])).stdout).toContain(digest);
  });

  it('starts a rubric that passes lint and scores', async () => {
    const cwd = await temporaryFolder();
    expect((await compass(['rubric', 'new', 'mine'], { cwd })).code).toBe(0);
    expect((await compass(['rubric', 'lint', 'mine'], { cwd })).code).toBe(0);
    await writeFile(
      join(cwd, 'x.answers.yaml'),
      'format: compass-answers/1\nrubric: { id: mine, version: 0.1.0 }\nanswers: { oversight.authority: 3, oversight.appeal: 2 }\n',
    );
    const { stdout } = await compass(['score', 'x.answers.yaml', '--rubric', 'mine', '--format', 'json'], { cwd });
    // (1 x 3/3 + 2 x 3/4) / 3
    expect(JSON.parse(stdout).assessments[0].score).toBeCloseTo(250 / 3, 12);
    expect((await compass(['rubric', 'new', 'mine'], { cwd })).code).toBe(2);
  });

  it('lint exits with 1 if something is wrong', async () => {
    const cwd = await temporaryFolder();
    await compass(['rubric', 'new', 'mine'], { cwd });
    const file = join(cwd, 'mine', 'features', 'oversight.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('[1, 25]', '[1, 99]'));
    expect(await compass(['rubric', 'lint', 'mine'], { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('no Guiding Principle 99'),
    });
  });
});

describe('compass', () => {
  it('alone prints its help on standard output', async () => {
    const { code, stdout } = await compass([]);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: compass');
  });

  it('prints its version', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(await compass(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  it.each([
    ['assess'],
    ['score'],
    ['report'],
    ['rubric'],
    ['rubric', 'list'],
    ['rubric', 'show'],
    ['rubric', 'lint'],
    ['rubric', 'new'],
    ['rubric', 'migrate'],
  ])('help of %s %s ends with an example', async (...command) => {
    const { code, stdout } = await compass([...command, '--help']);
    expect(code).toBe(0);
    if (command.join(' ') !== 'rubric') expect(stdout).toMatch(/^Examples?:$/m);
  });

  it('suggests a command for a misspelt one', async () => {
    expect(await compass(['scor', 'x'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean score?') });
  });

  it('assess refuses to run without a terminal, and says what to do', async () => {
    const { code, stderr } = await compass(['assess', 'x.answers.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('compass score');
  });
});
