import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRubric } from '../../src/rubric/load.ts';
import { readLocale } from '../../src/rubric/locales/read.ts';
import { localeTable } from '../../src/rubric/locales/table.ts';
import type { Row, Sheet, Workbook } from '../../src/workbook/sheets.ts';
import { columns, type TranslationColumn } from '../../src/workbook/translation/layout.ts';
import { translationWorkbook } from '../../src/workbook/translation/write.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { officeProgram, savedByOffice } from '../fixtures/workbooks.ts';
import { compass } from './run.ts';

const bundled = join(root, 'rubrics', 'ungps-compass');
const key = 'value-chain.title';
const file = 'features/value-chain.yaml';

/** A folder with the bundled rubric and its French translation, in the form in which compass writes it. */
async function rubric(): Promise<string> {
  const cwd = await temporaryFolder();
  cpSync(bundled, join(cwd, 'r'), { recursive: true });
  await compass(['rubric', 'translate', 'fr', 'r'], { cwd });
  return cwd;
}

/** The workbook of a rubric's French translation, as `--output` writes it. */
async function workbook(folder = bundled): Promise<Workbook> {
  const { rubric } = await loadRubric(folder);
  const present = new Map((await readLocale(folder, 'r', 'fr')).map(({ file, texts }) => [file, texts]));
  return translationWorkbook({ title: rubric.title, from: 'en', language: 'fr', files: localeTable(rubric, present) });
}

/** The workbook with the row of a text changed. */
function edited(book: Workbook, of: string, change: Partial<Record<TranslationColumn, string>>): Workbook {
  const row = (each: Row): Row =>
    each.cells[columns.indexOf('key')]?.value === of
      ? {
          ...each,
          cells: each.cells.map((cell, at) => {
            const value = change[columns[at] as TranslationColumn];
            return value === undefined ? cell : { ...cell, value };
          }),
        }
      : each;
  return { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(row) })) };
}

function withSheets(book: Workbook, change: (sheet: Sheet) => Sheet): Workbook {
  return { ...book, sheets: book.sheets.map(change) };
}

/** Every file of the French translation. */
function files(cwd: string): Record<string, string> {
  const folder = join(cwd, 'r', 'locales', 'fr');
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  return Object.fromEntries(
    names.filter((name) => name.endsWith('.yaml')).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

async function importInto(cwd: string, book: Workbook | Uint8Array, name = 'fr.xlsx', language = 'fr') {
  writeFileSync(join(cwd, name), book instanceof Uint8Array ? book : writeWorkbook(book));
  return compass(['rubric', 'translate', language, 'r', '--import', name], { cwd });
}

let book: Workbook;
beforeAll(async () => {
  book = await workbook();
});

describe('a workbook for translators', () => {
  it('is what --output writes, and writes no other file', async () => {
    const cwd = await rubric();
    rmSync(join(cwd, 'r', 'locales', 'es'), { recursive: true });
    const { code, stdout } = await compass(['rubric', 'translate', 'es', 'r', '--output', 'es.xlsx'], { cwd });
    expect([code, stdout, readdirSync(join(cwd, 'r', 'locales')).includes('es')]).toEqual([0, '', false]);
    await compass(['rubric', 'translate', 'fr', 'r', '-o', 'fr.xlsx'], { cwd });
    expect(new Uint8Array(readFileSync(join(cwd, 'fr.xlsx')))).toEqual(writeWorkbook(book));
  });

  it('read back as it is leaves every byte of the translation, and makes one anew from nothing', async () => {
    const cwd = await rubric();
    const before = files(cwd);
    expect(await importInto(cwd, book)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^0 texts changed$/m) });
    expect(files(cwd)).toEqual(before);
    rmSync(join(cwd, 'r', 'locales', 'fr'), { recursive: true });
    await importInto(cwd, book);
    expect(files(cwd)).toEqual(before);
  });

  it('with one cell changed changes one text, also after its rows were sorted and its sheets renamed', async () => {
    const cwd = await rubric();
    const before = files(cwd);
    const sorted = withSheets(edited(book, key, { text: 'La chaîne' }), (sheet) => ({
      name: `x ${sheet.name}`.slice(0, 31),
      columns: sheet.columns,
      rows: [...sheet.rows].reverse(),
    }));
    expect((await importInto(cwd, sorted)).stdout).toMatch(/^1 text changed$/m);
    const after = files(cwd);
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([file]);
    expect(after[file]).toMatch(/text: La chaîne$/m);
    expect(after[file]?.split('\n').filter((line) => !before[file]?.includes(line))).toEqual(['    text: La chaîne']);
  });

  it('has the words to search for one on each line, and what is emptied is missing again', async () => {
    const cwd = await rubric();
    const two = edited(edited(book, 'general-monitoring.terms', { text: 'surveiller \n\n filtrer' }), key, { text: '' });
    expect((await importInto(cwd, two)).stdout).toMatch(/^2 texts changed$/m);
    expect(files(cwd)['flags.yaml']).toContain('text:\n      - surveiller\n      - filtrer\n');
    expect(files(cwd)[file]).toMatch(/"value-chain\.title":\n.*\n {4}text: ""/);
  });
});

describe('a text whose source was changed', () => {
  async function stale(): Promise<string> {
    const cwd = await rubric();
    const path = join(cwd, 'r', 'features', 'value-chain.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, 'title: Another title'));
    return cwd;
  }
  const summary = async (cwd: string) => (await compass(['rubric', 'translate', 'fr', 'r'], { cwd })).stdout;
  const marked = /value-chain\.yaml: .* 1 to be checked again$/m;

  it('since the workbook was written is to be checked again, whatever was translated meanwhile', async () => {
    const cwd = await stale();
    await importInto(cwd, edited(book, key, { text: 'La chaîne' }));
    expect(await summary(cwd)).toMatch(marked);
    expect(files(cwd)[file]).toContain('text: La chaîne');
  });

  it('before is marked in the workbook, and done when it is translated anew or its status is set to OK', async () => {
    for (const change of [{ text: 'Un autre titre' }, { status: 'ok' }]) {
      const cwd = await stale();
      const shown = await workbook(join(cwd, 'r'));
      await importInto(cwd, shown);
      expect(await summary(cwd)).toMatch(marked);
      expect((await importInto(cwd, edited(shown, key, change))).stdout).toMatch(/^1 text changed$/m);
      expect(await summary(cwd)).not.toMatch(marked);
    }
  });
});

describe('a text that was translated in the file since the workbook was written', () => {
  it('stays if its row was left alone, and is an error if its row was changed in another way', async () => {
    const cwd = await rubric();
    await importInto(cwd, edited(book, key, { text: 'Du fichier' }));
    const before = files(cwd);
    expect((await importInto(cwd, book)).stdout).toMatch(/^0 texts changed$/m);
    const { code, stderr } = await importInto(cwd, edited(book, key, { text: 'Du classeur' }));
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^fr\.xlsx: features value-chain!G3: value-chain\.title was changed/),
    ]);
    expect(files(cwd)).toEqual(before);
  });
});

describe('what is not of this rubric', () => {
  it('is named with its sheet and cell, all at once, and nothing is written', async () => {
    const cwd = await rubric();
    const before = files(cwd);
    const wrong = edited(
      edited(edited(book, key, { key: 'value-chain.titel', text: 'Non' }), 'title', { file: 'none.yaml' }),
      'notice',
      {
        of: '',
      },
    );
    const more: Sheet = { name: 'Mine', columns: [], rows: [{ cells: [{ value: 'a list' }] }] };
    const { code, stdout, stderr } = await importInto(cwd, { ...wrong, sheets: [...wrong.sheets, more] });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      "fr.xlsx: rubric!E8: the row has lost its key or its hidden cells, so its translation can't be placed",
      'fr.xlsx: Mine!A1: the sheet is no table of compass rubric translate',
      'fr.xlsx: rubric!A7: the rubric has no file none.yaml to translate',
      expect.stringMatching(
        /^fr\.xlsx: features value-chain!E3: features\/value-chain\.yaml of the rubric has no text value-chain\.titel/,
      ),
      '',
    ]);
    expect(files(cwd)).toEqual(before);
  });

  it('is also a workbook of another language, a row that comes twice, and a file that is no workbook for --output', async () => {
    const cwd = await rubric();
    expect((await importInto(cwd, book, 'fr.xlsx', 'es')).stderr).toContain('a translation into fr, not into es');
    const twice = withSheets(book, (sheet) => ({ ...sheet, rows: [...sheet.rows, sheet.rows[2] as Row] }));
    expect((await importInto(cwd, twice)).stderr).toMatch(/^fr\.xlsx: rubric!E\d+: level\.0 stands here and in rubric!E3$/m);
    const { code, stderr } = await compass(['rubric', 'translate', 'fr', 'r', '--output', 'fr.ods'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('fr.ods: a workbook for translators is written as .xlsx')]);
  });
});

it.runIf(officeProgram)(
  'a workbook that LibreOffice has saved, as .xlsx or .ods, is read as it was',
  async () => {
    const cwd = await rubric();
    const before = files(cwd);
    const changed = edited(book, key, { text: 'La chaîne\nde valeur' });
    const work = join(cwd, 'office');
    mkdirSync(work);
    for (const format of ['xlsx', 'ods'] as const) {
      const [saved = new Uint8Array()] = await savedByOffice(work, { 'fr.xlsx': writeWorkbook(changed) }, format);
      for (const [name, text] of Object.entries(before)) writeFileSync(join(cwd, 'r', 'locales', 'fr', name), text);
      expect((await importInto(cwd, saved, `saved.${format}`)).stdout).toMatch(/^1 text changed$/m);
      const after = files(cwd);
      expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([file]);
    }
  },
  180_000,
);
