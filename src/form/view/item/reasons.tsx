import type { JSX } from 'preact';
import { reasonsOf } from '../../../interview/changes.ts';
import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { TextField } from '../controls/text-field.tsx';
import { usePage, useSession } from '../page.ts';

const labels = { question: 'why-question', flag: 'why-flag', guiding: 'notes' } as const;

/** The reasons of an answer, or the notes on a guiding question. */
export function Reasons({ item }: { readonly item: Item }): JSX.Element {
  const { session } = usePage();
  const text = useSession(({ assessment }) => reasonsOf(assessment, item));
  return (
    <TextField
      id="reasons"
      label={phrase('form', labels[item.kind])}
      value={text}
      isLong
      onText={(typed) => session.setReasons(item, typed)}
    />
  );
}
