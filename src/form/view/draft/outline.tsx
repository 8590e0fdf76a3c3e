import type { JSX } from 'preact';
import { phrase } from '../../../messages/phrases.ts';
import { showDraft } from '../acts.ts';
import { usePage, useUi } from '../page.ts';
import type { Unit } from './units.ts';

interface Group {
  readonly titles: readonly string[];
  readonly units: { readonly unit: Unit; readonly index: number }[];
}

/** The provisions of the draft in their order, under the titles of its parts. */
export function Outline(): JSX.Element {
  const { draft } = usePage();
  return (
    <nav aria-label={phrase('form', 'outline')} class="outline">
      {grouped(draft?.units.all ?? []).map(({ titles, units }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the draft never changes
        <section key={at}>
          {titles.length > 0 && <h3 dir="auto">{titles.join(' / ')}</h3>}
          <ul>
            {units.map(({ unit, index }) => (
              <li key={index}>
                <OutlineEntry unit={unit} index={index} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function OutlineEntry({ unit, index }: { readonly unit: Unit; readonly index: number }): JSX.Element {
  const page = usePage();
  const isRead = useUi(({ reading }) => reading.unit === index);
  return (
    <button
      type="button"
      class="entry"
      dir="auto"
      aria-current={isRead ? 'true' : undefined}
      onClick={() => {
        page.ui.set({ reading: { unit: index, label: '' } });
        showDraft(page, 'text', 'provision-heading');
      }}
    >
      {unit.name}
    </button>
  );
}

function grouped(units: readonly Unit[]): Group[] {
  const groups: Group[] = [];
  for (const [index, unit] of units.entries()) {
    const last = groups.at(-1);
    if (last && last.titles.join('\n') === unit.groups.join('\n')) last.units.push({ unit, index });
    else groups.push({ titles: unit.groups, units: [{ unit, index }] });
  }
  return groups;
}
