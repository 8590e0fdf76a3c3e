import type { ReadingWarning } from '../../core/reading.ts';
import type { Block } from '../block.ts';

/** The blocks of a cell. */
export type Cell = readonly Block[];

export interface TableText {
  readonly blocks: readonly Block[];
  readonly warnings: readonly ReadingWarning[];
}

/** What the heads of columns are called in tables that set versions of a text side by side. */
const versionWords =
  /\b(?:proposal|mandate|agreement|amend(?:ed|ments?)|current|existing|in force|proposed|vigente|proyecto|propuest[ao]|propost[ao]|iniciativa|dice|debe decir|actual|atual|projeto|en vigueur|projet|proposition|adopté|geltend\w*|entwurf|vorgeschlagen\w*|fassung|old|new|alt|neu|council|parliament|commission|consejo|parlamento|conseil|parlement|comisi[oó]n|reforma|modifica\w*|emendas?|substitutivo|redaç[aã]o|texto|texte|text|version|versi[oó]n|bill|act)\b/iu;
/** Heads of tables with translations name languages. */
const languageWords = /\b(?:english|fran[cç]ais|french|espa[nñ]ol|spanish|deutsch|german|portugu[eê]s|العربية|中文|русский)\b/iu;
/** Words a cell, on average: columns of figures are no versions of a law. */
const minWords = 2;
/** Words a cell, on average, of columns that are versions by their heads alone: a short cell is a date, a name or a fee. */
const minSentence = 4;
/** No comparison has more columns; limits the work on hostile tables. */
const maxColumns = 12;

/**
 * Puts the cells of a table into reading order: row by row, or column by column if the columns are versions or translations of
 * one text. Of versions the last column comes first, because it is the newest text; of translations the first.
 */
export function tableText(rows: readonly (readonly Cell[])[]): TableText {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const parallel = parallelColumns(filled);
  if (!parallel) return { blocks: filled.flat(2), warnings: [] };
  const { columns, heads, keys, isTranslation } = parallel;
  const order = isTranslation ? columns : [columns.at(-1) ?? 0, ...columns.slice(0, -1)];
  const body = filled.slice(heads ? 1 : 0);
  const blocks = order.flatMap((column) => [
    ...(heads?.[column] ?? []),
    ...body.flatMap((row) => [...keysOf(row, keys), ...cellIn(row, column, order)]),
  ]);
  const others = filled.flatMap((row) =>
    row.flatMap((cell, column) => (isSpanning(row) || order.includes(column) || keys.includes(column) ? [] : cell)),
  );
  const names = columns.map((column) => heads?.[column]?.map(({ text }) => text).join(' ') || `${column + 1}`);
  const [first] = blocks;
  const warning: ReadingWarning = {
    code: 'columns',
    columns: names.join(' / '),
    place: first?.place.line ?? first?.place.page ?? 1,
  };
  return { blocks: [...blocks, ...others.map((block): Block => ({ ...block, role: 'caption' }))], warnings: [warning] };
}

/** The blocks of a row in a column. A row of one cell belongs to all columns and is read with the first. */
function cellIn(row: readonly Cell[], column: number, order: readonly number[]): Cell {
  if (isSpanning(row)) return column === order[0] ? (row[0] ?? []) : [];
  return row[column] ?? [];
}

/** The number of the provision whose versions stand in a row. */
function keysOf(row: readonly Cell[], keys: readonly number[]): Block[] {
  return isSpanning(row) ? [] : keys.flatMap((column) => row[column] ?? []);
}

function isSpanning(row: readonly Cell[]): boolean {
  return row.length === 1;
}

interface Parallel {
  /** From left to right. */
  readonly columns: readonly number[];
  /** The first row, if it names the columns. */
  readonly heads: readonly Cell[] | undefined;
  /** Columns with the numbers of the provisions, if the versions do not have them. */
  readonly keys: readonly number[];
  readonly isTranslation: boolean;
}

/** The columns that are versions or translations of one text; undefined if the table is of another kind. */
function parallelColumns(rows: readonly (readonly Cell[])[]): Parallel | undefined {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (rows.length < 2 || width < 2 || width > maxColumns) return undefined;
  const heads = rows[0];
  const named = (pattern: RegExp): number[] =>
    (heads ?? []).flatMap((cell, column) => (cell.length > 0 && pattern.test(textOf(cell)) ? [column] : []));
  const all = Array.from({ length: width }, (_, column) => column).filter((column) => isWordy(rows, column));
  const agreeing = all.filter((column) => all.some((other) => other !== column && agree(rows, column, other)));
  for (const [pattern, isTranslation] of [
    [versionWords, false],
    [languageWords, true],
  ] as const) {
    const columns = named(pattern).filter((column) => all.includes(column));
    if (columns.length < 2) continue;
    if (columns.some((column) => agreeing.includes(column)))
      return { columns: [...new Set([...columns, ...agreeing])].sort((a, b) => a - b), heads, keys: [], isTranslation };
    const keys = Array.from({ length: columns[0] ?? 0 }, (_, column) => column);
    if (columns.every((column) => isWordy(rows, column, minSentence))) return { columns, heads, keys, isTranslation };
  }
  if (agreeing.length < 2) return undefined;
  return { columns: agreeing, heads: undefined, keys: [], isTranslation: !isOneLanguage(rows, agreeing) };
}

function textOf(cell: Cell): string {
  return cell.map(({ text }) => text).join(' ');
}

/** Whether a column has words rather than figures. */
function isWordy(rows: readonly (readonly Cell[])[], column: number, least = minWords): boolean {
  const cells = rows.flatMap((row) => (row[column]?.length ? [row[column]] : []));
  const words = cells.reduce((sum, cell) => sum + (textOf(cell).match(/\p{L}{2,}/gu)?.length ?? 0), 0);
  return cells.length >= 2 && words >= least * cells.length;
}

/** Whether two columns have the same numbers in most rows: `Article 4` beside `Article 4`, `(2)` beside `(2)`. */
function agree(rows: readonly (readonly Cell[])[], a: number, b: number): boolean {
  let [same, different] = [0, 0];
  for (const row of rows) {
    const [left, right] = [numbersOf(row[a] ?? []), numbersOf(row[b] ?? [])];
    if (left === '' || right === '') continue;
    if (left === right) same += 1;
    else different += 1;
  }
  return same >= 2 && same > different * 2;
}

/** The numbers with which the paragraphs of a cell begin. */
function numbersOf(cell: Cell): string {
  return cell
    .flatMap(
      ({ text }) =>
        /^(?:\p{L}{1,12}\.?\s+|§\s*)?[([]?(\d{1,4}[a-zA-Z]?|[ivx]{1,4}|[a-z])[\])°º.:\s–-]/iu.exec(`${text} `)?.[1] ?? [],
    )
    .join(' ');
}

/** Whether the columns share words, as versions of a text do and translations do not. */
function isOneLanguage(rows: readonly (readonly Cell[])[], [first = 0, second = 1]: readonly number[]): boolean {
  const wordsIn = (column: number): Set<string> =>
    new Set(
      rows.flatMap(
        (row) =>
          textOf(row[column] ?? [])
            .toLowerCase()
            .match(/\p{L}{2,}/gu) ?? [],
      ),
    );
  const [left, right] = [wordsIn(first), wordsIn(second)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared * 3 > Math.min(left.size, right.size);
}
