import type { JSX } from 'preact';
import { phrase } from '../../../messages/phrases.ts';
import type { EarlierCopy } from '../../model/session.ts';
import { focusSoon } from '../acts.ts';
import { usePage, useSession } from '../page.ts';

/** Answers that others replaced in this browser, the newest first, each with what tells it from the others. */
export function Earlier(): JSX.Element | null {
  const { session } = usePage();
  // Beginning again, or with another file, sets the present answers aside.
  useSession(({ assessment }) => assessment);
  const copies = [...session.earlierCopies()].reverse();
  if (copies.length === 0) return null;
  return (
    <>
      <p>{phrase('form', 'earlier', { n: copies.length })}</p>
      <ul class="copies">
        {copies.map((copy, index) => (
          <Copy key={copies.length - index} copy={copy} />
        ))}
      </ul>
    </>
  );
}

function Copy({ copy }: { readonly copy: EarlierCopy }): JSX.Element {
  const { session } = usePage();
  const name = copy.title ?? copy.name;
  const { answered, applicable } = copy;
  const until = copy.until === undefined ? '' : phrase('form', 'earlier-until', { time: timeWords(copy.until) });
  // Two copies may be of the same draft.
  const called = `${name} ${until}`.trim();
  return (
    <li>
      <p>
        <strong dir="auto">{name}</strong>
        <span class="numbers">
          {answered !== undefined && ` ${phrase('form', 'earlier-answered', { answered, n: applicable })}`}
          {` ${until}`}
        </span>
      </p>
      <p class="acts">
        {answered !== undefined && (
          <button
            type="button"
            aria-label={phrase('form', 'earlier-back-named', { name: called })}
            onClick={() => {
              session.bringBack(copy);
              focusSoon('start-title');
            }}
          >
            {phrase('form', 'earlier-back')}
          </button>
        )}
        <button
          type="button"
          aria-label={phrase('form', 'earlier-save-named', { name: called })}
          onClick={() => session.downloadCopy(copy)}
        >
          {phrase('form', 'earlier-save')}
        </button>
      </p>
    </li>
  );
}

/** As a clock on the wall has it: the time is not part of any result. */
function timeWords(milliseconds: number): string {
  return new Date(milliseconds).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
}
