import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Hit } from '../../../core/evidence.ts';
import { phrase } from '../../../messages/phrases.ts';
import { usePage, useUi } from '../page.ts';
import { whyFailed } from './check.ts';
import { Found } from './passages.tsx';

/** Milliseconds without typing before the draft is searched. */
const pause = 200;

interface Searched {
  readonly words: string;
  readonly hits: readonly Hit[];
  /** Why the draft could not be searched. */
  readonly failure?: string;
}

/** The last search, so that it is there again when its tab is. */
let last: Searched = { words: '', hits: [] };

/** Finds words in the draft. */
export function Search(): JSX.Element {
  const { draft, ui } = usePage();
  const words = useUi(({ searchWords }) => searchWords);
  const [found, setFound] = useState(last);
  useEffect(() => {
    if (words === found.words || !draft) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const searching = words === '' ? Promise.resolve([]) : draft.client.search(words);
      const next = await searching.then(
        (hits): Searched => ({ words, hits }),
        (error: unknown): Searched => ({ words, hits: [], failure: whyFailed(error) }),
      );
      if (!isCurrent) return;
      // What failed is tried again when the tab is opened again.
      last = next.failure === undefined ? next : { words: '', hits: [] };
      setFound(next);
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [draft, words]);
  return (
    <search>
      <div class="field">
        <label for="search-words">{phrase('form', 'search-words')}</label>
        <input
          id="search-words"
          type="search"
          dir="auto"
          autocomplete="off"
          value={words}
          onInput={({ currentTarget }) => ui.set({ searchWords: currentTarget.value.trim() })}
        />
      </div>
      <p role="status" class={found.failure === undefined ? 'hint' : 'error'}>
        {found.failure !== undefined
          ? phrase('form', 'search-failed', { why: found.failure })
          : found.words !== '' && phrase('form', 'search-found', { n: found.hits.length })}
      </p>
      {found.words !== '' && found.failure === undefined && <Found hits={found.hits} />}
    </search>
  );
}
