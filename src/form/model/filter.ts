import type { Assessment } from '../../core/answers.ts';
import type { Standing } from '../../interview/overview.ts';
import type { Item } from '../../interview/plan.ts';
import type { Filter, SessionState } from './session.ts';

/** Whether a filter shows an item. */
export function isShown(filter: Filter, { item, why }: Standing, { flags }: Assessment): boolean {
  if (filter === 'all') return true;
  return filter === 'flagged' ? item.kind === 'flag' && flags.get(item.id)?.present === true : why.includes(filter);
}

/** The item after or before the current one, of those that the filter shows, in the rubric's order; undefined at the end. */
export function neighbour(
  { at, standings, filter, assessment }: Pick<SessionState, 'at' | 'standings' | 'filter' | 'assessment'>,
  by: 1 | -1,
): Item | undefined {
  const here = standings.findIndex(({ item }) => isSameItem(item, at));
  const rest = by === 1 ? standings.slice(here + 1) : standings.slice(0, Math.max(0, here)).reverse();
  return rest.find((standing) => isShown(filter, standing, assessment))?.item;
}

export function isSameItem(a: Item, b: Item): boolean {
  return a.kind === b.kind && a.id === b.id;
}
