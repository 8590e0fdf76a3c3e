import type { JSX } from 'preact';
import type { Evidence } from '../../../../core/answers.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { TextField } from '../../controls/text-field.tsx';
import { Verification } from './verification.tsx';

const fields = ['document', 'at', 'quote', 'note'] as const;

type Field = (typeof fields)[number];

interface Props {
  readonly piece: Evidence;
  /** Whether the words may stand in another document than the draft. */
  readonly hasDocument: boolean;
  /** Called at every change, so that nothing that is typed can be lost. */
  readonly onChange: (piece: Evidence) => void;
  readonly onDone: () => void;
}

/** Types a piece of evidence. It is saved at every change from when it has anything. */
export function EvidenceEditor({ piece, hasDocument, onChange, onDone }: Props): JSX.Element {
  const setField = (field: Field, text: string): void => {
    const { [field]: _, check: __, ...rest } = piece;
    onChange(text === '' ? rest : { ...rest, [field]: text });
  };
  return (
    <fieldset class="editor">
      <legend class="hidden">{phrase('form', 'evidence-editor')}</legend>
      {fields.map(
        (field) =>
          (field !== 'document' || hasDocument) && (
            <TextField
              key={field}
              id={`evidence-${field}`}
              label={phrase('form', `evidence-${field}`)}
              value={piece[field] ?? ''}
              isLong={field === 'quote' || field === 'note'}
              onText={(text) => setField(field, text)}
            />
          ),
      )}
      <div role="status">
        <Verification piece={piece} onChange={onChange} />
      </div>
      <p class="acts">
        <button type="button" onClick={onDone}>
          {phrase('form', 'evidence-done')}
        </button>
      </p>
    </fieldset>
  );
}
