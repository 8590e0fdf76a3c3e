import type { AnswersText } from '../../answers/answers-text.ts';
import type { Assessment } from '../../core/answers.ts';
import type { HeldConflict } from './merge/conflicts.ts';
import type { FileHandle } from './platform.ts';
import type { ElsewhereTexts, Pending } from './session.ts';

/** The answers, and where they belong. It never changes: every act makes a new one. */
export interface Work extends Waiting {
  readonly assessment: Assessment;
  readonly home: Home;
}

/** What is chosen but not answered yet. */
export interface Waiting {
  readonly pending: ReadonlyMap<string, Pending>;
  /** Questions that the reviewer says do not apply, without a reason yet. No answers file can hold that. */
  readonly unexplained: ReadonlySet<string>;
  /** What is said of other law before its level is chosen, by question id. */
  readonly elsewhere: ReadonlyMap<string, ElsewhereTexts>;
}

/** Whether something is chosen or typed that no answers file can hold yet. */
export function isUnfinished({ pending, unexplained, elsewhere }: Waiting): boolean {
  return pending.size + unexplained.size + elsewhere.size > 0;
}

/** The assessment that the work belongs to, and its answers file. Saving and settling change it; undo does not. */
export interface Home {
  /**
   * Tells it from the other assessments that this browser has had. Two tabs merge their answers if it is the same; it is empty for
   * the one that the page was made with.
   */
  readonly line: string;
  name: string;
  /** The text that the changes are made to. Its comments and order stay. */
  text: AnswersText;
  handle: FileHandle | undefined;
  /** The files that the work was read from, saved in or compared with, as they were then, by their names. */
  seen: ReadonlyMap<string, SeenFile>;
  /** The content that the file had when it was last read or written; undefined if nothing was opened or saved yet. */
  saved: Assessment | undefined;
  conflicts: readonly HeldConflict[];
  /** The file that is saved once its conflicts are settled. */
  asked: FileHandle | undefined;
}

export interface SeenFile {
  readonly text: AnswersText;
  /** Undefined if the page does not know which file of that name it was, as after it was closed. */
  readonly handle: FileHandle | undefined;
}

/** A home of which only its text is known. */
export function homeOf(text: AnswersText, line = ''): Home {
  const unknown = { handle: undefined, saved: undefined, asked: undefined };
  return { line, name: text.name, text, seen: new Map(), conflicts: [], ...unknown };
}

/** Whether the file has all of the work; undefined if no file was opened or saved yet. */
export function isInFile(work: Work): boolean | undefined {
  const { saved } = work.home;
  return saved && saved === work.assessment && !isUnfinished(work);
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

  homes(): Home[] {
    return [...this.#past.map(({ work }) => work.home), ...this.#future.map(({ home }) => home)];
  }

  /** What others changed is not undone. */
  rebase(change: (work: Work) => Work): void {
    this.#past = this.#past.map(({ work, act }) => ({ work: change(work), act }));
    this.#future = this.#future.map(change);
  }
}
