import { phrase } from '../../../messages/phrases.ts';
import type { Bar, Cell, Column, Shade, Table } from '../../document/blocks.ts';
import { barsOf, isPicture, isText } from '../../document/table.ts';
import { type Html, html } from '../../escape/html.ts';
import { bandNumber, titleOf } from '../scale.ts';
import { barHtml, shareHtml } from './chart.ts';
import { dirOf, type Page, runsHtml } from './runs.ts';

/**
 * Wraps the table in its own scroll area, so that the page does not scroll sideways in a narrow window. A table with bars is shown in
 * a narrow layout instead. One cell of a row is the row's heading: the first, unless another column names the rows.
 */
export function tableHtml(table: Table, page: Page): Html {
  const { about, columns, rows, depths } = table;
  const kinds = columns.map((column, index) =>
    kindOf(
      column,
      rows.flatMap((row) => [row[index] ?? []]),
    ),
  );
  const isChart = kinds.includes('bar');
  const titles = columns.map(({ title }, index) => (title === '' && kinds[index] === 'bar' ? phrase('html', 'chart') : title));
  const head = titles.map((title, index) => headCell(title, kinds[index]));
  const naming = columns.findIndex(({ namesRow }) => namesRow);
  const heading = naming === -1 ? 0 : naming;
  const body = rows.map((row, line) => {
    const cells = columns.map((_, index) => {
      const cell = row[index] ?? [];
      return index === heading
        ? rowHead(cell, depths?.[line] ?? 0, page)
        : cellHtml(cell, kinds[index], isChart ? titles[index] : undefined, page);
    });
    return html`<tr>${cells}</tr>\n`;
  });
  return html`<div class="scroll" role="region" aria-label="${regionName(about, page)}" tabindex="0"><table${isChart && html` class="chart"`}>${captionHtml(table)}<thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table></div>`;
}

/** The CSS class of a column: a bar, a number, or centred. */
type Kind = 'bar' | 'n' | 'c' | undefined;

function kindOf({ align }: Column, cells: readonly Cell[]): Kind {
  const kinds = new Set(cells.map((cell) => (isText(cell) ? 'text' : cell.kind)));
  if (kinds.has('bar') || kinds.has('share')) return 'bar';
  if (kinds.has('shade')) return 'c';
  return align === 'right' ? 'n' : align === 'center' ? 'c' : undefined;
}

/** An empty title is written as `td`, not `th`. */
function headCell(title: string, kind: Kind): Html {
  if (title === '') return html`<td></td>`;
  return html`<th scope="col"${kind && kind !== 'bar' && html` class="${kind}"`}>${title}</th>`;
}

/** @param depth the depth of the row, if the rows are a tree */
function rowHead(cell: Cell, depth: number, page: Page): Html {
  const content = contentHtml(cell, page);
  if (content.markup === '') return html`<td></td>`;
  return html`<th scope="row"${depth > 0 && html` class="d${Math.min(depth, 6)}"`} ${dirOf(content, page)}>${content}</th>`;
}

/** @param label the column's title, for narrow windows, which do not show the column titles */
function cellHtml(cell: Cell, kind: Kind, label: string | undefined, page: Page): Html {
  const ground = isPicture('shade', cell) ? ` b${bandNumber(page.scale, cell.band)}` : '';
  const named = kind && html` class="${kind}${ground}"`;
  const labelled = label !== undefined && kind !== 'bar' && html` data-label="${label}"`;
  const content = contentHtml(cell, page);
  return html`<td${named ?? html` ${dirOf(content, page)}`}${labelled}>${content}</td>`;
}

function contentHtml(cell: Cell, page: Page): Html {
  if (isText(cell)) return runsHtml(cell, page);
  switch (cell.kind) {
    case 'bar':
      return html`${cell.before && barHtml(cell.before, page.scale)}${barHtml(cell, page.scale)}`;
    case 'share':
      return shareHtml(cell, page.scale);
    case 'shade':
      return shadeHtml(cell, page);
    case 'lines':
      return cell.lines.length === 0
        ? html``
        : html`<ul>${cell.lines.map((runs) => html`<li ${dirOf(runsHtml(runs, page), page)}>${runsHtml(runs, page)}</li>`)}</ul>`;
  }
}

/** Prints the band as text too, because colour alone is not accessible. */
function shadeHtml({ figure, band, mark }: Shade, { scale }: Page): Html {
  const title = titleOf(scale, band);
  return html`<strong>${figure}${mark}</strong>${title !== '' && html`<br><small>${title}</small>`}`;
}

function captionHtml({ caption, rows }: Table): Html | undefined {
  const bars = barsOf(rows);
  const about = bars.length > 0 && chartWords(bars);
  if (caption === undefined && !about) return undefined;
  return html`<caption>${caption !== undefined && html`<strong>${caption}</strong> `}${about}</caption>`;
}

/** The caption that explains the bars. */
function chartWords(bars: readonly Bar[]): string {
  const ranges = bars.some(({ low, high }) => low !== high);
  const pairs = bars.some(({ before }) => before) ? ` ${phrase('html', 'chart-pairs')}` : '';
  return phrase('html', ranges ? 'chart-about-range' : 'chart-about') + pairs;
}

function regionName(name: string, { names }: Page): string {
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return phrase('html', 'table-of', { name: times === 1 ? name : `${name} (${times})` });
}
