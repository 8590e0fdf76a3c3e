import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Elsewhere } from '../../../../core/answers.ts';
import type { Question } from '../../../../core/rubric.ts';
import { phrase } from '../../../../messages/phrases.ts';
import type { ElsewhereTexts } from '../../../model/session.ts';
import { Choices, type Option } from '../../controls/choices.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { usePage, useSession } from '../../page.ts';

const fields = ['law', 'at', 'note'] as const;

/** What other law in force gives on the question, beside what the draft gives. Folded unless the answer says it. */
export function ElsewhereSection({ question }: { readonly question: Question }): JSX.Element {
  const { session, lang } = usePage();
  const { id } = question;
  const saved = useSession(({ assessment }) => assessment.answers.get(id)?.elsewhere);
  // What is typed before a level is chosen.
  const waiting = useSession(({ elsewhere }) => elsewhere.get(id));
  const [isOpen] = useState(saved !== undefined || waiting !== undefined);
  const level = saved?.level ?? null;
  const texts = saved ? withoutLevel(saved) : (waiting ?? {});
  // As it is now: another tab may have changed it since it was drawn.
  const textsNow = (): ElsewhereTexts => {
    const { assessment, elsewhere } = session.state();
    const now = assessment.answers.get(id)?.elsewhere;
    return now ? withoutLevel(now) : (elsewhere.get(id) ?? {});
  };
  const options: readonly Option<number | null>[] = [
    ...question.levels.map((text, value) => ({ value, text: `${value} ${text}`, lang: lang.rubric })),
    { value: null, text: phrase('form', 'elsewhere-none') },
  ];
  const choose = (value: number | null): void => {
    const now = textsNow();
    session.setElsewhere(id, value === null ? undefined : { level: value, ...now }, now);
  };
  const type = (field: (typeof fields)[number], text: string): void => {
    const now = session.state().assessment.answers.get(id)?.elsewhere;
    const { [field]: _, ...rest } = textsNow();
    const changed = inOrder(text === '' ? rest : { ...rest, [field]: text });
    session.setElsewhere(id, now && { level: now.level, ...changed }, changed);
  };
  const isWaiting = saved === undefined && waiting !== undefined;
  return (
    <details class="elsewhere" open={isOpen}>
      <summary>{phrase('form', 'elsewhere')}</summary>
      <p class="hint">{phrase('form', 'elsewhere-about')}</p>
      <Choices legend={phrase('form', 'elsewhere-level')} options={options} chosen={level} onChoose={choose} />
      <p role="status" class={isWaiting ? 'error' : 'hidden'}>
        {isWaiting && phrase('form', 'elsewhere-needed')}
      </p>
      {fields.map((field) => (
        <TextField
          key={field}
          id={`elsewhere-${field}`}
          label={phrase('form', `elsewhere-${field}`)}
          value={texts[field] ?? ''}
          isLong={field === 'note'}
          onText={(text) => type(field, text)}
        />
      ))}
    </details>
  );
}

function withoutLevel({ level: _, ...texts }: Elsewhere): ElsewhereTexts {
  return texts;
}

/** As an answers file has them. */
function inOrder(texts: ElsewhereTexts): ElsewhereTexts {
  return Object.fromEntries(fields.flatMap((field) => (texts[field] === undefined ? [] : [[field, texts[field]]])));
}
