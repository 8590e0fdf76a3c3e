import { sameData } from '../../../core/same-data.ts';
import { scoreAssessment } from '../../../core/score.ts';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Payload } from '../../payload.ts';
import { mergedConflicts } from '../merge/conflicts.ts';
import { changesBetween } from '../merge/merge.ts';
import type { Platform, SetAside } from '../platform.ts';
import type { EarlierCopy } from '../session.ts';
import { type Store, textOf } from '../store.ts';
import { withUnfinished } from '../unfinished.ts';
import type { Work } from '../work.ts';
import { Ancestry, joined, oneMore } from './ancestry.ts';
import { choicesOf, copyOf, isSameCopy, listOf, parseCopy, type Writes, workIn } from './copy.ts';
import { mergeLeft, mergeTab, nothingShared, type Shared, sharedIn, updateHome } from './tabs.ts';

/** Milliseconds from what is typed to its copy in the browser. Any other act is copied at once. */
const delay = 300;

/** Copies that are kept beside the present one. */
const mostEarlier = 5;

/** Keeps the browser's copy. Another tab may write it too: its changes are merged, never overwritten. */
export class Keeper {
  readonly #store: Store;
  readonly #platform: Platform;
  /** A copy of the work that the page began with. */
  readonly #begun: string;
  /** The copy as it was last read or written here. */
  #raw: string | undefined;
  /** Its content; before the first copy, that of the answers which the page began with. */
  #shared: Shared;
  /** The writings that the work has in it, and the copies on the way to it. */
  #writes: Writes = [];
  #ancestry = new Ancestry();
  /** How many assessments this browser has had besides the one that the page began with. */
  #lines = 0;
  #cancel: (() => void) | undefined;
  /** Why the copy could not be written last; undefined if it was. */
  #failure: string | undefined;
  #hasToldUnreadable = false;

  constructor(store: Store, platform: Platform) {
    this.#store = store;
    this.#platform = platform;
    this.#shared = sharedIn(store.work);
    this.#ancestry.add(this.#writes, this.#shared);
    this.#begun = this.#json();
  }

  /** Goes on with the copy that the browser has, and keeps it from now on. */
  begin(): void {
    this.#try(() => {
      const raw = this.#platform.copy.read();
      if (raw !== undefined) this.#resume(raw);
    });
    this.#store.onAct = (isTyping) => {
      if (isTyping) this.#schedule();
      else this.keep();
    };
    this.#platform.copy.watch(() => this.#noticed());
    // A storage that is full or forbidden is found out before the first answer.
    this.keep();
  }

  /** Writes what is not written yet. */
  flush(): void {
    if (this.#cancel) this.keep();
  }

  /** The answers files among the copies that were set aside; of one that is no copy, its text as it is. */
  earlier(): EarlierCopy[] {
    let copies: readonly SetAside[] = [];
    this.#try(() => {
      copies = this.#platform.copy.earlier();
    });
    return copies.map(({ text: raw, at: until }) => {
      const work = this.workOf(raw);
      const { prepared, work: present } = this.#store;
      if (!work) return { name: present.home.name, text: raw, until, title: undefined, answered: undefined, applicable: 0, raw };
      const { assessment, home } = work;
      const { answered, applicable } = scoreAssessment(prepared, assessment, home.name);
      const text = textOf({ text: home.text, assessment: withUnfinished(work) }, prepared);
      return { name: home.name, text, until, title: assessment.draft.title, answered, applicable, raw };
    });
  }

  /** The work in a copy; undefined if it can't be read. */
  workOf(raw: string): Work | undefined {
    const copy = parseCopy(raw);
    const { prepared, work } = this.#store;
    return copy && workIn(copy, prepared, [work.home.text, ...[...work.home.seen.values()].map(({ text }) => text)]);
  }

  /**
   * Goes on with other answers. What was here becomes a copy, and undo brings it back.
   * @returns what has to be said if it could not become one; otherwise undefined
   */
  replace(work: Work): string | undefined {
    this.keep();
    const left = this.#hasOwn(this.#shared) ? this.#failure : undefined;
    this.#lines += 1;
    this.#store.act({ ...work, home: { ...work.home, line: `${this.#lines} ${work.home.name}` } }, '');
    const why = left ?? this.#failure;
    return why === undefined ? undefined : phrase('keeping', 'not-kept', { why });
  }

  /** Deletes the copy and the earlier ones, and begins again. */
  forget(answers: Payload['answers']): void {
    try {
      this.#platform.copy.remove();
    } catch (error) {
      this.#store.say({ kind: 'trouble', text: phrase('keeping', 'forget-failed', { why: messageOf(error) }) });
      return;
    }
    this.#cancel?.();
    this.#cancel = undefined;
    this.#raw = undefined;
    this.#store.restart(answers);
    this.#shared = sharedIn(this.#store.work);
    this.#writes = [];
    this.#ancestry = new Ancestry();
    this.#ancestry.add(this.#writes, this.#shared);
    this.#store.say({ kind: 'done', text: phrase('keeping', 'forgotten') });
  }

  #resume(raw: string): void {
    const copy = parseCopy(raw);
    const work = this.workOf(raw);
    if (!copy || !work) {
      this.#setAside(raw);
      this.#raw = raw;
      this.#store.say({ kind: 'trouble', text: phrase('keeping', 'copy-unreadable') });
      return;
    }
    this.#lines = copy.lines;
    this.#isCopy(raw, sharedIn(work), copy.writes);
    this.#store.takeIn(work, (earlier) => earlier);
    this.#store.place({ at: copy.at });
  }

  #schedule(): void {
    if (this.#cancel) return;
    this.#store.keepingIs(this.#failure === undefined ? 'saving' : 'failed');
    this.#cancel = this.#platform.later(() => this.keep(), delay);
  }

  /** Writes the copy now. */
  keep(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#try(() => {
      this.#notice();
      const { work } = this.#store;
      // Other answers take its place.
      if (this.#raw !== undefined && work.home.line !== this.#shared.line) this.#setAside(this.#raw);
      const { copy } = this.#platform;
      const writes = oneMore(this.#writes, copy.tab);
      const json = this.#json(writes);
      copy.write(json);
      this.#isCopy(json, sharedIn(work), writes);
      this.#failure = undefined;
      this.#store.keepingIs('saved');
    });
  }

  /** The browser has this copy now, and the work has all of it. */
  #isCopy(raw: string, shared: Shared, writes: Writes): void {
    this.#raw = raw;
    this.#shared = shared;
    this.#writes = joined(this.#writes, writes);
    this.#ancestry.add(writes, shared);
  }

  #json(writes = this.#writes): string {
    const { work, at, prepared } = this.#store;
    return JSON.stringify(copyOf(work, { lines: this.#lines, writes, at }, prepared));
  }

  /** Another tab has written, or deleted the copy. */
  #noticed(): void {
    this.#try(() => {
      this.#notice();
      const isGone = this.#platform.copy.read() === undefined;
      if (this.#raw !== undefined && isGone) {
        this.#raw = undefined;
        this.#store.say({ kind: 'trouble', text: phrase('keeping', 'other-tab-forgot') });
      } else if (!isGone && this.#hasOwn(this.#shared)) this.#schedule();
    });
  }

  /** Takes in what another tab wrote, if it did. @throws if that can't be read, nor set aside */
  #notice(): void {
    const raw = this.#platform.copy.read();
    if (raw === undefined || raw === this.#raw) return;
    const copy = parseCopy(raw);
    const theirs = this.workOf(raw);
    if (!copy || !theirs) {
      this.#setAside(raw);
      if (!this.#hasToldUnreadable) this.#store.say({ kind: 'trouble', text: phrase('keeping', 'other-copy-unreadable') });
      this.#hasToldUnreadable = true;
      return;
    }
    this.#lines = Math.max(this.#lines, copy.lines);
    const { line } = this.#store.work.home;
    const hasMoved = this.#shared.line !== line;
    const shared = this.#ancestry.before(copy.writes, theirs.home.line);
    if (theirs.home.line === line) mergeTab(this.#store, hasMoved ? nothingShared(line) : shared, theirs);
    else if (!hasMoved) this.#follow(theirs, this.#ancestry.before(copy.writes, line));
    else if (theirs.home.line === this.#shared.line) mergeLeft(this.#store, shared, theirs);
    this.#isCopy(raw, sharedIn(theirs), copy.writes);
  }

  /**
   * Goes on with the answers that another tab went on with. What only this tab has becomes a copy, and undo brings it back.
   * @param shared what the other tab had of the answers here
   */
  #follow(theirs: Work, shared: Shared): void {
    const store = this.#store;
    const why = this.#hasOwn(shared) ? this.#tried(() => this.#setAside(this.#json())) : undefined;
    const { line } = theirs.home;
    const home = store.homeOf(line);
    if (home) {
      updateHome(home, theirs, true);
      home.conflicts = mergedConflicts([], [], theirs.home.conflicts);
    }
    store.goOn(home ? { ...theirs, home } : theirs);
    const kept = why === undefined ? phrase('keeping', 'opened-instead') : phrase('keeping', 'not-kept', { why });
    const text = inSentences([phrase('keeping', 'other-tab-moved', { file: theirs.home.name }), kept]);
    store.say({ kind: why === undefined ? 'done' : 'trouble', text });
  }

  /** Whether the work has something that a copy lacks. */
  #hasOwn({ assessment, pending, unexplained, elsewhere, conflicts, line }: Shared): boolean {
    const { work, prepared } = this.#store;
    if (line !== work.home.line) return true;
    const waiting = [choicesOf(pending), [...unexplained], listOf(elsewhere), conflicts.length];
    const own = [choicesOf(work.pending), [...work.unexplained], listOf(work.elsewhere), work.home.conflicts.length];
    return !sameData(waiting, own) || changesBetween(assessment, work.assessment, prepared).length > 0;
  }

  /**
   * Keeps a copy beside the present one. The same answers take one place, and those that the page begins with take none.
   * @throws if the storage is full or forbidden
   */
  #setAside(raw: string): void {
    const { copy } = this.#platform;
    if (isSameCopy(raw, this.#begun)) return;
    const isReadable = (each: string): boolean => this.workOf(each) !== undefined;
    // A page that can't be read writes a copy after every act; the last one has them all.
    const others = copy
      .earlier()
      .map(({ text }) => text)
      .filter((each) => !isSameCopy(each, raw) && (isReadable(raw) || isReadable(each)));
    const list = [...others, raw];
    // What is in a file can go before what is nowhere else, and what nobody can go on with before what is good.
    const [first] = [
      ...others.filter((each) => parseCopy(each)?.isInFile),
      ...others.filter((each) => !isReadable(each)),
      ...list,
    ];
    copy.setEarlier(list.length > mostEarlier ? list.filter((each) => each !== first) : list);
  }

  /** A storage that is full or forbidden is said once. */
  #try(task: () => void): void {
    const isNew = this.#failure === undefined;
    const why = this.#tried(task);
    if (why === undefined) return;
    this.#failure = why;
    this.#store.keepingIs('failed');
    if (isNew) this.#store.say({ kind: 'trouble', text: phrase('keeping', 'storage-failed', { why }) });
  }

  /** @returns why it failed; undefined if it did not */
  #tried(task: () => void): string | undefined {
    try {
      task();
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
