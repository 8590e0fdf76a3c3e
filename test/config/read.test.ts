import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig } from '../../src/config/find.ts';
import { readConfig } from '../../src/config/read.ts';
import { CompassError, problemMessage } from '../../src/source/problem.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';

const format = 'format: compass-config/1\n';

/** A folder with these files; an empty text stands for a subfolder. */
async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(text === '' ? file : dirname(file), { recursive: true });
    if (text !== '') await writeFile(file, text);
  }
  return folder;
}

describe('the search for a configuration', () => {
  it('looks in the folder itself first, then in its parents', async () => {
    const folder = await folderOf({ 'a/b/c': '', 'a/b/compass.config.yaml': format, 'a/compass.config.yaml': format });
    expect(findConfig(join(folder, 'a/b'))).toBe(join(folder, 'a/b/compass.config.yaml'));
    expect(findConfig(join(folder, 'a/b/c'))).toBe(join(folder, 'a/b/compass.config.yaml'));
  });

  it('ends at the root of the repository', async () => {
    const inside = await folderOf({ 'repository/.git': '', 'repository/bills': '', 'repository/compass.config.yaml': format });
    expect(findConfig(join(inside, 'repository/bills'))).toBe(join(inside, 'repository/compass.config.yaml'));
    const outside = await folderOf({ 'repository/.git': '', 'repository/bills': '', 'compass.config.yaml': format });
    expect(findConfig(join(outside, 'repository/bills'))).toBeUndefined();
  });

  it('ignores a folder of that name', async () => {
    const folder = await folderOf({ '.git': '', 'compass.config.yaml': '' });
    expect(findConfig(folder)).toBeUndefined();
  });

  it('ends at the root of the file system', async () => {
    expect(findConfig(dirname(dirname(await temporaryFolder())))).toBeUndefined();
  });
});

describe('a configuration', () => {
  it('has settings, the line of each, and the folder to which its paths are relative', async () => {
    const folder = await folderOf({ 'compass.config.yaml': `${format}# ours\nminimums: { overall: 60 }\nrubric: ./rubric\n` });
    const config = await readConfig(join(folder, 'compass.config.yaml'), 'the name');
    expect(config).toMatchObject({ name: 'the name', folder, settings: { minimums: { overall: 60 }, rubric: './rubric' } });
    expect(config.lineOf('minimums')).toBe(3);
    expect(config.lineOf('rubric')).toBe(4);
    expect(config.lineOf('files')).toBeUndefined();
    expect(config.problem('bad-number', ['minimums', 'overall'])).toMatchObject({ source: 'the name', line: 3, column: 22 });
  });

  it.each([
    [
      'with all errors at once, each with its line',
      'minimum: 3\nrubric: 7\n',
      ['1 minimum is not a known key here', '2 rubric must be text, but is 7'],
    ],
    ['if it is not YAML', 'rubric: [\n', [expect.stringMatching(/^2 not valid YAML/)]],
  ])('is refused %s', async (_, text, expected) => {
    const folder = await folderOf({ 'compass.config.yaml': text });
    const error = await readConfig(join(folder, 'compass.config.yaml'), 'x').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CompassError);
    expect((error as CompassError).problems.map((problem) => `${problem.line} ${problemMessage(problem)}`)).toEqual(expected);
  });
});
