import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Evidence } from '../../../../core/answers.ts';
import { evidenceOf } from '../../../../interview/entries.ts';
import type { Item } from '../../../../interview/plan.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { focusSoon, say, showDraft } from '../../acts.ts';
import { usePage, useSession } from '../../page.ts';
import { EvidenceEditor } from './editor.tsx';
import { Piece } from './piece.tsx';
import { changePiece, type Editing, indexOf, type Row, rowsOf } from './rows.ts';

/** The provisions that show the answer, with their words. */
export function EvidenceSection({ item }: { readonly item: Item }): JSX.Element {
  const { session, draft } = usePage();
  const evidence = useSession(({ assessment }) => evidenceOf(assessment, item), sameList);
  const [editing, setEditing] = useState<Editing>();
  const rows = rowsOf(evidence, editing);
  const placeOf = (piece: Evidence): number => {
    const found = indexOf(evidence, piece);
    return found === -1 ? (editing?.index ?? evidence.length) : found;
  };
  const edit = (piece: Evidence, index = placeOf(piece)): void => {
    setEditing({ piece, index, of: evidence.length });
    focusSoon('evidence-at');
  };
  const change = (from: Evidence, to: Evidence, isTyping = false): Editing =>
    changePiece(session, item, { from, to, index: placeOf(from), isTyping });
  const type = (from: Evidence, to: Evidence): void => setEditing(change(from, to, true));
  return (
    <section class="evidence" aria-labelledby="evidence-title">
      <h3 id="evidence-title">{phrase('form', 'evidence')}</h3>
      {rows.length === 0 && <p class="hint">{phrase('form', draft ? 'evidence-none-draft' : 'evidence-none')}</p>}
      <Pieces item={item} rows={rows} onEdit={edit} onType={type} onChange={change} onDone={() => setEditing(undefined)} />
      <Adding onAdd={() => edit({}, evidence.length)} />
    </section>
  );
}

function sameList(before: readonly Evidence[], after: readonly Evidence[]): boolean {
  return before === after || before.length + after.length === 0;
}

interface PiecesProps {
  readonly item: Item;
  readonly rows: readonly Row[];
  readonly onEdit: (piece: Evidence) => void;
  /** Called at every change of the piece that is being typed. */
  readonly onType: (from: Evidence, to: Evidence) => void;
  readonly onChange: (from: Evidence, to: Evidence) => void;
  readonly onDone: () => void;
}

function Pieces({ item, rows, onEdit, onType, onChange, onDone }: PiecesProps): JSX.Element {
  const page = usePage();
  const remove = (piece: Evidence): void => {
    onChange(piece, {});
    say(page, phrase('form', 'evidence-removed'));
    focusSoon('add-evidence');
  };
  const done = (): void => {
    onDone();
    focusSoon('add-evidence');
  };
  return (
    <ul class="pieces">
      {rows.map(({ piece, isEdited }, index) => (
        // The fields stay the same ones if pieces come in before them.
        <li key={isEdited ? 'edited' : index}>
          {isEdited ? (
            <EvidenceEditor
              piece={piece}
              hasDocument={item.kind === 'guiding'}
              onChange={(changed) => onType(piece, changed)}
              onDone={done}
            />
          ) : (
            <Piece
              piece={piece}
              number={index + 1}
              onEdit={() => onEdit(piece)}
              onChange={(changed) => onChange(piece, changed)}
              onRemove={() => remove(piece)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Adding({ onAdd }: { readonly onAdd: () => void }): JSX.Element {
  const page = usePage();
  return (
    <p class="acts">
      <button type="button" id="add-evidence" onClick={onAdd}>
        {phrase('form', 'evidence-add')}
      </button>
      {page.draft && (
        <button type="button" class="narrow-only" onClick={() => showDraft(page, 'passages', 'tab-passages')}>
          {phrase('form', 'evidence-from-draft')}
        </button>
      )}
    </p>
  );
}
