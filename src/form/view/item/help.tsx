import type { JSX } from 'preact';
import type { Item } from '../../../interview/plan.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { usePage, useUi } from '../page.ts';
import { writeSetting } from '../settings.ts';
import { Linked } from './linked.tsx';

/** How to decide, with the Guiding Principles that the item rests on and words to search the draft for. Stays open or closed. */
export function Help({ item }: { readonly item: Item }): JSX.Element | null {
  const { session, lang, ui } = usePage();
  const isOpen = useUi((state) => state.hasHelp);
  const { rubric, questions, guidingQuestions, flags } = session.prepared;
  const entry = questions.get(item.id)?.question ?? guidingQuestions.get(item.id) ?? flags.get(item.id);
  if (!entry) return null;
  const terms = 'terms' in entry ? entry.terms : [];
  return (
    <details
      id="help"
      class="folds"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open === ui.state().hasHelp) return;
        ui.set({ hasHelp: open });
        writeSetting('help', open);
      }}
    >
      <summary>{phrase('form', 'help')}</summary>
      <p dir="auto" lang={lang.rubric}>
        {entry.help ? <Linked item={item} text={entry.help} /> : phrase('interview', 'no-help')}
      </p>
      {terms.length > 0 && <p dir="auto">{phrase('interview', 'terms', { terms: listed(terms) })}</p>}
      {entry.principles.length > 0 && (
        <details id="principles">
          <summary>{`${phrase('interview', 'principles')} ${listed(entry.principles)}`}</summary>
          <dl>
            {entry.principles.map((number) => (
              <div key={number}>
                <dt>{phrase('form', 'principle', { number })}</dt>
                <dd dir="auto" lang={lang.rubric}>
                  {rubric.principles[number] ?? ''}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {(rubric.conventions ?? []).length > 0 && (
        <p>
          <button type="button" class="link" onClick={() => ui.set({ dialog: 'rules' })}>
            {phrase('form', 'rules')}
          </button>
        </p>
      )}
    </details>
  );
}

/** The rubric's rules that hold for every question. */
export function Rules(): JSX.Element {
  const { session, lang } = usePage();
  return (
    <ul>
      {session.prepared.rubric.conventions?.map(({ id, text }) => (
        <li key={id} dir="auto" lang={lang.rubric}>
          {text}
        </li>
      ))}
    </ul>
  );
}
