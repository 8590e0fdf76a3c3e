import type { Clash } from '../../../answers/answers-text.ts';
import type { Change } from '../../../answers/entries.ts';
import { sameData } from '../../../core/same-data.ts';
import { describeClash } from '../../../interview/clash.ts';
import type { Conflict } from '../session.ts';
import type { Edit } from './merge.ts';

/** A conflict with both values. */
export interface HeldConflict extends Conflict {
  readonly mineIs: Edit;
  readonly theirsIs: Edit;
  /** Which of both the answers have until it is settled. */
  readonly inWork: 'mine' | 'theirs';
}

/** @param emptied the entry as it is where the others deleted it */
export function heldConflict(
  from: Conflict['from'],
  { section, id = '', mine, theirs }: Clash,
  emptied: Change['value'],
): HeldConflict {
  const changeTo = (value: object): Edit =>
    (section === 'draft' || section === 'reviewer' ? { section, value } : { section, id, value }) as Edit;
  return {
    from,
    section,
    id,
    ...describeClash({ mine, theirs }),
    mineIs: changeTo(mine),
    theirsIs: changeTo(theirs ?? emptied),
    inWork: from === 'tab' ? 'theirs' : 'mine',
  };
}

/** Whether two are one conflict, whichever tab sees it: about one entry, between the same two values. */
function isSame(a: HeldConflict, b: HeldConflict): boolean {
  const isAbout = a.from === b.from && a.section === b.section && a.id === b.id;
  if (!isAbout) return false;
  const [mine, theirs] = [plain(a.mineIs), plain(a.theirsIs)];
  const others = [plain(b.mineIs), plain(b.theirsIs)];
  return sameData([mine, theirs], others) || sameData([theirs, mine], others);
}

/** As JSON has it: a value that was read back from the browser's copy has no undefined keys. */
function plain(edit: Edit): unknown {
  return JSON.parse(JSON.stringify(edit));
}

/** Conflicts with others added; one that is there already is not asked about twice. */
export function withConflicts(list: readonly HeldConflict[], more: readonly HeldConflict[]): readonly HeldConflict[] {
  return [...list, ...more.filter((each) => !list.some((one) => isSame(one, each)))];
}

/**
 * The conflicts of two tabs together: what either has settled since `base` is settled, and what either has found is kept. What is
 * mine in the other tab is theirs in this one.
 */
export function mergedConflicts(
  base: readonly HeldConflict[],
  mine: readonly HeldConflict[],
  theirs: readonly HeldConflict[],
): readonly HeldConflict[] {
  const isIn = (list: readonly HeldConflict[], each: HeldConflict): boolean => list.some((one) => isSame(one, each));
  const kept = mine.filter((each) => !isIn(base, each) || isIn(theirs, each));
  return withConflicts(kept, theirs.filter((each) => !isIn(base, each)).map(seenFromHere));
}

/** A conflict between this tab and the other, which the other has found. Between the page and a file, both tabs are the page. */
function seenFromHere(conflict: HeldConflict): HeldConflict {
  if (conflict.from === 'file') return conflict;
  const { mine, theirs, mineIs, theirsIs, inWork } = conflict;
  const turned = { mine: theirs, theirs: mine, mineIs: theirsIs, theirsIs: mineIs } as const;
  return { ...conflict, ...turned, inWork: inWork === 'mine' ? 'theirs' : 'mine' };
}
