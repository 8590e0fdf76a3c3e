import type { PreparedRubric } from '../../core/rubric.ts';
import { comma } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { numbersOf } from '../../report/words/numbers.ts';

/** How many entries a message names. */
const named = 3;

/** Entries in a message, the first ones by their numbers. */
export function listed(ids: readonly string[], prepared: PreparedRubric): string {
  const numbers = numbersOf(prepared.rubric);
  const features = prepared.rubric.features.map(({ id }) => id);
  const about = (id: string): string =>
    features.includes(id)
      ? phrase('keeping', 'about-feature', { number: features.indexOf(id) + 1 })
      : phrase('keeping', id === 'draft' ? 'about-draft' : 'about-reviewer');
  const list = ids
    .slice(0, named)
    .map((id) => numbers.get(id) ?? about(id))
    .join(comma());
  const n = ids.length - named;
  return n > 0 ? phrase('keeping', 'more', { list, n }) : list;
}
