import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Elsewhere } from '../../../../core/answers.ts';
import type { Question } from '../../../../core/rubric.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { Choices, type Option } from '../../controls/choices.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { usePage, useSession } from '../../page.ts';

const fields = ['law', 'at', 'note'] as const;

type Texts = Omit<Elsewhere, 'level'>;

/** What other law in force gives on the question, beside what the draft gives. Folded unless the answer says it. */
export function ElsewhereSection({ question }: { readonly question: Question }): JSX.Element {
  const { session, lang } = usePage();
  const { id } = question;
  const saved = useSession(({ assessment }) => assessment.answers.get(id)?.elsewhere);
  const [isOpen] = useState(saved !== undefined);
  // What is typed before a level is chosen is only here.
  const [typed, setTyped] = useState<Texts>({});
  const level = saved?.level ?? null;
  const texts = saved ? withoutLevel(saved) : typed;
  const options: readonly Option<number | null>[] = [
    ...question.levels.map((text, value) => ({ value, text: `${value} ${text}`, lang: lang.rubric })),
    { value: null, text: phrase('form', 'elsewhere-none') },
  ];
  const choose = (value: number | null): void => {
    if (value === null) setTyped(texts);
    session.setElsewhere(id, value === null ? undefined : { level: value, ...texts });
  };
  const type = (field: (typeof fields)[number], text: string): void => {
    const now = session.state().assessment.answers.get(id)?.elsewhere;
    const { [field]: _, ...rest } = now ? withoutLevel(now) : typed;
    const changed = inOrder(text === '' ? rest : { ...rest, [field]: text });
    if (now) session.setElsewhere(id, { level: now.level, ...changed });
    else setTyped(changed);
  };
  const isLost = saved === undefined && Object.keys(typed).length > 0;
  return (
    <details class="elsewhere" open={isOpen}>
      <summary>{phrase('form', 'elsewhere')}</summary>
      <p class="hint">{phrase('form', 'elsewhere-about')}</p>
      <Choices legend={phrase('form', 'elsewhere-level')} options={options} chosen={level} onChoose={choose} />
      <p role="status" class={isLost ? 'error' : 'hidden'}>
        {isLost && phrase('form', 'elsewhere-needed')}
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

function withoutLevel({ level: _, ...texts }: Elsewhere): Texts {
  return texts;
}

/** As an answers file has them. */
function inOrder(texts: Texts): Texts {
  return Object.fromEntries(fields.flatMap((field) => (texts[field] === undefined ? [] : [[field, texts[field]]])));
}
