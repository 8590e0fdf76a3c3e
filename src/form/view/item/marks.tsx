import type { JSX } from 'preact';
import type { Mark, Question } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { needWords } from '../../../report/words/marks.ts';
import type { Pending } from '../../model/session.ts';
import { usePage, useSession } from '../page.ts';

/** The marks that the levels count, each seen in the text or not, and whether they go with the level. */
export function Marks({ question }: { readonly question: Question }): JSX.Element {
  const { session, lang } = usePage();
  const { id, marks = [] } = question;
  const saved = useSession(({ assessment }) => assessment.answers.get(id)?.marks);
  const pending = useSession((state) => state.pending.get(id));
  const isAside = useSession(({ assessment }) => (assessment.answers.get(id)?.notApplicable ?? null) !== null);
  const ticked = pending?.marks ?? saved;
  return (
    <fieldset class="marks" disabled={isAside}>
      <legend>{phrase('form', 'marks')}</legend>
      <p class="hint">
        {phrase('form', ticked === undefined ? 'marks-open' : 'marks-ticked', { n: ticked?.length ?? 0, of: marks.length })}{' '}
        {phrase('form', 'marks-need', { needs: needWords(question) })}
      </p>
      {marks.map((mark) => (
        <label key={mark.id} class="choice">
          <input
            type="checkbox"
            class="mark"
            checked={ticked?.includes(mark.id) ?? false}
            onChange={({ currentTarget }) => session.tick(id, mark.id, currentTarget.checked)}
          />
          <span dir="auto" lang={lang.rubric}>
            {markText(mark)}
          </span>
        </label>
      ))}
      <div class="pending" role="status">
        {pending && <Lacking question={question} pending={pending} />}
      </div>
      <p class="acts">
        {ticked === undefined ? (
          <button type="button" class="quiet" onClick={() => session.tick(id, marks[0]?.id ?? '', false)}>
            {phrase('form', 'marks-none')}
          </button>
        ) : (
          <button type="button" class="quiet" onClick={() => session.leaveMarksOpen(id)}>
            {phrase('form', 'marks-leave-open')}
          </button>
        )}
      </p>
    </fieldset>
  );
}

function markText({ text, from }: Mark): string {
  return from === undefined ? text : phrase('interview', 'mark-from', { text, from });
}

interface LackingProps {
  readonly question: Question;
  readonly pending: Pending;
}

/** What the chosen level needs, and the ways out. Until one is taken, the answer is not saved. */
function Lacking({ question: { id, marks = [] }, pending: { level, lacks, allows } }: LackingProps): JSX.Element {
  const { session } = usePage();
  const { need, ticked, missing, required } = lacks;
  const key = required ? 'lacks-required' : need === marks.length ? 'lacks-all' : 'lacks-some';
  return (
    <>
      <p>
        <strong>{phrase('form', key, { level: level ?? 0, need, of: marks.length, ticked, n: missing.length })}</strong>{' '}
        {phrase('form', 'lacks-unsaved')}
      </p>
      <p>{phrase('form', 'lacks-missing')}</p>
      <ul>
        {missing.map((mark) => (
          <li key={mark.id} dir="auto">
            {mark.text}
          </li>
        ))}
      </ul>
      <p class="acts">
        <button type="button" onClick={() => session.chooseLevel(id, allows)}>
          {phrase('form', 'take-level', { level: allows })}
        </button>
      </p>
    </>
  );
}
