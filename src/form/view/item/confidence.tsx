import type { JSX } from 'preact';
import type { Confidence } from '../../../core/answers.ts';
import { phrase } from '../../../messages/phrases.ts';
import { usePage, useSession } from '../page.ts';
import { Choices, type Option } from './choices.tsx';

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
