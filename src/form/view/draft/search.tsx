import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Hit } from '../../../core/evidence.ts';
import { phrase } from '../../../messages/phrases.ts';
import { usePage, useUi } from '../page.ts';
import { Found } from './passages.tsx';

/** Milliseconds without typing before the draft is searched. */
const pause = 200;

interface Searched {
  readonly words: string;
  readonly hits: readonly Hit[];
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
      const hits = words === '' ? [] : await draft.client.search(words);
      if (!isCurrent) return;
      last = { words, hits };
      setFound(last);
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
      <p role="status" class="hint">
        {found.words !== '' && phrase('form', 'search-found', { n: found.hits.length })}
      </p>
      {found.words !== '' && <Found hits={found.hits} />}
    </search>
  );
}
