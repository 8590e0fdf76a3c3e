import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../src/core/answers.ts';
import { valueText } from '../../src/workbook/read/content.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { daysOfDate, type Sheet, sheetNames, type Workbook } from '../../src/workbook/sheets.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { bundledRubric } from '../fixtures/bundled.ts';
import { xmlFault } from '../fixtures/well-formed-xml.ts';
import { workbookOf as questionnaireOf } from '../fixtures/workbooks.ts';

const workbookOf = (sheet: Partial<Sheet>): Workbook => ({
  title: 'T',
  description: 'D',
  language: 'en',
  sheets: [{ name: 'S', columns: [{ width: 10 }], rows: [], ...sheet }],
});
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));

/** Excel refuses a sheet whose elements are in another order. */
const elementOrder = [
  'sheetPr',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'pageMargins',
  'pageSetup',
  'headerFooter',
];

describe('a workbook', () => {
  it('keeps any text as it is, never as a formula', () => {
    const texts = fc.array(
      fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => text !== ''),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(texts, (values) => {
        const bytes = writeWorkbook(workbookOf({ rows: values.map((value) => ({ cells: [{ value }] })) }));
        const [sheet] = readWorkbook(bytes, 'test').sheets;
        const read = sheet?.rows.map(({ cells }) => cells.get(1));
        expect(read?.map((cell) => cell && valueText(cell.value))).toEqual(values);
        expect(read?.every((cell) => cell?.formula === undefined && cell?.value.kind === 'text')).toBe(true);
        expect(xmlFault(partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '')).toBeUndefined();
      }),
    );
  });

  it.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+1',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://x")',
    '_x0041_',
    '_x005F_',
    'a\r\nb',
    '\u0000\u001f',
    '\ud800',
  ])('keeps %j', (value) => {
    const bytes = writeWorkbook(workbookOf({ rows: [{ cells: [{ value }] }] }));
    const cell = readWorkbook(bytes, 'test').sheets[0]?.rows[0]?.cells.get(1);
    expect(cell?.value).toEqual({ kind: 'text', text: value });
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).not.toContain('<f>');
  });

  it('names the content type of each part, and every part that it names is there', async () => {
    const parts = partsOf(writeWorkbook(questionnaireOf(await bundledRubric(), emptyAssessment())));
    const named = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(
      Object.keys(parts)
        .filter((name) => !name.endsWith('.rels') && !name.startsWith('['))
        .sort(),
    );
    for (const [name, text] of Object.entries(parts)) expect([name, xmlFault(text)]).toEqual([name, undefined]);
  });

  it('has the elements of a sheet in the order that Excel requires', async () => {
    const parts = partsOf(writeWorkbook(questionnaireOf(await bundledRubric(), emptyAssessment())));
    for (const [name, text] of Object.entries(parts)) {
      if (!name.includes('worksheets/')) continue;
      const found = elementOrder.flatMap((element) =>
        [...text.matchAll(new RegExp(`<${element}[ />]`, 'g'))].map(({ index }) => index),
      );
      expect(found).toEqual([...found].sort((a, b) => a - b));
    }
  });

  it('has no formula, prompt or name that Excel would refuse for its length', async () => {
    const { sheets } = questionnaireOf(await bundledRubric(), emptyAssessment());
    for (const { name, rows } of sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      for (const cell of rows.flatMap(({ cells }) => cells)) expect((cell?.formula ?? '').length).toBeLessThan(8192);
    }
    const prompts = Object.values(partsOf(writeWorkbook({ ...workbookOf({}), sheets }))).flatMap((text) => [
      ...text.matchAll(/ prompt="([^"]*)"/g),
    ]);
    expect(prompts.length).toBeGreaterThan(50);
    for (const [, prompt = ''] of prompts) expect(prompt.replace(/&\w+;/g, '.').length).toBeLessThanOrEqual(255);
  });
});

describe('names of sheets', () => {
  it('are short enough, without forbidden characters, and each of them once', () => {
    expect(sheetNames(['a/b:c[d]*?\\', 'x'.repeat(40), 'x'.repeat(50), "'quoted'", '', 'SAME', 'same'])).toEqual([
      'a b c d',
      'x'.repeat(31),
      `${'x'.repeat(29)} 2`,
      'quoted',
      '-',
      'SAME',
      'same 2',
    ]);
  });
});

describe('a date', () => {
  it.each([
    ['2026-06-15', 46188],
    ['1900-03-01', 61],
    ['1900-02-28', undefined],
    ['2026-02-30', undefined],
    ['15.6.2026', undefined],
    ['2026-6-15', undefined],
  ])('%s is %s days in Excel', (text, days) => expect(daysOfDate(text)).toBe(days));
});
