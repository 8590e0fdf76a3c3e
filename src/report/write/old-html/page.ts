import { phrase } from '../../../messages/phrases.ts';
import { type Html, html, styleSheet } from '../../escape/html.ts';
import { reportStyle } from './style.ts';

/** A part of a page: it can be found in the table of contents and jumped to. */
export interface PageSection {
  /** Lower-case letters, digits and hyphens; unlike any other on the page. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

export interface Page {
  readonly language: string;
  readonly title: string;
  /** What stands under the title, before the table of contents. */
  readonly opening: Html;
  readonly sections: readonly PageSection[];
  readonly closing: Html;
}

/** A whole page in one file: it asks nothing of any server, runs no script, and is readable without its style. */
export function htmlPage({ language, title, opening, sections, closing }: Page): string {
  const contents = sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>\n`);
  const body = sections.map(
    ({ id, title: name, body }) => html`<section aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
${body}
</section>
`,
  );
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${styleSheet(reportStyle)}
</head>
<body>
<a class="skip" href="#content">${phrase('html', 'skip')}</a>
<header>
<h1 dir="auto">${title}</h1>
${opening}
</header>
<nav aria-label="${phrase('html', 'contents')}">
<ul>
${contents}</ul>
</nav>
<main id="content">
${body}</main>
<footer>
${closing}
</footer>
</body>
</html>
`.markup;
}

/** A table that scrolls by itself where the window is narrow, so that the page never does. */
export function scrolling(name: string, table: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${phrase('html', 'table-of', { name })}" tabindex="0">${table}</div>`;
}
