import type { JSX } from 'preact';
import type { Confidence } from '../../../../core/answers.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { Choices, type Option } from '../../controls/choices.tsx';
import { usePage, useSession } from '../../page.ts';

const grades = ['low', 'medium', 'high'] as const;

/** How sure the reviewer is. */
export function ConfidenceChoice({ id }: { readonly id: string }): JSX.Element {
  const { session } = usePage();
  const confidence = useSession(({ assessment }) => assessment.answers.get(id)?.confidence ?? 'none');
  const options: readonly Option<Confidence | 'none'>[] = [
    ...grades.map((value) => ({ value, text: phrase('report', `confidence-${value}`) })),
    { value: 'none', text: phrase('form', 'confidence-none') },
  ];
  return (
    <Choices<Confidence | 'none'>
      legend={phrase('form', 'confidence')}
      options={options}
      chosen={confidence}
      isInline
      onChoose={(value) => session.setConfidence(id, value === 'none' ? undefined : value)}
    />
  );
}
