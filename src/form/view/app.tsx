import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { phrase } from '../../messages/phrases.ts';
import { focusSoon } from './acts.ts';
import { DraftPane } from './draft/pane.tsx';
import { Dialogs } from './frame/dialogs.tsx';
import { followHistory } from './frame/history.ts';
import { onKey } from './frame/keyboard.ts';
import { Messages } from './frame/messages.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { CurrentItem } from './item/item.tsx';
import { type Page, PageContext, type Ui, usePage, useSession, useUi } from './page.ts';
import { Side } from './parts/side.tsx';
import { PanelView } from './screens/panel-view.tsx';
import { ReportView } from './screens/report-view.tsx';
import { Start } from './screens/start.tsx';

/** The whole page. It is drawn once; its parts follow the session by themselves. */
export function App({ page }: { readonly page: Page }): JSX.Element {
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(page, event);
    // A page that is hidden may never be shown again.
    const leaving = (): void => page.session.flush();
    document.addEventListener('keydown', listener);
    document.addEventListener('visibilitychange', leaving);
    window.addEventListener('pagehide', leaving);
    return () => {
      document.removeEventListener('keydown', listener);
      document.removeEventListener('visibilitychange', leaving);
      window.removeEventListener('pagehide', leaving);
    };
  }, [page]);
  useEffect(() => followHistory(page), [page]);
  return (
    <PageContext.Provider value={page}>
      <SkipLinks />
      <TopBar />
      <Messages />
      <PaneSwitch />
      <Columns />
      <Dialogs />
      <Unsaved />
    </PageContext.Provider>
  );
}

function SkipLinks(): JSX.Element {
  const { draft } = usePage();
  const view = useUi((ui) => ui.view);
  const ids = ['question-pane', ...(view === 'item' ? ['list-pane', ...(draft ? ['draft-pane'] : [])] : [])] as const;
  return (
    <nav class="skip" aria-label={phrase('form', 'skip')}>
      {ids.map((id) => (
        <SkipLink key={id} to={id as 'question-pane' | 'list-pane' | 'draft-pane'} />
      ))}
    </nav>
  );
}

function SkipLink({ to }: { readonly to: 'question-pane' | 'list-pane' | 'draft-pane' }): JSX.Element {
  const { ui } = usePage();
  const pane = { 'question-pane': 'item', 'list-pane': 'list', 'draft-pane': 'draft' } as const;
  return (
    <a
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        ui.set({ pane: pane[to] });
        setTimeout(() => document.querySelector<HTMLElement>(`#${to} :is(h2, [role=tab][tabindex="0"])`)?.focus(), 0);
      }}
    >
      {phrase('form', `skip-${to}`)}
    </a>
  );
}

const panes = ['list', 'item', 'draft'] as const;

/** Which column a narrow screen shows. */
function PaneSwitch(): JSX.Element | null {
  const { ui, draft } = usePage();
  const view = useUi((state) => state.view);
  const pane = useUi((state) => state.pane);
  if (view !== 'item') return null;
  const show = (to: Ui['pane']): void => {
    ui.set({ pane: to });
    if (to === 'item') focusSoon('heading');
  };
  return (
    <nav class="switch" aria-label={phrase('form', 'panes')}>
      {panes.map(
        (each) =>
          (each !== 'draft' || draft) && (
            <button key={each} type="button" aria-pressed={pane === each} onClick={() => show(each)}>
              {phrase('form', `pane-${each}`)}
            </button>
          ),
      )}
    </nav>
  );
}

function Columns(): JSX.Element {
  const { draft } = usePage();
  const view = useUi((ui) => ui.view);
  const pane = useUi((ui) => ui.pane);
  const names = ['columns', `view-${view}`, `pane-${pane}`, draft ? 'with-draft' : ''].filter(Boolean).join(' ');
  return (
    <main class={names}>
      {(view === 'start' || view === 'item') && <Side />}
      <div id="question-pane" class="pane question">
        {view === 'start' ? <Start /> : view === 'report' ? <ReportView /> : view === 'panel' ? <PanelView /> : <CurrentItem />}
      </div>
      {view === 'item' && <DraftPane />}
    </main>
  );
}

/** Asks before the page is closed with answers that are nowhere else. */
function Unsaved(): null {
  const isLost = useSession(({ keeping }) => keeping.browser !== 'saved' && keeping.inFile !== true);
  useEffect(() => {
    if (!isLost) return;
    const listener = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', listener);
    return () => window.removeEventListener('beforeunload', listener);
  }, [isLost]);
  return null;
}
