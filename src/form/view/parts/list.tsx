import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { phrase } from '../../../messages/phrases.ts';
import type { Filter } from '../../model/session.ts';
import { goTo, say } from '../acts.ts';
import { usePage, useSession } from '../page.ts';
import { type Home, keyOf } from '../place.ts';
import { Entry, FoundItems, itemsMatching } from './found.tsx';
import { rowsOf, sameRows } from './rows.ts';

/** The questionnaire's parts with their items. */
export function List(): JSX.Element {
  const [words, setWords] = useState('');
  return (
    <>
      <FilterField />
      <Jump words={words} onWords={setWords} />
      {words === '' ? <Parts /> : <FoundItems words={words} />}
    </>
  );
}

interface JumpProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
}

/** Finds items by their number or their words; Enter goes to the first. */
function Jump({ words, onWords }: JumpProps): JSX.Element {
  const page = usePage();
  const jump = (): void => {
    const [first] = itemsMatching(words, rowsOf(page.session.state()), page.homes);
    if (first && words !== '') {
      goTo(page, first.home.item);
      onWords('');
    } else say(page, phrase('form', 'jump-none'));
  };
  return (
    <search>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          jump();
        }}
      >
        <label for="jump">{phrase('form', 'jump')}</label>
        <input
          id="jump"
          type="search"
          autocomplete="off"
          value={words}
          onInput={({ currentTarget }) => onWords(currentTarget.value.trimStart())}
        />
      </form>
    </search>
  );
}

const filters = ['all', 'open', 'unsure', 'review', 'flagged'] as const;

function FilterField(): JSX.Element {
  const { session } = usePage();
  const filter = useSession((state) => state.filter);
  const counts = useSession(countsOf, (a, b) => a.join() === b.join());
  return (
    <div class="field">
      <label for="filter">{phrase('form', 'filter')}</label>
      <select id="filter" value={filter} onChange={({ currentTarget }) => session.setFilter(currentTarget.value as Filter)}>
        {filters.map((each, index) => (
          <option key={each} value={each}>
            {phrase('form', `filter-${each}`, { n: counts[index] ?? 0 })}
          </option>
        ))}
      </select>
    </div>
  );
}

function countsOf({ standings, assessment }: Parameters<typeof rowsOf>[0]): number[] {
  const having = (why: (typeof standings)[number]['why'][number]): number =>
    standings.filter((standing) => standing.why.includes(why)).length;
  const flagged = [...assessment.flags.values()].filter(({ present }) => present === true).length;
  return [standings.length, having('open'), having('unsure'), having('review'), flagged];
}

interface PartOfList {
  readonly id: string;
  readonly title: string;
  readonly homes: ReadonlyMap<string, Home>;
}

function Parts(): JSX.Element {
  const { homes } = usePage();
  const parts = useMemo(() => partsOf(homes), [homes]);
  const isEmpty = useSession((state) => !rowsOf(state).some((row) => row.isShown));
  return (
    <>
      {isEmpty && <p class="hint">{phrase('form', 'list-empty')}</p>}
      {parts.map((part) => (
        <PartView key={part.id} part={part} />
      ))}
    </>
  );
}

function partsOf(homes: ReadonlyMap<string, Home>): PartOfList[] {
  const parts = new Map<string, { id: string; title: string; homes: Map<string, Home> }>();
  for (const [key, home] of homes) {
    // A feature and a step may have the same id.
    const id = `${home.kind} ${home.partId}`;
    const part = parts.get(id) ?? { id, title: home.part, homes: new Map() };
    part.homes.set(key, home);
    parts.set(id, part);
  }
  return [...parts.values()];
}

/** A part, open if the reviewer is in it or has opened it. It is drawn again only if one of its own items changes. */
function PartView({ part: { title, homes } }: { readonly part: PartOfList }): JSX.Element | null {
  const rows = useSession((state) => rowsOf(state).filter(({ key }) => homes.has(key)), sameRows);
  const isHere = useSession(({ at }) => homes.has(keyOf(at)));
  const isFiltered = useSession(({ filter }) => filter !== 'all');
  if (!rows.some((row) => row.isShown)) return null;
  const done = rows.filter((row) => !row.isOpen).length;
  return (
    <details class="part" open={isHere || isFiltered}>
      <summary>
        <span class="title" dir="auto">
          {title}
        </span>{' '}
        <span class="count">{phrase('form', 'part-count', { done, n: rows.length })}</span>
      </summary>
      <ol>
        {rows.map((row) => {
          const home = homes.get(row.key);
          return row.isShown && home && <Entry key={row.key} row={row} home={home} />;
        })}
      </ol>
    </details>
  );
}
