import type { JSX } from 'preact';
import type { Draft, Reviewer } from '../../core/answers.ts';
import { phrase } from '../../messages/phrases.ts';
import { goTo, goToNextOpen } from './acts.ts';
import { usePage, useSession, useTitle } from './page.ts';
import { TextField } from './text-field.tsx';

/** The first screen: what is assessed, who does it, where one stands, and where the answers are. */
export function Start(): JSX.Element {
  const { session } = usePage();
  const title = useSession(({ assessment }) => assessment.draft.title ?? '');
  const answered = useSession(({ result }) => result.answered);
  const isNew = answered === 0;
  useTitle('');
  return (
    <article class="start" aria-labelledby="start-title">
      <h2 id="start-title" tabIndex={-1}>
        {phrase('form', isNew ? 'start-new' : 'start-resumed')}
      </h2>
      <p class="notice" dir="auto">
        {session.prepared.rubric.notice}
      </p>
      {!isNew && <Standing />}
      <Facts />
      <Begin isNew={isNew} hasTitle={title !== ''} />
      <section aria-labelledby="how-title">
        <h3 id="how-title">{phrase('form', 'how')}</h3>
        <ul>
          {(['how-answer', 'how-marks', 'how-open', 'how-report'] as const).map((key) => (
            <li key={key}>{phrase('form', key)}</li>
          ))}
        </ul>
      </section>
      <Data />
    </article>
  );
}

function Standing(): JSX.Element {
  const result = useSession((state) => state.result);
  const open = useSession(({ standings }) => standings.filter(({ why }) => why.includes('open')).length);
  const review = useSession(({ standings }) => standings.filter(({ why }) => why.includes('review')).length);
  const { answered, applicable, flagsChecked } = result;
  const flags = usePage().session.prepared.flags.size;
  return (
    <p>
      {phrase('form', 'standing', { answered, n: applicable, checked: flagsChecked, flags })}{' '}
      {phrase('form', open === 0 ? 'standing-done' : 'standing-open', { n: open })}
      {review > 0 && ` ${phrase('form', 'standing-review', { n: review })}`}
    </p>
  );
}

const draftFields = ['title', 'jurisdiction', 'version', 'date'] as const;
const reviewerFields = ['name', 'organisation'] as const;

function Facts(): JSX.Element {
  const { session } = usePage();
  const draft = useSession(({ assessment }) => assessment.draft);
  const reviewer = useSession(({ assessment }) => assessment.reviewer);
  return (
    <section aria-labelledby="facts-title" class="facts">
      <h3 id="facts-title">{phrase('form', 'facts')}</h3>
      <div class="fields">
        {draftFields.map((field) => (
          <TextField
            key={field}
            id={`fact-${field}`}
            label={phrase('form', `fact-${field}`)}
            value={draft[field] ?? ''}
            isRequired={field === 'title'}
            onText={(text) => session.setDraft(withText<Draft, typeof field>(session.state().assessment.draft, field, text))}
          />
        ))}
        {reviewerFields.map((field) => (
          <TextField
            key={field}
            id={`fact-${field}`}
            label={phrase('form', `fact-${field}`)}
            value={reviewer[field] ?? ''}
            onText={(text) =>
              session.setReviewer(withText<Reviewer, typeof field>(session.state().assessment.reviewer, field, text))
            }
          />
        ))}
      </div>
    </section>
  );
}

/** A fact that is emptied is removed. */
function withText<Facts extends object, Field extends keyof Facts & string>(facts: Facts, field: Field, text: string): Facts {
  const { [field]: _, ...rest } = facts;
  return (text === '' ? rest : { ...rest, [field]: text }) as Facts;
}

function Begin({ isNew, hasTitle }: { readonly isNew: boolean; readonly hasTitle: boolean }): JSX.Element {
  const page = usePage();
  const isDone = useSession(({ standings }) => standings.every(({ why }) => !why.includes('open')));
  const begin = (): void => {
    // A report needs something to call the draft by.
    if (!hasTitle) document.getElementById('fact-title')?.focus();
    else if (isNew || isDone) goTo(page, page.session.state().at);
    else goToNextOpen(page);
  };
  return (
    <>
      <p class="acts">
        <button type="button" class="main" onClick={begin}>
          {phrase('form', isDone ? 'go-through' : isNew ? 'begin' : 'continue')}
        </button>
      </p>
      <p role="status" class="hint">
        {!hasTitle && phrase('form', 'title-needed')}
      </p>
    </>
  );
}

/** Where the answers are, and how they are deleted. */
function Data(): JSX.Element {
  const { session, ui } = usePage();
  return (
    <section aria-labelledby="data-title">
      <h3 id="data-title">{phrase('form', 'data')}</h3>
      <ul>
        {(['data-browser', 'data-file', 'data-sent'] as const).map((key) => (
          <li key={key}>{phrase('form', key)}</li>
        ))}
      </ul>
      <Earlier />
      <p class="acts">
        <button type="button" onClick={() => session.startNew()}>
          {phrase('form', 'start-anew')}
        </button>
        <button type="button" onClick={() => ui.set({ dialog: 'data' })}>
          {phrase('form', 'forget')}
        </button>
      </p>
    </section>
  );
}

/** Answers that others replaced in this browser. */
function Earlier(): JSX.Element | null {
  const { session } = usePage();
  // Opening another file sets the present answers aside.
  useSession(({ keeping }) => keeping.fileName);
  const copies = session.earlierCopies();
  if (copies.length === 0) return null;
  return (
    <>
      <p>{phrase('form', 'earlier', { n: copies.length })}</p>
      <ul>
        {copies.map((copy, index) => (
          <li key={index}>
            <button type="button" class="link" onClick={() => session.downloadCopy(copy)}>
              {phrase('form', 'earlier-save', { file: copy.name, number: index + 1 })}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
