import type { Document, Runs, TextRun } from '../../document/blocks.ts';
import { type Html, html } from '../../escape/html.ts';
import { bandNumber } from '../scale.ts';

/** What the functions for all kinds of blocks need. */
export interface Page {
  readonly scale: Document['scale'];
  /** Whether the document is written from right to left. */
  readonly isRtl: boolean;
  /** Headings that links may have as their target. */
  readonly anchors: ReadonlySet<string>;
  /** How often the name of each table was used, since no two regions of a page may have the same name. */
  readonly names: Map<string, number>;
}

/**
 * The direction of a paragraph: that of its first letter. A sentence of our own with a name set apart by isolates is in the language of
 * the document, though the name may be its first word.
 */
export function dirOf(content: Html | string, { isRtl }: Pick<Page, 'isRtl'>): Html {
  const isOwn = isRtl && (typeof content === 'string' ? content : content.markup).includes('\u2068');
  return html`dir="${isOwn ? 'rtl' : 'auto'}"`;
}

/** Runs one after another; an id links to its heading if there is one. */
export function runsHtml(runs: Runs, page: Page): Html {
  return html`${runs.map((run) => runHtml(run, page))}`;
}

function runHtml(run: TextRun, page: Page): Html {
  const { to, words } = run;
  const linked = (content: Html): Html =>
    to !== undefined && page.anchors.has(to) ? html`<a href="#${to}">${content}</a>` : content;
  const own = styledHtml(run, page);
  return words === undefined ? linked(own) : html`${linked(html`${words}`)} ${own}`;
}

function styledHtml({ text, style, tone, band }: TextRun, { scale, isRtl }: Page): Html {
  if (band !== undefined) return badge(text, band, scale);
  const toned = tone ? html`<span class="${tone}">${text}</span>` : html`${text}`;
  switch (style) {
    case 'strong':
      return html`<strong>${toned}</strong>`;
    case 'emphasis':
      return html`<em>${toned}</em>`;
    case 'code':
      // With a direction of its own, an id does not decide that of the paragraph that it begins.
      return html`<code${isRtl && html` dir="ltr"`}>${toned}</code>`;
    case 'quote':
      return html`<q dir="auto">“${text.trim()}”</q>`;
    case 'gone':
      return html`<del>${text}</del>`;
    case 'new':
      return html`<ins>${text}</ins>`;
    case 'match':
      return html`<mark>${text}</mark>`;
    default:
      return toned;
  }
}

/** A band's name on its colour. */
export function badge(title: string, band: string | null, scale: Page['scale']): Html {
  return html`<span class="band b${bandNumber(scale, band)}">${title}</span>`;
}
