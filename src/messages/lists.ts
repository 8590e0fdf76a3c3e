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

function joined(items: Items, separator: 'list-separator' | 'clause-separator'): string {
  return items.filter((item) => item !== undefined && item !== false && item !== '').join(phrase('values', separator));
}
