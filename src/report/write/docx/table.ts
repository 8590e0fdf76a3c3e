import { phrase } from '../../../messages/phrases.ts';
import type { Bar, Cell, Column, Lines, Table } from '../../document/blocks.ts';
import { strong } from '../../document/build.ts';
import { barsOf, isPicture, isText } from '../../document/table.ts';
import { titleOf, toneNumber } from '../scale.ts';
import { bandTints, colours, textWidth } from './styles.ts';
import { attribute, bandColour, lineBreak, paragraphXml, runsXml, type Surroundings } from './text.ts';

/** How many spaces a bar is made of where there is room: each is 2.5 points of a score, and 50 twentieths of a point wide. */
const barLength = 40;
const spaceWidth = 50;
/** Both margins of a cell. */
const cellMargins = 170;

function barLengthIn(width: number): number {
  return Math.min(barLength, Math.floor((width - cellMargins) / spaceWidth));
}

/** A column that is narrower can't be read; one of shades has the titles of bands. */
const leastWidth = 400;
const leastShade = 1290;
/** What the first column has at least where others go on in a table below. */
const leastFirst = 2300;

/** Word makes one of two tables that nothing stands between. */
export const betweenTables = paragraphXml('TableText', '');

/** A table whose first row is repeated on every page and whose rows stay whole, with what its bars mean under it. */
export function tableXml(table: Table, place: Surroundings): string {
  return partsOf(table)
    .map((part) => partXml(part, place))
    .join(betweenTables);
}

/** The table as it is; where its columns would be too narrow, several that begin with its first column. */
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

function partXml({ about, columns, rows, depths }: Table, place: Surroundings): string {
  const widths = widthsOf(columns);
  const aligned = columns.map(({ align }, index) =>
    jc(rows.some((cells) => isPicture('shade', cells[index])) ? 'center' : align),
  );
  const head = columns.map(({ title }, index) =>
    cellXml(paragraphXml('TableHead', runsXml(title, place), aligned[index]), widths[index] ?? 0),
  );
  const bars = barsOf(rows);
  // A chart is read as a whole: its rows stay on one page, with what is written under it.
  const stay = bars.length > 0 || rows.flat().some((cell) => isPicture('shade', cell)) ? '<w:keepNext/>' : '';
  const body = rows.map((cells, row) => {
    const contents = columns.map((_, index) => {
      const cell = cells[index] ?? [];
      const depth = index === 0 ? (depths?.[row] ?? 0) : 0;
      const properties = stay + indentXml(depth) + (aligned[index] ?? '');
      const text = linesOf(cell)
        .map((each) => paragraphXml('TableText', contentXml(each, widths[index] ?? 0, place), properties))
        .join('');
      return cellXml(text, widths[index] ?? 0, isPicture('shade', cell) ? groundXml(cell.band, place) : '');
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${contents.join('')}</w:tr>`;
  });
  const header = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`;
  const table = `<w:tbl>${propertiesXml(about, 'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"')}${gridXml(widths)}${header}${body.join('')}</w:tbl>`;
  if (bars.length === 0) return table;
  const ranges = bars.some(({ low, high }) => low !== high);
  const pairs = bars.some(({ before }) => before) ? ` ${phrase('html', 'chart-pairs')}` : '';
  return table + paragraphXml('Caption', runsXml(phrase('docx', ranges ? 'bars-range' : 'bars') + pairs, place));
}

/** Names and values side by side, without a row of headings. */
export function factsXml(facts: readonly (readonly [name: string, value: string])[], about: string, place: Surroundings): string {
  const widths = [2600, textWidth - 2600];
  const rows = facts.map(([name, value]) => {
    const cells = [paragraphXml('TableText', runsXml(strong(name), place)), paragraphXml('TableText', runsXml(value, place))].map(
      (text, index) => cellXml(text, widths[index] ?? 0),
    );
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl>${propertiesXml(about, 'w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1"')}${gridXml(widths)}${rows.join('')}</w:tbl>`;
}

function propertiesXml(about: string, look: string): string {
  return [
    '<w:tblPr><w:tblStyle w:val="CompassTable"/>',
    `<w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblLook ${look} w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    `<w:tblCaption w:val="${attribute(about)}"/></w:tblPr>`,
  ].join('');
}

function gridXml(widths: readonly number[]): string {
  return `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
}

function cellXml(content: string, width: number, ground = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${ground}</w:tcPr>${content}</w:tc>`;
}

/** The ground of a cell of a heat map. */
function groundXml(band: string | null, { scale }: Surroundings): string {
  const fill = bandTints[Number(toneNumber(scale, band))];
  return fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
}

/** Word wants the widths to fill the table to the unit. */
function widthsOf(columns: readonly Column[]): number[] {
  const all = columns.reduce((sum, { room }) => sum + room, 0);
  const widths = columns.map(({ room }) => Math.floor((room / all) * textWidth));
  const left = textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + left : width));
}

function jc(align: Column['align']): string {
  return align === 'left' ? '' : `<w:jc w:val="${align}"/>`;
}

/** Half a centimetre a step. */
function indentXml(depth: number): string {
  return depth === 0 ? '' : `<w:ind w:left="${depth * 284}"/>`;
}

/** What stands in paragraphs of its own; at least one, since a cell of Word's has to end with a paragraph. */
function linesOf(cell: Cell): readonly Exclude<Cell, Lines>[] {
  if (!isPicture('lines', cell)) return [cell];
  return cell.lines.length === 0 ? [[]] : cell.lines;
}

function contentXml(cell: Exclude<Cell, Lines>, width: number, place: Surroundings): string {
  if (isText(cell)) return runsXml(cell, place);
  switch (cell.kind) {
    case 'bar':
      return barXml(cell, barLengthIn(width), place);
    case 'share': {
      const length = barLengthIn(width);
      return spacesXml([lengthOf(100 * cell.share, length), 0, length], bandColour(place.scale, cell.band));
    }
    case 'shade': {
      const band = titleOf(place.scale, cell.band);
      const figure = runsXml([strong(`${cell.figure}${cell.mark ?? ''}`)], place);
      return band === '' ? figure : figure + lineBreak + runsXml(band, place);
    }
  }
}

/** Solid as far as the score reaches whatever the blanks turn out to be, hatched as far as it may still reach. */
function barXml({ low, high, band, before }: Bar, length: number, place: Surroundings): string {
  const above = before ? barXml(before, length, place) + lineBreak : '';
  const solid = lengthOf(low, length);
  return above + spacesXml([solid, lengthOf(high, length) - solid, length], bandColour(place.scale, band));
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
