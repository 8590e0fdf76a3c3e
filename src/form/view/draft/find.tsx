import type { JSX } from 'preact';
import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showDraft } from '../acts.ts';
import { type Page, usePage, useUi } from '../page.ts';

/** Searches the draft from where passages are offered: those that are offered may not be the right ones. */
export function Find({ item }: { readonly item: Item }): JSX.Element {
  const page = usePage();
  const words = useUi(({ searchWords }) => searchWords);
  return (
    <search>
      <form
        class="field find"
        onSubmit={(event) => {
          event.preventDefault();
          find(page, String(new FormData(event.currentTarget).get('words')));
        }}
      >
        <label for="find-words">{phrase('form', 'search-words')}</label>
        <input id="find-words" name="words" type="search" dir="auto" autocomplete="off" defaultValue={words} />
        <button type="submit">{phrase('form', 'search-find')}</button>
      </form>
      <Terms item={item} />
    </search>
  );
}

/** The words that the rubric gives to search a draft for. */
function Terms({ item: { id } }: { readonly item: Item }): JSX.Element | null {
  const page = usePage();
  const { questions, flags } = page.session.prepared;
  const terms = (questions.get(id)?.question ?? flags.get(id))?.terms ?? [];
  if (terms.length === 0) return null;
  return (
    <details>
      <summary>{phrase('form', 'search-terms')}</summary>
      <p class="terms">
        {terms.map((words) => (
          <button
            key={words}
            type="button"
            class="link"
            lang={page.lang.rubric}
            aria-label={phrase('form', 'search-term', { words })}
            onClick={() => find(page, words)}
          >
            {words}
          </button>
        ))}
      </p>
    </details>
  );
}

function find(page: Page, words: string): void {
  if (words.trim() === '') return;
  page.ui.set({ searchWords: words.trim() });
  showDraft(page, 'search', 'search-words');
}
