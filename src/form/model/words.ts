import type { EntryName } from '../../answers/merge.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { comma } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { numbersBySection } from '../../report/words/numbers.ts';

/** How many entries a message names. */
const named = 3;

/** Entries in a message, the first ones by their numbers. */
export function listed(entries: readonly EntryName[], { rubric }: PreparedRubric): string {
  const numbers = numbersBySection(rubric);
  const about = ({ section, id = '' }: EntryName): string => {
    if (section === 'draft' || section === 'reviewer') return phrase('keeping', `about-${section}`);
    if (section !== 'features') return numbers[section].get(id) ?? id;
    return phrase('keeping', 'about-feature', { number: rubric.features.findIndex((feature) => feature.id === id) + 1 });
  };
  const list = entries.slice(0, named).map(about).join(comma());
  const n = entries.length - named;
  return n > 0 ? phrase('keeping', 'more', { list, n }) : list;
}
