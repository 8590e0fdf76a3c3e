import type { JSX } from 'preact';
import { phrase } from '../../../messages/phrases.ts';
import { showRange } from '../../../text/number.ts';
import type { Keeping } from '../../model/session.ts';
import { focusSoon, saveAnswers } from '../acts.ts';
import { usePage, useSession, useUi } from '../page.ts';
import { redo, undo } from './undo.ts';

/** The draft's title, where the answers are kept, the score, and what acts on the whole. */
export function TopBar(): JSX.Element {
  const { prepared } = usePage().session;
  const title = useSession(({ assessment }) => assessment.draft.title);
  return (
    <header class="top">
      <h1 dir="auto">{title ?? phrase('form', 'untitled', { rubric: prepared.rubric.title })}</h1>
      <ScoreLine />
      <Kept />
      <Acts />
    </header>
  );
}

function ScoreLine(): JSX.Element {
  const { ui } = usePage();
  const line = useSession(({ result: { low, high, answered, applicable } }) =>
    phrase('form', 'score-line', { range: showRange(low, high), answered, n: applicable }),
  );
  return (
    <p class="score-line">
      <button
        type="button"
        class="link"
        onClick={() => {
          ui.set({ side: 'score', pane: 'list', view: 'item' });
          focusSoon('score-title');
        }}
      >
        {line}
      </button>
    </p>
  );
}

/**
 * Says that the browser has the answers, and whether the file has them. The eye sees every save; a screen reader would say it at every
 * pause in typing, so it is told only of a failure and of its end.
 */
function Kept(): JSX.Element {
  const keeping = useSession((state) => state.keeping);
  const waiting = useSession(({ pending, unexplained }) => pending.size + unexplained.size);
  const said = useUi((ui) => ui.said);
  return (
    <div class={keeping.browser === 'failed' ? 'kept bad' : 'kept'}>
      <p aria-hidden="true">
        {phrase('form', keeping.browser === 'saved' && waiting > 0 ? 'browser-waiting' : `browser-${keeping.browser}`, {
          n: waiting,
        })}
      </p>
      <p role="status" class="hidden">
        {phrase('form', keeping.browser === 'failed' ? 'browser-failed' : 'browser-saved')}
      </p>
      <p dir="auto">{fileWords(keeping)}</p>
      <p role="status" class={said === '' ? 'hidden' : 'said'}>
        {said}
      </p>
    </div>
  );
}

function fileWords({ inFile, fileName: file }: Keeping): string {
  if (inFile === undefined) return phrase('form', 'file-none', { file });
  return phrase('form', inFile ? 'file-saved' : 'file-changed', { file });
}

function Acts(): JSX.Element {
  const page = usePage();
  const { session, ui } = page;
  const canUndo = useSession((state) => state.canUndo);
  const canRedo = useSession((state) => state.canRedo);
  const hasMenu = useUi((state) => state.hasMenu);
  return (
    <div class="acts">
      <button type="button" aria-disabled={!canUndo} onClick={() => canUndo && undo(page)}>
        {phrase('form', 'undo')}
      </button>
      <button type="button" class={hasMenu ? '' : 'rest'} aria-disabled={!canRedo} onClick={() => canRedo && redo(page)}>
        {phrase('form', 'redo')}
      </button>
      <button type="button" onClick={() => saveAnswers(page, session.saveFile)}>
        {phrase('form', 'save')}
      </button>
      <button type="button" id="menu" class="narrow-only" aria-expanded={hasMenu} onClick={() => ui.set({ hasMenu: !hasMenu })}>
        {phrase('form', 'menu')}
      </button>
      <More isOpen={hasMenu} />
    </div>
  );
}

/** What a narrow screen shows in a menu. */
function More({ isOpen }: { readonly isOpen: boolean }): JSX.Element {
  const page = usePage();
  const { session, ui } = page;
  const view = useUi((state) => state.view);
  const show = (to: 'start' | 'report' | 'panel'): void => {
    ui.set({ view: view === to ? 'item' : to, pane: 'item' });
    focusSoon(view === to ? 'heading' : `${to}-title`);
  };
  const button = (text: string, act: () => void, isPressed?: boolean): JSX.Element => (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={() => {
        ui.set({ hasMenu: false });
        act();
      }}
    >
      {text}
    </button>
  );
  return (
    <div class={isOpen ? 'more' : 'more rest'}>
      {button(phrase('form', 'save-as'), () => saveAnswers(page, session.saveFileAs))}
      {button(phrase('form', 'open'), () => session.openFile())}
      {button(phrase('form', 'report'), () => show('report'), view === 'report')}
      {button(phrase('form', 'panel'), () => show('panel'), view === 'panel')}
      {button(phrase('form', 'about'), () => show('start'), view === 'start')}
      {button(phrase('form', 'keys'), () => ui.set({ dialog: 'keys' }))}
    </div>
  );
}
