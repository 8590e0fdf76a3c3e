import { emptyAssessment } from '../../../core/answers.ts';
import { phrase } from '../../../messages/phrases.ts';
import { lastSeen } from '../files/seen-files.ts';
import { type HeldConflict, heldConflict, mergedConflicts, withConflicts } from '../merge/conflicts.ts';
import { edited, emptyEntry, mergedContent, rebased } from '../merge/merge.ts';
import type { Store } from '../store.ts';
import { waitingMark } from '../unfinished.ts';
import { listed } from '../words.ts';
import type { Home, Waiting, Work } from '../work.ts';
import { choicesOf, listOf, waitingOf } from './copy.ts';
import { mergedWaiting, outdone, rebasedWaiting } from './waiting.ts';

/** What this tab and the others had in common: the copy as it was last read or written here. */
export type Shared = Pick<Work, 'assessment'> & Waiting & Pick<Home, 'line' | 'conflicts'>;

export function sharedIn({ assessment, pending, unexplained, elsewhere, home: { line, conflicts } }: Work): Shared {
  return { assessment, pending, unexplained, elsewhere, line, conflicts };
}

/** What two tabs have in common of which that is not known: nothing, so that they ask wherever they differ. */
export function nothingShared(line: string): Shared {
  return { assessment: emptyAssessment(), pending: new Map(), unexplained: new Set(), elsewhere: new Map(), line, conflicts: [] };
}

/** Takes in what another tab wrote of the same assessment. */
export function mergeTab(store: Store, shared: Shared, theirs: Work): void {
  const { prepared, work } = store;
  const merged = mergedContent(shared.assessment, work.assessment, theirs.assessment, prepared);
  const held = merged.clashes.map(
    (clash): HeldConflict => heldConflict('tab', clash, emptyEntry(theirs.assessment, clash.section, clash.id)),
  );
  const choices = { base: choicesOf(shared.pending), mine: choicesOf(work.pending), theirs: choicesOf(theirs.pending) };
  const reasons = { base: idsOf(shared), mine: idsOf(work), theirs: idsOf(theirs) };
  const texts = { base: listOf(shared.elsewhere), mine: listOf(work.elsewhere), theirs: listOf(theirs.elsewhere) };
  // The other tab's choice, where this one made another, is named in the answer's mark for review.
  const marks = outdone(choices).map((choice) => waitingMark(merged.assessment, choice));
  const assessment = edited(merged.assessment, marks);
  const waiting = {
    pending: mergedWaiting(choices),
    unexplained: mergedWaiting(reasons).map(({ id }) => id),
    elsewhere: mergedWaiting(texts),
  };
  store.takeIn({ ...work, assessment, ...waitingOf(waiting, assessment, prepared) }, (earlier) =>
    rebasedWork(earlier, store, shared, theirs),
  );
  updateHome(work.home, theirs, assessment === theirs.assessment);
  store.conflictsAre(withConflicts(mergedConflicts(shared.conflicts, work.home.conflicts, theirs.home.conflicts), held));
  const { outside } = merged;
  if (outside.length > 0)
    store.say({ kind: 'done', text: phrase('keeping', 'other-tab', { n: outside.length, list: listed(outside, prepared) }) });
}

/** Takes in what another tab wrote of an assessment that this tab has left: undo leads back to it. */
export function mergeLeft(store: Store, shared: Shared, theirs: Work): void {
  store.takeIn(store.work, (earlier) => rebasedWork(earlier, store, shared, theirs));
}

function rebasedWork(earlier: Work, { prepared }: Store, shared: Shared, theirs: Work): Work {
  if (earlier.home.line !== shared.line) return earlier;
  const assessment = rebased(earlier.assessment, { base: shared.assessment, theirs: theirs.assessment }, prepared);
  const choices = { base: choicesOf(shared.pending), mine: choicesOf(earlier.pending), theirs: choicesOf(theirs.pending) };
  const reasons = { base: idsOf(shared), mine: idsOf(earlier), theirs: idsOf(theirs) };
  const texts = { base: listOf(shared.elsewhere), mine: listOf(earlier.elsewhere), theirs: listOf(theirs.elsewhere) };
  const waiting = {
    pending: rebasedWaiting(choices),
    unexplained: rebasedWaiting(reasons).map(({ id }) => id),
    elsewhere: rebasedWaiting(texts),
  };
  return { ...earlier, assessment, ...waitingOf(waiting, assessment, prepared) };
}

function idsOf({ unexplained }: Pick<Work, 'unexplained'>): { readonly id: string }[] {
  return [...unexplained].map((id) => ({ id }));
}

/** What the other tab knows of the file. One that went on with another file must not make this one write to the one open here. */
export function updateHome(home: Home, theirs: Work, isTheirs: boolean): void {
  const { name, text, seen, saved } = theirs.home;
  if (name !== home.name) Object.assign(home, { name, handle: undefined, asked: undefined });
  const known = [...seen].map(([file, { text: then }]) => [file, { text: then, handle: home.seen.get(file)?.handle }] as const);
  home.text = text;
  home.seen = lastSeen([...home.seen, ...known]);
  if (saved && isTheirs) home.saved = theirs.assessment;
}
