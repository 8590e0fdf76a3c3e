import { type AnswersText, readAnswersText, withChanges } from '../../answers/answers-text.ts';
import { changed } from '../../interview/entries.ts';
import { clauses, sentence } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { CompassError, problemMessage } from '../../source/problem.ts';
import { type HeldConflict, heldConflict, isSameEntry } from './conflicts.ts';
import type { Keeper } from './keeper.ts';
import { asEdit, changesBetween, emptyEntry, mergedContent } from './merge.ts';
import type { ChosenFile, FileHandle, Platform } from './platform.ts';
import type { Conflict, EarlierCopy } from './session.ts';
import type { Store } from './store.ts';
import { withUnfinished } from './unfinished.ts';
import { listed } from './words.ts';
import type { Home, Work } from './work.ts';

/** Opens and saves answers files. A file that others changed meanwhile is merged or asked about, never overwritten. */
export class FileKeeper {
  readonly #store: Store;
  readonly #keeper: Keeper;
  readonly #platform: Platform;
  /** The content of the answers that the page was made with: what a file has in common with them, if nothing else is known. */
  readonly #origin: AnswersText;

  /** The digest of the draft in the page. */
  readonly #draft: string | undefined;

  constructor(store: Store, keeper: Keeper, platform: Platform, draft: string | undefined) {
    this.#store = store;
    this.#keeper = keeper;
    this.#platform = platform;
    this.#origin = store.work.home.text;
    this.#draft = draft;
  }

  async open(): Promise<void> {
    const chosen = await this.#platform.files.open();
    if (chosen) this.#opened(chosen);
  }

  async save(): Promise<void> {
    const { handle } = this.#store.work.home;
    if (handle) await this.#saveIn(handle);
    else await this.saveAs();
  }

  async saveAs(): Promise<void> {
    const chosen = await this.#platform.files.choose(this.#store.work.home.name);
    if (chosen === 'download') this.#download();
    else if (chosen) await this.#saveIn(chosen);
  }

  /** Goes on with an earlier copy. */
  bringBack(copy: EarlierCopy): void {
    this.#opened({ name: copy.name, text: copy.text });
    // Its file may have changed since, or have been deleted.
    this.#store.work.home.saved = undefined;
  }

  /** Ends a conflict. After the last one with a file, the file is saved. */
  settle(conflict: Conflict, keep: 'mine' | 'theirs'): void {
    const store = this.#store;
    const held = store.conflicts.find((each) => isSameEntry(each, conflict));
    if (!held) return;
    store.conflictsAre(store.conflicts.filter((each) => each !== held));
    // The answers have theirs if it came from another tab, and mine if it came from a file.
    const isThere = keep === (held.from === 'tab' ? 'theirs' : 'mine');
    if (!isThere) store.act({ assessment: changed(store.work.assessment, [keep === 'mine' ? held.mineIs : held.theirsIs]) }, '');
    if (held.from === 'file' && !store.conflicts.some(({ from }) => from === 'file')) void this.save();
  }

  #opened({ name, text, handle }: ChosenFile): void {
    const store = this.#store;
    let work: Work;
    try {
      if (text === undefined) throw CompassError.of('not-answers', name);
      work = store.workOf({ name, text });
    } catch (error) {
      store.say({ kind: 'trouble', text: refusal(name, text, error) });
      return;
    }
    const isReplacing = changesBetween(this.#origin.assessment, store.work.assessment, store.prepared).length > 0;
    Object.assign(work.home, { handle, onDisk: work.home.text, saved: work.assessment });
    this.#keeper.replace(work);
    const { answered, applicable: n } = store.state().result;
    const { sha256 } = work.assessment.draft;
    const isOther = sha256 !== undefined && this.#draft !== undefined && sha256.toLowerCase() !== this.#draft;
    const lines = [
      phrase('keeping', isOther ? 'opened-other-draft' : 'opened', { file: name, answered, n }),
      isReplacing && phrase('keeping', 'opened-instead'),
    ];
    store.say({ kind: isOther ? 'trouble' : 'done', text: lines.filter(Boolean).join(' ') });
  }

  async #saveIn(handle: FileHandle): Promise<void> {
    const file = handle.name;
    try {
      const present = await handle.read();
      const base = this.#baseOf(handle, present);
      const merged = base ? { disk: base, outside: [] } : this.#mergeWith(present, file);
      if (!merged) return;
      const { disk, outside } = merged;
      // What is answered while the file is being written is not in it.
      const { work } = this.#store;
      const next = this.#textFor(disk, work);
      // What changed while it was being prepared is looked at again.
      if ((await handle.read()) !== present) return await this.#saveIn(handle);
      await handle.write(next.text);
      this.#saved(work, { name: file, handle, onDisk: next });
      const taken =
        outside.length > 0 &&
        phrase('keeping', 'file-merged', { file, n: outside.length, list: listed(outside, this.#store.prepared) });
      this.#told([taken, phrase('keeping', 'saved-file', { file })].filter(Boolean).join(' '));
    } catch (error) {
      this.#store.say({ kind: 'trouble', text: phrase('keeping', 'file-write-failed', { file, why: whyOf(error) }) });
    }
  }

  /** The content to which the changes are made, if nobody else has changed the file; a new file gets all of the present text. */
  #baseOf(handle: FileHandle, present: string): AnswersText | undefined {
    const { home } = this.#store.work;
    if (present.trim() === '') return home.text;
    const known = handle === home.handle ? home.onDisk : undefined;
    return [known, this.#origin, home.text].find((each) => each?.text === present);
  }

  /** Takes in what others wrote to the file. @returns undefined if the reviewer has to choose first */
  #mergeWith(present: string, file: string): { disk: AnswersText; outside: readonly string[] } | undefined {
    const store = this.#store;
    let theirs: AnswersText;
    try {
      theirs = readAnswersText(present, file, store.prepared);
    } catch (error) {
      store.say({ kind: 'trouble', text: phrase('keeping', 'file-unreadable', { file, why: whyOf(error) }) });
      return undefined;
    }
    const { home, assessment } = store.work;
    const base = (home.onDisk ?? this.#origin).assessment;
    const { assessment: together, clashes, outside } = mergedContent(base, assessment, theirs.assessment, store.prepared);
    const held = clashes.map(
      (clash): HeldConflict => heldConflict('file', clash, emptyEntry(theirs.assessment, clash.section, clash.id)),
    );
    const clashing = clashes.map(({ section, id }) => id ?? section);
    const merged = changesBetween(assessment, together, store.prepared).filter(
      ({ section, id }) => !clashing.includes(id ?? section),
    );
    const taken = merged.filter(({ section, id }) => outside.includes(id ?? section));
    store.takeIn((work) => {
      if (work.home !== home) return work;
      // An entry that both changed is merged now; what undo leads back to has only what the others alone changed.
      return { ...work, assessment: changed(work.assessment, (work === store.work ? merged : taken).map(asEdit)) };
    });
    home.onDisk = theirs;
    if (held.length > 0) {
      store.conflictsAre([...store.conflicts.filter((each) => !held.some((one) => isSameEntry(one, each))), ...held]);
      store.say({ kind: 'trouble', text: phrase('keeping', 'file-clash', { file, n: held.length }) });
      return undefined;
    }
    return { disk: theirs, outside };
  }

  #textFor(disk: AnswersText, work: Work): AnswersText {
    const changes = changesBetween(disk.assessment, withUnfinished(work), this.#store.prepared);
    return changes.length === 0 ? disk : withChanges(disk, changes, this.#store.prepared);
  }

  #download(): void {
    const { work } = this.#store;
    const { name, text } = work.home;
    const next = this.#textFor(text, work);
    this.#platform.files.download(name, next.text);
    this.#saved(work, { name, handle: undefined, onDisk: next });
    this.#told(phrase('keeping', 'downloaded', { file: name }));
  }

  #saved(
    { home, assessment, pending, unexplained }: Work,
    file: Pick<Home, 'name' | 'handle'> & { readonly onDisk: AnswersText },
  ): void {
    // From now on the changes are made to this text, which has what others wrote. A choice that waits is in it only as a mark.
    const text = pending.size + unexplained.size === 0 ? file.onDisk : home.text;
    Object.assign(home, { ...file, text, saved: assessment });
    this.#keeper.keep();
  }

  /** Says that it is saved, and what of it is not finished. */
  #told(done: string): void {
    const { pending, unexplained } = this.#store.work;
    const ids = [...pending.keys(), ...unexplained];
    const unfinished =
      ids.length > 0
        ? ` ${phrase('keeping', 'unfinished-count', { n: ids.length, list: listed(ids, this.#store.prepared) })}`
        : '';
    this.#store.say({ kind: 'done', text: `${done}${unfinished}` });
  }
}

/** A file that is something else altogether has no errors worth listing. */
function refusal(file: string, text: string | undefined, error: unknown): string {
  const isOther = !text?.includes('compass-answers');
  return isOther
    ? phrase('keeping', 'file-not-answers', { file })
    : phrase('keeping', 'file-refused', { file, why: whyOf(error) });
}

function whyOf(error: unknown): string {
  if (error instanceof CompassError) return sentence(clauses(error.problems.map(problemMessage)));
  return error instanceof Error ? error.message : String(error);
}
