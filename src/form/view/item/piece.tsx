import type { JSX } from 'preact';
import type { Evidence } from '../../../core/answers.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { readLine } from '../acts.ts';
import { usePage } from '../page.ts';
import { Verification } from './verification.tsx';

interface Props {
  readonly piece: Evidence;
  readonly number: number;
  readonly onEdit: () => void;
  readonly onChange: (piece: Evidence) => void;
  readonly onRemove: () => void;
}

/** A piece of evidence: where it stands, its words, and whether the draft has them there. */
export function Piece({ piece, number, onEdit, onChange, onRemove }: Props): JSX.Element {
  const page = usePage();
  const { document, at, quote, note } = piece;
  const name = at ?? document ?? phrase('form', 'evidence-number', { number });
  const line = at === undefined ? undefined : page.draft?.lineOf.get(at);
  return (
    <>
      <p class="at">
        <strong dir="auto">{listed([document, at])}</strong>
      </p>
      {quote !== undefined && (
        <blockquote dir="auto" lang={page.lang.draft}>
          {quote}
        </blockquote>
      )}
      {note !== undefined && <p dir="auto">{note}</p>}
      <Verification piece={piece} onChange={onChange} />
      <p class="acts">
        {line !== undefined && (
          <button
            type="button"
            class="quiet"
            onClick={() => readLine(page, line)}
            aria-label={phrase('form', 'read-named', { name })}
          >
            {phrase('form', 'read')}
          </button>
        )}
        <button type="button" class="quiet" onClick={onEdit} aria-label={phrase('form', 'edit-named', { name })}>
          {phrase('form', 'edit')}
        </button>
        <button type="button" class="quiet" onClick={onRemove} aria-label={phrase('form', 'remove-named', { name })}>
          {phrase('form', 'remove')}
        </button>
      </p>
    </>
  );
}
