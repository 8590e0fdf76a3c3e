import { addressOf, columnLetters, quotedSheet } from '../address.ts';
import { heightFor, widthFor } from '../heights.ts';
import type { Cell, Choices, Column, Link, Print, Row, Rule, Sheet } from '../sheets.ts';
import { keyCell } from './layout.ts';
import { looks } from './looks.ts';

/** A column of a table, of which each entry has one cell. */
export interface TableColumn<Entry> {
  /** Of `layout.ts`; absent for a column that is not read. */
  readonly key?: string;
  /** By which formulas refer to it. Absent if none does. */
  readonly name?: string;
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly hidden?: true;
  readonly cell: (entry: Entry, at: (name: string) => string) => Cell | undefined;
  /** What can be entered, for each entry. */
  readonly choices?: (entry: Entry) => Omit<Choices, 'cells'> | undefined;
  /** The longest text that a formula may show in it, for the height of the row. */
  readonly longest?: (entry: Entry) => string;
  /** Where a click on it leads. */
  readonly link?: (entry: Entry) => string | undefined;
}

/** A sheet with one table: a hidden row of keys, lines above the table, headings, and a row for each entry. */
export interface Table<Entry> {
  readonly name: string;
  readonly columns: readonly TableColumn<Entry>[];
  readonly entries: readonly Entry[];
  /** Lines between the keys and the headings, each in the first column that is seen. */
  readonly above: readonly Row[];
  /** Rows after the table. */
  readonly below?: readonly Row[];
  /** Columns that stay in view: up to this one, from 1. */
  readonly frozenColumns: number;
  /** By the column's letters and the rows of the table. */
  readonly rules?: (range: RangeOf) => readonly Rule[];
  readonly print: Print;
  readonly tab?: string;
  readonly rightToLeft: boolean;
  readonly merged?: readonly string[];
}

/** The cells of a column in the rows of a table, without the sheet: `$E$5:$E$14`. */
export type RangeOf = (name: string) => string;

export interface BuiltTable {
  readonly sheet: Sheet;
  /** For formulas in other sheets: `'3 Value chain'!$E$5:$E$14`. */
  readonly range: RangeOf;
}

/** @returns the row of the first entry, from 1 */
export function firstRowOf({ above }: Pick<Table<never>, 'above'>): number {
  return above.length + 3;
}

export function buildTable<Entry>(table: Table<Entry>): BuiltTable {
  const { name, entries, above, below = [], frozenColumns, rules, print, tab, rightToLeft, merged } = table;
  const columns = table.columns.map((column) => fitting(column, entries));
  const first = firstRowOf(table);
  const last = first + Math.max(entries.length, 1) - 1;
  const letters = lettersByName(columns);
  const rangeHere: RangeOf = (column) => `$${letters(column)}$${first}:$${letters(column)}$${last}`;
  const rows = [
    {
      hidden: true,
      cells: columns.map(({ key }): Cell | undefined => (key === undefined ? undefined : { value: keyCell(key) })),
    } as const,
    ...above,
    {
      height: heightFor(columns.map(({ heading, width, hidden }) => [hidden ? '' : heading, width])),
      cells: columns.map(headingCell),
    },
    ...entries.map((entry, index) => entryRow(columns, entry, (column) => `$${letters(column)}${first + index}`)),
    ...below,
  ];
  return {
    sheet: {
      name,
      columns: columns.map(({ width, hidden }): Column => ({ width, ...(hidden && { hidden }) })),
      rows,
      locked: true,
      frozen: { rows: first - 1, columns: frozenColumns },
      choices: columns.flatMap((column, index) => choicesOf(column, entries, (row) => addressOf(first + row, index + 1))),
      rules: rules?.(rangeHere) ?? [],
      links: columns.flatMap((column, index) => linksOf(column, entries, (row) => addressOf(first + row, index + 1))),
      print: { ...print, repeatedRows: [first - 1, first - 1] },
      ...(tab !== undefined && { tab }),
      ...(rightToLeft && { rightToLeft }),
      ...(merged && { merged }),
    },
    range: (column) => `${quotedSheet(name)}!${rangeHere(column)}`,
  };
}

/** A column that is wide enough for its longest text: Excel makes no row higher than about thirty lines, and cuts what is below. */
function fitting<Entry>(column: TableColumn<Entry>, entries: readonly Entry[]): TableColumn<Entry> {
  if (column.hidden) return column;
  const texts = entries.map((entry) => {
    const { value, formula, style } = column.cell(entry, () => '') ?? {};
    return typeof value === 'string' && formula === undefined && style?.wrap ? value : '';
  });
  return { ...column, width: widthFor(texts, column.width) };
}

function lettersByName(columns: readonly TableColumn<never>[]): (name: string) => string {
  const letters = new Map(columns.map(({ name, key }, index) => [name ?? key, columnLetters(index + 1)]));
  return (name) => {
    const found = letters.get(name);
    if (found === undefined) throw new Error(`no column ${name}`);
    return found;
  };
}

function headingCell({ heading, hidden }: TableColumn<never>): Cell | undefined {
  return hidden ? undefined : { value: heading, style: looks.heading };
}

function entryRow<Entry>(columns: readonly TableColumn<Entry>[], entry: Entry, at: (name: string) => string): Row {
  const cells = columns.map((column) => column.cell(entry, at));
  const texts = columns.map(({ width, hidden, longest }, index) => {
    const value = cells[index]?.value;
    const text = longest?.(entry) ?? (typeof value === 'string' && cells[index]?.style?.wrap ? value : '');
    return [hidden ? '' : text, width] as const;
  });
  return { cells, height: heightFor(texts) };
}

/** Entries beside each other that take the same share one rule: a workbook may have few of them. */
function choicesOf<Entry>(
  { choices }: TableColumn<Entry>,
  entries: readonly Entry[],
  addressAt: (row: number) => string,
): Choices[] {
  const found: { first: number; last: number; what: Omit<Choices, 'cells'> }[] = [];
  if (!choices) return [];
  for (const [row, entry] of entries.entries()) {
    const what = choices(entry);
    const before = found.at(-1);
    if (!what) continue;
    if (before?.last === row - 1 && JSON.stringify(before.what) === JSON.stringify(what)) before.last = row;
    else found.push({ first: row, last: row, what });
  }
  return found.map(({ first, last, what }) => ({ cells: `${addressAt(first)}:${addressAt(last)}`, ...what }));
}

function linksOf<Entry>({ link }: TableColumn<Entry>, entries: readonly Entry[], addressAt: (row: number) => string): Link[] {
  return entries.flatMap((entry, row) => {
    const to = link?.(entry);
    return to === undefined ? [] : [{ cell: addressAt(row), to }];
  });
}

/** The title of a sheet, after hidden columns. */
export function titleRow(title: string, hiddenColumns: number): Row {
  return { cells: [...blank(hiddenColumns), { value: title, style: looks.title }], height: 24 };
}

/** Cells without anything. */
export function blank(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}

/** `$E5`, of `$E$5:$E$14`: the row of a reference in a rule moves with the cell. */
export function firstCellOf(range: string): string {
  return range.replace(/^(\$[A-Z]+)\$(\d+).*$/, '$1$2');
}
