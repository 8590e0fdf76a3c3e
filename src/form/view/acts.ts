import type { Item } from '../../interview/plan.ts';
import { phrase } from '../../messages/phrases.ts';
import type { SessionState } from '../model/session.ts';
import type { Page, Ui } from './page.ts';
import { keyOf } from './place.ts';

/** Moves the focus, at the latest once the page has been drawn again. */
export function focusSoon(id: string): void {
  const focus = (): void => document.getElementById(id)?.focus();
  // At once, if it can be: what is typed next belongs there.
  focus();
  setTimeout(focus, 0);
}

/** Tells a screen reader something that the eye sees. */
export function say({ ui }: Page, text: string): void {
  // A live region is silent about a text that it already has.
  const said = ui.state().said === text ? `${text} ` : text;
  ui.set({ said });
  setTimeout(() => ui.state().said === said && ui.set({ said: '' }), shownFor);
}

/** Milliseconds that a remark stays on the screen. */
const shownFor = 5000;

/** Saves the answers, and says then what to do with the file. */
export async function saveAnswers({ session, ui }: Page, save: () => Promise<void>): Promise<void> {
  const before = session.state().message;
  await save();
  const { message } = session.state();
  if (message !== before && message?.kind === 'done') ui.set({ savedBy: message });
}

/** The name of the page's own file. */
export function pageName(): string {
  return decodeURIComponent(location.pathname.split('/').at(-1) ?? '') || phrase('form', 'this-page');
}

/** Shows an item, from its heading. */
export function goTo({ session, ui }: Page, item: Item): void {
  session.goTo(item);
  ui.set({ view: 'item', pane: 'item' });
  arrive();
}

export function move({ session, ui }: Page, by: 1 | -1): void {
  if (ui.state().view === 'item') session.move(by);
  ui.set({ view: 'item', pane: 'item' });
  arrive();
}

/** Shows a screen from its top, with the focus on its heading. */
export function arrive(heading = 'heading'): void {
  setTimeout(() => {
    window.scrollTo(0, 0);
    document.getElementById('question-pane')?.scrollTo(0, 0);
    document.querySelector('#panel-passages')?.closest('.pane')?.scrollTo(0, 0);
    document.querySelector('#list-pane [aria-current]')?.scrollIntoView({ block: 'center' });
    document.getElementById(heading)?.focus();
  }, 0);
}

/**
 * The next item without an answer, after the last one from the first again. Those that the score rests on come first: the questions of
 * the design features, then red flags, then steps.
 */
export function goToNextOpen(page: Page): void {
  goToOpen(page, nextOpenItem(page.session.state(), 1));
}

/** Goes on where the reviewer stopped: with that item if it has no answer, else with the next one without. */
export function goOn(page: Page): void {
  goToOpen(page, nextOpenItem(page.session.state(), 0));
}

function goToOpen(page: Page, next: Item | undefined): void {
  if (next) goTo(page, next);
  else say(page, phrase('form', 'none-open'));
}

/** @param ahead 0 if the item where the reviewer is counts too, else 1 */
function nextOpenItem({ standings, at }: SessionState, ahead: 0 | 1): Item | undefined {
  const here = standings.findIndex(({ item }) => keyOf(item) === keyOf(at));
  const from = Math.max(0, here + ahead);
  const open = [...standings.slice(from), ...standings.slice(0, Math.max(0, here))]
    .filter(({ why }) => why.includes('open'))
    .map(({ item }) => item);
  return (['question', 'flag', 'guiding'] as const).flatMap((kind) => open.filter((item) => item.kind === kind))[0];
}

/** Shows a column and a part of the draft, and moves the focus there. */
export function showDraft({ ui }: Page, draftTab: Ui['draftTab'], focus: string): void {
  ui.set({ draftTab, pane: 'draft', view: 'item' });
  focusSoon(focus);
}

/** Shows a provision in full, from one of its lines. */
export function readLine(page: Page, line: number | undefined): void {
  if (line === undefined) return;
  page.ui.set({ reading: line });
  showDraft(page, 'text', 'provision-heading');
}
