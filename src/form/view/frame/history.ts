import type { Item } from '../../../interview/plan.ts';
import { arrive } from '../acts.ts';
import type { Page, Ui } from '../page.ts';
import { keyOf } from '../place.ts';

/** A screen that the Back button of the browser comes back to. */
interface Screen {
  readonly view: Ui['view'];
  /** The question, if the screen shows one. */
  readonly item: Item | undefined;
}

/**
 * Makes an entry of the browser's history of every screen, so that its Back button goes back to the one before and not out of the page.
 * @returns a function that ends it
 */
export function followHistory(page: Page): () => void {
  const { session, ui } = page;
  const screen = (): Screen => {
    const { view } = ui.state();
    return { view, item: view === 'item' ? session.state().at : undefined };
  };
  let shown = screen();
  let isGoingBack = false;
  keep('replaceState', shown);
  const changed = (): void => {
    const now = screen();
    if (isGoingBack || nameOf(now) === nameOf(shown)) return;
    shown = now;
    keep('pushState', now);
  };
  const back = ({ state }: PopStateEvent): void => {
    const { view, item } = (state ?? { view: 'start' }) as Screen;
    shown = { view, item };
    isGoingBack = true;
    if (item) session.goTo(item);
    ui.set({ view, pane: 'item' });
    isGoingBack = false;
    arrive(view === 'item' ? 'heading' : `${view}-title`);
  };
  const ends = [ui.subscribe(changed), session.subscribe(changed)];
  window.addEventListener('popstate', back);
  return () => {
    for (const end of ends) end();
    window.removeEventListener('popstate', back);
  };
}

function nameOf({ view, item }: Screen): string {
  return item ? keyOf(item) : view;
}

/** A browser that allows a page of a disk no history has only its own. */
function keep(how: 'pushState' | 'replaceState', screen: Screen): void {
  try {
    history[how](screen, '', `#${nameOf(screen)}`);
  } catch {}
}
