import { bar } from '../../../text/number.ts';
import { fitted, linesOf, visible, widthOf } from '../../../text/plain-text.ts';
import type { Cell, Column, Table } from '../../document/blocks.ts';
import { isPicture, isText } from '../../document/table.ts';
import { shadeOf } from '../scale.ts';
import { toneOf } from '../style.ts';
import { type Page, plainText, runsText, styleOf } from './runs.ts';

/** Columns of the terminal, not of the table. */
const between = 2;
const barLength = 10;
/** The first column has at least this where other columns can be left out for it. */
const goodName = 22;
/** And this whatever else is in the table. */
const leastName = 12;
/** A column that is wrapped has at least this. */
const leastProse = 12;

interface Shown {
  readonly plain: string;
  readonly styled: string;
  /** Styles a part of it; none where it has several. */
  readonly style: (text: string) => string;
}

interface Laid {
  readonly column: Column;
  readonly cells: readonly Shown[];
  /** What it takes where nothing is wrapped. */
  readonly natural: number;
  /** And where its title is. */
  readonly tight: number;
}

/**
 * A table that fits the width: where it would not, the first column is cut with an ellipsis, titles are wrapped, spare columns are
 * left out, prose is wrapped, and in the end the other columns go on below, each time beside the first.
 */
export function tableText({ columns, rows, depths }: Table, page: Page): string {
  const shades = shadeWidths(rows);
  const laid = columns.map((column, index) => {
    const cells = rows.map((cells, row) =>
      indented(shownCell(cells[index] ?? [], shades, page), index === 0 ? (depths?.[row] ?? 0) : 0),
    );
    const widest = cells.reduce((most, { plain }) => Math.max(most, widthOf(plain)), 0);
    const title = visible(column.title);
    const word = title.split(' ').reduce((most, each) => Math.max(most, widthOf(each)), 0);
    // Figures of shades stand under one another by themselves: blanks behind them would be cut off on the right.
    const isShaded = rows.some((cells) => isPicture('shade', cells[index]));
    const shown: Column = isShaded ? { ...column, align: 'left' } : column;
    return { column: shown, cells, natural: Math.max(widest, widthOf(title)), tight: Math.max(widest, word) };
  });
  const [first, ...others] = laid;
  if (!first) return '';
  return partsOf(first, others, page.width)
    .map((part) => partText(first, part, page))
    .join('\n\n');
}

/** Columns beside the first, each with its width. */
type Part = readonly { readonly laid: Laid; readonly width: number }[];

function partsOf(first: Laid, others: readonly Laid[], width: number): Part[] {
  const good = Math.min(first.natural, goodName);
  let left = [...others];
  if (good + total(left, 'natural') <= width) return [left.map((laid) => ({ laid, width: laid.natural }))];
  for (;;) {
    if (good + total(left, 'tight') <= width) return [left.map((laid) => ({ laid, width: laid.tight }))];
    const spare = left.flatMap(({ column }) => (column.spare === undefined ? [] : [column.spare]));
    if (spare.length === 0) break;
    left = left.filter(({ column }) => column.spare !== Math.min(...spare));
  }
  const room = width - Math.min(first.natural, leastName) - between * left.length;
  const widest = widestProse(left, room);
  if (widest >= leastProse) return [left.map((laid) => ({ laid, width: Math.min(laid.tight, widest) }))];
  return split(left, width - good);
}

function total(some: readonly Laid[], key: 'natural' | 'tight'): number {
  return some.reduce((sum, laid) => sum + laid[key] + between, 0);
}

/** The most that a column may have so that all have room: the widest columns are narrowed and no others. */
function widestProse(columns: readonly Laid[], room: number): number {
  const widths = columns.map(({ tight }) => tight).sort((a, b) => a - b);
  let free = room;
  for (const [index, width] of widths.entries()) {
    const share = Math.floor(free / (widths.length - index));
    if (width > share) return share;
    free -= width;
  }
  return Number.POSITIVE_INFINITY;
}

/** As many columns a part as there is room for. */
function split(columns: readonly Laid[], room: number): Part[] {
  const parts: { laid: Laid; width: number }[][] = [];
  let left = 0;
  for (const laid of columns) {
    const width = Math.min(laid.tight, room - between);
    if (width + between > left) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)?.push({ laid, width });
    left -= width + between;
  }
  return parts;
}

function partText(first: Laid, part: Part, page: Page): string {
  const room = page.width - part.reduce((sum, { width }) => sum + width + between, 0);
  const name = Math.max(1, Math.min(first.natural, room));
  const head = titleRow(first, part, name).map((line) => page.style.bold(line));
  const rows = first.cells.map((cell, row) => {
    const own = widthOf(cell.plain) <= name ? cell.styled : cell.style(fitted(cell.plain, name));
    return rowText([[own], name, first.column], part, ({ cells }, width) => cellLines(cells[row], width));
  });
  return [...head, ...rows].join('\n');
}

function cellLines(cell: Shown | undefined, width: number): readonly string[] {
  if (!cell) return [];
  return widthOf(cell.plain) <= width ? [cell.styled] : linesOf(cell.styled, width);
}

/** Nothing where no column has a title. */
function titleRow(first: Laid, part: Part, name: number): string[] {
  if ([first, ...part.map(({ laid }) => laid)].every(({ column }) => column.title === '')) return [];
  const title = fitted(visible(first.column.title), name);
  return rowText([[title], name, first.column], part, ({ column }, width) => linesOf(visible(column.title), width)).split('\n');
}

function rowText(
  [own, name, column]: readonly [own: readonly string[], width: number, column: Column],
  part: Part,
  lines: (laid: Laid, width: number) => readonly string[],
): string {
  const all = [
    { lines: own, width: name, column },
    ...part.map(({ laid, width }) => ({ lines: lines(laid, width), width, column: laid.column })),
  ];
  const height = all.reduce((most, each) => Math.max(most, each.lines.length), 1);
  return Array.from({ length: height }, (_, line) =>
    all
      .map((each) => padded(each.lines[line] ?? '', each.width, each.column.align))
      .join(' '.repeat(between))
      .trimEnd(),
  ).join('\n');
}

function padded(text: string, width: number, align: Column['align']): string {
  const blanks = Math.max(0, width - widthOf(text));
  const before = align === 'right' ? blanks : align === 'center' ? Math.floor(blanks / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(blanks - before);
}

function shownCell(cell: Cell, shades: ShadeWidths, page: Page): Shown {
  const { scale, style } = page;
  if (isText(cell)) {
    const [only, another] = cell;
    return {
      plain: plainText(cell, page),
      styled: runsText(cell, page),
      style: only && !another ? styleOf(only, page) : (text) => text,
    };
  }
  if (cell.kind === 'lines') {
    const runs = cell.lines.flatMap((line, index) => (index === 0 ? line : [{ text: '; ' }, ...line]));
    return shownCell(runs, shades, page);
  }
  if (cell.kind === 'share') return toned(visible(cell.words), (text) => text);
  const tone = toneOf(scale, cell.band, style);
  if (cell.kind === 'bar') return toned(bar(cell.score, barLength), tone);
  const { figure, band, mark = '' } = cell;
  return toned(`${shadeOf(scale, band)} ${visible(figure).padStart(shades.figure)}${visible(mark).padEnd(shades.mark)}`, tone);
}

/** A row of a tree. */
function indented(shown: Shown, depth: number): Shown {
  if (depth === 0) return shown;
  const before = '  '.repeat(depth);
  return { ...shown, plain: before + shown.plain, styled: before + shown.styled };
}

function toned(plain: string, style: (text: string) => string): Shown {
  return { plain, styled: style(plain), style };
}

/** The figures of all shades stand under one another, whatever signs are behind them. */
interface ShadeWidths {
  readonly figure: number;
  readonly mark: number;
}

function shadeWidths(rows: Table['rows']): ShadeWidths {
  const shades = rows.flat().filter((cell) => isPicture('shade', cell));
  const most = (texts: readonly string[]): number => texts.reduce((longest, { length }) => Math.max(longest, length), 0);
  return { figure: most(shades.map(({ figure }) => figure)), mark: most(shades.map(({ mark = '' }) => mark)) };
}
