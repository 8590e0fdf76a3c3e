import { type Cell, type Column, isText, type Table } from './blocks.ts';

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
