import type { JSX } from 'preact';
import type { Evidence } from '../../../core/answers.ts';
import { phrase } from '../../../messages/phrases.ts';
import { TextField } from '../text-field.tsx';
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

export function isEmptyPiece(piece: Evidence): boolean {
  return fields.every((field) => (piece[field] ?? '') === '');
}

/** Types a piece of evidence. Every change is saved at once. */
export function EvidenceEditor({ piece, hasDocument, onChange, onDone }: Props): JSX.Element {
  const shown = fields.filter((field) => field !== 'document' || hasDocument);
  const change = (field: Field, text: string): void => {
    const { [field]: _, check: __, ...rest } = piece;
    onChange(text === '' ? rest : { ...rest, [field]: text });
  };
  return (
    <fieldset class="editor">
      <legend>{phrase('form', 'evidence-editor')}</legend>
      {shown.map((field) => (
        <TextField
          key={field}
          id={`evidence-${field}`}
          label={phrase('form', `evidence-${field}`)}
          value={piece[field] ?? ''}
          isLong={field === 'quote' || field === 'note'}
          onText={(text) => change(field, text)}
        />
      ))}
      <Verification piece={piece} onChange={onChange} />
      <p class="acts">
        <button type="button" onClick={onDone}>
          {phrase('form', 'evidence-done')}
        </button>
      </p>
    </fieldset>
  );
}
