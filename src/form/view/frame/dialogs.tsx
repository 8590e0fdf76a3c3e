import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { phrase } from '../../../messages/phrases.ts';
import type { Conflict } from '../../model/session.ts';
import { Rules } from '../item/help.tsx';
import { usePage, useSession, useUi } from '../page.ts';
import { writeSetting } from '../settings.ts';
import { commandsOf } from './keyboard.ts';

/** What asks or tells something before the reviewer can go on. */
export function Dialogs(): JSX.Element | null {
  const [conflict] = useSession((state) => state.conflicts);
  const dialog = useUi((ui) => ui.dialog);
  if (conflict) return <ConflictDialog key={`${conflict.section} ${conflict.id}`} conflict={conflict} />;
  if (dialog === 'keys') return <KeysDialog />;
  if (dialog === 'data') return <ForgetDialog />;
  if (dialog === 'rules') return <RulesDialog />;
  if (dialog === 'anew') return <AnewDialog />;
  return null;
}

interface ModalProps {
  readonly title: string;
  /** What Escape does; without it the dialog must be answered. */
  readonly onClose?: () => void;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

function Modal({ title, onClose, isWide = false, children }: ModalProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);
  return (
    <dialog
      ref={dialog}
      class={isWide ? 'wide' : ''}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      // Chromium lets a second Escape close any dialog.
      onClose={() => (onClose ? onClose() : dialog.current?.showModal())}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

function ConflictDialog({ conflict }: { readonly conflict: Conflict }): JSX.Element {
  const { session, homes } = usePage();
  const { from, section, id, mine, theirs } = conflict;
  const home = [...homes.values()].find(({ item, kind }) => item.id === id && sectionOf[kind] === section);
  const feature = section === 'features' ? session.prepared.rubric.features.find((each) => each.id === id) : undefined;
  return (
    <Modal title={phrase('form', `conflict-${from}`)}>
      <p dir="auto">
        {home ? `${home.name} ${home.text}` : (feature?.title ?? phrase('form', section === 'draft' ? 'facts' : 'fact-name'))}
      </p>
      <dl>
        <dt>{phrase('form', 'conflict-mine')}</dt>
        <dd dir="auto">{mine}</dd>
        <dt>{phrase('form', `conflict-theirs-${from}`)}</dt>
        <dd dir="auto">{theirs}</dd>
      </dl>
      <p class="acts">
        <button type="button" onClick={() => session.settleConflict(conflict, 'mine')}>
          {phrase('form', 'conflict-keep-mine')}
        </button>
        <button type="button" onClick={() => session.settleConflict(conflict, 'theirs')}>
          {phrase('form', 'conflict-keep-theirs')}
        </button>
      </p>
    </Modal>
  );
}

const sectionOf = { question: 'answers', guiding: 'steps', flag: 'flags' } as const;

function KeysDialog(): JSX.Element {
  const { ui, session } = usePage();
  const hasKeys = useUi((state) => state.hasKeys);
  const close = (): void => ui.set({ dialog: undefined });
  return (
    <Modal title={phrase('form', 'keys')} onClose={close} isWide>
      <p>{phrase('form', 'keys-about')}</p>
      <label class="choice">
        <input
          type="checkbox"
          checked={hasKeys}
          onChange={({ currentTarget: { checked } }) => {
            ui.set({ hasKeys: checked });
            writeSetting('keys', checked);
          }}
        />
        <span>{phrase('form', 'keys-on')}</span>
      </label>
      {(['question', 'everywhere'] as const).map((where) => (
        <section key={where} aria-labelledby={`keys-${where}`}>
          <h3 id={`keys-${where}`}>{phrase('form', `keys-${where}`)}</h3>
          <dl class="keys">
            {commandsOf(session.prepared)
              .filter((command) => command.where === where)
              .map(({ shown, does }) => (
                <div key={does}>
                  <dt>
                    <kbd>{shown}</kbd>
                  </dt>
                  <dd>{phrase('form', does)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <CloseButton onClick={close} />
    </Modal>
  );
}

function CloseButton({ onClick }: { readonly onClick: () => void }): JSX.Element {
  return (
    <p class="acts">
      <button type="button" class="main" onClick={onClick}>
        {phrase('form', 'close')}
      </button>
    </p>
  );
}

function RulesDialog(): JSX.Element {
  const { ui } = usePage();
  const close = (): void => ui.set({ dialog: undefined });
  return (
    <Modal title={phrase('form', 'rules')} onClose={close}>
      <Rules />
      <CloseButton onClick={close} />
    </Modal>
  );
}

function AnewDialog(): JSX.Element {
  const { session } = usePage();
  const words = { title: phrase('form', 'anew-do'), about: phrase('form', 'anew-about') };
  return (
    <Confirm {...words} keep={phrase('form', 'anew-not')} act={phrase('form', 'anew-do')} onAct={() => session.startNew()} />
  );
}

function ForgetDialog(): JSX.Element {
  const { session } = usePage();
  const isInFile = useSession(({ keeping }) => keeping.inFile === true);
  const about = phrase('form', isInFile ? 'forget-saved' : 'forget-unsaved');
  const words = { title: phrase('form', 'forget-title'), about };
  const forget = (): void => {
    // It has the answers too.
    session.closePanel();
    session.forget();
  };
  return <Confirm {...words} keep={phrase('form', 'forget-not')} act={phrase('form', 'forget-do')} onAct={forget} />;
}

interface ConfirmProps {
  readonly title: string;
  readonly about: string;
  /** The name of the button that leaves everything as it is; it comes first. */
  readonly keep: string;
  readonly act: string;
  readonly onAct: () => void;
}

/** Asks before an act that takes the answers out of sight. */
function Confirm({ title, about, keep, act, onAct }: ConfirmProps): JSX.Element {
  const { ui } = usePage();
  const close = (): void => ui.set({ dialog: undefined });
  return (
    <Modal title={title} onClose={close}>
      <p>{about}</p>
      <p class="acts">
        <button type="button" class="main" onClick={close}>
          {keep}
        </button>
        <button
          type="button"
          onClick={() => {
            close();
            onAct();
          }}
        >
          {act}
        </button>
      </p>
    </Modal>
  );
}
