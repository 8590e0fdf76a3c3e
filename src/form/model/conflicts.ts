import type { Clash } from '../../answers/answers-text.ts';
import { describeClash } from '../../interview/clash.ts';
import type { Change } from '../../interview/entries.ts';
import type { Conflict } from './session.ts';

/** A conflict with both values. */
export interface HeldConflict extends Conflict {
  readonly mineIs: Change;
  readonly theirsIs: Change;
}

/** @param emptied the entry as it is where the others deleted it */
export function heldConflict(
  from: Conflict['from'],
  { section, id = '', mine, theirs }: Clash,
  emptied: Change['value'],
): HeldConflict {
  const changeTo = (value: object): Change =>
    (section === 'draft' || section === 'reviewer' ? { section, value } : { section, id, value }) as Change;
  return {
    from,
    section,
    id,
    ...describeClash({ mine, theirs }),
    mineIs: changeTo(mine),
    theirsIs: changeTo(theirs ?? emptied),
  };
}

/** Whether two conflicts are about the same entry. */
export function isSameEntry(a: Pick<Conflict, 'section' | 'id'>, b: Pick<Conflict, 'section' | 'id'>): boolean {
  return a.section === b.section && a.id === b.id;
}
