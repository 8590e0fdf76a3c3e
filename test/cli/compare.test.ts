import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

const current = (await bundledRubric()).rubric.version;

function answers(title: string, level: number, more: { version?: string; rubric?: string; id?: string } = {}): string {
  const { version = 'one', rubric = current, id = 'ungps-compass' } = more;
  return `format: compass-answers/1
rubric: { id: ${id}, version: ${rubric} }
draft: { title: ${title}, version: ${version} }
answers:
  access-to-remedy.judicial: ${level}
`;
}

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const files = {
  'v1.answers.yaml': answers('Bill', 0),
  'v2.answers.yaml': answers('Bill', 2, { version: 'two' }),
  'law.answers.yaml': answers('Law', 3),
  'old.answers.yaml': answers('Bill', 1, { version: 'zero', rubric: '2.0.9' }),
  'older.answers.yaml': answers('Bill', 1, { version: 'nought', rubric: '1.0.2' }),
  'other.answers.yaml': answers('Law', 1, { id: 'other-rubric' }),
  'bad.answers.yaml': answers('Bill', 9),
};

async function compare(...args: string[]) {
  return compass(['compare', ...args], { cwd: await folderWith(files) });
}

describe('compass compare', () => {
  it('shows what changed from one version to the next, in the order in which they are named', async () => {
    const { code, stdout, stderr } = await compare('v2.answers.yaml', 'v1.answers.yaml');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('two → one');
    expect(stdout).toMatch(/Worse.*\n.*access-to-remedy\.judicial {2}2 → 0 of 3, critical/);
    expect(stdout).toContain('since all name the same');
  });

  it('puts files with different titles side by side; --as overrides either way', async () => {
    expect((await compare('v1.answers.yaml', 'law.answers.yaml')).stdout).toContain('2 laws side by side');
    const asVersions = await compare('v1.answers.yaml', 'law.answers.yaml', '--as', 'versions');
    expect([asVersions.code, asVersions.stdout.split('\n')[0]]).toEqual([0, 'Bill: what changed']);
    expect((await compare('v1.answers.yaml', 'v2.answers.yaml', '--as', 'laws')).stdout).toContain('as asked with --as laws');
    expect(await compare('v1.answers.yaml', 'v2.answers.yaml', '--as', 'law')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--as must be one of versions, laws, not "law"'),
    });
  });

  it.each([
    ['none', []],
    ['one', ['v1.answers.yaml']],
    ['one twice', ['v1.answers.yaml', 'v1.answers.yaml']],
  ])('needs two files: %s', async (_, args) => {
    const { code, stdout, stderr } = await compare(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/compare needs at least two files, but \d files? (was|were) named\n/);
  });

  it('compares versions only when all can be read, and then prints nothing', async () => {
    const { code, stdout, stderr } = await compare('v1.answers.yaml', 'bad.answers.yaml', 'v2.answers.yaml', '-f', 'json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('level 9 is not one of 0..3');
    expect(stderr).toContain('versions are compared only when all of them can be read');
  });

  it('compares the laws that can be read, lists the others, and exits with 2', async () => {
    const all = ['v1.answers.yaml', 'bad.answers.yaml', 'law.answers.yaml', 'nowhere.yaml', 'other.answers.yaml'];
    const { code, stdout, stderr } = await compare(...all, '-f', 'json');
    expect(code).toBe(2);
    const result = JSON.parse(stdout);
    expect(result.assessments.map(({ source }: { source: string }) => source)).toEqual(['v1.answers.yaml', 'law.answers.yaml']);
    expect(result.failures.map(({ source }: { source: string }) => source).sort()).toEqual([
      'bad.answers.yaml',
      'nowhere.yaml',
      'other.answers.yaml',
    ]);
    expect(stderr).toContain('was answered with the rubric other-rubric, not with ungps-compass');
    expect((await compare(...all)).stdout).toContain('Not compared: could not be read');
  });

  it('refuses answers made with different versions of the rubric, and says how to go on', async () => {
    const { code, stdout, stderr } = await compare('old.answers.yaml', 'v1.answers.yaml');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`(old.answers.yaml: 2.0.9, v1.answers.yaml: ${current})`);
    expect(stderr).toContain('compass rubric migrate FILE');
    expect(stderr).toContain('--force');
  });

  it.each(['terminal', 'markdown', 'html', 'csv', 'json'])('with --force compares them and says so in %s', async (format) => {
    const { code, stdout } = await compare('old.answers.yaml', 'v1.answers.yaml', '--force', '-f', format);
    expect(code).toBe(0);
    expect(stdout).toMatch(/forced/i);
  });

  it('never compares another rubric or another major version, --force or not', async () => {
    for (const file of ['other.answers.yaml', 'older.answers.yaml']) {
      const { code, stdout } = await compare('v1.answers.yaml', file, '--force');
      expect([code, stdout]).toEqual([2, '']);
    }
  });

  it('compares an older file once it is migrated', async () => {
    const cwd = await folderWith(files);
    expect((await compass(['rubric', 'migrate', 'old.answers.yaml'], { cwd })).code).toBe(0);
    expect((await compass(['compare', 'old.answers.yaml', 'v1.answers.yaml'], { cwd })).code).toBe(0);
  });

  it('writes several outputs in one run, each by its ending, and never overwrites an answers file', async () => {
    const cwd = await folderWith(files);
    const pair = ['v1.answers.yaml', 'v2.answers.yaml'];
    expect((await compass(['compare', ...pair, '-o', 'c.html', '-o', 'c.csv', '-q'], { cwd })).code).toBe(0);
    expect(await readFile(join(cwd, 'c.html'), 'utf8')).toMatch(/^<!doctype html>/);
    expect(await readFile(join(cwd, 'c.csv'), 'utf8')).toMatch(/^\ufefffrom,to,kind,id,/);
    expect((await compass(['compare', ...pair, '-o', 'v1.answers.yaml'], { cwd })).code).toBe(2);
    expect(await readFile(join(cwd, 'v1.answers.yaml'), 'utf8')).toBe(files['v1.answers.yaml']);
  });

  it('lists its formats if another one is asked for', async () => {
    expect(await compare('v1.answers.yaml', 'v2.answers.yaml', '-f', 'markdwn')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('known formats: terminal, markdown, html, docx, csv, json'),
    });
  });

  it('its json fits schemas/compare.schema.json', async () => {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const schema = JSON.parse(await readFile(join(root, 'schemas', 'compare.schema.json'), 'utf8'));
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema);
    const cwd = await folderWith(files);
    const runs = [
      [['v1.answers.yaml', 'old.answers.yaml', '--force'], cwd],
      [['v1.answers.yaml', 'law.answers.yaml', 'bad.answers.yaml'], cwd],
      [['examples', '--as', 'versions'], root],
    ] as const;
    for (const [args, folder] of runs) {
      const { stdout } = await compass(['compare', ...args, '--format', 'json'], { cwd: folder });
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
  }, 60_000);
});
