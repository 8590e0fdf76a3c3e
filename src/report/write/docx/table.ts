import type { Rubric } from '../../../core/rubric.ts';
import { type Bar, type Cell, type Column, isBar, type Table } from '../../document/blocks.ts';
import { plainStyle, toneOf } from '../style.ts';
import { colours, textWidth } from './styles.ts';
import { attribute, type Links, paragraphXml, runsXml } from './text.ts';

/** How many spaces a bar is made of; each is 2.5 points of a score. */
const barLength = 40;

/** A table whose first row is repeated on every page and whose rows stay whole. */
export function tableXml({ about, columns, rows }: Table, rubric: Rubric, links: Links): string {
  const widths = widthsOf(columns);
  const head = columns.map(({ title, align }, index) =>
    cellXml(paragraphXml('TableHead', runsXml([{ text: title }], links), jc(align)), widths[index] ?? 0),
  );
  // A chart is read as a whole: its rows stay on one page, with what is written under it.
  const stay = rows.flat().some(isBar) ? '<w:keepNext/>' : '';
  const body = rows.map((cells) => {
    const contents = cells.map((cell, index) => {
      const text = paragraphXml('TableText', contentXml(cell, rubric, links), stay + jc(columns[index]?.align));
      return cellXml(text, widths[index] ?? 0);
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${contents.join('')}</w:tr>`;
  });
  const header = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`;
  return `<w:tbl>${propertiesXml(about, 'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"')}${gridXml(widths)}${header}${body.join('')}</w:tbl>`;
}

/** Names and values side by side, without a row of headings. */
export function factsXml(facts: readonly (readonly [name: string, value: string])[], about: string, links: Links): string {
  const widths = [2600, textWidth - 2600];
  const rows = facts.map(([name, value]) => {
    const cells = [
      paragraphXml('TableText', runsXml([{ text: name, set: 'strong' }], links)),
      paragraphXml('TableText', runsXml([{ text: value }], links)),
    ].map((text, index) => cellXml(text, widths[index] ?? 0));
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

function cellXml(content: string, width: number): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
}

/** Word wants the widths to fill the table to the unit. */
function widthsOf(columns: readonly Column[]): number[] {
  const all = columns.reduce((sum, { room }) => sum + room, 0);
  const widths = columns.map(({ room }) => Math.floor((room / all) * textWidth));
  const left = textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + left : width));
}

function jc(align: Column['align'] | undefined): string {
  return align === 'right' ? '<w:jc w:val="right"/>' : '';
}

function contentXml(cell: Cell, rubric: Rubric, links: Links): string {
  return isBar(cell) ? barXml(cell, rubric) : runsXml(cell, links);
}

/** Shaded spaces: solid as far as the score reaches whatever the blanks turn out to be, hatched as far as it may still reach. */
function barXml({ low, high, band }: Bar, rubric: Rubric): string {
  const tone = toneOf(rubric, band, toneColours)(colours.faint);
  const [sure, possible] = [lengthOf(low), lengthOf(high)];
  return [
    shaded(sure, `w:val="clear" w:color="auto" w:fill="${tone}"`),
    shaded(possible - sure, `w:val="diagStripe" w:color="${tone}" w:fill="${colours.rest}"`),
    shaded(barLength - possible, `w:val="clear" w:color="auto" w:fill="${colours.rest}"`),
  ].join('');
}

const toneColours = { ...plainStyle, good: () => colours.good, fair: () => colours.fair, bad: () => colours.bad };

function lengthOf(score: number | null): number {
  return Math.round(((score ?? 0) / 100) * barLength);
}

function shaded(length: number, shade: string): string {
  if (length === 0) return '';
  const spaces = '\u00a0'.repeat(length);
  return `<w:r><w:rPr><w:rStyle w:val="Bar"/><w:shd ${shade}/></w:rPr><w:t xml:space="preserve">${spaces}</w:t></w:r>`;
}
