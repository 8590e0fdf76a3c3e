import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Evidence } from '../../../core/answers.ts';
import { entryOf } from '../../../interview/entries.ts';
import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { focusSoon, say, showDraft } from '../acts.ts';
import { type Page, usePage, useSession } from '../page.ts';
import { EvidenceEditor } from './evidence-editor.tsx';
import { Piece } from './piece.tsx';

const none: readonly Evidence[] = [];

/** The provisions that show the answer, with their words. */
export function EvidenceSection({ item }: { readonly item: Item }): JSX.Element {
  const { draft } = usePage();
  const evidence = useSession(({ assessment }) => entryOf(assessment, item).evidence ?? none);
  // The index of the piece that is being changed; that of a new one is the number of pieces when it was begun.
  const [editing, setEditing] = useState<number>();
  const edit = (index: number): void => {
    setEditing(index);
    focusSoon('evidence-at');
  };
  // A new piece is in the list once it has words.
  const isNew = editing !== undefined && editing >= evidence.length;
  const shown: readonly Evidence[] = isNew ? [...evidence, {}] : evidence;
  return (
    <section class="evidence" aria-labelledby="evidence-title">
      <h3 id="evidence-title">{phrase('form', 'evidence')}</h3>
      {shown.length === 0 && <p class="hint">{phrase('form', draft ? 'evidence-none-draft' : 'evidence-none')}</p>}
      <Pieces item={item} shown={shown} editing={editing} onEdit={edit} onDone={() => setEditing(undefined)} />
      <Adding onAdd={() => edit(evidence.length)} />
    </section>
  );
}

interface PiecesProps {
  readonly item: Item;
  readonly shown: readonly Evidence[];
  readonly editing: number | undefined;
  readonly onEdit: (index: number) => void;
  readonly onDone: () => void;
}

function Pieces({ item, shown, editing, onEdit, onDone }: PiecesProps): JSX.Element {
  const page = usePage();
  const change = (index: number, piece: Evidence | undefined): void => replacePiece(page, item, index, piece);
  const remove = (index: number): void => {
    change(index, undefined);
    say(page, phrase('form', 'evidence-removed'));
    focusSoon('add-evidence');
  };
  const done = (): void => {
    onDone();
    focusSoon('add-evidence');
  };
  return (
    <ul class="pieces">
      {shown.map((piece, index) => (
        <li key={index}>
          {index === editing ? (
            <EvidenceEditor
              piece={piece}
              hasDocument={item.kind === 'guiding'}
              onChange={(changed) => change(index, changed)}
              onDone={done}
            />
          ) : (
            <Piece
              piece={piece}
              number={index + 1}
              onEdit={() => onEdit(index)}
              onChange={(changed) => change(index, changed)}
              onRemove={() => remove(index)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** @param index of the piece; that after the last one adds it. @param piece undefined removes it */
function replacePiece({ session }: Page, item: Item, index: number, piece: Evidence | undefined): void {
  const before = entryOf(session.state().assessment, item).evidence ?? none;
  session.setEvidence(item, [...before.slice(0, index), ...(piece ? [piece] : []), ...before.slice(index + 1)]);
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
