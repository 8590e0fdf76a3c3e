import type { Bar, Cell, Column, Runs, Table } from './blocks.ts';
import { runsOf, type Text } from './build.ts';

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
  readonly of: (row: Row) => Picture | Text;
}

type Options = Partial<Pick<Column, 'spare' | 'drawn' | 'namesRow' | 'beginning'>>;

export function left<Row>(title: string, room: number, of: ColumnOf<Row>['of'], options?: Options): ColumnOf<Row> {
  return { title, align: 'left', room, of, ...options };
}

export function right<Row>(title: string, room: number, of: ColumnOf<Row>['of'], options?: Options): ColumnOf<Row> {
  return { title, align: 'right', room, of, ...options };
}

/** The columns that have something to say. */
export function filled<Row>(columns: readonly (ColumnOf<Row> | false)[], rows: readonly Row[]): ColumnOf<Row>[] {
  const hasContent = (cell: Cell): boolean => !isText(cell) || cell.length > 0;
  return columns.filter((column) => column !== false).filter(({ of }) => rows.some((row) => hasContent(cellOf(of(row)))));
}

/** A table with a row for each of `rows`; a column that is false is left out. */
export function tableOf<Row>(about: string, columns: readonly (ColumnOf<Row> | false)[], rows: readonly Row[]): Table {
  const used = columns.filter((column) => column !== false);
  return {
    kind: 'table',
    about,
    columns: used.map(({ of: _, ...column }) => column),
    rows: rows.map((row) => used.map(({ of }) => cellOf(of(row)))),
  };
}

function cellOf(content: Picture | Text): Cell {
  return typeof content === 'object' && content && 'kind' in content ? content : runsOf(content);
}
