import type { JSX } from 'preact';
import { phrase } from '../../../messages/phrases.ts';
import { goToNextOpen, move } from '../acts.ts';
import { usePage } from '../page.ts';

/** The ways to other items. */
export function Way(): JSX.Element {
  const page = usePage();
  return (
    <nav class="way" aria-label={phrase('form', 'way')}>
      <button type="button" onClick={() => move(page, -1)}>
        {phrase('form', 'previous')}
      </button>
      <button type="button" class="main" onClick={() => move(page, 1)}>
        {phrase('form', 'next')}
      </button>
      <button type="button" onClick={() => goToNextOpen(page)}>
        {phrase('form', 'next-open')}
      </button>
    </nav>
  );
}
