import type { Block, Callout, List, Paragraph, Role, Runs } from '../../document/blocks.ts';
import { headingText } from '../../document/build.ts';
import { type Html, html } from '../../escape/html.ts';
import { titleOf } from '../scale.ts';
import { bandScale, barHtml, chartHtml } from './chart.ts';
import { badge, dirOf, type Page, runsHtml } from './runs.ts';
import { tableHtml } from './table.ts';

/** A block as HTML. The page writes the headings of sections and entries. */
export function blockHtml(block: Block, page: Page): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3 ${dirOf(headingText(block), page)}>${headingText(block)}</h3>`;
    case 'facts':
      return html`<dl class="facts">
${block.facts.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>\n`)}</dl>`;
    case 'paragraph':
      return paragraphHtml(block, page);
    case 'callout':
      return calloutHtml(block, page);
    case 'list':
      return listHtml(block, page);
    case 'table':
      return tableHtml(block, page);
    case 'details':
      return html`<details><summary>${block.summary}</summary>
${block.blocks.map((each) => html`${blockHtml(each, page)}\n`)}</details>`;
    case 'band-key':
      return html`${bandScale(page.scale)}${block.note !== undefined && html`\n<p class="dim">${block.note}</p>`}`;
    case 'chart':
      return html`${chartHtml(block, page.scale)}${block.caption !== undefined && html`\n<p class="dim">${block.caption}</p>`}`;
    case 'bar':
      return barHtml(block, page.scale);
  }
}

const roleClasses: Partial<Readonly<Record<Role, string>>> = {
  notice: 'notice',
  ids: 'meta',
  note: 'dim',
  'to-close': 'close',
  warning: 'bad',
  foot: 'dim',
};

function paragraphHtml({ runs, role }: Paragraph, page: Page): Html {
  const name = role && roleClasses[role];
  const content = runsHtml(runs, page);
  return html`<p${name && html` class="${name}"`} ${dirOf(content, page)}>${content}</p>`;
}

/** The verdict: a large number, its band, the score as a bar, and the reasons. */
function calloutHtml({ headline, runs, tone }: Callout, page: Page): Html {
  const why = runsHtml(runs, page);
  const reasons = runs.length > 0 && html`<p${tone && html` class="${tone}"`} ${dirOf(why, page)}>${why}</p>\n`;
  if (!headline) return html`<div class="verdict">\n${reasons}</div>`;
  const { words, figure, outOf, band, beside = [], bars } = headline;
  const title = titleOf(page.scale, band);
  const first =
    figure === undefined
      ? html`<p ${dirOf(runsHtml(words, page), page)}>${runsHtml(words, page)}</p>`
      : html`<p><span class="figure">${figure}</span> <span class="of">${outOf}</span> ${title !== '' && badge(title, band, page.scale)}${beside.length > 0 && html` <span class="of">${runsHtml(beside, page)}</span>`}</p>`;
  const drawn = bars.map(
    (bar) => html`${bars.length > 1 && html`<p class="meta">${bar.name}</p>`}${barHtml(bar, page.scale, true)}\n`,
  );
  return html`<div class="verdict">\n${first}\n${drawn}${reasons}</div>`;
}

function listHtml({ items, role, start }: List, page: Page): Html {
  const content = role === 'evidence' ? evidenceHtml : linesHtml;
  const entries = items.map((lines) => {
    const text = content(lines, page);
    return html`<li ${dirOf(text, page)}>${text}</li>\n`;
  });
  return start === undefined ? html`<ul>\n${entries}</ul>` : html`<ol start="${start}">\n${entries}</ol>`;
}

function linesHtml(lines: readonly Runs[], page: Page): Html {
  return html`${lines.map((runs, index) => html`${index > 0 && html`<br>`}${runsHtml(runs, page)}`)}`;
}

/** The quote is a block of its own, between its place in the draft and the note. */
function evidenceHtml(lines: readonly Runs[], page: Page): Html {
  const runs = lines.flat();
  const at = runs.findIndex(({ style }) => style === 'quote');
  const quote = runs[at];
  if (!quote) return linesHtml(lines, page);
  const apart = (some: Runs): Runs => some.filter(({ text }) => text.trim() !== ':');
  const after = apart(runs.slice(at + 1));
  return html`${runsHtml(apart(runs.slice(0, at)), page)}<blockquote dir="auto">“${quote.text.trim()}”</blockquote>${after.length > 0 && runsHtml(after, page)}`;
}
