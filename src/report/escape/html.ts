import { directionOf } from '../../text/language.ts';
import { visible } from '../../text/visible.ts';

/** A piece of HTML that is safe to put into a page: only `html` makes one. */
export interface Html {
  readonly markup: string;
}

type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/**
 * HTML from a template. Every value is shown as the text that it is, in an element or between the quotation marks of an attribute;
 * only what `html` made itself goes in as markup. Lists are put in one after the other; null, undefined and false leave nothing.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { markup: parts.reduce((text, part, index) => text + (index > 0 ? markupOf(values[index - 1]) : '') + part, '') };
}

/** Text of our own that is no HTML and must not be escaped: a style sheet. */
export function styleSheet(css: string): Html {
  return { markup: `<style>${css}</style>` };
}

/** The attributes of a page's root element: its language, and its direction if that is not the usual one. */
export function languageMarkup(language: string): Html {
  return html`lang="${language}"${directionOf(language) === 'rtl' && html` dir="rtl"`}`;
}

function markupOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  if ('markup' in value) return value.markup;
  return value.map(markupOf).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
