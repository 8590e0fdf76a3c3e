import type { AnswersText } from '../../answers/answers-text.ts';
import type { Assessment } from '../../core/answers.ts';
import type { FileHandle } from './platform.ts';
import type { Pending } from './session.ts';

/** The answers, and where they belong. It never changes: every act makes a new one. */
export interface Work {
  readonly assessment: Assessment;
  readonly pending: ReadonlyMap<string, Pending>;
  /** Questions that the reviewer says do not apply, without a reason yet. No answers file can hold that. */
  readonly unexplained: ReadonlySet<string>;
  readonly home: Home;
}

/** The answers file that the work belongs to. Saving changes it; undo does not. */
export interface Home {
  name: string;
  /** The text that the changes are made to. Its comments and order stay. */
  text: AnswersText;
  handle: FileHandle | undefined;
  /** The file as it was last read or written. */
  onDisk: AnswersText | undefined;
  /** The content that the file had then; undefined if nothing was opened or saved yet. */
  saved: Assessment | undefined;
}

/** Acts that can be undone. */
export class History {
  #past: { readonly work: Work; readonly act: string }[] = [];
  #future: Work[] = [];

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** @param act acts with the same name in a row are undone together, such as typing in one field; '' for one of its own */
  record(before: Work, act: string): void {
    const last = this.#past.at(-1);
    this.#future = [];
    if (act !== '' && last?.act === act) return;
    this.#past.push({ work: before, act });
  }

  /** Typing after this is undone on its own. */
  pause(): void {
    const last = this.#past.at(-1);
    if (last) this.#past[this.#past.length - 1] = { ...last, act: '' };
  }

  undo(current: Work): Work | undefined {
    const last = this.#past.pop();
    if (last) this.#future.push(current);
    return last?.work;
  }

  redo(current: Work): Work | undefined {
    const next = this.#future.pop();
    if (next) this.#past.push({ work: current, act: '' });
    return next;
  }

  /** What others changed is not undone. */
  rebase(change: (work: Work) => Work): void {
    this.#past = this.#past.map(({ work, act }) => ({ work: change(work), act }));
    this.#future = this.#future.map(change);
  }
}
