import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Evidence } from '../../../core/answers.ts';
import { entryOf } from '../../../interview/entries.ts';
import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { focusSoon, say, showDraft } from '../acts.ts';
import { usePage, useSession } from '../page.ts';
import { EvidenceEditor, isEmptyPiece } from './evidence-editor.tsx';
import { Piece } from './piece.tsx';

const none: readonly Evidence[] = [];

/** The provisions that show the answer, with their words. */
export function EvidenceSection({ item }: { readonly item: Item }): JSX.Element {
  const page = usePage();
  const { session, draft } = page;
  const evidence = useSession(({ assessment }) => entryOf(assessment, item).evidence ?? none);
  // The index of the piece that is being changed; that of a new one is the number of pieces when it was begun.
  const [editing, setEditing] = useState<number>();
  const add = useRef<HTMLButtonElement>(null);
  const replace = (index: number, piece: Evidence | undefined): void => {
    const before = entryOf(session.state().assessment, item).evidence ?? none;
    const kept = piece === undefined || isEmptyPiece(piece) ? [] : [piece];
    session.setEvidence(item, [...before.slice(0, index), ...kept, ...before.slice(index + 1)]);
  };
  const remove = (index: number): void => {
    replace(index, undefined);
    say(page, phrase('form', 'evidence-removed'));
    add.current?.focus();
  };
  const done = (): void => {
    setEditing(undefined);
    add.current?.focus();
  };
  const editor = (index: number, piece: Evidence): JSX.Element => (
    <EvidenceEditor
      key={index}
      piece={piece}
      hasDocument={item.kind === 'guiding'}
      onChange={(changed) => replace(index, changed)}
      onDone={done}
    />
  );
  // A new piece that has words is already in the list.
  const isNew = editing !== undefined && editing >= evidence.length;
  const shown: readonly Evidence[] = isNew ? [...evidence, {}] : evidence;
  return (
    <section class="evidence" aria-labelledby="evidence-title">
      <h3 id="evidence-title">{phrase('form', 'evidence')}</h3>
      {shown.length === 0 && <p class="hint">{phrase('form', draft ? 'evidence-none-draft' : 'evidence-none')}</p>}
      <ul class="pieces">
        {shown.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two pieces may be equal
          <li key={index}>
            {index === editing ? (
              editor(index, piece)
            ) : (
              <Piece
                piece={piece}
                number={index + 1}
                onEdit={() => {
                  setEditing(index);
                  focusSoon('evidence-at');
                }}
                onChange={(changed) => replace(index, changed)}
                onRemove={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ul>
      <p class="acts">
        <button
          type="button"
          id="add-evidence"
          ref={add}
          onClick={() => {
            setEditing(evidence.length);
            focusSoon('evidence-at');
          }}
        >
          {phrase('form', 'evidence-add')}
        </button>
        {draft && (
          <button type="button" class="narrow-only" onClick={() => showDraft(page, 'passages', 'tab-passages')}>
            {phrase('form', 'evidence-from-draft')}
          </button>
        )}
      </p>
    </section>
  );
}
