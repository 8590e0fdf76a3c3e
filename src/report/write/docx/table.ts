import { phrase } from '../../../messages/phrases.ts';
import type { Bar, Cell, Column, Facts, Lines, Table } from '../../document/blocks.ts';
import { strong } from '../../document/build.ts';
import { barsOf, isPicture, isText } from '../../document/table.ts';
import { bandNumber, titleOf } from '../scale.ts';
import { bandTints, colours, textWidth } from './styles.ts';
import { attribute, bandColour, lineBreak, paragraphXml, runsXml, type Surroundings } from './text.ts';

/** The maximum number of spaces that a bar consists of. Each is 50 twentieths of a point wide. */
const barLength = 40;
const spaceWidth = 50;
/** The left and right margin of a cell together. */
const cellMargins = 170;

/** Minimum widths of a column, and of a column with shaded numbers, which have the titles of bands below them. */
const leastWidth = 400;
const leastShade = 1290;
/** The minimum width of the first column in a table that is split. */
const leastFirst = 2300;

/** Word joins two tables that have no paragraph between them. */
export const betweenTables = paragraphXml('TableText', '');

/** A table whose first row is repeated on every page and whose rows stay on one page, with an explanation of its bars below it. */
export function tableXml(table: Table, context: Surroundings): string {
  return partsOf(table)
    .map((part) => partXml(part, context))
    .join(betweenTables);
}

/** The table itself; if its columns would be too narrow, several tables that each begin with its first column. */
function partsOf(table: Table): Table[] {
  const { columns, rows } = table;
  const least = columns.map((_, index) => (rows.some((cells) => isPicture('shade', cells[index])) ? leastShade : leastWidth));
  if (widthsOf(columns).every((width, index) => width >= (least[index] ?? 0))) return [table];
  const parts: number[][] = [];
  let left = 0;
  for (const [index, width] of [...least.entries()].slice(1)) {
    if (width > left) {
      parts.push([0]);
      left = textWidth - leastFirst;
    }
    parts.at(-1)?.push(index);
    left -= width;
  }
  return parts.map((part) => ({
    ...table,
    columns: columns.filter((_, index) => part.includes(index)),
    rows: rows.map((cells) => part.map((index) => cells[index] ?? [])),
  }));
}

function partXml({ about, columns, rows, depths }: Table, context: Surroundings): string {
  const widths = widthsOf(columns);
  const alignments = columns.map(({ align }, index) =>
    alignmentXml(rows.some((cells) => isPicture('shade', cells[index])) ? 'center' : align),
  );
  const head = columns.map(({ title }, index) =>
    cellXml(paragraphXml('TableHead', runsXml(title, context), alignments[index]), widths[index] ?? 0),
  );
  const bars = barsOf(rows);
  // The rows of a chart stay on one page, together with the explanation below it.
  const keep = bars.length > 0 || rows.flat().some((cell) => isPicture('shade', cell)) ? '<w:keepNext/>' : '';
  const body = rows.map((cells, row) => {
    const contents = columns.map((_, index) => {
      const cell = cells[index] ?? [];
      const width = widths[index] ?? 0;
      const properties = keep + indentXml(index === 0 ? (depths?.[row] ?? 0) : 0) + (alignments[index] ?? '');
      const paragraphs = linesOf(cell).map((each) => paragraphXml('TableText', contentXml(each, width, context), properties));
      return cellXml(paragraphs.join(''), width, isPicture('shade', cell) ? shadingXml(cell.band, context) : '');
    });
    return rowXml(contents);
  });
  const look = 'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"';
  const table = wholeTableXml({ about, look, widths, isRtl: context.isRtl }, [rowXml(head, '<w:tblHeader/>'), ...body]);
  return bars.length === 0 ? table : table + paragraphXml('Caption', runsXml(barsSentence(bars), context));
}

/** How to read the bars of a table. */
function barsSentence(bars: readonly Bar[]): string {
  const ranges = bars.some(({ low, high }) => low !== high);
  const pairs = bars.some(({ before }) => before) ? ` ${phrase('html', 'chart-pairs')}` : '';
  return phrase('docx', ranges ? 'bars-range' : 'bars') + pairs;
}

/** Names and values side by side, without a head row. */
export function factsXml(facts: Facts['facts'], about: string, context: Surroundings): string {
  const widths = [2600, textWidth - 2600];
  const rows = facts.map(([name, value]) => {
    const texts = [strong(name), value].map((text) => paragraphXml('TableText', runsXml(text, context)));
    return rowXml(texts.map((text, index) => cellXml(text, widths[index] ?? 0)));
  });
  const look = 'w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1"';
  return wholeTableXml({ about, look, widths, isRtl: context.isRtl }, rows);
}

interface TableFrame {
  readonly about: string;
  readonly look: string;
  readonly widths: readonly number[];
  /** Whether the first column stands at the right. */
  readonly isRtl: boolean;
}

function wholeTableXml({ about, look, widths, isRtl }: TableFrame, rows: readonly string[]): string {
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="CompassTable"/>${isRtl ? '<w:bidiVisual/>' : ''}`,
    `<w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblLook ${look} w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    `<w:tblCaption w:val="${attribute(about)}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`,
  ].join('');
}

function rowXml(cells: readonly string[], more = ''): string {
  return `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.join('')}</w:tr>`;
}

function cellXml(content: string, width: number, shading = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr>${content}</w:tc>`;
}

/** The background colour of a cell of a heat map. */
function shadingXml(band: string | null, { scale }: Surroundings): string {
  const fill = bandTints[Number(bandNumber(scale, band))];
  return fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
}

/** The widths of the columns. Word expects their sum to be exactly the width of the table. */
function widthsOf(columns: readonly Column[]): number[] {
  const all = columns.reduce((sum, { room }) => sum + room, 0);
  const widths = columns.map(({ room }) => Math.floor((room / all) * textWidth));
  const left = textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + left : width));
}

function alignmentXml(align: Column['align']): string {
  return align === 'left' ? '' : `<w:jc w:val="${align}"/>`;
}

/** Half a centimetre for each level. */
function indentXml(depth: number): string {
  return depth === 0 ? '' : `<w:ind w:left="${depth * 284}"/>`;
}

/** The parts of a cell with a paragraph each; at least one, since a Word cell has to end with a paragraph. */
function linesOf(cell: Cell): readonly Exclude<Cell, Lines>[] {
  if (!isPicture('lines', cell)) return [cell];
  return cell.lines.length === 0 ? [[]] : cell.lines;
}

function contentXml(cell: Exclude<Cell, Lines>, width: number, context: Surroundings): string {
  if (isText(cell)) return runsXml(cell, context);
  const length = Math.min(barLength, Math.floor((width - cellMargins) / spaceWidth));
  switch (cell.kind) {
    case 'bar':
      return barXml(cell, length, context);
    case 'share':
      return spacesXml([lengthOf(100 * cell.share, length), 0, length], bandColour(context.scale, cell.band));
    case 'shade': {
      const band = titleOf(context.scale, cell.band);
      const figure = runsXml([strong(`${cell.figure}${cell.mark ?? ''}`)], context);
      return band === '' ? figure : figure + lineBreak + runsXml(band, context);
    }
  }
}

/** Solid up to the low end of the score, hatched up to the high end. */
function barXml({ low, high, band, before }: Bar, length: number, context: Surroundings): string {
  const above = before ? barXml(before, length, context) + lineBreak : '';
  const solid = lengthOf(low, length);
  return above + spacesXml([solid, lengthOf(high, length) - solid, length], bandColour(context.scale, band));
}

/** A picture made of shaded spaces. */
function spacesXml([solid, hatched, all]: readonly [solid: number, hatched: number, all: number], colour: string): string {
  return [
    shaded(solid, `w:val="clear" w:color="auto" w:fill="${colour}"`),
    shaded(hatched, `w:val="diagStripe" w:color="${colour}" w:fill="${colours.rest}"`),
    shaded(all - solid - hatched, `w:val="clear" w:color="auto" w:fill="${colours.rest}"`),
  ].join('');
}

function lengthOf(score: number | null, all: number): number {
  return Math.round(((score ?? 0) / 100) * all);
}

function shaded(length: number, shade: string): string {
  if (length === 0) return '';
  const spaces = '\u00a0'.repeat(length);
  return `<w:r><w:rPr><w:rStyle w:val="Bar"/><w:shd ${shade}/></w:rPr><w:t xml:space="preserve">${spaces}</w:t></w:r>`;
}
