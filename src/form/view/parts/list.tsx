import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { phrase } from '../../../messages/phrases.ts';
import type { Filter } from '../../model/session.ts';
import { goTo, say } from '../acts.ts';
import { usePage, useSession } from '../page.ts';
import { type Home, keyOf } from '../place.ts';
import { Entry, FoundItems, itemsMatching } from './found.tsx';
import { type Row, rowsOf, sameRows } from './rows.ts';

/** The questionnaire's parts with their items. */
export function List(): JSX.Element {
  const page = usePage();
  const rows = useSession(rowsOf, sameRows);
  const [words, setWords] = useState('');
  const found = words === '' ? undefined : itemsMatching(words, rows, page.homes);
  return (
    <>
      <FilterField />
      <search>
        <form
          class="field"
          onSubmit={(event) => {
            event.preventDefault();
            if (found?.[0]) {
              goTo(page, found[0].home.item);
              setWords('');
            } else say(page, phrase('form', 'jump-none'));
          }}
        >
          <label for="jump">{phrase('form', 'jump')}</label>
          <input
            id="jump"
            type="search"
            autocomplete="off"
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value.trim())}
          />
        </form>
      </search>
      {found ? <FoundItems found={found} /> : <Parts rows={rows} />}
    </>
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
  readonly rows: { readonly row: Row; readonly home: Home }[];
}

function Parts({ rows }: { readonly rows: readonly Row[] }): JSX.Element {
  const { homes } = usePage();
  const parts = partsOf(rows, homes).filter((part) => part.rows.some(({ row }) => row.isShown));
  if (parts.length === 0) return <p class="hint">{phrase('form', 'list-empty')}</p>;
  return (
    <>
      {parts.map((part) => (
        <PartView key={part.id} part={part} />
      ))}
    </>
  );
}

function partsOf(rows: readonly Row[], homes: ReadonlyMap<string, Home>): PartOfList[] {
  const parts = new Map<string, PartOfList>();
  for (const row of rows) {
    const home = homes.get(row.key);
    if (!home) continue;
    const id = `${home.kind} ${home.partId}`;
    const part = parts.get(id) ?? { id, title: home.part, rows: [] };
    part.rows.push({ row, home });
    parts.set(id, part);
  }
  return [...parts.values()];
}

/** A part, open if the reviewer is in it or has opened it. */
function PartView({ part: { title, rows } }: { readonly part: PartOfList }): JSX.Element {
  const isHere = useSession(({ at }) => rows.some(({ row }) => row.key === keyOf(at)));
  const isFiltered = useSession(({ filter }) => filter !== 'all');
  const done = rows.filter(({ row }) => !row.isOpen).length;
  return (
    <details class="part" open={isHere || isFiltered}>
      <summary>
        <span class="title" dir="auto">
          {title}
        </span>{' '}
        <span class="count">{phrase('form', 'part-count', { done, n: rows.length })}</span>
      </summary>
      <ol>{rows.map(({ row, home }) => row.isShown && <Entry key={row.key} row={row} home={home} />)}</ol>
    </details>
  );
}
