import type { Assessment } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { CompassError, type Problem } from '../source/problem.ts';
import { readExisting } from '../source/read.ts';
import { asWriteError, writeWhole } from '../source/write.ts';
import { type AnswersText, type Clash, mergedChange, readAnswersText, withChanges } from './answers-text.ts';
import type { Change } from './entries.ts';
import type { ReadAnswers } from './read.ts';

/**
 * What happened to the file since it was last read or written, if that did not prevent the save. `merged`: others changed the
 * entries with these ids. `gone`: the file was deleted, and was written again.
 */
export type OutsideChange = { readonly kind: 'merged'; readonly changed: readonly string[] } | { readonly kind: 'gone' };

/** A change could not be saved. It can be tried again once the cause is removed. */
export class UnsavedChange extends CompassError {
  /** The whole file with the change, to be saved elsewhere. */
  readonly text: string;
  /** Set if the same entry was changed in the file too. If the same change is saved again, it replaces the other. */
  readonly clash: Clash | undefined;

  constructor(problems: readonly Problem[], text: string, clash?: Clash) {
    super(problems);
    this.text = text;
    this.clash = clash;
  }
}

/** The content to be written, and what others did to the file. */
interface Plan {
  readonly next: AnswersText;
  readonly outside: OutsideChange | undefined;
}

/** How often a save is tried again because the file changed while it was being prepared. */
const attempts = 20;

export interface OpenFileOptions {
  readonly path: string;
  /** The file's name in messages. */
  readonly name: string;
  readonly prepared: PreparedRubric;
  /** The file's text; undefined if the file does not exist yet. */
  readonly onDisk: string | undefined;
  /** The text to which the first change is applied. */
  readonly text: string;
}

/** An answers file that is open for changes. Detects and merges changes that others make to the file. */
export class OpenFile {
  readonly #path: string;
  readonly #name: string;
  readonly #prepared: PreparedRubric;
  /** The file's text when it was last read or written; undefined if it did not exist. */
  #onDisk: string | undefined;
  /** The content as this process knows it. */
  #known: AnswersText;

  constructor({ path, name, prepared, onDisk, text }: OpenFileOptions) {
    this.#path = path;
    this.#name = name;
    this.#prepared = prepared;
    this.#onDisk = onDisk;
    this.#known = readAnswersText(text, name, prepared);
  }

  /** Creates a problem of the file, with its current position. */
  get problem(): ReadAnswers['parsed']['problem'] {
    return this.#known.parsed.problem;
  }

  get assessment(): Assessment {
    return this.#known.assessment;
  }

  /**
   * Applies a change to the current content of the file, and saves it.
   * @returns what others did to the file since it was last read or written
   * @throws UnsavedChange if it could not be saved
   */
  async save(change: Change): Promise<OutsideChange | undefined> {
    for (let left = attempts; left > 0; left--) {
      const current = await this.#current(change);
      const { next, outside } = this.#plan(change, current);
      if (!(await this.#replace(current, next.text))) continue;
      this.#onDisk = next.text;
      this.#known = next;
      return outside;
    }
    throw this.#unsaved([{ code: 'changed-on-disk', args: {}, source: this.#name }], change);
  }

  async #current(change: Change): Promise<string | undefined> {
    try {
      return await readExisting(this.#path, this.#name);
    } catch (error) {
      if (error instanceof CompassError) throw this.#unsaved(error.problems, change);
      throw error;
    }
  }

  /** Applies the change to the file's current text. */
  #plan(change: Change, current: string | undefined): Plan {
    const known = this.#known;
    if (current === this.#onDisk) return { next: this.#edited(known, change), outside: undefined };
    // The file was deleted: write everything that was in it again.
    if (current === undefined) return { next: this.#edited(known, change), outside: { kind: 'gone' } };
    const there = this.#theirs(current, change);
    const merged = mergedChange(known.assessment, there.assessment, change);
    if ('clash' in merged) {
      this.#onDisk = current;
      this.#known = there;
      const { section, id = section } = change;
      throw this.#unsaved([{ code: 'answered-meanwhile', args: { id }, source: this.#name }], change, merged.clash);
    }
    return { next: this.#edited(there, merged.change), outside: { kind: 'merged', changed: merged.outside } };
  }

  /** Reads what others wrote. If it is not a valid answers file for this rubric, the change cannot be applied to it. */
  #theirs(text: string, change: Change): AnswersText {
    try {
      return readAnswersText(text, this.#name, this.#prepared);
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      throw this.#unsaved([{ code: 'changed-on-disk', args: {}, source: this.#name }, ...error.problems], change);
    }
  }

  #edited(known: AnswersText, change: Change): AnswersText {
    return withChanges(known, [change], this.#prepared);
  }

  /** @returns false if the file was not replaced, because it changed after `current` was read */
  async #replace(current: string | undefined, text: string): Promise<boolean> {
    const changedAgain = new Error('changed again');
    try {
      await writeWhole(this.#path, text, async () => {
        if ((await readExisting(this.#path, this.#name)) !== current) throw changedAgain;
      });
      return true;
    } catch (error) {
      if (error === changedAgain) return false;
      const writeError = asWriteError(error, this.#name);
      throw writeError instanceof CompassError ? new UnsavedChange(writeError.problems, text) : writeError;
    }
  }

  #unsaved(problems: readonly Problem[], change: Change, clash?: Clash): UnsavedChange {
    return new UnsavedChange(problems, this.#edited(this.#known, change).text, clash);
  }
}
