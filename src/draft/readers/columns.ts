import type { ReadingWarning } from '../../core/reading.ts';
import { type Block, isBody, type VersionTable } from '../block.ts';
import { firstLine } from '../structure/headings.ts';
import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold, structureMarkers } from '../structure/numbers/markers.ts';
import { type Cell, isProvision, isSpanning, textOf, withSharedHeadings } from './cells.ts';

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
  const parallel = parallelColumns(
    filled.slice(start).filter((row, index, [heads = []]) => index === 0 || !isSameRow(row, heads)),
  );
  if (!parallel) return { blocks: filled.flat(2), warnings: [] };
  const { columns, heads, keys, isTranslation } = parallel;
  const names = heads && new Map(columns.map((column) => [column, textOf((heads[column] ?? []).filter(isBody))]));
  const table: VersionTable = { names, columns, isTranslation };
  const underTitle = filled.slice(start);
  const body = filled.slice(start + (heads ? 1 : 0)).filter((row) => !heads || !isSameRow(row, heads));
  const order = isTranslation ? columns : [columns.at(-1) ?? 0, ...columns.slice(0, -1)];
  const reading: Reading = { rows: underTitle, order, keys, table };
  const blocks = order.flatMap((index) => [
    ...(heads?.[index] ?? []).map((block): Block => ({ ...block, column: { index, table, isHead: true } })),
    ...withSharedHeadings(body, index, order).flatMap((row) => textIn(row, index, reading)),
  ]);
  const others = underTitle.flatMap((row) =>
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

interface Reading {
  readonly rows: readonly (readonly Cell[])[];
  readonly order: readonly number[];
  readonly keys: readonly number[];
  readonly table: VersionTable;
}

/** The blocks of a row in a column, after the number of the provision whose versions stand in the row. */
function textIn(row: readonly Cell[], index: number, { rows, order, keys, table }: Reading): Block[] {
  const inColumn = (block: Block): Block => ({ ...block, column: { index, table } });
  if (isSpanning(row)) {
    const [cell = []] = row;
    if (index === order[0]) return cell.map(inColumn);
    // A row of one cell belongs to all columns, but only headings are repeated.
    return table.isTranslation ? [] : cell.filter(isProvision).map(inColumn);
  }
  const own = row[index] ?? headingOfRow(row, table);
  const isLeftOut = own.length === 0 && order.some((other) => (row[other] ?? []).length > 0);
  return [...(isLeftOut ? [] : keys.flatMap((key) => keyIn(row, key, rows))), ...own].map(inColumn);
}

/** The heading in the last cell of a row that ends in the first column: the cell spans the other columns. */
function headingOfRow(row: readonly Cell[], { columns, isTranslation }: VersionTable): Cell {
  const isMerged = !isTranslation && row.length === (columns[0] ?? 0) + 1;
  return isMerged ? (row.at(-1) ?? []).filter(isProvision) : [];
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
    const isOfLaw = isRowHead(textOf(heads?.[0] ?? [])) || columns.every((column) => unitKinds([column], rows).size > 0);
    if (isOfLaw || columns.every((column) => isWordy(rows, column, minSentence))) return { columns, heads, keys, isTranslation };
  }
  if (agreeing.length < 2) return undefined;
  const own = heads && namesColumns(heads, agreeing) ? heads : undefined;
  const keys = unitsBefore(agreeing, rows);
  return { columns: agreeing, heads: own, keys, isTranslation: !isOneLanguage(rows, agreeing) };
}

/** The columns at the left that name the articles whose paragraphs stand in the others. */
function unitsBefore(columns: readonly number[], rows: readonly (readonly Cell[])[]): number[] {
  const own = unitKinds(columns, rows);
  return Array.from({ length: columns[0] ?? 0 }, (_, column) => column).filter((column) => {
    const kinds = unitKinds([column], rows);
    return kinds.size > 0 && [...kinds].every((kind) => !own.has(kind));
  });
}

/** The kinds of units that columns name, such as articles. */
function unitKinds(columns: readonly number[], rows: readonly (readonly Cell[])[]): ReadonlySet<string> {
  const cells = rows.filter((row) => !isSpanning(row)).flatMap((row) => columns.flatMap((column) => keyIn(row, column, rows)));
  const markers = cells.filter(isProvision).flatMap(({ text }) => structureMarkers(firstLine(text)));
  return new Set(markers.flatMap(({ type, kind }) => (type === 'unit' ? [kind] : [])));
}

/** The number of a provision in a cell, with the word at the head of its column: `Article 12` for 12 below `Article`. */
function keyIn(row: readonly Cell[], column: number, rows: readonly (readonly Cell[])[]): Cell {
  const cell = row[column] ?? [];
  const head = textOf(rows[0]?.[column] ?? []);
  const [first, ...others] = cell;
  if (!first || row === rows[0] || others.length > 0 || !isPlainNumber(first.text)) return cell;
  const named = { ...first, text: `${head} ${first.text}` };
  return structureMarkers(named.text).some(({ type, rest }) => type === 'unit' && /^[.º°]?$/.test(rest)) ? [named] : cell;
}

function isPlainNumber(text: string): boolean {
  return /^\d{0,9}\p{L}?[.º°]?$/u.test(text.trim());
}

/** The columns at the left that number the provisions, not the rows of the table. */
function keysBefore(columns: readonly number[], rows: readonly (readonly Cell[])[]): number[] {
  const units = unitsBefore(columns, rows);
  const hasOwn = unitKinds(columns, rows).size > 0;
  return Array.from({ length: columns[0] ?? 0 }, (_, column) => column).filter((column) => {
    const [head, ...cells] = rows.filter((row) => !isSpanning(row)).map((row) => textOf(row[column] ?? []));
    const numbersRows = cells.every(isPlainNumber) && (hasOwn || isRowHead(head ?? ''));
    return units.includes(column) || !numbersRows;
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
  const text = textOf(cell).trim();
  return text.length <= longestNumber && /^(?:\p{L}{1,12}\.?|§§?)\s?\d+\p{L}?[º°]?(?:$|[(,;])/u.test(text);
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
