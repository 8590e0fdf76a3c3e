import { sameData } from '../../../core/same-data.ts';
import { scoreAssessment } from '../../../core/score.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Payload } from '../../payload.ts';
import { mergedConflicts } from '../merge/conflicts.ts';
import { changesBetween } from '../merge/merge.ts';
import type { Platform, SetAside } from '../platform.ts';
import type { EarlierCopy } from '../session.ts';
import { type Store, textOf } from '../store.ts';
import { withUnfinished } from '../unfinished.ts';
import type { Work } from '../work.ts';
import { choicesOf, copyOf, isSameCopy, parseCopy, workIn } from './copy.ts';
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
  /** How many assessments this browser has had besides the one that the page began with. */
  #lines = 0;
  #cancel: (() => void) | undefined;
  #hasFailed = false;

  constructor(store: Store, platform: Platform) {
    this.#store = store;
    this.#platform = platform;
    this.#shared = sharedIn(store.work);
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
      if (!work) return { name: present.home.name, text: raw, until, title: undefined, answered: undefined, raw };
      const { assessment, home } = work;
      const { answered } = scoreAssessment(prepared, assessment, home.name);
      const text = textOf({ text: home.text, assessment: withUnfinished(work) }, prepared);
      return { name: home.name, text, until, title: assessment.draft.title, answered, raw };
    });
  }

  /** The work in a copy; undefined if it can't be read. */
  workOf(raw: string): Work | undefined {
    const copy = parseCopy(raw);
    const { prepared, work } = this.#store;
    return copy && workIn(copy, prepared, [work.home.text, ...[...work.home.seen.values()].map(({ text }) => text)]);
  }

  /** Goes on with other answers. What was here becomes a copy, and undo brings it back. */
  replace(work: Work): void {
    this.flush();
    this.#try(() => this.#notice());
    this.#lines += 1;
    this.#store.act({ ...work, home: { ...work.home, line: `${this.#lines} ${work.home.name}` } }, '');
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
    this.#store.say({ kind: 'done', text: phrase('keeping', 'forgotten') });
  }

  #resume(raw: string): void {
    const copy = parseCopy(raw);
    const work = this.workOf(raw);
    this.#raw = raw;
    if (!copy || !work) {
      this.#setAside(raw);
      this.#store.say({ kind: 'trouble', text: phrase('keeping', 'copy-unreadable') });
      return;
    }
    this.#lines = copy.lines;
    this.#shared = sharedIn(work);
    this.#store.takeIn(work, (earlier) => earlier);
    this.#store.place({ at: copy.at });
  }

  #schedule(): void {
    if (this.#cancel) return;
    this.#store.keepingIs(this.#hasFailed ? 'failed' : 'saving');
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
      const json = this.#json();
      this.#platform.copy.write(json);
      this.#raw = json;
      this.#shared = sharedIn(work);
      this.#store.keepingIs('saved');
    });
  }

  #json(): string {
    const { work, at, prepared } = this.#store;
    return JSON.stringify(copyOf(work, { lines: this.#lines, at }, prepared));
  }

  /** Another tab has written, or deleted the copy. */
  #noticed(): void {
    this.#try(() => {
      this.#notice();
      if (this.#raw === undefined || this.#platform.copy.read() !== undefined) return;
      this.#raw = undefined;
      this.#store.say({ kind: 'trouble', text: phrase('keeping', 'other-tab-forgot') });
    });
  }

  /** Takes in what another tab wrote, if it did. */
  #notice(): void {
    const raw = this.#platform.copy.read();
    if (raw === undefined || raw === this.#raw) return;
    const theirs = this.workOf(raw);
    if (!theirs) {
      this.#setAside(raw);
      return;
    }
    this.#lines = Math.max(this.#lines, parseCopy(raw)?.lines ?? 0);
    const shared = this.#shared;
    const { line } = this.#store.work.home;
    const hasMoved = shared.line !== line;
    if (theirs.home.line === line) mergeTab(this.#store, hasMoved ? nothingShared(line) : shared, theirs);
    else if (!hasMoved) this.#follow(theirs);
    else if (theirs.home.line === shared.line) mergeLeft(this.#store, shared, theirs);
    this.#raw = raw;
    this.#shared = sharedIn(theirs);
  }

  /** Goes on with the answers that another tab went on with. What only this tab has becomes a copy, and undo brings it back. */
  #follow(theirs: Work): void {
    const store = this.#store;
    if (this.#hasOwn()) this.#setAside(this.#json());
    const { line } = theirs.home;
    const home = store.homeOf(line);
    if (home) {
      updateHome(home, theirs, true);
      home.conflicts = mergedConflicts([], [], theirs.home.conflicts);
    }
    store.goOn(home ? { ...theirs, home } : theirs);
    store.say({ kind: 'done', text: phrase('keeping', 'other-tab-moved', { file: theirs.home.name }) });
  }

  /** Whether the work has something that the copy lacks. */
  #hasOwn(): boolean {
    const { work, prepared } = this.#store;
    const { assessment, pending, unexplained, conflicts } = this.#shared;
    const waiting = [choicesOf(pending), [...unexplained], conflicts.length];
    const own = [choicesOf(work.pending), [...work.unexplained], work.home.conflicts.length];
    return !sameData(waiting, own) || changesBetween(assessment, work.assessment, prepared).length > 0;
  }

  /** Keeps a copy beside the present one. The same answers take one place, and those that the page begins with take none. */
  #setAside(raw: string): void {
    this.#try(() => {
      const { copy } = this.#platform;
      if (isSameCopy(raw, this.#begun)) return;
      const others = copy.earlier().map(({ text }) => text);
      const list = [...others.filter((each) => !isSameCopy(each, raw)), raw];
      // What is in a file can go before what is nowhere else.
      const [first] = [...list.slice(0, -1).filter((each) => parseCopy(each)?.isInFile), ...list];
      copy.setEarlier(list.length > mostEarlier ? list.filter((each) => each !== first) : list);
    });
  }

  /** A storage that is full or forbidden is said once. */
  #try(task: () => void): void {
    try {
      task();
      this.#hasFailed = false;
    } catch (error) {
      const isNew = !this.#hasFailed;
      this.#hasFailed = true;
      this.#store.keepingIs('failed');
      if (isNew) this.#store.say({ kind: 'trouble', text: phrase('keeping', 'storage-failed', { why: messageOf(error) }) });
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
