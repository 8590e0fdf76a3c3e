import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isSameItem } from '../../model/filter.ts';
import type { SessionState } from '../../model/session.ts';
import { say } from '../acts.ts';
import type { Page } from '../page.ts';
import { keyOf } from '../place.ts';

/** Takes the last act back, and shows the item that it changed. */
export function undo(page: Page): void {
  repeat(page, 'undone', page.session.undo);
}

/** Does again what was undone. */
export function redo(page: Page): void {
  repeat(page, 'redone', page.session.redo);
}

function repeat(page: Page, said: 'undone' | 'redone', act: () => void): void {
  const { session, ui, homes } = page;
  const before = session.state();
  act();
  const item = changedItem(before, session.state());
  const home = item && homes.get(keyOf(item));
  if (!item || !home) return;
  if (ui.state().view === 'item' && !isSameItem(item, before.at)) session.goTo(item);
  say(page, phrase('form', said, { name: home.name }));
}

/** The first item whose entry is another. */
function changedItem(before: SessionState, after: SessionState): Item | undefined {
  const differing = (kind: Item['kind'], a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): Item[] =>
    [...new Set([...a.keys(), ...b.keys()])].flatMap((id) => (a.get(id) === b.get(id) ? [] : [{ kind, id }]));
  const [item] = [
    ...differing('question', before.assessment.answers, after.assessment.answers),
    ...differing('question', before.pending, after.pending),
    ...differing('question', asMap(before.unexplained), asMap(after.unexplained)),
    ...differing('question', before.elsewhere, after.elsewhere),
    ...differing('guiding', before.assessment.steps, after.assessment.steps),
    ...differing('flag', before.assessment.flags, after.assessment.flags),
  ];
  return item;
}

function asMap(ids: ReadonlySet<string>): ReadonlyMap<string, true> {
  return new Map([...ids].map((id) => [id, true]));
}
