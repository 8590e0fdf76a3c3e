import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Workbook } from '../../src/workbook/sheets.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { markedFolder, markedRubric } from '../fixtures/marked.ts';
import { filledIn, keysOf, type Typed, withSheet, workbookOf } from '../fixtures/workbooks.ts';
import { compass } from './run.ts';

const answers = (lines: string): string => `format: compass-answers/1\nrubric: { id: marked, version: 1.0.0 }\n${lines}`;

async function folderWith(files: Readonly<Record<string, string | Workbook>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), typeof content === 'string' ? content : writeWorkbook(content));
  return folder;
}

async function run(cwd: string, ...args: string[]): Promise<{ code: number | null; lines: string[] }> {
  const { code, stderr } = await compass(['import', ...args, '--rubric', join(markedFolder, 'rubric')], { cwd });
  return { code, lines: stderr.split('\n').slice(0, -1) };
}

async function filled(...typed: Typed[]): Promise<Workbook> {
  return filledIn(workbookOf(await markedRubric()), typed);
}

function withNote(workbook: Workbook, name: string, text: string): Workbook {
  return withSheet(workbook, name, (sheet) => ({ ...sheet, rows: [...sheet.rows, { cells: [{ value: text }] }] }));
}

describe('what compass import says of files', () => {
  it('stands together for each file, under its name', async () => {
    const noted = async (name: string): Promise<Workbook> => {
      const level: Typed = ['remedy.hotline', 'level', 2];
      const workbook = await filled(['reviewer.name', 'value', name], level, ['remedy', 'not-applicable', 'other law']);
      return withNote(withNote(workbook, 'How to', `first of ${name}`), 'Scores', `second of ${name}`);
    };
    const folder = await folderWith({ 'a.xlsx': await noted('Ana'), 'b.xlsx': await noted('Bo') });
    const { code, lines } = await run(folder, 'a.xlsx', 'b.xlsx', '--output', 'out');
    expect(code).toBe(0);
    const of = (file: string, name: string): unknown[] => [
      `${file}: 2 texts were not imported, or not in full:`,
      expect.stringMatching(`^  How to!A\\d+: not imported: "first of ${name}"$`),
      expect.stringMatching(`^  Scores!A\\d+: not imported: "second of ${name}"$`),
      `${file}: 1 answer does not count: the feature remedy is said not to apply`,
    ];
    expect(lines.slice(0, 8)).toEqual([...of('a.xlsx', 'Ana'), ...of('b.xlsx', 'Bo')]);
  });

  it('has the errors of a workbook in the order of its sheets, then from cell to cell', async () => {
    const workbook = await filled(
      ['remedy.hotline', 'due', 'soon'],
      ['remedy.hotline', 'level', 9],
      ['engagement.consulted', 'confidence', 'very'],
      ['engagement.consulted', 'level', 9],
    );
    const folder = await folderWith({ 'q.xlsx': workbook });
    const { code, lines } = await run(folder, 'q.xlsx', '--output', 'out');
    const places = lines.flatMap((line) => /^q\.xlsx: ([12]) \w+!([A-Z]+)\d+: (.*)$/.exec(line)?.slice(1, 4).join(' ') ?? []);
    expect(code).toBe(2);
    expect(places.map((place) => place.replace(/ [A-Z]+ /, ' '))).toEqual([
      '1 level 9 is not one of 0..3 (engagement.consulted)',
      expect.stringMatching(/^1 "very" is not one of/),
      '2 level 9 is not one of 0..3 (remedy.hotline)',
      '2 "soon" is not a date',
    ]);
  });

  it('names the column of a sheet whose hidden heading is gone, and writes nothing', async () => {
    const workbook = withSheet(await filled(['remedy.hotline', 'level', '2']), '2 Remedy', (sheet) => {
      const column = keysOf(sheet).indexOf('level');
      const rows = sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell, at) =>
          at === column && ['compass:level', 'Level'].includes(String(cell?.value)) ? { value: 'Niveau' } : cell,
        ),
      }));
      return { ...sheet, rows };
    });
    const folder = await folderWith({ 'q.xlsx': workbook });
    const { code, lines } = await run(folder, 'q.xlsx', '--output', 'out');
    expect([code, lines[1]]).toEqual([
      2,
      expect.stringMatching(
        /^q\.xlsx: 2 Remedy!E1: the hidden heading of column E is gone, so its answers can't be placed; the sheet lacks: Level$/,
      ),
    ]);
    expect(await readdir(folder)).toEqual(['q.xlsx']);
  });

  it('says that the hidden sheet of a workbook is gone', async () => {
    const workbook = await filled(['remedy.hotline', 'level', 2]);
    const lost = { ...workbook, sheets: workbook.sheets.filter(({ name }) => name !== 'compass') };
    const folder = await folderWith({ 'q.xlsx': lost });
    const { code, lines } = await run(folder, 'q.xlsx', '--output', 'a.answers.yaml');
    expect([code, lines[0]]).toEqual([0, expect.stringMatching(/^q\.xlsx: the hidden sheet "compass" is gone: /)]);
    expect(parse(await readFile(join(folder, 'a.answers.yaml'), 'utf8')).answers).toEqual({ 'remedy.hotline': 2 });
  });

  it('says how quotes are looked up if the answers lead to no draft', async () => {
    const quote = 'answers: { remedy.hotline: { level: 1, evidence: [{ quote: words }] } }\n';
    const folder = await folderWith({
      'a.yaml': answers(`reviewer: { name: Ana }\n${quote}`),
      'b.yaml': answers(`reviewer: { name: Bo }\ndraft: { text: ./bill.md }\n${quote}`),
      'bill.md': '# Bill\n\nwords\n',
    });
    expect(await run(folder, 'a.yaml', '--output', 'a.answers.yaml')).toEqual({
      code: 0,
      lines: [
        'Written to a.answers.yaml: 1 answer by Ana',
        '1 quote was not looked up, since the answers lead to no draft: compass evidence check a.answers.yaml --draft DRAFT',
      ],
    });
    expect((await run(folder, 'b.yaml', '--output', 'out')).lines).toEqual(['Written to out/bo.answers.yaml: 1 answer by Bo']);
  });
});

describe('compass import --replace', () => {
  const before = answers(
    '# ours\nreviewer: { name: Ana, organisation: Court }\nanswers:\n  # to discuss\n  remedy.hotline: { level: 1, rationale: weak }\n  engagement.consulted: 0\n',
  );
  const corrected = 'reviewer__name,remedy__hotline,remedy__hotline__why\nAna B.,2,strong\n';

  it('takes corrected answers, says which ones were there, and keeps the file as it was', async () => {
    const folder = await folderWith({ 'a.answers.yaml': before, 'survey.csv': corrected });
    const { code, lines } = await run(folder, 'survey.csv', '--output', 'a.answers.yaml', '--replace');
    expect([code, lines]).toEqual([
      0,
      [
        'a.answers.yaml: reviewer replaced: name: Ana B.; before: name: Ana',
        'a.answers.yaml: remedy.hotline replaced: level 2; strong; before: level 1; weak',
        'a.answers.yaml as it was before is in a.answers.yaml.bak',
        'Merged into a.answers.yaml: 1 answer by Ana B.',
      ],
    ]);
    expect(await readFile(join(folder, 'a.answers.yaml.bak'), 'utf8')).toBe(before);
    const text = await readFile(join(folder, 'a.answers.yaml'), 'utf8');
    expect(text).toContain('# to discuss');
    expect(parse(text)).toMatchObject({
      reviewer: { name: 'Ana B.', organisation: 'Court' },
      answers: { 'remedy.hotline': { level: 2, rationale: 'strong' }, 'engagement.consulted': 0 },
    });
  });

  it('never writes over an earlier copy, and makes none if nothing is replaced', async () => {
    const folder = await folderWith({ 'a.answers.yaml': before, 'a.answers.yaml.bak': 'mine', 'survey.csv': corrected });
    await run(folder, 'survey.csv', '--output', 'a.answers.yaml', '--replace');
    await run(folder, 'survey.csv', '--output', 'a.answers.yaml', '--replace');
    expect((await readdir(folder)).sort()).toEqual([
      'a.answers.yaml',
      'a.answers.yaml.2.bak',
      'a.answers.yaml.bak',
      'survey.csv',
    ]);
    expect(await readFile(join(folder, 'a.answers.yaml.bak'), 'utf8')).toBe('mine');
  });

  it('leaves copies out of what commands read from a folder', async () => {
    const folder = await folderWith({ 'survey.csv': corrected });
    await mkdir(join(folder, 'reviews'));
    await writeFile(join(folder, 'reviews', 'ana-b.answers.yaml'), before);
    await run(folder, 'survey.csv', '--output', 'reviews', '--replace');
    const { stdout } = await compass(['score', 'reviews', '--format', 'json', '--rubric', join(markedFolder, 'rubric')], {
      cwd: folder,
    });
    expect(JSON.parse(stdout).assessments).toHaveLength(1);
  });
});
