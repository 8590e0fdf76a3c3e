import type { JSX } from 'preact';
import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { usePage } from '../page.ts';

/** How to decide, the Guiding Principles that the item rests on, and words to search the draft for. */
export function Help({ item }: { readonly item: Item }): JSX.Element | null {
  const { session, lang } = usePage();
  const { rubric, questions, guidingQuestions, flags } = session.prepared;
  const entry = questions.get(item.id)?.question ?? guidingQuestions.get(item.id) ?? flags.get(item.id);
  if (!entry) return null;
  const terms = 'terms' in entry ? entry.terms : [];
  return (
    <div class="folds">
      <Fold id="help" title={phrase('form', 'help')}>
        <p dir="auto" lang={lang.rubric}>
          {entry.help || phrase('interview', 'no-help')}
        </p>
        {terms.length > 0 && <p dir="auto">{phrase('interview', 'terms', { terms: terms.join(', ') })}</p>}
      </Fold>
      {entry.principles.length > 0 && (
        <Fold id="principles" title={`${phrase('interview', 'principles')} ${entry.principles.join(', ')}`}>
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
        </Fold>
      )}
      {rubric.conventions && rubric.conventions.length > 0 && (
        <Fold id="conventions" title={phrase('interview', 'conventions')}>
          <ul>
            {rubric.conventions.map(({ id, text }) => (
              <li key={id} dir="auto" lang={lang.rubric}>
                {text}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

function Fold({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: JSX.Element | (JSX.Element | false)[];
}): JSX.Element {
  return (
    <details id={id}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
