import type { JSX } from 'preact';
import type { Question } from '../../../../core/rubric.ts';
import type { Item } from '../../../../interview/plan.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { Choices } from '../../controls/choices.tsx';
import { usePage, useSession } from '../../page.ts';
import { Levels } from './levels.tsx';
import { Marks } from './marks.tsx';
import { TakeBack } from './take-back.tsx';

/** What the answer itself is chosen with. */
export function Answering({ item, question }: { readonly item: Item; readonly question: Question | undefined }): JSX.Element {
  if (question)
    return (
      <>
        <Levels question={question} />
        {question.marks && <Marks question={question} />}
      </>
    );
  return item.kind === 'flag' ? <Presence item={item} /> : <Status item={item} />;
}

function Presence({ item }: { readonly item: Item }): JSX.Element {
  const { session } = usePage();
  const present = useSession(({ assessment }) => assessment.flags.get(item.id)?.present ?? null);
  const options = [
    { value: true, text: phrase('form', 'flag-present'), letter: 'y' },
    { value: false, text: phrase('form', 'flag-not-present'), letter: 'n' },
  ];
  return (
    <Choices
      legend={phrase('form', 'flag-legend')}
      options={options}
      chosen={present}
      onChoose={(value) => session.setPresent(item.id, value)}
    >
      <TakeBack item={item} isAnswered={present !== null} />
    </Choices>
  );
}

const statuses = ['addressed', 'partly', 'missing'] as const;

function Status({ item }: { readonly item: Item }): JSX.Element {
  const { session } = usePage();
  const status = useSession(({ assessment }) => assessment.steps.get(item.id)?.status ?? null);
  const options = statuses.map((value) => ({ value, text: phrase('form', `status-${value}`), letter: value.charAt(0) }));
  return (
    <Choices
      legend={phrase('form', 'status-legend')}
      options={options}
      chosen={status}
      onChoose={(value) => session.setStatus(item.id, value)}
    >
      <TakeBack item={item} isAnswered={status !== null} />
    </Choices>
  );
}
