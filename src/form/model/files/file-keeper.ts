import { type AnswersText, readAnswersText, renamed, withChanges } from '../../../answers/answers-text.ts';
import { emptyAssessment } from '../../../core/answers.ts';
import type { DraftText } from '../../../draft/structure/provision.ts';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { CompassError } from '../../../source/problem.ts';
import type { Keeper } from '../browser-copy/keeper.ts';
import { type HeldConflict, heldConflict, withConflicts } from '../merge/conflicts.ts';
import { asEdit, changesBetween, edited, emptyEntry, keyOf, mergedContent, rebased } from '../merge/merge.ts';
import { isOtherDraft } from '../other-draft.ts';
import { withoutId } from '../pending.ts';
import type { ChosenFile, FileHandle, Platform } from '../platform.ts';
import type { Conflict, EarlierCopy } from '../session.ts';
import type { Store } from '../store.ts';
import { withUnfinished } from '../unfinished.ts';
import { type Home, isUnfinished, type Work } from '../work.ts';
import { type Look, type Outside, type Prepared, unfinishedWords, withMerged } from './saving.ts';
import { commonWith, remember, seenAs } from './seen-files.ts';
import { refusal, whyNot } from './trouble.ts';

/** How often a save is tried again because the file changed while it was being prepared. */
const attempts = 20;

/**
 * Opens and saves answers files. What others changed in a file since it was last read or written here is merged or asked about before
 * the file is written. The browser can't lock a file: what is written to it in the instant between the last look and the writing is lost.
 */
export class FileKeeper {
  readonly #store: Store;
  readonly #keeper: Keeper;
  readonly #platform: Platform;
  /** The work that the page began with. */
  readonly #origin: Work;
  readonly #originText: AnswersText;
  readonly #draft: DraftText | undefined;
  /** Ends when the last save has ended: two at once would take each other for another program. */
  #saving: Promise<void> = Promise.resolve();

  /** @param draft the draft in the page */
  constructor(store: Store, keeper: Keeper, platform: Platform, draft: DraftText | undefined) {
    this.#store = store;
    this.#keeper = keeper;
    this.#platform = platform;
    this.#origin = store.work;
    this.#originText = store.work.home.text;
    this.#draft = draft;
  }

  async open(): Promise<void> {
    try {
      const chosen = await this.#platform.files.open();
      if (chosen) this.#opened(chosen);
    } catch (error) {
      this.#trouble(phrase('keeping', 'open-failed', { why: whyNot(error) }));
    }
  }

  async save(): Promise<void> {
    const { handle } = this.#store.work.home;
    if (this.#isUnsettled()) return;
    if (handle) await this.#saveNext(handle);
    else await this.saveAs();
  }

  async saveAs(): Promise<void> {
    if (this.#isUnsettled()) return;
    let chosen: FileHandle | 'download' | undefined;
    try {
      chosen = await this.#platform.files.choose(this.#store.work.home.name);
    } catch (error) {
      return this.#trouble(phrase('keeping', 'choose-failed', { why: whyNot(error) }));
    }
    if (chosen === 'download') this.#download();
    else if (chosen) await this.#saveNext(chosen);
  }

  /** Goes on with an earlier copy. */
  bringBack({ raw, name, text }: EarlierCopy): void {
    const work = this.#keeper.workOf(raw);
    if (!work) {
      this.#opened({ name, text });
      return;
    }
    // Its file may have changed since, or have been deleted.
    work.home.saved = undefined;
    this.#goOn(work);
  }

  /** Ends a conflict. After the last one, the file that could not be saved because of them is saved. */
  settle(conflict: Conflict, keep: 'mine' | 'theirs'): void {
    const store = this.#store;
    const held = store.conflicts.find((each) => each === conflict);
    if (!held) return;
    const { section, id } = held;
    const left = store.conflicts.filter((each) => each !== held);
    const isAskedAgain = left.some((each) => each.section === section && each.id === id);
    const { assessment, pending, unexplained, elsewhere } = store.work;
    const isThere = keep === held.inWork && !isAskedAgain;
    const content = isThere ? assessment : edited(assessment, [keep === 'mine' ? held.mineIs : held.theirsIs]);
    const isWaiting = section === 'answers' && keep === 'theirs' && (pending.has(id) || unexplained.has(id) || elsewhere.has(id));
    store.conflictsAre(left);
    if (content === assessment && !isWaiting) this.#keeper.keep();
    else {
      const waiting = isWaiting && {
        pending: withoutId(pending, id),
        elsewhere: withoutId(elsewhere, id),
        unexplained: new Set([...unexplained].filter((other) => other !== id)),
      };
      store.act({ assessment: content, ...waiting }, '');
    }
    const { home } = store.work;
    if (home.asked && left.length === 0) void this.#saveNext(home.asked);
  }

  #opened({ name, text, handle }: ChosenFile): void {
    let work: Work;
    try {
      if (text === undefined) throw CompassError.of('not-answers', name);
      work = this.#store.workOf({ name, text });
    } catch (error) {
      this.#trouble(refusal(name, text, error));
      return;
    }
    const seen = new Map([[name, { text: work.home.text, handle }]]);
    Object.assign(work.home, { handle, seen, saved: work.assessment });
    this.#goOn(work);
  }

  #goOn(work: Work): void {
    const store = this.#store;
    const { assessment, home } = store.work;
    const isReplacing =
      isUnfinished(store.work) ||
      home.conflicts.length > 0 ||
      changesBetween(this.#origin.assessment, assessment, store.prepared).length > 0;
    const unkept = this.#keeper.replace(work);
    const { answered, applicable: n } = store.state().result;
    const { draft } = work.assessment;
    const isOther = isOtherDraft(draft, this.#draft);
    const isVersion =
      this.#draft && draft.sha256 !== undefined && draft.sha256.toLowerCase() !== this.#draft.sha256.toLowerCase();
    const words = isOther ? 'opened-other-draft' : isVersion ? 'opened-other-version' : 'opened';
    const lines = [
      phrase('keeping', words, { file: work.home.name, answered, n }),
      unkept ?? (isReplacing && phrase('keeping', 'opened-instead')),
    ];
    store.say({ kind: words === 'opened' && !unkept ? 'done' : 'trouble', text: inSentences(lines) });
  }

  /** Whether it has to be chosen first whose entries a file gets, those of another tab too; then it says so. */
  #isUnsettled(): boolean {
    const n = this.#store.conflicts.length;
    if (n > 0) this.#trouble(phrase('keeping', 'file-unsettled', { n }));
    return n > 0;
  }

  #saveNext(handle: FileHandle): Promise<void> {
    const { home } = this.#store.work;
    this.#saving = this.#saving.then(() => this.#saveIn(handle, home));
    return this.#saving;
  }

  async #saveIn(handle: FileHandle, home: Home): Promise<void> {
    const file = handle.name;
    const outside: Outside = new Map();
    const isTold = (said: string): string => withMerged({ file, outside }, said, this.#store.prepared);
    try {
      for (let left = attempts; left > 0; left--) {
        const present = await handle.read();
        const seen = await seenAs(handle, home);
        // Other answers may have been opened meanwhile, or a save before this one has found conflicts.
        if (home.line !== this.#store.work.home.line) return this.#trouble(phrase('keeping', 'file-left', { file }));
        if (this.#isUnsettled()) return;
        const merged = this.#merged(handle, { present, seen, outside });
        if (!merged) return;
        // What changed while it was being prepared is looked at again.
        if ((await handle.read()) === present) return await this.#write(handle, home, { ...merged, outside });
      }
      this.#trouble(isTold(phrase('keeping', 'file-busy', { file })));
    } catch (error) {
      this.#trouble(isTold(phrase('keeping', 'file-write-failed', { file, why: whyNot(error) })));
    }
  }

  async #write(handle: FileHandle, home: Home, { disk, outside, work }: Prepared & Pick<Look, 'outside'>): Promise<void> {
    const { name: file } = handle;
    const { prepared } = this.#store;
    const next = this.#textFor(disk, work);
    await handle.write(next.text);
    this.#saved(work, home, next, handle);
    this.#told(withMerged({ file, outside }, phrase('keeping', 'saved-file', { file }), prepared));
  }

  /** What is to be written. @returns undefined if the reviewer has to choose first */
  #merged(handle: FileHandle, look: Look): Prepared | undefined {
    const { present, seen } = look;
    const { work, prepared } = this.#store;
    const { text, line } = work.home;
    // A new file gets all of the present text.
    if (present.trim() === '') return { disk: renamed(text, handle.name, prepared), work };
    // What is written may only take the place of what it was made from: other answers that were opened lack those of the page's own file.
    const origin = line === '' ? this.#originText : undefined;
    const known = [seen, text, origin].find((each) => each?.text === present);
    if (known) return { disk: { ...known, name: handle.name }, work };
    return this.#mergeWith(handle, look);
  }

  /** Takes in what others wrote to the file. */
  #mergeWith(handle: FileHandle, { present, seen, outside }: Look): Prepared | undefined {
    const store = this.#store;
    const { name: file } = handle;
    let theirs: AnswersText;
    try {
      theirs = readAnswersText(present, file, store.prepared);
    } catch (error) {
      this.#trouble(phrase('keeping', 'file-unreadable', { file, why: whyNot(error) }));
      return undefined;
    }
    const { home, assessment } = store.work;
    // Of a file that is not known, nothing says what the answers have in common with it: where they differ, both count as changed.
    const base = commonWith(theirs, home, seen)?.assessment ?? emptyAssessment();
    const all = mergedContent(base, assessment, theirs.assessment, store.prepared);
    const { assessment: together, clashes } = all;
    for (const entry of all.outside) outside.set(keyOf(entry), entry);
    const except = new Set(clashes.map(keyOf));
    const merged = changesBetween(assessment, together, store.prepared).filter((change) => !except.has(keyOf(change)));
    const changes = { base, theirs: theirs.assessment, except };
    store.takeIn({ ...store.work, assessment: edited(assessment, merged.map(asEdit)) }, (work) =>
      work.home.line === home.line ? { ...work, assessment: rebased(work.assessment, changes, store.prepared) } : work,
    );
    remember(home, theirs, handle);
    if (clashes.length === 0) return { disk: theirs, work: store.work };
    const held = clashes.map(
      (clash): HeldConflict => heldConflict('file', clash, emptyEntry(theirs.assessment, clash.section, clash.id)),
    );
    home.asked = handle;
    store.conflictsAre(withConflicts(store.conflicts, held));
    this.#keeper.keep();
    const clash = phrase('keeping', 'file-clash', { file, n: held.length });
    this.#trouble(withMerged({ file, outside }, clash, store.prepared));
    return undefined;
  }

  #textFor(disk: AnswersText, work: Work): AnswersText {
    const changes = changesBetween(disk.assessment, withUnfinished(work), this.#store.prepared);
    return changes.length === 0 ? disk : withChanges(disk, changes, this.#store.prepared);
  }

  #download(): void {
    const { work } = this.#store;
    const { text, name } = work.home;
    const next = this.#textFor(text, work);
    this.#platform.files.download(name, next.text);
    this.#saved(work, work.home, next, undefined);
    this.#told(phrase('keeping', 'downloaded', { file: name }));
  }

  #saved(work: Work, home: Home, next: AnswersText, handle: FileHandle | undefined): void {
    const isFinished = !isUnfinished(work);
    // From now on the changes are made to this text, which has what others wrote. A choice that waits is in it only as a mark.
    const text = isFinished ? next : renamed(home.text, next.name, this.#store.prepared);
    const saved = isFinished ? work.assessment : next.assessment;
    Object.assign(home, { name: next.name, text, handle, saved, asked: undefined });
    remember(home, next, handle);
    this.#keeper.keep();
  }

  /** Says that it is saved, and what of it is not finished. */
  #told(done: string): void {
    const { work, prepared } = this.#store;
    this.#store.say({ kind: 'done', text: inSentences([done, unfinishedWords(work, prepared)]) });
  }

  #trouble(text: string): void {
    this.#store.say({ kind: 'trouble', text });
  }
}
