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

function joined(items: Items, separator: 'list-separator' | 'clause-separator' | 'label-separator'): string {
  return items.filter((item) => item !== undefined && item !== false && item !== '').join(phrase('values', separator));
}
