import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { markedFolder } from '../fixtures/marked.ts';
import { compass } from './run.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

async function run(cwd: string, ...args: string[]): Promise<readonly [code: number | null, stderr: string]> {
  const { code, stderr } = await compass(['import', ...args, '--rubric', join(markedFolder, 'rubric')], { cwd });
  return [code, stderr];
}

const csv = (...rows: string[]): string => `${rows.join('\n')}\n`;
const answers = (lines: string): string => `format: compass-answers/1\nrubric: { id: marked, version: 1.0.0 }\n${lines}`;

describe('answers without a name', () => {
  it('are not put together in one file: they may be of different people', async () => {
    const folder = await folderWith({
      'two.csv': csv('remedy__hotline,engagement__consulted', '2,', ',1'),
      'one.csv': csv('reviewer__name,remedy__hotline', 'Ana,2'),
      'other.csv': csv('engagement__consulted', '1'),
    });
    expect(await run(folder, 'two.csv', '--output', 'a.answers.yaml')).toEqual([
      2,
      'a.answers.yaml: 2 submissions have no name of a reviewer and may be of different people; this is one file\n' +
        '  name a folder, where each gets a file of its own, or give each the same name\n',
    ]);
    expect((await run(folder, 'one.csv', 'other.csv', '--output', 'a.answers.yaml'))[0]).toBe(2);
    expect(await readdir(folder)).not.toContain('a.answers.yaml');
  });

  it('get files of their own in a folder, also beside those of an earlier import', async () => {
    const folder = await folderWith({
      'first.csv': csv('remedy__hotline,_submitted_by', '2,', '1,field'),
      'second.csv': csv('engagement__consulted,_submitted_by', '1,', '2,field', '0,'),
    });
    expect((await run(folder, 'first.csv', '--output', 'reviews'))[0]).toBe(0);
    expect((await run(folder, 'second.csv', '--output', 'reviews'))[0]).toBe(0);
    expect((await readdir(join(folder, 'reviews'))).sort()).toEqual(
      ['field-2', 'field', 'reviewer-2', 'reviewer-3', 'reviewer'].map((name) => `${name}.answers.yaml`),
    );
    expect(await readFile(join(folder, 'reviews', 'reviewer.answers.yaml'), 'utf8')).not.toContain('engagement');
  });

  it('are not written again if the same export is imported again', async () => {
    const folder = await folderWith({ 'first.csv': csv('remedy__hotline', '2', '1') });
    await run(folder, 'first.csv', '--output', 'reviews');
    expect(await run(folder, 'first.csv', '--output', 'reviews')).toEqual([
      0,
      'reviews/reviewer.answers.yaml has these answers already\nreviews/reviewer-2.answers.yaml has these answers already\n',
    ]);
    expect(await readdir(join(folder, 'reviews'))).toHaveLength(2);
  });

  it('do not take the file of somebody who is called that', async () => {
    const folder = await folderWith({ 'a.csv': csv('reviewer__name,remedy__hotline', ',2', 'Reviewer,1') });
    await run(folder, 'a.csv', '--output', 'reviews');
    expect(await readFile(join(folder, 'reviews', 'reviewer.answers.yaml'), 'utf8')).toContain('name: Reviewer');
    expect(await readFile(join(folder, 'reviews', 'reviewer-2.answers.yaml'), 'utf8')).toContain('remedy.hotline: 2');
  });
});

describe('the copy of a file before its answers are replaced', () => {
  it.skipIf(process.platform === 'win32')('is readable to nobody who may not read the file', async () => {
    const folder = await folderWith({
      'bill.answers.yaml': answers('answers:\n  remedy.hotline: 1\n'),
      'a.csv': csv('remedy__hotline', '2'),
    });
    await chmod(join(folder, 'bill.answers.yaml'), 0o600);
    const [code, stderr] = await run(folder, 'a.csv', '--output', 'bill.answers.yaml', '--replace');
    expect([code, stderr]).toEqual([0, expect.stringContaining('bill.answers.yaml.bak')]);
    expect((await stat(join(folder, 'bill.answers.yaml.bak'))).mode & 0o777).toBe(0o600);
  });
});

describe('a folder of which one file can’t be written', () => {
  it.skipIf(process.platform === 'win32')('has the files that were announced before it', async () => {
    const folder = await folderWith({ 'a.csv': csv('reviewer__name,remedy__hotline', 'Ana,2', 'Bo,2') });
    await mkdir(join(folder, 'reviews'));
    await symlink(join(folder, 'nowhere', 'bo.answers.yaml'), join(folder, 'reviews', 'bo.answers.yaml'));
    const [code, stderr] = await run(folder, 'a.csv', '--output', 'reviews');
    expect(code).toBeGreaterThan(0);
    expect(stderr).toMatch(/^Written to reviews\/ana\.answers\.yaml: .*\nreviews\/bo\.answers\.yaml: /);
    expect(await readFile(join(folder, 'reviews', 'ana.answers.yaml'), 'utf8')).toContain('remedy.hotline: 2');
  });
});
