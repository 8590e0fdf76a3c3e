import type { Leftover } from '../../filled/collect.ts';
import { type CellRange, placeOf, type ReadCell, type ReadRow, type ReadSheet, valueText } from '../read/content.ts';
import { idKeys, keyIn } from './layout.ts';

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

/**
 * @param isEvidenceId whether a text is an id and not the heading of a column; only ids of further evidence have a heading
 * @returns undefined if the sheet has no row of keys, or no ids among them
 */
export function answerSheet(sheet: ReadSheet, isEvidenceId: (text: string) => boolean): AnswerSheet | undefined {
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
  const idOf = (row: ReadRow): string => textAt(row, idColumn);
  const isHeading = (row: ReadRow): boolean => idKey === idKeys.evidence && idOf(row) !== '' && !isEvidenceId(idOf(row));
  const heading = sheet.rows.find(isHeading)?.number ?? keyRow.number;
  const rows = sheet.rows.filter((row) => row !== keyRow && !isHeading(row));
  const entries = rows
    .filter((row) => idOf(row) !== '')
    .map((row) => ({ id: idOf(row), cells: keyedCells(sheet, row, { keys, idColumn }) }));
  const hasScores = idKey === idKeys.feature || idKey === idKeys.fact || idKey === idKeys.setting;
  return {
    idKey: idKey as IdKey,
    entries,
    leftovers: hasScores
      ? []
      : leftoversOf(sheet, rows, { keys, idColumn, heading: idKey === idKeys.evidence ? heading : undefined }),
  };
}

interface Columns {
  readonly keys: ReadonlyMap<number, string>;
  readonly idColumn: number;
  /** The row after which everything should have an id; undefined if it is that of the first entry. */
  readonly heading?: number | undefined;
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

/** What stands in columns after the last one with a key, and in rows without an id after the last one with an id. */
function leftoversOf(sheet: ReadSheet, rows: readonly ReadRow[], { keys, idColumn, heading }: Columns): Leftover[] {
  const numbers = rows.filter((row) => textAt(row, idColumn) !== '').map(({ number }) => number);
  const first = heading ?? Math.min(...numbers);
  const last = Math.max(first, ...numbers);
  const lastColumn = Math.max(...keys.keys());
  return rows.flatMap((row) =>
    [...row.cells.values()]
      .filter((cell) => cell.formula === undefined && valueText(cell.value).trim() !== '')
      .filter(({ column }) => {
        const isEntry = textAt(row, idColumn) !== '';
        const isBetween = row.number > first && row.number < last && !isEntry;
        const isBelow = row.number > last && keys.has(column);
        return (isEntry && column > lastColumn) || isBetween || isBelow;
      })
      .map((cell) => ({ text: valueText(cell.value), place: { at: placeOf(sheet, cell) } })),
  );
}

function textAt({ cells }: ReadRow, column: number): string {
  const cell = cells.get(column);
  return cell ? valueText(cell.value).trim() : '';
}
