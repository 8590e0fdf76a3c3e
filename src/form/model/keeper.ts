import { type AnswersText, readAnswersText } from '../../answers/answers-text.ts';
import type { Assessment } from '../../core/answers.ts';
import { scoreAssessment } from '../../core/score.ts';
import { changed } from '../../interview/entries.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Payload } from '../payload.ts';
import { heldConflict, isSameEntry } from './conflicts.ts';
import { type Copy, mergedPending, parseCopy } from './copy.ts';
import { asEdit, changesBetween, emptyEntry, mergedContent } from './merge.ts';
import { decided } from './pending.ts';
import type { Platform, SetAside } from './platform.ts';
import type { EarlierCopy, Pending } from './session.ts';
import { type Store, textOf } from './store.ts';
import { listed } from './words.ts';
import type { Home, Work } from './work.ts';

/** Milliseconds from what is typed to its copy in the browser. Any other act is copied at once. */
const delay = 300;

/** The content of a copy. */
interface Content {
  /** The file to which the changes are made. */
  readonly text: AnswersText;
  readonly assessment: Assessment;
}

/** Keeps the browser's copy. Another tab may write it too: its changes are merged, never overwritten. */
export class Keeper {
  readonly #store: Store;
  readonly #platform: Platform;
  /** The copy as it was last read or written here. */
  #raw: string | undefined;
  /** Its content; before the first copy, that of the answers which the page began with. */
  #kept: { readonly assessment: Assessment; readonly pending: Copy['pending'] };
  #cancel: (() => void) | undefined;
  #hasFailed = false;

  constructor(store: Store, platform: Platform) {
    this.#store = store;
    this.#platform = platform;
    this.#kept = { assessment: store.work.assessment, pending: [] };
  }

  /** Goes on with the copy that the browser has, and keeps it from now on. */
  begin(): void {
    this.#try(() => {
      const raw = this.#platform.copy.read();
      if (raw !== undefined) this.#resume(raw);
    });
    this.#store.onAct = (isTyping) => {
      if (isTyping) this.#schedule();
      else this.#write();
    };
    this.#platform.copy.watch(() => this.#noticed());
    // A storage that is full or forbidden is found out before the first answer.
    this.#write();
  }

  /** Writes the copy now. */
  flush(): void {
    if (this.#cancel) this.#write();
  }

  /** Writes the copy, because what is known of the file has changed. */
  keep(): void {
    this.#write();
  }

  /** Another file was opened: what another tab still has of the former one is not merged into it. */
  rehome(): void {
    this.#kept = { ...this.#kept, assessment: this.#store.work.assessment };
    this.#write();
  }

  /** Sets the copy aside before other answers take its place. */
  setAside(): void {
    this.flush();
    if (this.#raw !== undefined) this.#try(() => this.#platform.copy.setAside(this.#raw ?? ''));
  }

  /** The answers files among the copies that were set aside; of one that is no copy, its text as it is. */
  earlier(): EarlierCopy[] {
    let copies: readonly SetAside[] = [];
    this.#try(() => {
      copies = this.#platform.copy.earlier();
    });
    return copies.map(({ text: raw, at: until }) => {
      const copy = parseCopy(raw);
      const content = copy && this.#readable(copy);
      const { prepared, work } = this.#store;
      if (!content) return { name: work.home.name, text: raw, until, title: undefined, answered: undefined };
      const { answered } = scoreAssessment(prepared, content.assessment, copy.name);
      return { name: copy.name, text: textOf(content, prepared), until, title: content.assessment.draft.title, answered };
    });
  }

  /** Goes on with other answers. What was here becomes a copy, and undo brings it back. */
  replace(work: Work): void {
    this.setAside();
    this.#store.act(work, '');
    this.#store.conflictsAre([]);
    this.rehome();
  }

  /** Deletes the copy and the earlier ones, and begins again. */
  forget(answers: Payload['answers']): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#try(() => this.#platform.copy.remove());
    this.#raw = undefined;
    this.#store.restart(answers);
    this.#kept = { assessment: this.#store.work.assessment, pending: [] };
    this.#store.say({ kind: 'done', text: phrase('keeping', 'forgotten') });
  }

  #resume(raw: string): void {
    const copy = parseCopy(raw);
    const content = copy && this.#readable(copy);
    if (!copy || !content) {
      this.#platform.copy.setAside(raw);
      this.#raw = raw;
      this.#store.say({ kind: 'trouble', text: phrase('keeping', 'copy-unreadable') });
      return;
    }
    const { text, assessment } = content;
    this.#take(raw, assessment, copy.pending);
    this.#store.takeIn(({ home }) => {
      Object.assign(home, { name: copy.name, text, saved: copy.isInFile ? assessment : undefined });
      return { home, assessment, pending: this.#pendingOf(copy.pending, assessment), unexplained: new Set(copy.unexplained) };
    });
    this.#store.conflictsAre(copy.conflicts);
    this.#store.place({ at: copy.at });
  }

  #readable({ text, name, changes }: Copy): Content | undefined {
    const { home } = this.#store.work;
    try {
      const read = text === home.text.text ? home.text : readAnswersText(text, name, this.#store.prepared);
      return { text: read, assessment: changed(read.assessment, changes) };
    } catch {
      return undefined;
    }
  }

  #schedule(): void {
    if (this.#cancel) return;
    this.#store.keepingIs(this.#hasFailed ? 'failed' : 'saving');
    this.#cancel = this.#platform.later(() => this.#write(), delay);
  }

  #write(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#try(() => {
      const raw = this.#platform.copy.read();
      if (raw !== undefined && raw !== this.#raw) this.#merge(raw);
      const { home, assessment, pending, unexplained } = this.#store.work;
      const copy: Copy = {
        format: 'compass-form-copy/1',
        name: home.name,
        text: home.text.text,
        changes: changesBetween(home.text.assessment, assessment, this.#store.prepared).map(asEdit),
        pending: listOf(pending),
        unexplained: [...unexplained],
        conflicts: this.#store.conflicts,
        isInFile: this.#store.state().keeping.inFile === true,
        at: this.#store.at,
      };
      const json = JSON.stringify(copy);
      this.#platform.copy.write(json);
      this.#take(json, assessment, copy.pending);
      this.#store.keepingIs('saved');
    });
  }

  /** Another tab has written. */
  #noticed(): void {
    this.#try(() => {
      const raw = this.#platform.copy.read();
      if (raw !== undefined && raw !== this.#raw) this.#merge(raw);
      if (raw !== undefined || this.#raw === undefined) return;
      this.#raw = undefined;
      this.#store.say({ kind: 'trouble', text: phrase('keeping', 'other-tab-forgot') });
    });
  }

  /** Takes in what another tab wrote. */
  #merge(raw: string): void {
    const copy = parseCopy(raw);
    const theirs = copy && this.#readable(copy);
    if (!copy || !theirs) {
      this.#platform.copy.setAside(raw);
      return;
    }
    const store = this.#store;
    const { assessment, pending } = store.work;
    const {
      assessment: together,
      clashes,
      outside,
    } = mergedContent(this.#kept.assessment, assessment, theirs.assessment, store.prepared);
    const waiting = mergedPending(this.#kept.pending, listOf(pending), copy.pending);
    const held = clashes.map((clash) => heldConflict('tab', clash, emptyEntry(theirs.assessment, clash.section, clash.id)));
    this.#take(raw, theirs.assessment, copy.pending);
    store.takeIn((work) => {
      if (work.home !== store.work.home) return work;
      if (work !== store.work) return { ...work, assessment: withOutside(work.assessment, together, outside, store) };
      const unexplained = new Set([...work.unexplained, ...copy.unexplained]);
      return {
        home: homeAfter(work, copy.name, theirs.text),
        assessment: together,
        pending: this.#pendingOf(waiting, together),
        unexplained,
      };
    });
    const others = store.conflicts.filter((each) => !held.some((one) => isSameEntry(one, each)));
    const theirConflicts = copy.conflicts.filter((each) => !others.some((one) => isSameEntry(one, each)));
    store.conflictsAre([...others, ...theirConflicts, ...held]);
    if (outside.length > 0)
      store.say({
        kind: 'done',
        text: phrase('keeping', 'other-tab', { n: outside.length, list: listed(outside, this.#store.prepared) }),
      });
  }

  #take(raw: string, assessment: Assessment, pending: Copy['pending']): void {
    this.#raw = raw;
    this.#kept = { assessment, pending };
  }

  #pendingOf(list: Copy['pending'], assessment: Assessment): ReadonlyMap<string, Pending> {
    return new Map(
      list.flatMap(({ id, level, marks }) => {
        const question = this.#store.prepared.questions.get(id)?.question;
        const decision = question && decided(assessment, question, { level, marks });
        return decision && 'pending' in decision ? [[id, decision.pending] as const] : [];
      }),
    );
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
      const why = error instanceof Error ? error.message : String(error);
      if (isNew) this.#store.say({ kind: 'trouble', text: phrase('keeping', 'storage-failed', { why }) });
    }
  }
}

/** A tab that went on with another file must not make this one write to the file that is open here. */
function homeAfter({ home }: Work, name: string, text: AnswersText): Home {
  if (home.name === name && home.text.text === text.text) return home;
  return { name, text, handle: undefined, onDisk: undefined, saved: undefined };
}

function listOf(pending: ReadonlyMap<string, Pending>): Copy['pending'] {
  return [...pending].map(([id, { level, marks }]) => ({ id, level, marks }));
}

/** An earlier content with what others have changed since. */
function withOutside(before: Assessment, now: Assessment, names: readonly string[], { prepared }: Store): Assessment {
  const changes = changesBetween(before, now, prepared).filter(({ section, id }) => names.includes(id ?? section));
  return changed(before, changes.map(asEdit));
}
