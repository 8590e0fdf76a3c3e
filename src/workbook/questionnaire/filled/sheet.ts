import type { Fault, Leftover } from '../../../filled/collect.ts';
import { listed } from '../../../messages/lists.ts';
import { columnLetters } from '../../address.ts';
import { type CellRange, placeOf, type ReadCell, type ReadRow, type ReadSheet, valueText } from '../../read/content.ts';
import { idKeys, keyIn } from '../layout.ts';
import { movedFaults } from './moved.ts';
import type { Columns, IdKey, Known, OwnContent } from './own.ts';
import { headedColumns, idsByValue, keysOfRow, lostColumns } from './recovery.ts';

/** One entry of a sheet: the cells with a key in the row of an id. */
export interface SheetEntry {
  readonly id: string;
  /** By key; no cell is blank. */
  readonly cells: ReadonlyMap<string, KeyedCell>;
}

export interface KeyedCell {
  readonly text: string;
  readonly isError: boolean;
  /** `3 Value chain!D14`. */
  readonly at: string;
}

/** A sheet with entries. */
export interface AnswerSheet {
  /** What the ids of the sheet are the ids of; undefined if it has none. */
  readonly idKey: IdKey | undefined;
  readonly entries: readonly SheetEntry[];
  /** What somebody wrote beside the entries, above and below them. */
  readonly leftovers: readonly Leftover[];
  /** Columns with answers that can't be placed. */
  readonly faults: readonly Fault[];
}

/** Reads the sheet with the settings, which says what the others have. */
export function settingsEntries(sheet: ReadSheet): SheetEntry[] {
  const keyRow = sheet.rows.find((row) => hasKey(row));
  const keys = keysOfRow(keyRow);
  const [idColumn] = [...keys].find(([, key]) => key === idKeys.setting) ?? [];
  if (idColumn === undefined) return [];
  return entriesOf(sheet, { keys, idColumn, idKey: idKeys.setting, keyRow, headingRow: undefined });
}

/** Whether a row has one of the hidden keys. */
export function hasKey({ cells }: ReadRow): boolean {
  return [...cells.values()].some((cell) => keyIn(valueText(cell.value)) !== undefined);
}

/** Reads a sheet. A hidden key that is gone is worked out from the heading that is seen. */
export function answerSheet(sheet: ReadSheet, known: Known): AnswerSheet {
  const keyRow = sheet.rows.find((row) => hasKey(row));
  const found = keysOfRow(keyRow);
  const ids = idColumnOf(sheet, found, known);
  if (ids === undefined) {
    const isAnswers = [...found.keys()].some((column) => sheet.rows.some((row) => isNote(row, column, known, keyRow)));
    const place = { at: placeOf(sheet, { row: keyRow?.number ?? 1, column: [...found.keys()][0] ?? 1 }) };
    return {
      idKey: undefined,
      entries: [],
      leftovers: isAnswers ? [] : notesIn(sheet, () => true, known),
      faults: isAnswers ? [{ code: 'workbook-ids-lost', args: { sheet: sheet.name }, place }] : [],
    };
  }
  const { keys, headingRow } = headedColumns(sheet, found, ids, known.own);
  const columns: Columns = { keys, headingRow, keyRow, ...ids };
  const lost = lostColumns(sheet, columns, known);
  const entries = entriesOf(sheet, columns);
  return {
    idKey: ids.idKey,
    entries,
    leftovers: ids.idKey === idKeys.setting ? [] : leftoversOf(sheet, columns, { ...known, lost: lost.columns }),
    faults: [
      ...lost.columns.map(
        (column): Fault => ({
          code: 'workbook-column-lost',
          args: { column: columnLetters(column), sheet: sheet.name, missing: listed(lost.headings) },
          place: { at: placeOf(sheet, { row: keyRow?.number ?? 1, column }) },
        }),
      ),
      ...movedFaults(sheet, columns, known),
    ],
  };
}

function idColumnOf(
  sheet: ReadSheet,
  keys: ReadonlyMap<number, string>,
  known: Known,
): { readonly idColumn: number; readonly idKey: IdKey } | undefined {
  const all: readonly string[] = Object.values(idKeys);
  const [idColumn, idKey] = [...keys].find(([, key]) => all.includes(key)) ?? [];
  if (idColumn !== undefined) return { idColumn, idKey: idKey as IdKey };
  return idsByValue(sheet, keys, known);
}

/** Whether a cell, which is not in the row of keys, has something that compass did not write there. */
function isNote(row: ReadRow, column: number, { own }: Known, keyRow: ReadRow | undefined): boolean {
  const cell = row === keyRow ? undefined : row.cells.get(column);
  return cell !== undefined && isForeign(cell, own);
}

function isForeign({ value, formula }: ReadCell, own: OwnContent): boolean {
  const text = valueText(value).trim();
  return formula === undefined && text !== '' && keyIn(text) === undefined && !own.isOwnText(text);
}

/** The entries of a sheet; of two columns with one key, the first that has something counts (see `movedFaults`). */
function entriesOf(sheet: ReadSheet, columns: Columns): SheetEntry[] {
  return sheet.rows
    .filter((row) => isEntry(row, columns))
    .map((row) => ({ id: textAt(row, columns.idColumn), cells: keyedCells(sheet, row, columns) }));
}

function isEntry(row: ReadRow, { idColumn, keyRow, headingRow }: Columns): boolean {
  return row !== keyRow && row !== headingRow && textAt(row, idColumn) !== '';
}

function keyedCells(sheet: ReadSheet, row: ReadRow, { keys, idColumn }: Columns): Map<string, KeyedCell> {
  const cells = new Map<string, KeyedCell>();
  for (const [column, key] of keys) {
    const cell = column === idColumn ? undefined : (row.cells.get(column) ?? mergedAbove(sheet, row, column));
    if (cell === undefined || valueText(cell.value).trim() === '' || cells.has(key)) continue;
    cells.set(key, { text: valueText(cell.value), isError: cell.value.kind === 'error', at: placeOf(sheet, cell) });
  }
  return cells;
}

/** Of cells that are merged down a column, the first one has the value of all. */
function mergedAbove({ merged, rows }: ReadSheet, { number }: ReadRow, column: number): ReadCell | undefined {
  const range = merged.find(({ from, to }: CellRange) => from.column === column && from.row < number && number <= to.row);
  return range && rows.find((row) => row.number === range.from.row)?.cells.get(column);
}

/** What somebody wrote where nothing is read: everything that compass did not write itself, but for headings, which may be translated. */
function leftoversOf(sheet: ReadSheet, columns: Columns, known: Known & { readonly lost: readonly number[] }): Leftover[] {
  const { keys, idColumn, headingRow } = columns;
  const last = Math.max(idColumn, ...keys.keys());
  const isRead = (row: ReadRow, column: number): boolean => {
    if (row === headingRow) return column <= last;
    if (!isEntry(row, columns)) return false;
    // A text in the column of ids alone is a note: ids are texts of compass.
    const isPlaced = (each: number): boolean => (keys.has(each) && each !== idColumn) || known.lost.includes(each);
    return column === idColumn ? [...row.cells.keys()].some(isPlaced) : isPlaced(column);
  };
  return notesIn(sheet, (row, column) => !isRead(row, column), known);
}

function notesIn(sheet: ReadSheet, isAsked: (row: ReadRow, column: number) => boolean, { own }: Known): Leftover[] {
  return sheet.rows.flatMap((row) =>
    [...row.cells.values()]
      .filter((cell) => isAsked(row, cell.column) && isForeign(cell, own))
      .map((cell) => ({ text: valueText(cell.value), place: { at: placeOf(sheet, cell) } })),
  );
}

function textAt({ cells }: ReadRow, column: number): string {
  const cell = cells.get(column);
  return cell ? valueText(cell.value).trim() : '';
}
