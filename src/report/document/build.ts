import {
  type Block,
  type Cell,
  type Column,
  type Heading,
  isText,
  type List,
  type Paragraph,
  type Role,
  type Run,
  type Runs,
  type Table,
} from './blocks.ts';

/** A block as formats show it that fold nothing. */
export function unfolded(block: Block): readonly Block[] {
  if (block.kind !== 'details') return [block];
  const { summary, titled } = block;
  const line = titled ? [paragraph([emphasis(summary)])] : [];
  const title: Block[] = titled === 'heading' ? [{ kind: 'heading', level: 3, text: summary }] : line;
  return [...title, ...block.blocks.flatMap(unfolded)];
}

export function plain(text: string): Run {
  return { text };
}

export function strong(text: string): Run {
  return { text, set: 'strong' };
}

export function emphasis(text: string): Run {
  return { text, set: 'emphasis' };
}

export function code(text: string): Run {
  return { text, set: 'code' };
}

/** The id of a question, which leads to where it is told in full. */
export function idOf(id: string, words?: string): Run {
  return { text: id, set: 'code', to: id, ...(words !== undefined && { words }) };
}

export function paragraph(runs: Runs | string, role?: Role | undefined): Paragraph {
  const content = typeof runs === 'string' ? [plain(runs)] : runs;
  return { kind: 'paragraph', runs: content, ...(role && { role }) };
}

export function list(items: readonly (readonly Runs[])[], role?: Role): List {
  return { kind: 'list', items, ...(role && { role }) };
}

/** A cell of plain words; an empty one where there are none. */
export function words(text: string): Cell {
  return text === '' ? [] : [plain(text)];
}

/** A heading with its number. */
export function headingText({ number, text }: Pick<Heading, 'number' | 'text'>): string {
  return number === undefined ? text : `${number}. ${text}`;
}

/** A heading of a section, with its anchor. */
export function section(id: string, text: string, number?: number): Heading {
  return { kind: 'heading', level: 2, text, id, ...(number !== undefined && { number }) };
}

/** Lines of plain words as a list. */
export function listOf(lines: readonly string[], role?: Role): List {
  return list(
    lines.map((line) => [[plain(line)]]),
    role,
  );
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

/** Runs with a text between each two. */
export function joined(runs: Runs, between: string): Run[] {
  return runs.flatMap((run, index) => (index === 0 ? [run] : [plain(between), run]));
}
