import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Draft, Reviewer } from '../../../core/answers.ts';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { goOn, goTo, pageName } from '../acts.ts';
import { TextField } from '../controls/text-field.tsx';
import { Rules } from '../item/help.tsx';
import { usePage, useSession, useTitle } from '../page.ts';
import { Earlier } from './earlier.tsx';

/** The first screen: what is assessed, who does it, where one stands, and where the answers are. */
export function Start(): JSX.Element {
  const { session } = usePage();
  const title = useSession(({ assessment }) => assessment.draft.title ?? '');
  const answered = useSession(({ result }) => result.answered);
  const isNew = answered === 0;
  // Asked for when the reviewer begins without it, until it is there.
  const [isTitleMissed, setTitleMissed] = useState(false);
  const hasRules = (session.prepared.rubric.conventions ?? []).length > 0;
  useTitle('');
  return (
    <article class="start" aria-labelledby="start-title">
      <h2 id="start-title" tabIndex={-1}>
        {phrase('form', isNew ? 'start-new' : 'start-resumed')}
      </h2>
      <p class="notice" dir="auto">
        {session.prepared.rubric.notice}
      </p>
      <Contents />
      {!isNew && <Standing />}
      <Facts isTitleMissed={isTitleMissed && title === ''} />
      <Begin isNew={isNew} onTitleMissed={title === '' ? () => setTitleMissed(true) : undefined} />
      <section aria-labelledby="how-title">
        <h3 id="how-title">{phrase('form', 'how')}</h3>
        <ul>
          {(['how-answer', 'how-marks', 'how-open', 'how-report'] as const).map((key) => (
            <li key={key}>{phrase('form', key)}</li>
          ))}
        </ul>
      </section>
      {hasRules && (
        <details id="rules">
          <summary>{phrase('form', 'rules')}</summary>
          <Rules />
        </details>
      )}
      <Data />
    </article>
  );
}

/** How much there is to answer. */
function Contents(): JSX.Element {
  const { questions, flags, guidingQuestions } = usePage().session.prepared;
  const counts = { questions: questions.size, flags: flags.size, steps: guidingQuestions.size };
  return <p>{inSentences([phrase('form', 'contents', counts), counts.steps > 0 && phrase('form', 'contents-steps')])}</p>;
}

function Standing(): JSX.Element {
  const result = useSession((state) => state.result);
  const open = useSession(({ standings }) => standings.filter(({ why }) => why.includes('open')).length);
  const review = useSession(({ standings }) => standings.filter(({ why }) => why.includes('review')).length);
  const noted = useSession(({ assessment }) => [...assessment.steps.values()].filter(({ status }) => status !== null).length);
  const { answered, applicable, flagsChecked } = result;
  const { flags, guidingQuestions } = usePage().session.prepared;
  const counts = { answered, n: applicable, checked: flagsChecked, flags: flags.size, noted, steps: guidingQuestions.size };
  return (
    <p>
      {inSentences([
        phrase('form', 'standing', counts),
        phrase('form', open === 0 ? 'standing-done' : 'standing-open', { n: open }),
        review > 0 && phrase('form', 'standing-review', { n: review }),
      ])}
    </p>
  );
}

const draftFields = ['title', 'jurisdiction', 'version', 'date'] as const;
const reviewerFields = ['name', 'organisation'] as const;

const isDate = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text);

function Facts({ isTitleMissed }: { readonly isTitleMissed: boolean }): JSX.Element {
  const { session } = usePage();
  const draft = useSession(({ assessment }) => assessment.draft);
  const reviewer = useSession(({ assessment }) => assessment.reviewer);
  // A date is looked at once it is typed.
  const [isDateTyped, setDateTyped] = useState(true);
  const errors: Readonly<Record<string, string | undefined>> = {
    title: isTitleMissed ? phrase('form', 'title-needed') : undefined,
    date: isDateTyped && draft.date !== undefined && !isDate(draft.date) ? phrase('form', 'date-wrong') : undefined,
  };
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
            error={errors[field]}
            onBlur={() => setDateTyped(true)}
            onText={(text) => {
              setDateTyped(field !== 'date');
              session.setDraft(withText<Draft, typeof field>(session.state().assessment.draft, field, text));
            }}
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

interface BeginProps {
  readonly isNew: boolean;
  /** Called instead of going on where the title is missing: a report needs something to call the draft by. */
  readonly onTitleMissed: (() => void) | undefined;
}

function Begin({ isNew, onTitleMissed }: BeginProps): JSX.Element {
  const page = usePage();
  const isDone = useSession(({ standings }) => standings.every(({ why }) => !why.includes('open')));
  const begin = (): void => {
    if (onTitleMissed) {
      onTitleMissed();
      document.getElementById('fact-title')?.focus();
    } else if (isNew || isDone) goTo(page, page.session.state().at);
    else goOn(page);
  };
  return (
    <p class="acts">
      <button type="button" class="main" onClick={begin}>
        {phrase('form', isDone ? 'go-through' : isNew ? 'begin' : 'continue')}
      </button>
    </p>
  );
}

/** Where the answers are, and how they are deleted. */
function Data(): JSX.Element {
  const { ui } = usePage();
  const file = useSession(({ keeping }) => keeping.fileName);
  return (
    <section aria-labelledby="data-title">
      <h3 id="data-title">{phrase('form', 'data')}</h3>
      <ul>
        {(['data-browser', 'data-file', 'data-sent'] as const).map((key) => (
          <li key={key}>{phrase('form', key)}</li>
        ))}
        <li dir="auto">{phrase('form', 'send', { file, page: pageName() })}</li>
      </ul>
      <Earlier />
      <p class="acts">
        <button type="button" onClick={() => ui.set({ dialog: 'anew' })}>
          {phrase('form', 'start-anew')}
        </button>
        <button type="button" onClick={() => ui.set({ dialog: 'data' })}>
          {phrase('form', 'forget')}
        </button>
      </p>
    </section>
  );
}
