import type { JSX } from 'preact';
import { phrase } from '../../messages/phrases.ts';
import { usePage, useSession } from './page.ts';

/** Answers that others replaced in this browser, each with what tells it from the others. */
export function Earlier(): JSX.Element | null {
  const { session } = usePage();
  // Opening another file sets the present answers aside.
  useSession(({ keeping }) => keeping.fileName);
  const copies = session.earlierCopies();
  if (copies.length === 0) return null;
  return (
    <>
      <p>{phrase('form', 'earlier', { n: copies.length })}</p>
      <ul class="copies">
        {copies.map((copy, index) => (
          <li key={index}>
            <span dir="auto">{copy.name}</span>
            <button type="button" aria-label={phrase('form', 'earlier-save-named', { name: copy.name })} onClick={() => session.downloadCopy(copy)}>
              {phrase('form', 'earlier-save')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
