import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import type { Assessment } from '../../src/core/answers.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import { readCsv } from '../../src/source/csv.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { bundledRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { csvExport, type ExportStyle, jsonExport, koboStyle, odkStyle, type Sent, sentBy } from '../fixtures/survey-exports.ts';
import { compass } from './run.ts';

let prepared: PreparedRubric;
let first: Sent;
let second: Sent;

/** What a survey holds of an example, which has more. */
async function example(name: string, reviewer: string): Promise<Sent> {
  const text = await readFile(join(root, 'examples', `${name}.answers.yaml`), 'utf8');
  const { assessment } = readAnswers(text, name, prepared);
  const { text: _, sha256: __, ...draft } = assessment.draft;
  return sentBy({ ...assessment, draft, reviewer: { name: reviewer } }, prepared);
}

beforeAll(async () => {
  prepared = await bundledRubric();
  first = await example('bill', 'Ana Núñez');
  second = await example('bill-v2', 'Bo Berg');
});

async function read(path: string): Promise<Assessment> {
  return readAnswers(await readFile(path, 'utf8'), path, prepared).assessment;
}

async function imported(
  name: string,
  content: string | Uint8Array,
): Promise<{ folder: string; stderr: string; code: number | null }> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, name), content);
  const { code, stderr } = await compass(['import', name, '--output', 'reviews'], { cwd: folder });
  return { folder: join(folder, 'reviews'), stderr, code };
}

async function expectBoth(folder: string): Promise<void> {
  expect((await readdir(folder)).sort()).toEqual(['ana-nunez.answers.yaml', 'bo-berg.answers.yaml']);
  expect(sentBy(await read(join(folder, 'ana-nunez.answers.yaml')), prepared)).toEqual(first);
  expect(sentBy(await read(join(folder, 'bo-berg.answers.yaml')), prepared)).toEqual(second);
}

describe('compass import of a survey', () => {
  const styles: Readonly<Record<string, ExportStyle>> = {
    'KoboToolbox: groups with slashes, marks as a list and in columns': koboStyle,
    'KoboToolbox: marks in columns only': { ...koboStyle, split: 'only' },
    'KoboToolbox: marks as a list only': { delimiter: ';', groups: '/' },
    'KoboToolbox: labels instead of names': { ...koboStyle, labels: true },
    'KoboToolbox: labels without groups, marks as a list': { delimiter: ';', labels: true },
    'ODK Central: groups with hyphens': odkStyle,
    'ODK Central: marks in columns too': { ...odkStyle, split: 'both' },
    'without groups': { delimiter: '\t' },
    'groups with dots': { groups: '.' },
  };
  it.each(Object.keys(styles))('reads CSV of %s', async (style) => {
    const { folder, stderr, code } = await imported('export.csv', csvExport([first, second], prepared, styles[style] ?? {}));
    expect([code, stderr]).toEqual([
      0,
      'Written to reviews/ana-nunez.answers.yaml: 153 answers by Ana Núñez\nWritten to reviews/bo-berg.answers.yaml: 153 answers by Bo Berg\n' +
        '278 quotes were not looked up, since the answers lead to no draft: compass evidence check reviews --draft DRAFT\n',
    ]);
    await expectBoth(folder);
  });

  it('reads the workbook that KoboToolbox exports', async () => {
    const rows = readCsv(csvExport([first, second], prepared, koboStyle), 'x').map(({ cells }) => ({
      cells: cells.map((value) => (value === '' ? undefined : { value: /^\d+$/.test(value) ? Number(value) : value })),
    }));
    const sheet = { name: 'My survey', columns: [], rows };
    const workbook = writeWorkbook({ title: 'x', description: 'x', language: 'en', sheets: [sheet] });
    const { folder, code } = await imported('export.xlsx', workbook);
    expect(code).toBe(0);
    await expectBoth(folder);
  });

  it.each(['kobo', 'odk'] as const)('reads JSON of %s', async (tool) => {
    const { folder, code } = await imported('export.json', jsonExport([first, second], prepared, tool));
    expect(code).toBe(0);
    await expectBoth(folder);
  });
});

describe('README.md and docs/surveys.md', () => {
  it.each(['README.md', 'docs/surveys.md'])('%s shows what the import of an export of three reviewers prints', async (page) => {
    const sent = await Promise.all(
      ['first', 'second', 'third'].map(async (name) => {
        const source = join(root, 'test', 'fixtures', 'panel', `${name}.answers.yaml`);
        return sentBy(readAnswers(await readFile(source, 'utf8'), source, prepared).assessment, prepared);
      }),
    );
    const { folder, stderr } = await imported('export.csv', csvExport(sent, prepared, koboStyle));
    const shown = `\`\`\`text\n$ compass import export.csv --output reviews\n${stderr}\`\`\``;
    expect(await readFile(join(root, page), 'utf8')).toContain(shown);
    const { code, stdout } = await compass(['panel', folder, '--format', 'json']);
    expect([code, JSON.parse(stdout).reviewers]).toEqual([0, 3]);
  });
});

describe('pages of an export', () => {
  it('are told if there are more of them', async () => {
    const page = JSON.stringify({
      ...JSON.parse(jsonExport([first], prepared, 'kobo')),
      next: 'https://kobo.invalid/?start=100',
    });
    const { stderr } = await imported('export.json', page);
    expect(stderr).toContain('export.json: this is one page of an export that has more');
  });
});
