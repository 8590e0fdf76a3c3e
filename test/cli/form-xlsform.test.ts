import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRubric } from '../../src/rubric/load.ts';
import { xlsform } from '../../src/survey/xlsform.ts';
import { valueText } from '../../src/workbook/read/content.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { bundledRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { pyxformComplaints } from '../fixtures/pyxform-rules.ts';
import { compass } from './run.ts';

describe('compass form --format xlsform', () => {
  it('writes the sheets of an XLSForm, with text in every cell', async () => {
    const folder = await temporaryFolder();
    const { code } = await compass(['form', '--format', 'xlsform', '--output', 'survey.xlsx'], { cwd: folder });
    const { sheets } = readWorkbook(await readFile(join(folder, 'survey.xlsx')), 'survey.xlsx');
    const expected = xlsform(await bundledRubric());
    expect([code, sheets.map(({ name }) => name)]).toEqual([0, ['survey', 'choices', 'settings']]);
    for (const [at, { headings, rows }] of expected.entries()) {
      const [first, ...others] = (sheets[at]?.rows ?? []).map(({ cells }) => [...cells.values()]);
      expect(first?.map(({ value }) => valueText(value))).toEqual(headings);
      expect(others.map((cells) => cells.map(({ value }) => valueText(value)))).toEqual(
        rows.map((row) => headings.flatMap((heading) => row[heading] ?? [])),
      );
      expect(others.flat().filter(({ value }) => value.kind !== 'text')).toEqual([]);
    }
  });

  it('writes the same bytes each time', async () => {
    const folder = await temporaryFolder();
    for (const name of ['a.xlsx', 'b.xlsx']) await compass(['form', '--format', 'xlsform', '--output', name], { cwd: folder });
    expect(await readFile(join(folder, 'a.xlsx'))).toEqual(await readFile(join(folder, 'b.xlsx')));
  });

  it('makes a survey of any rubric that pyxform takes', async () => {
    const starter = await loadRubric(join(root, 'examples', 'starter-rubric'), 'starter');
    expect(pyxformComplaints(xlsform(starter))).toEqual([]);
  });
});
