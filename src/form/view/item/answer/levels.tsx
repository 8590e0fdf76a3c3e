import type { JSX } from 'preact';
import type { Question } from '../../../../core/rubric.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { Choices } from '../../controls/choices.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { usePage, useSession } from '../../page.ts';
import { TakeBack } from './take-back.tsx';

const notApplicable = 'not-applicable';

/** The levels of a question, from the lowest, and last that it does not apply. */
export function Levels({ question }: { readonly question: Question }): JSX.Element {
  const { session, lang } = usePage();
  const { id } = question;
  const answer = useSession(({ assessment }) => assessment.answers.get(id));
  const pending = useSession((state) => state.pending.get(id));
  // Chosen, but not an answer before a reason is given.
  const isUnexplained = useSession(({ unexplained }) => unexplained.has(id));
  const reason = answer?.notApplicable ?? null;
  const level = pending ? pending.level : (answer?.level ?? null);
  const options = [
    ...question.levels.map((text, value) => ({ value, text, letter: String(value), lang: lang.rubric })),
    {
      value: notApplicable,
      text: phrase('form', 'not-applicable'),
      hint: phrase('form', 'not-applicable-only'),
      letter: 'n',
      isRare: true,
    },
  ];
  const choose = (value: number | string): void => {
    if (typeof value === 'number') session.chooseLevel(id, value);
    else if (reason === null) session.setNotApplicable(id, '');
  };
  const showsReason = isUnexplained || reason !== null;
  return (
    <Choices legend={phrase('form', 'levels')} options={options} chosen={showsReason ? notApplicable : level} onChoose={choose}>
      {pending && (
        <p class="remark">{phrase('form', answer?.level === level ? 'marks-wait' : 'level-waits', { level: level ?? 0 })}</p>
      )}
      {showsReason && <Reason id={id} reason={reason} />}
      <TakeBack item={{ kind: 'question', id }} isAnswered={level !== null || showsReason} />
    </Choices>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly reason: string | null;
}

function Reason({ id, reason }: ReasonProps): JSX.Element {
  const { session } = usePage();
  return (
    <TextField
      id="not-applicable-reason"
      label={phrase('form', 'reason')}
      hint={reason === null ? phrase('form', 'reason-needed') : phrase('form', 'reason-hint')}
      value={reason ?? ''}
      isRequired
      isLong
      onText={(text) => session.setNotApplicable(id, text)}
    />
  );
}
