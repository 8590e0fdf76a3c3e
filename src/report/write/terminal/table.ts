import { phrase } from '../../../messages/phrases.ts';
import { bar } from '../../../text/number.ts';
import { linesOf, visible, widthOf } from '../../../text/plain-text.ts';
import type { Cell, Column, Table } from '../../document/blocks.ts';
import { isPicture, isText } from '../../document/table.ts';
import { bandShade } from '../scale.ts';
import { toneOf } from '../style.ts';
import { type Page, plainText, runsText } from './runs.ts';

/** Spaces between two table columns. All widths in this file are in terminal columns. */
const gap = 2;
const barLength = 10;
/** How far the first column's wrapped lines are indented, so that they do not look like rows. */
const hanging = 2;
/** The width of the first column, if other columns can be omitted for it, and its minimum in any case. */
const firstColumn = { preferred: 22, minimum: 12 };
/** The minimum width of a column with wrapped text. */
const minColumnWidth = 12;

interface RenderedCell {
  readonly plain: string;
  readonly styled: string;
  /** Spaces before each line of a row of a tree. */
  readonly indent?: number;
}

interface MeasuredColumn {
  readonly column: Column;
  readonly cells: readonly RenderedCell[];
  /** Width without wrapping. */
  readonly natural: number;
  /** Width if the title is wrapped. */
  readonly tight: number;
}

/**
 * A table that fits the width. If it is too wide, the first column is wrapped, titles are wrapped, spare columns are omitted,
 * and other text is wrapped, in this order. No text is cut but
 * that of a column that shows beginnings. As a last resort the table is split into parts below each other, each beginning with the first
 * column.
 */
export function tableText(table: Table, page: Page): string {
  const { columns, rows, depths } = table;
  const shades = shadeWidths(rows);
  const measured = columns.map((column, index) => {
    const cells = rows.map((row, line) => {
      const depth = index === 0 ? (depths?.[line] ?? 0) : 0;
      return indented(renderedCell(row[index] ?? [], shades, page), depth);
    });
    // Shaded numbers are already padded to the same width. Right alignment would lose trailing spaces.
    const isShaded = rows.some((row) => isPicture('shade', row[index]));
    return measuredColumn(isShaded ? { ...column, align: 'left' } : column, cells);
  });
  const [first, ...others] = measured;
  if (!first) return '';
  const parts = partsOf(first, others, page.width);
  return parts.map((part) => partText(first, part, page)).join('\n\n');
}

function measuredColumn(column: Column, cells: readonly RenderedCell[]): MeasuredColumn {
  const title = visible(column.title);
  const widest = maximum(cells.map(({ plain }) => widthOf(plain)));
  const tight = Math.max(widest, maximum(title.split(' ').map(widthOf)));
  return { column, cells, natural: Math.max(widest, widthOf(title)), tight };
}

/** 0 for an empty list, which may be longer than a call may have arguments. */
function maximum(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** Columns next to the first, each with its width. */
type Part = readonly { readonly measured: MeasuredColumn; readonly width: number }[];

function partsOf(first: MeasuredColumn, others: readonly MeasuredColumn[], width: number): Part[] {
  const preferred = Math.min(first.natural, firstColumn.preferred);
  const whole = (some: readonly MeasuredColumn[], key: 'natural' | 'tight'): Part[] => [
    some.map((measured) => ({ measured, width: measured[key] })),
  ];
  if (preferred + total(others, 'natural') <= width) return whole(others, 'natural');
  let remaining = [...others];
  for (;;) {
    if (preferred + total(remaining, 'tight') <= width) return whole(remaining, 'tight');
    const spare = remaining.flatMap(({ column }) => column.spare ?? []);
    if (spare.length === 0) break;
    remaining = remaining.filter(({ column }) => column.spare !== Math.min(...spare));
  }
  const available = width - Math.min(first.natural, firstColumn.minimum) - gap * remaining.length;
  const most = maxColumnWidth(remaining, available);
  if (most < minColumnWidth) return split(remaining, width - preferred);
  return [remaining.map((measured) => ({ measured, width: Math.min(measured.tight, most) }))];
}

function total(some: readonly MeasuredColumn[], key: 'natural' | 'tight'): number {
  return some.reduce((sum, measured) => sum + measured[key] + gap, 0);
}

/** The maximum column width at which all columns fit. Only wider columns are narrowed. */
function maxColumnWidth(columns: readonly MeasuredColumn[], available: number): number {
  const widths = columns.map(({ tight }) => tight).sort((a, b) => a - b);
  let free = available;
  for (const [index, width] of widths.entries()) {
    const share = Math.floor(free / (widths.length - index));
    if (width > share) return share;
    free -= width;
  }
  return Number.POSITIVE_INFINITY;
}

/** Splits the columns into parts, each with as many columns as fit. */
function split(columns: readonly MeasuredColumn[], available: number): Part[] {
  const parts: { measured: MeasuredColumn; width: number }[][] = [];
  let free = 0;
  for (const measured of columns) {
    const width = Math.min(measured.tight, available - gap);
    if (width + gap > free) {
      parts.push([]);
      free = available;
    }
    parts.at(-1)?.push({ measured, width });
    free -= width + gap;
  }
  return parts;
}

function partText(first: MeasuredColumn, part: Part, page: Page): string {
  const available = page.width - part.reduce((sum, { width }) => sum + width + gap, 0);
  const width = Math.max(1, Math.min(first.natural, available));
  const all = [{ measured: first, width }, ...part];
  const rows = first.cells.map((_, row) =>
    rowText(all, (measured, columnWidth) => cellLines(measured, row, columnWidth, measured === first ? hanging : 0)),
  );
  return [...titleLines(all, page), ...rows].join('\n');
}

function cellLines({ column, cells }: MeasuredColumn, row: number, width: number, hang: number): readonly string[] {
  const cell = cells[row];
  if (!cell) return [];
  if (widthOf(cell.plain) <= width) return [cell.styled];
  const { indent = 0 } = cell;
  const before = ' '.repeat(indent);
  if (column.beginning) return [`${before}${linesOf(cell.styled, Math.max(1, width - indent - 1))[0]}…`];
  const lines = linesOf(cell.styled, Math.max(1, width - indent - hang));
  return lines.map((line, index) => before + (index === 0 ? '' : ' '.repeat(hang)) + line);
}

/** Empty if no column has a title. */
function titleLines(part: Part, { style }: Page): string[] {
  if (part.every(({ measured }) => measured.column.title === '')) return [];
  const text = rowText(part, (measured, width) => linesOf(visible(measured.column.title), width));
  return text.split('\n').map((line) => style.bold(line));
}

function rowText(part: Part, lines: (measured: MeasuredColumn, width: number) => readonly string[]): string {
  const all = part.map(({ measured, width }) => ({ align: measured.column.align, width, lines: lines(measured, width) }));
  const height = Math.max(1, maximum(all.map((each) => each.lines.length)));
  const line = (index: number): string =>
    all.map((each) => padded(each.lines[index] ?? '', each.width, each.align)).join(' '.repeat(gap));
  return Array.from({ length: height }, (_, index) => line(index).trimEnd()).join('\n');
}

function padded(text: string, width: number, align: Column['align']): string {
  const spaces = Math.max(0, width - widthOf(text));
  const before = align === 'right' ? spaces : align === 'center' ? Math.floor(spaces / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(spaces - before);
}

function renderedCell(cell: Cell, shades: ShadeWidths, page: Page): RenderedCell {
  const { scale, style } = page;
  if (isText(cell)) {
    return { plain: plainText(cell, page), styled: runsText(cell, page) };
  }
  if (cell.kind === 'lines') {
    const runs = cell.lines.flatMap((line, index) =>
      index === 0 ? line : [{ text: phrase('values', 'clause-separator') }, ...line],
    );
    return renderedCell(runs, shades, page);
  }
  if (cell.kind === 'share') return toned(visible(cell.words), (text) => text);
  const tone = toneOf(scale, cell.band, style);
  if (cell.kind === 'bar') return toned(bar(cell.score, barLength), tone);
  const { figure, band, mark = '' } = cell;
  const number = visible(figure).padStart(shades.figure) + visible(mark).padEnd(shades.mark);
  return toned(`${bandShade(scale, band)} ${number}`, tone);
}

/** A row of a tree. */
function indented({ plain, styled }: RenderedCell, depth: number): RenderedCell {
  const before = '  '.repeat(depth);
  return { plain: before + plain, styled: before + styled, indent: before.length };
}

function toned(plain: string, style: (text: string) => string): RenderedCell {
  return { plain, styled: style(plain) };
}

/** Widths that align the numbers of all shaded cells. */
interface ShadeWidths {
  readonly figure: number;
  readonly mark: number;
}

function shadeWidths(rows: Table['rows']): ShadeWidths {
  const shades = rows.flat().filter((cell) => isPicture('shade', cell));
  const widest = (texts: readonly string[]): number => maximum(texts.map(({ length }) => length));
  return { figure: widest(shades.map(({ figure }) => figure)), mark: widest(shades.map(({ mark = '' }) => mark)) };
}
