import type { Leftover } from '../../filled/collect.ts';
import { type CellRange, placeOf, type ReadCell, type ReadRow, type ReadSheet, valueText } from '../read/content.ts';
import { evidenceParts, idKeys, keyIn } from './layout.ts';

export type IdKey = (typeof idKeys)[keyof typeof idKeys];

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
  /** What the ids of the sheet are the ids of. */
  readonly idKey: IdKey;
  readonly entries: readonly SheetEntry[];
  /** What somebody wrote beside the entries and below them. */
  readonly leftovers: readonly Leftover[];
}

/** @returns undefined if the sheet has no row of keys, or no ids among them */
export function answerSheet(sheet: ReadSheet): AnswerSheet | undefined {
  const keyRow = sheet.rows.find((row) => [...row.cells.values()].some((cell) => keyIn(valueText(cell.value)) !== undefined));
  if (!keyRow) return undefined;
  const keys = new Map<number, string>();
  for (const cell of keyRow.cells.values()) {
    const key = keyIn(valueText(cell.value));
    if (key !== undefined) keys.set(cell.column, key);
  }
  const known: readonly string[] = Object.values(idKeys);
  const [idColumn, idKey] = [...keys].find(([, key]) => known.includes(key)) ?? [];
  if (idColumn === undefined) return undefined;
  const rows = sheet.rows.filter((row) => row !== keyRow);
  const columns = { keys, idColumn };
  const entries = rows
    .filter((row) => textAt(row, idColumn) !== '')
    .map((row) => ({ id: textAt(row, idColumn), cells: keyedCells(sheet, row, columns) }));
  return { idKey: idKey as IdKey, entries, leftovers: leftoversOf(sheet, rows, { ...columns, idKey: idKey as IdKey }) };
}

interface Columns {
  readonly keys: ReadonlyMap<number, string>;
  readonly idColumn: number;
}

function keyedCells(sheet: ReadSheet, row: ReadRow, { keys, idColumn }: Columns): Map<string, KeyedCell> {
  const cells = new Map<string, KeyedCell>();
  for (const [column, key] of keys) {
    const cell = column === idColumn ? undefined : (row.cells.get(column) ?? mergedAbove(sheet, row, column));
    if (cell === undefined || valueText(cell.value).trim() === '') continue;
    cells.set(key, { text: valueText(cell.value), isError: cell.value.kind === 'error', at: placeOf(sheet, cell) });
  }
  return cells;
}

/** Of cells that are merged down a column, the first one has the value of all. */
function mergedAbove({ merged, rows }: ReadSheet, { number }: ReadRow, column: number): ReadCell | undefined {
  const range = merged.find(({ from, to }: CellRange) => from.column === column && from.row < number && number <= to.row);
  return range && rows.find((row) => row.number === range.from.row)?.cells.get(column);
}

/** What somebody wrote where nothing is read. Sheets with scores have texts of their own beside and below their entries. */
function leftoversOf(sheet: ReadSheet, rows: readonly ReadRow[], columns: Columns & { readonly idKey: IdKey }): Leftover[] {
  const { idKey } = columns;
  if (idKey === idKeys.feature || idKey === idKeys.fact || idKey === idKeys.setting) return [];
  const isLeft = idKey === idKeys.evidence ? evidenceWithoutId(rows, columns) : outsideOfEntries(rows, columns);
  return rows.flatMap((row) =>
    [...row.cells.values()]
      .filter((cell) => cell.formula === undefined && valueText(cell.value).trim() !== '' && isLeft(row, cell))
      .map((cell) => ({ text: valueText(cell.value), place: { at: placeOf(sheet, cell) } })),
  );
}

type IsLeft = (row: ReadRow, cell: ReadCell) => boolean;

/** Further evidence without the id of an answer. The headings look like it: they are the first row with a text in each column. */
function evidenceWithoutId(rows: readonly ReadRow[], { keys, idColumn }: Columns): IsLeft {
  const parts: readonly string[] = evidenceParts;
  const evidence = [...keys].filter(([, key]) => parts.includes(key)).map(([column]) => column);
  const withoutId = rows.filter((row) => textAt(row, idColumn) === '');
  const heading = withoutId.find((row) => evidence.every((column) => textAt(row, column) !== ''));
  return (row, { column }) => withoutId.includes(row) && row !== heading && evidence.includes(column);
}

/** In columns after the last one with a key, in rows without an id between those with one, and in columns with a key below them. */
function outsideOfEntries(rows: readonly ReadRow[], { keys, idColumn }: Columns): IsLeft {
  const numbers = rows.filter((row) => textAt(row, idColumn) !== '').map(({ number }) => number);
  // A rubric without flags or steps has nothing but headings there.
  if (numbers.length === 0) return () => false;
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const lastColumn = Math.max(...keys.keys());
  return (row, { column }) => {
    if (textAt(row, idColumn) !== '') return column > lastColumn;
    return row.number > last ? keys.has(column) : row.number > first;
  };
}

function textAt({ cells }: ReadRow, column: number): string {
  const cell = cells.get(column);
  return cell ? valueText(cell.value).trim() : '';
}
