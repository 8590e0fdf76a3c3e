import type { ReadingWarning } from '../../core/reading.ts';
import { type Block, isBody, type VersionTable } from '../block.ts';
import { isHeading } from '../structure/columns.ts';
import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold, structureMarkers } from '../structure/numbers/markers.ts';

/** The blocks of a cell. */
export type Cell = readonly Block[];

export interface TableText {
  readonly blocks: readonly Block[];
  readonly warnings: readonly ReadingWarning[];
}

/** What the heads of columns are called in tables that set versions of a text side by side. */
export const versionWords =
  /\b(?:proposal|mandate|agreement|amend(?:ed|ments?)|current|existing|in force|proposed|vigente|proyecto|propuest[ao]|propost[ao]|iniciativa|dice|debe decir|actual|atual|projeto|en vigueur|projet|proposition|adopté|geltend\w*|entwurf|vorgeschlagen\w*|fassung|old|new|alt|neu)\b/iu;
/** Heads of tables also name the institution of each version, or only say that it is one. */
const institutionWords =
  /\b(?:council|parliament|commission|consejo|parlamento|conseil|parlement|comisi[oó]n|reforma|modifica\w*|emendas?|substitutivo|redaç[aã]o|texto|texte|text|version|versi[oó]n|bill|act)\b/iu;
const tableHeadWords = new RegExp(`${versionWords.source}|${institutionWords.source}`, 'iu');
/** Heads of tables with translations name languages. */
const languageWords = /\b(?:english|fran[cç]ais|french|espa[nñ]ol|spanish|deutsch|german|portugu[eê]s|العربية|中文|русский)\b/iu;
/** Words a cell, on average: columns of figures are no versions of a law. */
const minWords = 2;
/** Words a cell, on average, of columns that are versions by their heads alone: a short cell is a date, a name or a fee. */
const minSentence = 4;
/** Characters. A longer cell has more than the number of a provision. */
const longestNumber = 40;
/** Words. The head of a column is shorter. */
const longestHead = 12;
const rowHeads: ReadonlySet<string> = new Set(numbering.comparison.rowHeads);
/** No comparison has more columns; limits the work on hostile tables. */
const maxColumns = 12;

/**
 * Puts the cells of a table into reading order: row by row, or column by column if the columns are versions or translations of
 * one text. Of versions the last column comes first, because it is the newest text; of translations the first.
 */
export function tableText(rows: readonly (readonly Cell[])[]): TableText {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const start = titleRows(filled);
  const parallel = parallelColumns(filled.slice(start));
  if (!parallel) return { blocks: filled.flat(2), warnings: [] };
  const { columns, heads, keys, isTranslation } = parallel;
  const names = heads && new Map(columns.map((column) => [column, textOf((heads[column] ?? []).filter(isBody))]));
  const table: VersionTable = { names, columns, isTranslation };
  const body = filled.slice(start + (heads ? 1 : 0)).filter((row) => !heads || !isSameRow(row, heads));
  const order = isTranslation ? columns : [columns.at(-1) ?? 0, ...columns.slice(0, -1)];
  const blocks = order.flatMap((index) => [
    ...(heads?.[index] ?? []).map((block): Block => ({ ...block, column: { index, table, isHead: true } })),
    ...withSharedHeadings(body, index, order).flatMap((row) => textIn(row, index, { order, keys, table })),
  ]);
  const others = filled
    .slice(start)
    .flatMap((row) =>
      row.flatMap((cell, column) => (isSpanning(row) || order.includes(column) || keys.includes(column) ? [] : cell)),
    );
  const shown = columns.map((column) => names?.get(column) || `${column + 1}`);
  const titles = filled.slice(0, start).flat(2);
  const warning: ReadingWarning = {
    code: 'columns',
    columns: shown.join(' / '),
    place: blocks[0]?.place.line ?? blocks[0]?.place.page ?? 1,
  };
  const captions = others.map((block): Block => ({ ...block, role: 'caption' }));
  return { blocks: [...titles, ...blocks, ...captions], warnings: [warning] };
}

/** The number of rows of one cell above the heads: the title of the table. */
function titleRows(rows: readonly (readonly Cell[])[]): number {
  const first = rows.findIndex((row) => !isSpanning(row));
  return first > 0 && rows.slice(0, first).every(([cell = []]) => !cell.some(isProvision)) ? first : 0;
}

/** Word repeats the heads of a table that is split over several pages. */
function isSameRow(row: readonly Cell[], heads: readonly Cell[]): boolean {
  return row.length > 1 && row.map(textOf).join('|') === heads.map(textOf).join('|');
}

/**
 * The rows with the headings that a column leaves out. The column of an agreement is empty where it has not been reached: its
 * text belongs to the article that the other columns name.
 */
function withSharedHeadings(rows: readonly (readonly Cell[])[], index: number, order: readonly number[]): (readonly Cell[])[] {
  let missing: Cell = [];
  return rows.map((row) => {
    if (isSpanning(row)) return row;
    const own = row[index] ?? [];
    if (own.length === 0) {
      const heading = sharedHeading(order.flatMap((other) => (row[other]?.length ? [row[other]] : [])));
      if (heading.length > 0) missing = isHeading(heading[0] as Block, ['unit']) ? [...groupsOf(missing), ...heading] : heading;
      return row;
    }
    const above = own.some(isProvision) ? groupsOf(missing) : missing;
    missing = [];
    return above.length === 0 ? row : row.map((cell, column) => (column === index ? [...above, ...own] : cell));
  });
}

/** The heading that at least two columns have alike, and no column otherwise. */
function sharedHeading(cells: readonly Cell[]): Cell {
  const [first = []] = cells;
  const isShared = cells.length > 1 && cells.every((cell) => textOf(cell) === textOf(first));
  return isShared && first.length === 1 && first.every(isProvision) ? first : [];
}

function groupsOf(headings: Cell): Block[] {
  return headings.filter((block) => !isHeading(block, ['unit']));
}

interface Reading {
  readonly order: readonly number[];
  readonly keys: readonly number[];
  readonly table: VersionTable;
}

/** The blocks of a row in a column, after the number of the provision whose versions stand in the row. */
function textIn(row: readonly Cell[], index: number, { order, keys, table }: Reading): Block[] {
  const inColumn = (block: Block): Block => ({ ...block, column: { index, table } });
  if (isSpanning(row)) {
    const [cell = []] = row;
    if (index === order[0]) return cell.map(inColumn);
    // A row of one cell belongs to all columns, but only headings are repeated.
    return table.isTranslation ? [] : cell.filter(isProvision).map(inColumn);
  }
  const own = row[index] ?? headingOfRow(row, table);
  const isLeftOut = own.length === 0 && order.some((other) => (row[other] ?? []).length > 0);
  return [...(isLeftOut ? [] : keys.flatMap((key) => row[key] ?? [])), ...own].map(inColumn);
}

/** The heading in the last cell of a row that ends in the first column: the cell spans the other columns. */
function headingOfRow(row: readonly Cell[], { columns, isTranslation }: VersionTable): Cell {
  const isMerged = !isTranslation && row.length === (columns[0] ?? 0) + 1;
  return isMerged ? (row.at(-1) ?? []).filter(isProvision) : [];
}

/** Whether a row has one cell, which spans the others. */
function isSpanning(row: readonly Cell[]): boolean {
  return row.length === 1;
}

/** Whether a paragraph is the heading of an article, a chapter or an annex. */
function isProvision(block: Block): boolean {
  return isBody(block) && isHeading(block, ['unit', 'group', 'annex']);
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
    [tableHeadWords, false],
    [languageWords, true],
  ] as const) {
    const columns = named(pattern).filter((column) => all.includes(column));
    if (columns.length < 2) continue;
    if (columns.some((column) => agreeing.includes(column))) {
      const both = [...new Set([...columns, ...agreeing])].sort((a, b) => a - b);
      return { columns: both, heads, keys: unitsBefore(both, rows), isTranslation };
    }
    const keys = keysBefore(columns, rows);
    if (columns.every((column) => isWordy(rows, column, minSentence))) return { columns, heads, keys, isTranslation };
  }
  if (agreeing.length < 2) return undefined;
  const own = heads && namesColumns(heads, agreeing) ? heads : undefined;
  const keys = unitsBefore(agreeing, rows);
  return { columns: agreeing, heads: own, keys, isTranslation: !isOneLanguage(rows, agreeing) };
}

/** The columns at the left that name the articles whose paragraphs stand in the others. */
function unitsBefore(columns: readonly number[], rows: readonly (readonly Cell[])[]): number[] {
  if (haveProvisions(columns, rows)) return [];
  return Array.from({ length: columns[0] ?? 0 }, (_, column) => column).filter((column) => haveProvisions([column], rows));
}

function haveProvisions(columns: readonly number[], rows: readonly (readonly Cell[])[]): boolean {
  return rows.some((row) => !isSpanning(row) && columns.some((column) => (row[column] ?? []).some(isProvision)));
}

/** The columns at the left that number the provisions, not the rows of the table. */
function keysBefore(columns: readonly number[], rows: readonly (readonly Cell[])[]): number[] {
  const hasOwn = haveProvisions(columns, rows);
  return Array.from({ length: columns[0] ?? 0 }, (_, column) => column).filter((column) => {
    const [head, ...cells] = rows.filter((row) => !isSpanning(row)).map((row) => textOf(row[column] ?? []).trim());
    const isPlain = cells.every((cell) => /^\d*\w?$/.test(cell));
    return !(isPlain && (hasOwn || isRowHead(head ?? '')));
  });
}

function isRowHead(head: string): boolean {
  return rowHeads.has(fold(head).replace(/[.º°\s]/g, ''));
}

/** Whether a first row without numbers names columns that have them: its cells are short, and no two are alike. */
function namesColumns(row: readonly Cell[], columns: readonly number[]): boolean {
  if (isSpanning(row) || !(row[0]?.length === 0 || columns.includes(0) || isRowHead(textOf(row[0] ?? [])))) return false;
  const names = columns.map((column) => textOf(row[column] ?? []).trim());
  const isName = (name: string, column: number): boolean =>
    name !== '' && name.split(/\s+/).length <= longestHead && !/[.;,]$/.test(name) && numbersOf(row[column] ?? []) === '';
  return new Set(names).size === names.length && names.every((name, position) => isName(name, columns[position] ?? 0));
}

function textOf(cell: Cell): string {
  return cell.map(({ text }) => text).join(' ');
}

/** Whether a column has words rather than figures. The number of an article alone is neither. */
function isWordy(rows: readonly (readonly Cell[])[], column: number, least = minWords): boolean {
  const cells = rows.flatMap((row) => (row[column]?.length ? [row[column]] : []));
  const own = cells.filter((cell) => !isOnlyNumber(cell));
  const words = own.reduce((sum, cell) => sum + (textOf(cell).match(/\p{L}{2,}/gu)?.length ?? 0), 0);
  const hasText = own.some((cell) => cell !== rows[0]?.[column]);
  return cells.length >= 2 && hasText && words >= least * own.length;
}

/** Whether a cell has nothing but the number of a provision, as all cells of a correlation table do: `Article 5(1), point (a)`. */
function isOnlyNumber(cell: Cell): boolean {
  const [marker] = structureMarkers(textOf(cell));
  return marker?.type === 'unit' && /^(?:$|[(,;])/.test(marker.rest) && textOf(cell).length <= longestNumber;
}

/** Whether two columns have the same numbers in most rows: `Article 4` beside `Article 4`, `(2)` beside `(2)`. */
function agree(rows: readonly (readonly Cell[])[], a: number, b: number): boolean {
  let [same, different] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const [left, right] = [numbersOf(row[a] ?? []), numbersOf(row[b] ?? [])];
    if (left === '' || right === '') continue;
    if (left === right) same += 1;
    // Heads may have numbers too: `Version 1`, `Version 2`.
    else if (index > 0) different += 1;
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
