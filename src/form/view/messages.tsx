import type { JSX } from 'preact';
import { phrase } from '../../messages/phrases.ts';
import { usePage, useSession, useUi } from './page.ts';

/** What the reviewer has to be told: trouble stays until it is dismissed. */
export function Messages(): JSX.Element {
  const { session } = usePage();
  const message = useSession((state) => state.message);
  const said = useUi((ui) => ui.said);
  const text = message && (
    <>
      <p dir="auto">{message.text}</p>
      <button type="button" onClick={() => session.dismissMessage()}>
        {phrase('form', 'dismiss')}
      </button>
    </>
  );
  return (
    <div class="messages">
      <div role="alert">{message?.kind === 'trouble' && <div class="message trouble">{text}</div>}</div>
      <div role="status">{message?.kind === 'done' && <div class="message done">{text}</div>}</div>
      <p role="status" class={said === '' ? 'hidden' : 'said'}>
        {said}
      </p>
    </div>
  );
}
