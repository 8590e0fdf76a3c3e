import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
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

/** Types a piece of evidence. It is saved at every change from when it has a provision or a quote. */
export function EvidenceEditor({ piece: saved, hasDocument, onChange, onDone }: Props): JSX.Element {
  // What is typed before there is a provision or a quote is only here.
  const typed = useRef(saved);
  const [isUnsaved, setUnsaved] = useState(false);
  const isSaved = saved.at !== undefined || saved.quote !== undefined;
  if (isSaved) typed.current = saved;
  const change = (changed: Evidence): void => {
    typed.current = changed;
    setUnsaved(!changed.at && !changed.quote && Boolean(changed.note || changed.document));
    onChange(changed);
  };
  const setField = (field: Field, text: string): void => {
    const { [field]: _, check: __, ...rest } = typed.current;
    change(text === '' ? rest : { ...rest, [field]: text });
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
              value={typed.current[field] ?? ''}
              isLong={field === 'quote' || field === 'note'}
              onText={(text) => setField(field, text)}
            />
          ),
      )}
      <div role="status">
        {isUnsaved && <p class="hint">{phrase('form', 'evidence-unsaved')}</p>}
        <Verification piece={typed.current} onChange={change} />
      </div>
      <p class="acts">
        <button type="button" onClick={onDone}>
          {phrase('form', 'evidence-done')}
        </button>
      </p>
    </fieldset>
  );
}
