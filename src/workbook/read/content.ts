import { addressOf, parseAddress } from '../address.ts';

/** What a cell has. A date has no time zone: `2026-06-15`, or `2026-06-15T09:30:00` if it has a time. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'date'; readonly date: string }
  /** The result of a formula that failed: `#REF!`. */
  | { readonly kind: 'error'; readonly error: string };

/** A cell that is not empty. */
export interface ReadCell {
  /** From 1. */
  readonly row: number;
  /** From 1. */
  readonly column: number;
  readonly value: CellValue;
  /** The text of its formula, which is never run; `value` is what the program that saved the file calculated. */
  readonly formula?: string;
}

export interface ReadRow {
  /** From 1. */
  readonly number: number;
  /** Hidden by hand or by a filter. */
  readonly hidden: boolean;
  /** The cells that are not empty, by their column. */
  readonly cells: ReadonlyMap<number, ReadCell>;
}

/** A rectangle of cells; all numbers start at 1 and are within it. */
export interface CellRange {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The rows that have a cell, from top to bottom. */
  readonly rows: readonly ReadRow[];
  /** Cells that are merged: only the first one of a range has a value. */
  readonly merged: readonly CellRange[];
  /** Absent if there are none. */
  readonly comments?: readonly ReadComment[];
}

/** A comment on a cell, or a text box that begins there. */
export interface ReadComment extends Pick<ReadCell, 'row' | 'column'> {
  readonly text: string;
}

/** What a workbook has that is not read, and that whoever reads it should be told. */
export type WorkbookNotice = 'macros' | 'external-links';

export interface ReadWorkbook {
  readonly format: 'xlsx' | 'ods';
  /** In their order in the file, also hidden ones. */
  readonly sheets: readonly ReadSheet[];
  readonly notices: readonly WorkbookNotice[];
}

/** Whether a sheet need not be read. */
export type SkipSheet = (sheet: Pick<ReadSheet, 'name' | 'hidden'>) => boolean;

/** How the value of a cell reads: a number with a decimal point, TRUE or FALSE. */
export function valueText(value: CellValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'date':
      return value.date;
    case 'error':
      return value.error;
  }
}

/** Where a cell is, for messages: `Value chain!D14`. */
export function placeOf(sheet: Pick<ReadSheet, 'name'>, { row, column }: Pick<ReadCell, 'row' | 'column'>): string {
  return `${sheet.name}!${addressOf(row, column)}`;
}

/** Orders places as a reader meets them: by the sheets of the workbook, then from row to row. */
export function placeOrder(sheets: readonly Pick<ReadSheet, 'name'>[]): (a: string | undefined, b: string | undefined) => number {
  const numbers = new Map(sheets.map(({ name }, index) => [name, index]));
  const positionOf = (place = ''): readonly number[] => {
    const end = place.lastIndexOf('!');
    const cell = parseAddress(place.slice(end + 1));
    return [numbers.get(place.slice(0, end)) ?? -1, cell?.row ?? 0, cell?.column ?? 0];
  };
  return (a, b) => {
    const [left, right] = [positionOf(a), positionOf(b)];
    return left.map((each, index) => each - (right[index] ?? 0)).find((apart) => apart !== 0) ?? 0;
  };
}
