import { phrase } from './phrases.ts';

/** Items one after the other, with the comma of the active language between them. */
export function listed(items: readonly (string | number)[]): string {
  return items.join(phrase('values', 'list-separator'));
}

/** Clauses one after the other, with the semicolon of the active language between them. */
export function clauses(items: readonly string[]): string {
  return items.join(phrase('values', 'clause-separator'));
}
