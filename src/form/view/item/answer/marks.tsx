import type { JSX } from 'preact';
import type { Answer } from '../../../../core/answers.ts';
import { highestLevel } from '../../../../core/marks.ts';
import type { Mark, Question } from '../../../../core/rubric.ts';
import { inSentences } from '../../../../messages/lists.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { needWords } from '../../../../report/words/marks.ts';
import type { Pending } from '../../../model/session.ts';
import { usePage, useSession } from '../../page.ts';

/** The marks that the levels count, each seen in the text or not, and whether they go with the level. */
export function Marks({ question }: { readonly question: Question }): JSX.Element {
  const { session, lang } = usePage();
  const { id, marks = [] } = question;
  const answer = useSession(({ assessment }) => assessment.answers.get(id));
  const pending = useSession((state) => state.pending.get(id));
  const isUnexplained = useSession(({ unexplained }) => unexplained.has(id));
  const isAside = isUnexplained || (answer?.notApplicable ?? null) !== null;
  const ticked = pending?.marks ?? answer?.marks;
  return (
    <fieldset class="marks" disabled={isAside}>
      <legend>{phrase('form', 'marks')}</legend>
      <p class="hint">
        {inSentences([
          phrase('form', ticked === undefined ? 'marks-open' : 'marks-ticked', { n: ticked?.length ?? 0, of: marks.length }),
          phrase('form', 'marks-need', { needs: needs(question) }),
        ])}
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
        {pending && <Lacking question={question} pending={pending} answer={answer} />}
        {!pending && !isAside && (answer?.level ?? null) === null && ticked && ticked.length > 0 && (
          <Allowing question={question} ticked={ticked} />
        )}
      </div>
      <p class="acts">
        {pending ? null : ticked === undefined ? (
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

/** How many marks each level needs. Which of them it needs is said beside each mark. */
function needs(question: Question): string {
  return needWords({ ...question, marks: question.marks?.map(({ from: _, ...mark }) => mark) ?? [] });
}

function markText({ text, from }: Mark): string {
  return from === undefined ? text : phrase('interview', 'mark-from', { text, from });
}

/** The level that marks allow before one is chosen. */
function Allowing({ question, ticked }: { readonly question: Question; readonly ticked: readonly string[] }): JSX.Element {
  const { session } = usePage();
  const level = highestLevel(question, ticked);
  return (
    <p class="acts">
      <span>{phrase('form', ticked.length === 1 ? 'marks-allow-one' : 'marks-allow', { n: ticked.length, level })}</span>
      <button type="button" onClick={() => session.chooseLevel(question.id, level)}>
        {phrase('form', 'take-level', { level })}
      </button>
    </p>
  );
}

interface LackingProps {
  readonly question: Question;
  readonly pending: Pending;
  readonly answer: Answer | undefined;
}

/** What the chosen level needs, what counts until then, and the ways out. */
function Lacking({ question: { id, marks = [] }, pending: { level, lacks, allows }, answer }: LackingProps): JSX.Element {
  const { session } = usePage();
  const { need, ticked, missing, required } = lacks;
  const key = required ? 'required' : need === marks.length ? 'all' : 'some';
  // The level may be in the answers already, without these marks.
  const what = answer?.level === level ? 'lacks-marks' : 'lacks';
  return (
    <>
      <p>
        <strong>
          {phrase('form', `${what}-${key}`, { level: level ?? 0, need, of: marks.length, ticked, n: missing.length })}
        </strong>{' '}
        {countingNow(answer, level)}
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
        <button type="button" onClick={() => session.leaveMarksOpen(id)}>
          {phrase('form', 'marks-leave-open')}
        </button>
      </p>
    </>
  );
}

/** What the score counts while a level waits. */
function countingNow(answer: Answer | undefined, waiting: number | null): string {
  if ((answer?.notApplicable ?? null) !== null) return phrase('form', 'lacks-aside');
  const level = answer?.level ?? null;
  if (level === null) return phrase('form', 'lacks-none');
  if (level !== waiting) return phrase('form', 'lacks-still', { level });
  return phrase('form', answer?.marks ? 'lacks-still-marks' : 'lacks-still-open', { level });
}
