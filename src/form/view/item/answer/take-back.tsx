import type { JSX } from 'preact';
import type { Item } from '../../../../interview/plan.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { say } from '../../acts.ts';
import { usePage } from '../../page.ts';

/** Takes the answer back. The button stays where it is, so that the focus is not lost. */
export function TakeBack({ item, isAnswered }: { readonly item: Item; readonly isAnswered: boolean }): JSX.Element {
  const page = usePage();
  return (
    <p class="acts">
      <button
        type="button"
        class="quiet"
        aria-disabled={!isAnswered}
        onClick={() => {
          if (!isAnswered) return;
          page.session.clear(item);
          say(page, phrase('form', 'taken-back'));
        }}
      >
        {phrase('form', 'take-back')}
      </button>
    </p>
  );
}
