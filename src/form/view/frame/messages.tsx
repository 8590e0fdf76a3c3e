import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { pageName } from '../acts.ts';
import { usePage, useSession, useUi } from '../page.ts';

/** Milliseconds that a message on something done is shown. Where the answers are is always said at the top. */
const shownFor = 5000;
/** Milliseconds more for each character: time to read it twice. */
const perCharacter = 150;
/** Characters of what is said besides after saving. */
const sendLength = 100;

/** What the reviewer has to be told: trouble stays until it is dismissed. */
export function Messages(): JSX.Element {
  const { session } = usePage();
  const message = useSession((state) => state.message);
  const isSaved = useUi(({ savedBy }) => savedBy !== undefined && savedBy === message);
  const file = useSession(({ keeping }) => keeping.fileName);
  useEffect(() => {
    if (message?.kind !== 'done') return;
    const timer = setTimeout(
      () => session.dismissMessage(),
      shownFor + (message.text.length + (isSaved ? sendLength : 0)) * perCharacter,
    );
    return () => clearTimeout(timer);
  }, [message, isSaved, session]);
  const text = message && (
    <>
      <p dir="auto">{inSentences([message.text, isSaved && phrase('form', 'send', { file, page: pageName() })])}</p>
      <button type="button" onClick={() => session.dismissMessage()}>
        {phrase('form', 'dismiss')}
      </button>
    </>
  );
  return (
    <div class="messages">
      <div role="alert">{message?.kind === 'trouble' && <div class="message trouble">{text}</div>}</div>
      <div role="status">{message?.kind === 'done' && <div class="message done">{text}</div>}</div>
    </div>
  );
}
