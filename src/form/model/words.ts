import { listed as joined } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';

/** How many entries a message names. */
const named = 3;

/** Entries in a message, the first ones by name. */
export function listed(names: readonly string[]): string {
  const list = joined(names.slice(0, named));
  const n = names.length - named;
  return n > 0 ? phrase('keeping', 'more', { list, n }) : list;
}
