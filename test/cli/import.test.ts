import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { xlsform } from '../../src/survey/xlsform.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { changedRubric, temporaryFolder } from '../fixtures/bundled.ts';
import { markedFolder, markedRubric } from '../fixtures/marked.ts';
import { filledIn, type Typed, workbookOf } from '../fixtures/workbooks.ts';
import { compass } from './run.ts';

const rubric = ['--rubric', join(markedFolder, 'rubric')];

/** A folder with these files. */
async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

async function run(cwd: string, ...args: string[]): Promise<readonly [code: number | null, stderr: string]> {
  const { code, stderr, stdout } = await compass(['import', ...args, ...rubric], { cwd });
  expect(stdout).toBe('');
  return [code, stderr];
}

async function workbook(...typed: Typed[]): Promise<Uint8Array> {
  return writeWorkbook(filledIn(workbookOf(await markedRubric()), typed));
}

function csv(...rows: string[]): string {
  return `${rows.join('\n')}\n`;
}

const answers = (lines: string): string => `format: compass-answers/1\nrubric: { id: marked, version: 1.0.0 }\n${lines}`;

describe('compass import', () => {
  it('merges into an answers file as the save of a second person, and keeps its comments', async () => {
    const folder = await folderWith({
      'bill.answers.yaml': answers(
        'reviewer: { name: Ana }\nanswers:\n  # to discuss\n  engagement.consulted: { level: 1, marks: [early] }\n',
      ),
      'survey.csv': csv(
        'reviewer__name,engagement__consulted,engagement__consulted__marks,engagement__consulted__why,remedy__hotline',
        'Ana,1,early,weak,2',
      ),
    });
    const first = await run(folder, 'survey.csv', '--output', 'bill.answers.yaml');
    expect(first).toEqual([0, 'Merged into bill.answers.yaml: 2 answers by Ana\n']);
    const text = await readFile(join(folder, 'bill.answers.yaml'), 'utf8');
    expect(text).toContain('# to discuss\n  engagement.consulted: { level: 1, marks: [early], rationale: weak }\n');
    expect(await run(folder, 'survey.csv', '--output', 'bill.answers.yaml')).toEqual([
      0,
      'bill.answers.yaml has these answers already\n',
    ]);
    expect(await readFile(join(folder, 'bill.answers.yaml'), 'utf8')).toBe(text);
  });

  it('writes nothing where two answers differ, and says both', async () => {
    const before = answers('answers:\n  remedy.hotline: 1\n');
    const folder = await folderWith({
      'bill.answers.yaml': before,
      'survey.csv': csv('engagement__consulted,remedy__hotline', '0,2'),
    });
    const [code, stderr] = await run(folder, 'survey.csv', '--output', 'bill.answers.yaml');
    expect(code).toBe(2);
    expect(stderr).toBe(
      'bill.answers.yaml: remedy.hotline is answered differently: level 2 in survey.csv:2: column "remedy__hotline"; level 1 in this file; nothing has been written\n' +
        '  correct one of the two, import into another file, or take the imported answers with --replace\n',
    );
    expect(await readFile(join(folder, 'bill.answers.yaml'), 'utf8')).toBe(before);
  });

  it('takes the same text of the draft in another folder for the same draft', async () => {
    const draft = (text: string): string => `draft: { title: A bill, text: ${text}, sha256: ${'ab'.repeat(32)} }\n`;
    const folder = await folderWith({
      'bill.answers.yaml': answers(`${draft('./bill.md')}answers:\n  remedy.hotline: 1\n`),
      'sent.answers.yaml': answers(`${draft('../bill.md')}answers:\n  engagement.consulted: 1\n`),
    });
    const [code] = await run(folder, 'sent.answers.yaml', '--output', 'bill.answers.yaml');
    expect(code).toBe(0);
    const text = await readFile(join(folder, 'bill.answers.yaml'), 'utf8');
    expect(text).toContain('./bill.md');
    expect(text).toContain('engagement.consulted: 1');
  });

  it('writes none of the files of a folder if one of them clashes', async () => {
    const folder = await folderWith({
      'survey.csv': csv('reviewer__name,remedy__hotline', 'Ana,1', 'Bo,2'),
    });
    await mkdir(join(folder, 'reviews'));
    await writeFile(
      join(folder, 'reviews', 'bo.answers.yaml'),
      answers('reviewer: { name: Bo }\nanswers: { remedy.hotline: 0 }\n'),
    );
    expect((await run(folder, 'survey.csv', '--output', 'reviews'))[0]).toBe(2);
    expect(await readdir(join(folder, 'reviews'))).toEqual(['bo.answers.yaml']);
  });

  it('names the files after the reviewers, or else after the account, and counts those without a name', async () => {
    const folder = await folderWith({
      'survey.csv': csv(
        'reviewer__name,draft__title,remedy__hotline,_submitted_by',
        'Ana,Bill,1,',
        'Ana,Act,1,',
        'Ana,Act,2,',
        ',,0,field team',
        ',,1,',
        ',,2,',
      ),
    });
    const [, stderr] = await run(folder, 'survey.csv', '--output', 'reviews');
    expect(stderr.split('\n').filter((line) => line.includes('two reviewers'))).toEqual([
      expect.stringMatching(
        /^Ana has different answers in two copies: reviews.ana-act\.answers\.yaml and reviews.ana-2\.answers\.yaml would count as/,
      ),
    ]);
    expect((await readdir(join(folder, 'reviews'))).sort()).toEqual([
      'ana-2.answers.yaml',
      'ana-act.answers.yaml',
      'ana.answers.yaml',
      'field-team.answers.yaml',
      'reviewer-2.answers.yaml',
      'reviewer.answers.yaml',
    ]);
  });

  it('asks for a folder if several reviewers would go into one file', async () => {
    const folder = await folderWith({ 'survey.csv': csv('reviewer__name,remedy__hotline', 'Ana,1', 'Bo,2') });
    const [code, stderr] = await run(folder, 'survey.csv', '--output', 'bill.answers.yaml');
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      'bill.answers.yaml: 2 reviewers have filled in the questionnaire, and this is one file',
    ]);
  });

  it('puts the parts of one reviewer together', async () => {
    const folder = await folderWith({
      'a.xlsx': await workbook(['reviewer.name', 'value', 'Ana'], ['remedy.hotline', 'level', '1']),
      'b.xlsx': await workbook(['reviewer.name', 'value', 'Ana'], ['engagement.consulted', 'level', 0]),
    });
    expect(await run(folder, 'a.xlsx', 'b.xlsx', '--output', 'bill.answers.json')).toEqual([
      0,
      'Written to bill.answers.json: 2 answers by Ana\n',
    ]);
    expect(JSON.parse(await readFile(join(folder, 'bill.answers.json'), 'utf8'))).toMatchObject({
      answers: { 'engagement.consulted': 0, 'remedy.hotline': 1 },
    });
  });

  it('takes an answers file as it is, such as the web form saves', async () => {
    const text = answers('# mine\nreviewer: { name: Ana }\nanswers: { remedy.hotline: 1 }\n');
    const folder = await folderWith({ 'download.yaml': text });
    expect(await run(folder, 'download.yaml', '--output', 'reviews')).toEqual([
      0,
      'Written to reviews/ana.answers.yaml: 1 answer by Ana\n',
    ]);
    expect(await readFile(join(folder, 'reviews', 'ana.answers.yaml'), 'utf8')).toBe(text);
  });

  it('leads to the draft from the new folder, if it leads to one from the file that was filled in', async () => {
    const text = answers('draft: { title: Bill, text: ./bill.md }\nreviewer: { name: Ana }\nanswers: { remedy.hotline: 1 }\n');
    const folder = await folderWith({
      'a.answers.yaml': text,
      'b.answers.yaml': text.replace('bill.md', 'gone.md').replace('Ana', 'Bo'),
      'bill.md': '# Bill',
    });
    await run(folder, 'a.answers.yaml', 'b.answers.yaml', '--output', 'reviews');
    const draftOf = async (name: string): Promise<unknown> =>
      parse(await readFile(join(folder, 'reviews', name), 'utf8')).draft.text;
    expect([await draftOf('ana.answers.yaml'), await draftOf('bo.answers.yaml')]).toEqual(['../bill.md', './gone.md']);
  });

  it('takes the same submission of two exports once', async () => {
    const row = csv('reviewer__name,remedy__hotline', 'Ana,1');
    const folder = await folderWith({ 'a.csv': row, 'b.csv': row });
    expect(await run(folder, 'a.csv', 'b.csv', '--output', 'reviews')).toEqual([
      0,
      'b.csv:2 has the same answers as a.csv:2, and is not imported again\nWritten to reviews/ana.answers.yaml: 1 answer by Ana\n',
    ]);
  });

  it('says every error of every file at once, with its cell or its line and column', async () => {
    const folder = await folderWith({
      'q.xlsx': await workbook(
        ['remedy.hotline', 'level', 5],
        ['engagement.consulted', 'level', 2],
        ['engagement.consulted', 'mark.1', 'x'],
        ['engagement.consulted', 'mark.2', '-'],
      ),
      'survey.csv': csv('"remedy__hotline","remedy__hotline__confidence"', '"a', 'long answer","very"', '1,low', '9,low'),
    });
    const [code, stderr] = await run(folder, 'q.xlsx', 'survey.csv', '--output', 'reviews');
    expect(code).toBe(2);
    expect(stderr.split('\n').filter((line) => !line.startsWith('  '))).toEqual([
      expect.stringMatching(/^q\.xlsx: 1 Engagement![A-Z]+\d+: level 2 needs .* \(engagement\.consulted\)$/),
      expect.stringMatching(/^q\.xlsx: 2 Remedy![A-Z]+\d+: level 5 is not one of 0\.\.3 \(remedy\.hotline\)$/),
      'survey.csv:2: column "remedy__hotline": "a long answer" is not a level (remedy.hotline)',
      'survey.csv:2: column "remedy__hotline__confidence": "very" is not one of low, medium, high (remedy.hotline)',
      'survey.csv:5: column "remedy__hotline": level 9 is not one of 0..3 (remedy.hotline)',
      '',
    ]);
    expect(await readdir(folder)).not.toContain('reviews');
  });

  it('names the reviewer whose submission has an error', async () => {
    const folder = await folderWith({ 'survey.csv': csv('reviewer__name,remedy__hotline', 'Ana,1', 'Bo,9', 'Cy,some') });
    const [, stderr] = await run(folder, 'survey.csv', '--output', 'reviews');
    expect(stderr.split('\n').filter((line) => line.startsWith('survey'))).toEqual([
      'survey.csv:3: column "remedy__hotline", Bo: level 9 is not one of 0..3 (remedy.hotline)',
      'survey.csv:4: column "remedy__hotline", Cy: "some" is not a level (remedy.hotline)',
    ]);
  });

  it('prints all errors of a file, however many', async () => {
    const folder = await folderWith({ 'survey.csv': csv('remedy__hotline', ...Array.from({ length: 50 }, () => '9')) });
    const [code, stderr] = await run(folder, 'survey.csv', '--output', 'reviews');
    expect([code, stderr.match(/level 9 is not one of/g)?.length]).toEqual([2, 50]);
  });

  it('lists what it can not take, once for each column', async () => {
    const folder = await folderWith({
      'survey.csv': csv(
        'reviewer__name,remedy__hotline,my notes,old__question,deviceid,draft__titel',
        'Ana,1,see annex,2,x,y',
        'Bo,2,,,x,',
        'Cy,2,and here,,x,',
      ),
    });
    const [code, stderr] = await run(folder, 'survey.csv', '--output', 'reviews');
    expect([code, stderr.split('\n').slice(0, 3)]).toEqual([
      0,
      [
        'survey.csv: column "my notes" is not part of this questionnaire; 2 values were not imported, the first one "see annex"',
        'survey.csv: column "old__question" is not part of this questionnaire; 1 value was not imported, the first one "2"',
        'survey.csv: column "draft__titel" is not part of this questionnaire; 1 value was not imported, the first one "y"',
      ],
    ]);
  });

  it('says that a level was imported where the words beside it were not', async () => {
    const folder = await folderWith({ 'q.xlsx': await workbook(['remedy.hotline', 'level', '2 - but see art. 5']) });
    const [code, stderr] = await run(folder, 'q.xlsx', '--output', 'a.answers.yaml');
    expect([code, stderr.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(
        /^q\.xlsx: 2 Remedy![A-Z]+\d+: level 2 was imported, the words beside it were not: "but see art\. 5"$/,
      ),
    ]);
  });

  it('says which answers do not count, since their whole feature does not apply', async () => {
    const folder = await folderWith({
      'q.xlsx': await workbook(['remedy.hotline', 'level', 2], ['remedy', 'not-applicable', 'another law']),
      'a.csv': csv('remedy__hotline,engagement__consulted', '2,1'),
    });
    expect(await run(folder, 'q.xlsx', '--output', 'a.answers.yaml')).toEqual([
      0,
      expect.stringMatching(/^q\.xlsx: 1 answer does not count: the feature remedy is said not to apply\nWritten to /),
    ]);
    expect((await run(folder, 'a.csv', '--output', 'b.answers.yaml'))[1]).toMatch(/^Written to /);
  });

  it('says what can be in the cell of a mark, as the sheet does', async () => {
    const folder = await folderWith({ 'q.xlsx': await workbook(['engagement.consulted', 'mark.1', 'maybe']) });
    const [code, stderr] = await run(folder, 'q.xlsx', '--output', 'a.answers.yaml');
    expect([code, stderr]).toEqual([2, expect.stringContaining('a mark is x, - or blank')]);
  });

  it.each([
    ['a list', csv('engagement__consulted,engagement__consulted__marks', '2,none__seen early')],
    ['columns', csv('engagement__consulted,engagement__consulted__marks/none__seen,engagement__consulted__marks/early', '2,1,1')],
  ])('says so if "none of these" is ticked together with a mark: %s', async (_, text) => {
    const folder = await folderWith({ 'survey.csv': text });
    const [code, stderr] = await run(folder, 'survey.csv', '--output', 'a.answers.yaml');
    expect([code, stderr.split('\n').filter((line) => !line.startsWith('  '))]).toEqual([
      2,
      [expect.stringMatching(/: "None of these is in the text" is ticked together with early \(engagement\.consulted\)$/), ''],
    ]);
  });

  it('reads an export of LimeSurvey, by the codes of the survey', async () => {
    const prepared = await markedRubric();
    const sheets = xlsform(prepared);
    const codeOf = (sheet: number, name: string): string =>
      sheets[sheet]?.rows.find((row) => row['name'] === name)?.['limesurvey_code'] ?? '';
    const [level, marks] = [codeOf(0, 'engagement__consulted'), codeOf(0, 'engagement__consulted__marks')];
    const headings = [
      'id',
      'submitdate',
      codeOf(0, 'reviewer__name'),
      level,
      `${marks}[${codeOf(1, 'early')}]`,
      `${marks}[${codeOf(1, 'heard')}]`,
      codeOf(0, 'engagement__consulted__confidence'),
    ];
    const folder = await folderWith({ 'results.csv': csv(headings.join(','), `1,2026-03-02,Ana,2,Y,Y,${codeOf(1, 'medium')}`) });
    expect(await run(folder, 'results.csv', '--output', 'a.answers.yaml')).toEqual([
      0,
      'Written to a.answers.yaml: 1 answer by Ana\n',
    ]);
    expect(parse(await readFile(join(folder, 'a.answers.yaml'), 'utf8')).answers).toEqual({
      'engagement.consulted': { level: 2, marks: ['early', 'heard'], confidence: 'medium' },
    });
  });

  it('is not confused by the same question in two columns, unless they differ', async () => {
    const folder = await folderWith({
      'same.csv': csv('a/remedy__hotline,b/remedy__hotline', '1,1', '2,'),
      'other.csv': csv('a/remedy__hotline,b/remedy__hotline', '1,2'),
    });
    expect((await run(folder, 'same.csv', '--output', 'reviews'))[0]).toBe(0);
    expect(await run(folder, 'other.csv', '--output', 'reviews')).toEqual([
      2,
      'other.csv:2: column "b/remedy__hotline": remedy.hotline is filled in twice: "2" here and "1" at column "a/remedy__hotline"\n  keep one of the two\n',
    ]);
  });

  it.each([
    ['no files', [], 'compass import: which files?'],
    ['no output', ['a.csv'], 'compass import: where should the answers go?'],
    ['two outputs', ['a.csv', '--output', 'x', '--output', 'y'], 'compass import: --output is given 2 times'],
    [
      'an output that is no answers file',
      ['a.csv', '--output', 'x.yaml'],
      'x.yaml: is not the name of an answers file or a folder',
    ],
    [
      'a folder that is a file',
      ['a.csv', '--output', 'empty.csv.d'],
      'empty.csv.d: is not the name of an answers file or a folder',
    ],
    ['a file that is missing', ['gone.csv', '--output', 'x'], 'gone.csv: there is no such file or folder'],
    ['an empty file', ['empty.csv', '--output', 'x'], 'empty.csv: the file is empty'],
    [
      'a workbook that nobody filled in',
      ['blank.xlsx', '--output', 'x'],
      'blank.xlsx: is a questionnaire in which no question is answered',
    ],
    ['a Word document by another name', ['word.xlsx', '--output', 'x'], 'word.xlsx: is a Word document, not a workbook'],
    ['another survey', ['other.csv', '--output', 'x'], 'other.csv: has no answers to this questionnaire'],
    ['JSON of something else', ['other.json', '--output', 'x'], 'other.json: is not a filled workbook'],
    ['YAML of something else', ['other.yaml', '--output', 'x'], 'other.yaml: is not a filled workbook'],
    [
      'an answers file that would be read and written',
      ['a.answers.yaml', '--output', 'a.answers.yaml'],
      'a.answers.yaml: was read in this run',
    ],
    ['a quotation mark without an end', ['cut.csv', '--output', 'x'], 'cut.csv:2: a quotation mark has no end'],
    ['the archive that ODK Central exports', ['odk.zip', '--output', 'x'], 'odk.zip: is a zip archive with survey.csv in it'],
    ['a file that is no text', ['bytes.csv', '--output', 'x'], 'bytes.csv: is not UTF-8 text'],
  ])('says what is wrong: %s', async (_, args, message) => {
    const folder = await folderWith({
      'a.csv': csv('remedy__hotline', '1'),
      'a.answers.yaml': answers('answers: { remedy.hotline: 1 }\n'),
      'empty.csv': '',
      'blank.xlsx': await workbook(),
      'word.xlsx': zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      'empty.csv.d': '',
      'other.csv': csv('age,sex', '1,2'),
      'other.json': '{"a": 1}',
      'other.yaml': 'a: 1\n',
      'cut.csv': 'remedy__hotline\n"1\n',
      'odk.zip': zipSync({ 'survey.csv': strToU8('a,b'), 'media/photo.jpg': strToU8('x') }),
      'bytes.csv': new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x80]),
    });
    const [code, stderr] = await run(folder, ...args);
    expect([code, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining(message)]);
  });

  it.each(['score', 'report'])('says that a workbook which compass %s wrote is no questionnaire', async (command) => {
    const folder = await folderWith({ 'a.answers.yaml': answers('answers: { remedy.hotline: 1 }\n') });
    const { code } = await compass([command, 'a.answers.yaml', '--output', 'r.xlsx', ...rubric], { cwd: folder });
    expect(code).toBe(0);
    expect(await run(folder, 'r.xlsx', '--output', 'b.answers.yaml')).toEqual([
      2,
      expect.stringContaining('r.xlsx: is a workbook of results, not a questionnaire'),
    ]);
  });

  it('reads standard input', async () => {
    const folder = await temporaryFolder();
    const { code } = await compass(['import', '-', '--output', 'bill.answers.yaml', ...rubric], {
      cwd: folder,
      input: 'remedy__hotline\n1\n',
    });
    expect([code, await readdir(folder)]).toEqual([0, ['bill.answers.yaml']]);
  });
});

describe('compass import with another version of the rubric', () => {
  const survey = csv('rubric__id,rubric__version,reviewer__name,remedy__hotline,engagement__consulted', 'marked,1.0.0,Ana,2,1');

  async function changed(version: string, from: string, to: string): Promise<string> {
    return changedRubric(
      join(markedFolder, 'rubric'),
      ['rubric.yaml', 'version: 1.0.0', `version: ${version}`],
      ['features/remedy.yaml', from, to],
    );
  }

  async function imported(content: string, newer: string): Promise<{ code: number | null; stderr: string; text: string }> {
    const folder = await folderWith({ 'survey.csv': content });
    const { code, stderr } = await compass(['import', 'survey.csv', '--output', 'a.answers.yaml', '--rubric', newer], {
      cwd: folder,
    });
    return { code, stderr, text: code === 0 ? await readFile(join(folder, 'a.answers.yaml'), 'utf8') : '' };
  }

  it('keeps the version of the survey, so that the file is read as any file of that version', async () => {
    const newer = await changed('1.1.0', '- id: hotline', '- id: complaints\n    was: [remedy.hotline]');
    const { code, text } = await imported(survey, newer);
    expect([code, parse(text)]).toEqual([
      0,
      {
        format: 'compass-answers/1',
        rubric: { id: 'marked', version: '1.0.0' },
        reviewer: { name: 'Ana' },
        answers: { 'engagement.consulted': 1, 'remedy.hotline': 2 },
      },
    ]);
  });

  it('lists a column of an older survey that no version of the rubric has', async () => {
    const newer = await changed('1.1.0', '- id: hotline', '- id: complaints\n    was: [remedy.hotline]');
    const { code, stderr } = await imported(csv('rubric__version,remedy__hotline,team__remarks', '1.0.0,2,late'), newer);
    expect([code, stderr.split('\n')[0]]).toEqual([
      0,
      expect.stringContaining('column "team__remarks" is not part of this questionnaire'),
    ]);
  });

  it('migrates answers of another major version, as compass rubric migrate does', async () => {
    const newer = await changed('2.0.0', '- id: hotline', '- id: complaints');
    const { code, text } = await imported(survey, newer);
    expect([code, parse(text)]).toMatchObject([
      0,
      {
        rubric: { version: '2.0.0' },
        answers: { 'engagement.consulted': {} },
        was: { '1.0.0': { answers: { 'remedy.hotline': 2 } } },
      },
    ]);
  });

  it('refuses labels of another version, since they may have moved to other questions', async () => {
    const newer = await changed('1.1.0', '- id: hotline', '- id: complaints');
    const labels = csv('rubric__version,2.2 Reasons', '1.0.0,because');
    const { code, stderr } = await imported(labels, newer);
    expect([code, stderr]).toEqual([2, expect.stringContaining('export it again with XML values and headers')]);
  });

  it('refuses answers to another rubric', async () => {
    const { code, stderr } = await imported(survey.replace('marked', 'other'), join(markedFolder, 'rubric'));
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'survey.csv:2: was answered with the rubric other, not with marked']);
  });
});
