import { phrase } from '../../../messages/phrases.ts';
import { directionOf } from '../../../text/language.ts';
import type { Block, Document, Heading } from '../../document/blocks.ts';
import { headingText } from '../../document/build.ts';
import { type Html, html, languageMarkup, styleSheet } from '../../escape/html.ts';
import { blockHtml } from './blocks.ts';
import { dirOf, type Page } from './runs.ts';
import { reportStyle } from './style.ts';

/** A page with fewer sections gets no table of contents. */
const fewSections = 3;

/** A document as a page in one file: it loads nothing, runs no script, and is readable without its style. */
export function writeHtml({ title, language, scale, blocks, closing = [] }: Document): string {
  const page: Page = { scale, isRtl: directionOf(language) === 'rtl', anchors: anchorsOf(blocks), names: new Map() };
  const { heading, opening, body, sections } = partsOf(blocks);
  const named = sections.map((section, index) => ({ ...section, id: section.heading.id ?? `section-${index + 1}` }));
  const contents = named.map(({ id, heading }) => html`<li><a href="#${id}">${headingText(heading)}</a></li>\n`);
  const nav = html`<nav aria-label="${phrase('html', 'contents')}">
<ul>
${contents}</ul>
</nav>
`;
  const main = named.map(
    ({ id, heading, blocks: own }) => html`<section aria-labelledby="${id}">
<h2 id="${id}" ${dirOf(headingText(heading), page)}>${headingText(heading)}</h2>
${articles(own, page)}</section>
`,
  );
  const topic = heading ? headingText(heading) : title;
  return html`<!doctype html>
<html ${languageMarkup(language)}>
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
<h1 ${dirOf(topic, page)}>${topic}</h1>
${linesHtml(opening, page)}</header>
${named.length >= fewSections && nav}<main id="content">
${linesHtml(body, page)}${main}</main>
<footer>
${linesHtml(closing, page)}</footer>
</body>
</html>
`.markup;
}

/** `opening` is what is known of the document, above the table of contents; `body` is the rest before the first section. */
function partsOf(blocks: readonly Block[]) {
  const starts = blocks.flatMap((block, index) => (isHeading(block, 2) ? [index] : []));
  const before = blocks.slice(0, starts[0]);
  const heading = before.find((block) => isHeading(block, 1));
  const rest = before.filter((block) => block !== heading);
  const other = rest.findIndex(({ kind }) => kind !== 'facts' && kind !== 'paragraph');
  const first = other === -1 ? rest.length : other;
  const sections = starts.map((start, index) => {
    return { heading: blocks[start] as Heading, blocks: blocks.slice(start + 1, starts[index + 1]) };
  });
  return { heading, opening: rest.slice(0, first), body: rest.slice(first), sections };
}

function isHeading(block: Block, level: Heading['level']): block is Heading {
  return block.kind === 'heading' && block.level === level;
}

/** The blocks of a section; each heading of an entry begins an article. */
function articles(blocks: readonly Block[], page: Page): Html {
  const starts = blocks.flatMap((block, index) => (isHeading(block, 3) ? [index] : []));
  const entries = starts.map((start, index) => {
    const { id, ...heading } = blocks[start] as Heading;
    const own = linesHtml(blocks.slice(start + 1, starts[index + 1]), page);
    return html`<article${id !== undefined && html` id="${id}"`}>
<h3 ${dirOf(headingText(heading), page)}>${headingText(heading)}</h3>
${own}</article>
`;
  });
  return html`${linesHtml(blocks.slice(0, starts[0]), page)}${entries}`;
}

function linesHtml(blocks: readonly Block[], page: Page): Html {
  return html`${blocks.map((block) => html`${blockHtml(block, page)}\n`)}`;
}

/** The anchors that links may have as their target. */
function anchorsOf(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.flatMap((block) => (block.kind === 'heading' && block.id !== undefined ? [block.id] : [])));
}
