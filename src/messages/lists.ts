import { phrase } from './phrases.ts';

/** What a list may hold. What there is not is left out. */
type Items = readonly (string | number | false | undefined)[];

/** Items one after the other, with the comma of the active language between them. */
export function listed(items: Items): string {
  return joined(items, 'list-separator');
}

/** What stands between two things of a list, for a sentence that is put together from runs. */
export function comma(): string {
  return phrase('values', 'list-separator');
}

/** Clauses one after the other, with the semicolon of the active language between them. */
export function clauses(items: Items): string {
  return joined(items, 'clause-separator');
}

/** Text between the quotation marks of the active language. */
export function quoted(text: string): string {
  return phrase('values', 'quoted', { text });
}

/** Who or what a text is about, and the text, with the colon of the active language between them. */
export function withColon(...parts: Items): string {
  return joined(parts, 'label-separator');
}

/** A text that follows another, with a space before it unless that one ends with a full-width colon or stop. */
export function after(lead: string, text: string): string {
  return wideEnd.test(lead) ? text : ` ${text}`;
}

const wideEnd = /[。！？；：]$/u;

/** Sentences one after the other. Full-width stops, such as those of Chinese, have no space after them. */
export function inSentences(items: Items): string {
  return present(items).reduce<string>((text, item) => (text === '' ? String(item) : text + after(text, String(item))), '');
}

/** A clause as a sentence of its own, with the full stop of the active language. */
export function sentence(clause: string): string {
  return `${clause}${phrase('values', 'stop-separator').trimEnd()}`;
}

/** What is said in brackets after a word, with the space before it if the active language has one. */
export function aside(text: string): string {
  return phrase('values', 'aside', { text });
}

function joined(items: Items, separator: 'list-separator' | 'clause-separator' | 'label-separator'): string {
  return present(items).join(phrase('values', separator));
}

function present(items: Items): Items {
  return items.filter((item) => item !== undefined && item !== false && item !== '');
}
