import type { JSX } from 'preact';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { goTo } from '../acts.ts';
import { usePage, useSession } from '../page.ts';
import { type Home, keyOf } from '../place.ts';
import { type Row, rowsOf, sameRows } from './rows.ts';

interface FoundItem {
  readonly row: Row;
  readonly home: Home;
}

/** How many items a search shows. */
const mostFound = 20;

/** The items that a number or words name: those with that number first, then those whose number begins so. */
export function itemsMatching(words: string, rows: readonly Row[], homes: ReadonlyMap<string, Home>): FoundItem[] {
  const sought = words.trim().toLowerCase().split(/\s+/);
  const all = rows.flatMap((row): FoundItem[] => {
    const home = homes.get(row.key);
    return home ? [{ row, home }] : [];
  });
  const whole = sought.join('');
  const rank = ({ home }: FoundItem): number => {
    const name = home.name.toLowerCase();
    if (name === whole) return 0;
    if (name.startsWith(whole)) return 1;
    const text = `${name} ${home.item.id} ${home.part} ${home.text}`.toLowerCase();
    return sought.every((word) => text.includes(word)) ? 2 : 3;
  };
  return all
    .filter((item) => rank(item) < 3)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostFound);
}

/** The items that a number or words name. */
export function FoundItems({ words }: { readonly words: string }): JSX.Element {
  const { homes } = usePage();
  const rows = useSession(rowsOf, sameRows);
  const found = itemsMatching(words, rows, homes);
  return (
    <>
      <p role="status" class="hint">
        {phrase('form', 'jump-found', { n: found.length })}
      </p>
      <ol class="found">
        {found.map(({ row, home }) => (
          <Entry key={row.key} row={row} home={home} />
        ))}
      </ol>
    </>
  );
}

/** An item that can be gone to. */
export function Entry({ row, home }: FoundItem): JSX.Element {
  const page = usePage();
  const isHere = useSession(({ at }) => keyOf(at) === row.key);
  const remarks = [row.state, row.isUnsure && phrase('form', 'row-unsure'), row.isToReview && phrase('form', 'row-review')];
  return (
    <li>
      <button
        type="button"
        class={row.isOpen ? 'entry open' : 'entry'}
        aria-current={isHere ? 'true' : undefined}
        onClick={() => goTo(page, home.item)}
      >
        <span class="name">{home.name}</span>
        <span class="text" dir="auto" lang={page.lang.rubric}>
          {home.text}
        </span>
        <span class="state">{listed(remarks)}</span>
      </button>
    </li>
  );
}
