import type { PreparedRubric } from '../../core/rubric.ts';
import { comma } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { numbersOf } from './numbers.ts';

/** How many entries a message names. */
const named = 3;

/** Entries in a message, the first ones by their numbers. */
export function listed(ids: readonly string[], prepared: PreparedRubric): string {
  const numbers = numbersOf(prepared);
  const list = ids
    .slice(0, named)
    .map((id) => numbers.get(id) ?? phrase('keeping', id === 'draft' ? 'about-draft' : 'about-reviewer'))
    .join(comma());
  const n = ids.length - named;
  return n > 0 ? phrase('keeping', 'more', { list, n }) : list;
}
