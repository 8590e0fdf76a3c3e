import type { Assessment } from '../../core/answers.ts';
import type { Standing } from '../../interview/overview.ts';
import type { Filter } from '../model/session.ts';

/** Whether a filter shows an item. */
export function isShown({ item, why }: Standing, filter: Filter, { flags }: Assessment): boolean {
  if (filter === 'all') return true;
  if (filter === 'flagged') return item.kind === 'flag' && flags.get(item.id)?.present === true;
  return why.includes(filter);
}
