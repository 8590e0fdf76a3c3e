import { describe, expect, it } from 'vitest';
import { readFilledWorkbook } from '../../../src/workbook/questionnaire/filled/read.ts';
import { readWorkbook } from '../../../src/workbook/read.ts';
import type { Cell, Row, Sheet, Workbook } from '../../../src/workbook/sheets.ts';
import { writeWorkbook } from '../../../src/workbook/write.ts';
import { blank, prepared, read } from '../../fixtures/small-workbook.ts';
import { filledIn, keysOf, type Typed, withSheet } from '../../fixtures/workbooks.ts';

const typed: Typed[] = [
  ['value-chain.scope', 'level', '1 - little'],
  ['value-chain.scope', 'mark.1', '-'],
  ['value-chain.tiers', 'level', 2],
  ['value-chain.tiers', 'rationale', 'because'],
  ['remedy.court', 'level', 3],
  ['encryption', 'present', 'no'],
];
const filled = filledIn(blank, typed);
const chain = '1 Value chain';
const expected = read(filled).sections;

/** A sheet with the cell in a row and a column, from 0, changed. */
function withCell(sheet: Sheet, row: number, column: number, cell: Cell | undefined): Sheet {
  const rows = sheet.rows.map((each, at): Row => {
    if (at !== row) return each;
    const length = Math.max(each.cells.length, column + 1);
    return { ...each, cells: Array.from({ length }, (_, index) => (index === column ? cell : each.cells[index])) };
  });
  return { ...sheet, rows };
}

function columnOf(sheet: Sheet, key: string): number {
  return keysOf(sheet).indexOf(key);
}

/** The row of headings. */
function headingRow(sheet: Sheet): number {
  return sheet.rows.findIndex(({ cells }) => cells.some((cell) => cell?.value === 'Level'));
}

function without(workbook: Workbook, name: string): Workbook {
  return { ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.name !== name) };
}

function texts(leftovers: readonly string[]): string[] {
  return leftovers.map((each) => each.slice(each.indexOf(': ') + 2));
}

describe('what stands where no answer is read', () => {
  it('is listed with its sheet and cell if it is a tick in a grey cell', () => {
    const ticked = filledIn(filled, [
      ['value-chain.tiers', 'mark.2', 'x'],
      ['value-chain.tiers', 'mark.3', '-'],
    ]);
    const { leftovers, sections } = read(ticked);
    expect(sections).toEqual(expected);
    expect(leftovers).toEqual([
      expect.stringMatching(/^1 Value chain![A-Z]+6: x$/),
      expect.stringMatching(/^1 Value chain![A-Z]+6: -$/),
    ]);
  });

  it.each(['How to', 'Draft and reviewer', 'Scores', 'Red flags', 'Steps', 'More evidence', 'Conventions', 'Guidance', chain])(
    'is listed if it is a note beside or below what the sheet %s has',
    (name) => {
      const noted = withSheet(filled, name, (sheet) => {
        const beside = withCell(sheet, Math.min(2, sheet.rows.length - 1), 40, { value: 'beside' });
        return { ...beside, rows: [...beside.rows, { cells: [] }, { cells: [{ value: 'below' }] }] };
      });
      const { leftovers, sections } = read(noted);
      expect(texts(leftovers)).toEqual(['beside', 'below']);
      expect(leftovers.every((each) => each.startsWith(`${name}!`))).toBe(true);
      expect(sections).toEqual(expected);
    },
  );

  it('is listed if somebody wrote it over a text of the questionnaire', () => {
    const over = withSheet(filled, chain, (sheet) => withCell(sheet, headingRow(sheet) + 1, 3, { value: 'see my letter' }));
    expect(read(over).leftovers).toEqual(['1 Value chain!D5: see my letter']);
  });

  it('is listed if it is in a sheet that somebody added', () => {
    const sheet: Sheet = { name: 'Notes', columns: [], rows: [{ cells: [{ value: 'ask Bo' }, { value: 12.5 }] }] };
    expect(read({ ...filled, sheets: [sheet, ...filled.sheets] })).toEqual({
      sections: expected,
      faults: [],
      leftovers: ['Notes!A1: ask Bo', 'Notes!B1: 12.5'],
    });
  });

  it('is listed if it is in a comment', () => {
    const workbook = readWorkbook(writeWorkbook(filled), 'q.xlsx');
    const sheets = workbook.sheets.map((sheet) =>
      sheet.name === chain ? { ...sheet, comments: [{ row: 5, column: 5, text: 'I doubt it' }] } : sheet,
    );
    expect(readFilledWorkbook({ ...workbook, sheets }, prepared)?.leftovers).toEqual([
      { text: 'I doubt it', place: { at: '1 Value chain!E5' } },
    ]);
  });

  it('is not a heading that somebody translated, nor what compass wrote itself', () => {
    const translated = withSheet(filled, chain, (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, at) =>
        at === headingRow(sheet)
          ? { ...row, cells: row.cells.map((cell) => cell && { ...cell, value: `${cell.value} (fr)` }) }
          : row,
      ),
    }));
    expect(read(translated)).toEqual({ sections: expected, faults: [], leftovers: [] });
  });
});

describe('a sheet in which answers would go to other questions', () => {
  /** The sheet with the cells of a column, from 0, of its first two entries exchanged. */
  function exchanged(sheet: Sheet, isMoved: (column: number) => boolean): Sheet {
    const first = sheet.rows.findIndex(({ cells }) => cells[0]?.value === 'value-chain.scope');
    const [one, two] = [sheet.rows[first], sheet.rows[first + 1]];
    const mixed = (own?: Row, other?: Row): Row => ({
      cells: (own?.cells ?? []).map((cell, column) => (isMoved(column) ? other?.cells[column] : cell)),
    });
    const rows = sheet.rows.map((row, at) => (at === first ? mixed(one, two) : at === first + 1 ? mixed(two, one) : row));
    return { ...sheet, rows };
  }

  it('has an error that names the rows if it was sorted without its hidden columns', () => {
    const moved = withSheet(filled, chain, (sheet) => exchanged(sheet, (column) => sheet.columns[column]?.hidden !== true));
    expect(read(moved).faults).toEqual([`${chain}!A5: workbook-rows-moved`]);
    const found = readFilledWorkbook(readWorkbook(writeWorkbook(moved), 'q.xlsx'), prepared);
    expect(found?.faults[0]?.args).toEqual({ sheet: chain, rows: '5, 6' });
    const whole = withSheet(filled, chain, (sheet) => exchanged(sheet, () => true));
    expect(read(whole)).toEqual({ sections: expected, faults: [], leftovers: [] });
  });

  it('has an error if it shows the facts, or the words of a step, in other rows', () => {
    const swapped = (name: string, column: number, first: number) =>
      withSheet(filled, name, (sheet) => {
        const [one, two] = [first, first + 1].map((row) => sheet.rows[row]?.cells[column]);
        return withCell(withCell(sheet, first, column, two), first + 1, column, one);
      });
    expect(read(swapped('Draft and reviewer', 1, 3)).faults).toEqual(['Draft and reviewer!A4: workbook-rows-moved']);
    expect(read(swapped('Scores', 1, 4)).faults).toEqual(['Scores!A5: workbook-rows-moved']);
  });

  it('has an error if two columns have one key and do not say the same', () => {
    const copied = (value: Cell['value'] & {}, row: number) =>
      withSheet(filled, chain, (sheet) => {
        const end = Math.max(...sheet.rows.map(({ cells }) => cells.length));
        const keyed = withCell(sheet, 0, end, { value: 'compass:rationale' });
        return withCell(keyed, headingRow(sheet) + row, end, { value });
      });
    const fault = expect.stringMatching(/^1 Value chain![A-Z]+1: workbook-column-twice$/);
    expect(read(copied('another', 2)).faults).toEqual([fault]);
    expect(read(copied('for an open one', 1)).faults).toEqual([fault]);
    expect(read(copied('because', 2))).toEqual({ sections: expected, faults: [], leftovers: [] });
  });

  it('has an error if the key of a column is another’s than its heading', () => {
    const over = withSheet(filled, chain, (sheet) =>
      withCell(sheet, 0, columnOf(sheet, 'level'), { value: 'compass:elsewhere.level' }),
    );
    expect(read(over).faults).toContainEqual(expect.stringMatching(/^1 Value chain![A-Z]+1: workbook-heading-other$/));
  });
});

describe('a workbook with a damaged hidden row', () => {
  it.each([
    ['deleted', undefined],
    ['overwritten', { value: 'my level' }],
  ])('is read by its headings if a key was %s', (_, cell) => {
    const damaged = withSheet(filled, chain, (sheet) => withCell(sheet, 0, columnOf(sheet, 'level'), cell));
    const { sections, faults } = read(damaged);
    expect([sections, faults]).toEqual([expected, []]);
  });

  it('is read if the key of the ids is gone', () => {
    const damaged = withSheet(filled, chain, (sheet) => withCell(sheet, 0, columnOf(sheet, 'question'), undefined));
    expect(read(damaged)).toEqual({ sections: expected, faults: [], leftovers: [] });
  });

  it('is read if the whole row is gone', () => {
    const damaged = withSheet(filled, chain, (sheet) => ({ ...sheet, rows: sheet.rows.slice(1), merged: [] }));
    expect(read(damaged)).toEqual({ sections: expected, faults: [], leftovers: [] });
  });

  it('is read if the names of its marks are gone', () => {
    const damaged = withSheet(filled, chain, (sheet) => withCell(sheet, 0, columnOf(sheet, 'marks'), undefined));
    expect(read(damaged).sections).toEqual(expected);
  });

  it.each([2, '2', '2 - more', 'more'])(
    'has an error that names sheet and column if the heading does not say it either: %j',
    (level) => {
      const other = filledIn(blank, [['value-chain.tiers', 'level', level]]);
      const damaged = withSheet(other, chain, (sheet) => {
        const column = columnOf(sheet, 'level');
        return withCell(withCell(sheet, 0, column, undefined), headingRow(sheet), column, { value: 'Niveau' });
      });
      const { faults, leftovers } = read(damaged);
      expect(faults).toEqual([expect.stringMatching(/^1 Value chain![A-Z]+1: workbook-column-lost$/)]);
      expect(leftovers).toEqual([]);
    },
  );

  it('misses no column of a mark that no question of the sheet has', () => {
    const noted = withSheet(filled, '2 Remedy', (sheet) => {
      const column = sheet.rows[0]?.cells.length ?? 0;
      return withCell(withCell(sheet, headingRow(sheet), column, { value: 'Mine' }), headingRow(sheet) + 1, column, {
        value: 'ask',
      });
    });
    const { faults, leftovers } = read(noted);
    expect([faults, texts(leftovers)]).toEqual([[], ['Mine', 'ask']]);
  });

  it('has an error that names the sheet if its ids are gone', () => {
    const damaged = withSheet(filled, chain, (sheet) => {
      const column = columnOf(sheet, 'question');
      return { ...sheet, rows: sheet.rows.map((_, at) => withCell(sheet, at, column, undefined).rows[at] as Row) };
    });
    expect(read(damaged).faults).toEqual([expect.stringMatching(/^1 Value chain!.*: workbook-ids-lost$/)]);
  });
});

describe('a workbook without its hidden sheet', () => {
  const lost = without(filled, 'compass');

  it('is read by its columns, and says that the sheet is gone', () => {
    expect(read(lost)).toEqual({ sections: expected, faults: [], leftovers: [] });
    expect(readFilledWorkbook(readWorkbook(writeWorkbook(lost), 'q.xlsx'), prepared)?.hasLostSettings).toBe(true);
  });

  it('may have lost a key as well', () => {
    const damaged = withSheet(lost, chain, (sheet) => withCell(sheet, 0, columnOf(sheet, 'level'), undefined));
    expect(read(damaged)).toEqual({ sections: expected, faults: [], leftovers: [] });
  });

  it('is no questionnaire if it has no keys, or those of a layout that is not known', () => {
    const other: Workbook = { ...blank, sheets: [{ name: 'S', columns: [], rows: [{ cells: [{ value: 'remedy.court' }] }] }] };
    const newer = withSheet(filled, 'compass', (sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ cells }) => ({
        cells: cells.map((cell) => (cell?.value === 'compass-workbook/1' ? { value: 'compass-workbook/2' } : cell)),
      })),
    }));
    for (const each of [other, newer])
      expect(readFilledWorkbook(readWorkbook(writeWorkbook(each), 'q.xlsx'), prepared)).toBeUndefined();
  });
});
