import type { Bar, Cell, Column, Runs, Table } from './blocks.ts';

/** Whether a cell holds text; the others are pictures with a `kind`. */
export function isText(cell: Cell): cell is Runs {
  return Array.isArray(cell);
}

type Picture = Exclude<Cell, Runs>;

/** Whether a cell is a picture of this kind. */
export function isPicture<Kind extends Picture['kind']>(kind: Kind, cell: Cell = []): cell is Extract<Picture, { kind: Kind }> {
  return !isText(cell) && cell.kind === kind;
}

/** The bars of a table. */
export function barsOf(rows: Table['rows']): Bar[] {
  return rows.flat().filter((cell) => isPicture('bar', cell));
}

/** A column with the cell that it has for a row. */
export interface ColumnOf<Row> extends Column {
  readonly of: (row: Row) => Cell;
}

export function left<Row>(title: string, room: number, of: (row: Row) => Cell): ColumnOf<Row> {
  return { title, align: 'left', room, of };
}

export function right<Row>(title: string, room: number, of: (row: Row) => Cell): ColumnOf<Row> {
  return { title, align: 'right', room, of };
}

/** The columns that have something to say. */
export function filled<Row>(columns: readonly ColumnOf<Row>[], rows: readonly Row[]): ColumnOf<Row>[] {
  return columns.filter(({ of }) => rows.map(of).some((cell) => !isText(cell) || cell.length > 0));
}

/** A table with a row for each of `rows`. */
export function tableOf<Row>(about: string, columns: readonly ColumnOf<Row>[], rows: readonly Row[]): Table {
  return {
    kind: 'table',
    about,
    columns: columns.map(({ of: _, ...column }) => column),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}
