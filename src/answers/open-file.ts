import type { Assessment } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { CompassError, type Problem } from '../source/problem.ts';
import { readExisting } from '../source/read.ts';
import { asWriteError, writeWhole } from '../source/write.ts';
import { type Section, type Sections, serialise, writeEntry } from './entries.ts';
import { changedEntries, entryIn, mergeEntry } from './merge.ts';
import { type ReadAnswers, readAnswers } from './read.ts';

/** One entry set to something. */
export interface Change<Name extends Section = Section> {
  readonly section: Name;
  /** Undefined for the draft and the reviewer. */
  readonly id: string | undefined;
  readonly value: Sections[Name];
  /** Ids of the section in the rubric's order. */
  readonly order: readonly string[];
}

/** What happened to a file while it was open, and was no hindrance. */
export type Meanwhile =
  | { readonly kind: 'merged' /** Ids of what others have changed. */; readonly changed: readonly string[] }
  | { readonly kind: 'gone' };

/** An entry of which two hands have made different things. */
export interface Clash {
  readonly section: Section;
  readonly id: string | undefined;
  readonly theirs: Sections[Section] | undefined;
  readonly mine: Sections[Section];
}

/** A change that is not on disk. The same change again saves it, where what stood in its way is gone. */
export class UnsavedChange extends CompassError {
  /** The whole file with the change in it, to be kept elsewhere. */
  readonly text: string;
  /** Set where the same entry has been changed in the file too; the same change again then takes the place of theirs. */
  readonly clash: Clash | undefined;

  constructor(problems: readonly Problem[], text: string, clash?: Clash) {
    super(problems);
    this.text = text;
    this.clash = clash;
  }
}

/** A file's text, and what it says. */
interface Reading extends ReadAnswers {
  readonly text: string;
}

/** What is to be written, and what happened meanwhile. */
interface Plan {
  readonly next: Reading;
  readonly meanwhile: Meanwhile | undefined;
}

/** How often a save begins anew because the file was changed while it was made ready. */
const attempts = 20;

/** An answers file as it was last read or written. */
export class OpenFile {
  readonly #path: string;
  readonly #name: string;
  readonly #prepared: PreparedRubric;
  readonly #former: ReadonlyMap<string, string>;
  #onDisk: string | undefined;
  #known: Reading;

  /**
   * @param onDisk the file's text, undefined where it is not there yet
   * @param text what the first change is made to
   */
  constructor(path: string, name: string, prepared: PreparedRubric, onDisk: string | undefined, text: string) {
    this.#path = path;
    this.#name = name;
    this.#prepared = prepared;
    this.#former = prepared.formerIds;
    this.#onDisk = onDisk;
    this.#known = this.#read(text);
  }

  /** A fault of the file, placed as it stands now. */
  get problem(): ReadAnswers['parsed']['problem'] {
    return this.#known.parsed.problem;
  }

  get assessment(): Assessment {
    return this.#known.assessment;
  }

  /**
   * Saves a change into what the file holds now.
   * @returns what others did to the file since it was last read or written
   * @throws UnsavedChange where it could not be saved
   */
  async save(change: Change): Promise<Meanwhile | undefined> {
    for (let left = attempts; left > 0; left--) {
      const current = await this.#current(change);
      const { next, meanwhile } = this.#plan(change, current);
      if (!(await this.#replace(current, next.text))) continue;
      this.#onDisk = next.text;
      this.#known = next;
      return meanwhile;
    }
    throw this.#unsaved([{ code: 'changed-on-disk', args: {}, source: this.#name }], change);
  }

  #read(text: string): Reading {
    return { text, ...readAnswers(text, this.#name, this.#prepared) };
  }

  async #current(change: Change): Promise<string | undefined> {
    try {
      return await readExisting(this.#path, this.#name);
    } catch (error) {
      if (error instanceof CompassError) throw this.#unsaved(error.problems, change);
      throw error;
    }
  }

  /** The change in what stands on disk. */
  #plan(change: Change, current: string | undefined): Plan {
    const known = this.#known;
    if (current === this.#onDisk) return { next: this.#edited(known, change), meanwhile: undefined };
    // Where nothing stands, nothing can be lost: all that was in the file is written again.
    if (current === undefined) return { next: this.#edited(known, change), meanwhile: { kind: 'gone' } };
    const there = this.#theirs(current, change);
    const { section, id, value } = change;
    const theirs = entryIn(there.assessment, section, id);
    const merged = mergeEntry(entryIn(known.assessment, section, id), theirs, value);
    if (merged === undefined) {
      this.#onDisk = current;
      this.#known = there;
      throw this.#unsaved([{ code: 'answered-meanwhile', args: { id: id ?? section }, source: this.#name }], change, {
        section,
        id,
        theirs,
        mine: value,
      });
    }
    const changed = changedEntries(known.assessment, there.assessment);
    return { next: this.#edited(there, { ...change, value: merged.value }), meanwhile: { kind: 'merged', changed } };
  }

  /** What others wrote. Where it is no answers file of this rubric, there is nothing to put a change into. */
  #theirs(text: string, change: Change): Reading {
    try {
      return this.#read(text);
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      throw this.#unsaved([{ code: 'changed-on-disk', args: {}, source: this.#name }, ...error.problems], change);
    }
  }

  /** A reading with one entry changed. */
  #edited({ parsed, text }: Reading, { section, id, value, order }: Change): Reading {
    const document = parsed.document().clone();
    writeEntry(document, section, id, value, order, this.#former);
    // Read back before it is written: what could not be opened again must not replace what can.
    return this.#read(serialise(document, text, this.#path));
  }

  /** @returns whether the file is replaced: not where it has changed while the new one was being made */
  async #replace(current: string | undefined, text: string): Promise<boolean> {
    const changedAgain = new Error('changed again');
    try {
      await writeWhole(this.#path, text, async () => {
        if ((await readExisting(this.#path, this.#name)) !== current) throw changedAgain;
      });
      return true;
    } catch (error) {
      if (error === changedAgain) return false;
      const fault = asWriteError(error, this.#name);
      throw fault instanceof CompassError ? new UnsavedChange(fault.problems, text) : fault;
    }
  }

  #unsaved(problems: readonly Problem[], change: Change, clash?: Clash): UnsavedChange {
    return new UnsavedChange(problems, this.#edited(this.#known, change).text, clash);
  }
}
