import { type AnswersText, newAnswersText, readAnswersText, withChanges } from '../../answers/answers-text.ts';
import type { Assessment } from '../../core/answers.ts';
import type { AssessmentResult } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { scoreAssessment } from '../../core/score.ts';
import { type Standing, standings } from '../../interview/overview.ts';
import type { Item } from '../../interview/plan.ts';
import type { DraftPayload, Payload } from '../payload.ts';
import type { HeldConflict } from './conflicts.ts';
import { changesBetween } from './merge.ts';
import type { OpenPanel } from './panel.ts';
import type { Filter, Keeping, Message, SessionState } from './session.ts';
import { History, type Home, type Work } from './work.ts';

/** What the page shows besides the answers. */
interface Place {
  readonly at: Item;
  readonly filter: Filter;
}

/** Holds the work, and tells the page of every change. */
export class Store {
  readonly prepared: PreparedRubric;
  readonly #link: DraftPayload['link'];
  #history = new History();
  readonly #listeners = new Set<() => void>();
  #work: Work;
  #place: Place;
  #browser: Keeping['browser'] = 'saved';
  #conflicts: readonly HeldConflict[] = [];
  #message: Message | undefined;
  #panel: OpenPanel | undefined;
  #state: SessionState | undefined;
  /** Called after every act, to keep it. `isTyping`: the next act is likely to follow at once. */
  onAct: (isTyping: boolean) => void = () => {};

  /** @param link what the answers that the page begins with don't say yet of its draft */
  constructor(prepared: PreparedRubric, answers: Payload['answers'], link?: DraftPayload['link']) {
    this.prepared = prepared;
    this.#link = link;
    this.#work = this.beginning(answers);
    this.#place = { at: this.#firstOpen(), filter: 'all' };
  }

  /** @throws CompassError if the text is not a valid answers file */
  workOf({ name, text }: Payload['answers']): Work {
    const read = readAnswersText(text === '' ? newAnswersText(this.prepared) : text, name, this.prepared);
    const home: Home = { name, text: read, handle: undefined, onDisk: undefined, saved: undefined };
    return { assessment: read.assessment, pending: new Map(), unexplained: new Set(), home };
  }

  get work(): Work {
    return this.#work;
  }

  get conflicts(): readonly HeldConflict[] {
    return this.#conflicts;
  }

  get panel(): OpenPanel | undefined {
    return this.#panel;
  }

  get at(): Item {
    return this.#place.at;
  }

  /** The reviewer's act, which can be undone. @param name acts with the same name in a row are undone together */
  act(change: Partial<Work>, name: string): void {
    this.#history.record(this.#work, name);
    this.#work = { ...this.#work, ...change };
    this.#changed();
    this.onAct(name !== '');
  }

  undo(): void {
    this.#goTo(this.#history.undo(this.#work));
  }

  redo(): void {
    this.#goTo(this.#history.redo(this.#work));
  }

  /** What others changed: it is not undone. */
  takeIn(change: (work: Work) => Work): void {
    this.#history.rebase(change);
    this.#work = change(this.#work);
    this.#changed();
  }

  /** Begins again with other answers. What was done before can't be brought back. */
  restart(answers: Payload['answers']): void {
    this.#history = new History();
    this.#work = this.beginning(answers);
    this.#place = { at: this.#firstOpen(), filter: 'all' };
    this.#conflicts = [];
    this.#changed();
  }

  place(place: Partial<Place>): void {
    this.#history.pause();
    this.#place = { ...this.#place, ...place };
    this.#changed();
    this.onAct(false);
  }

  keepingIs(browser: Keeping['browser']): void {
    if (browser === this.#browser) return;
    this.#browser = browser;
    this.#changed();
  }

  conflictsAre(conflicts: readonly HeldConflict[]): void {
    this.#conflicts = conflicts;
    this.#changed();
  }

  panelIs(panel: OpenPanel | undefined): void {
    this.#panel = panel;
    this.#changed();
  }

  say(message: Message | undefined): void {
    this.#message = message;
    this.#changed();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  state(): SessionState {
    this.#state ??= this.#makeState();
    return this.#state;
  }

  /** The text of the answers file with the work in it. */
  text(): string {
    const { home, assessment } = this.#work;
    return textOf({ text: home.text, assessment }, this.prepared);
  }

  /** The work that the page begins with: its answers, and what they don't say yet of its draft. */
  beginning(answers: Payload['answers']): Work {
    const work = this.workOf(answers);
    const { assessment } = work;
    return this.#link ? { ...work, assessment: { ...assessment, draft: { ...assessment.draft, ...this.#link } } } : work;
  }

  #goTo(work: Work | undefined): void {
    if (!work) return;
    this.#work = work;
    this.#changed();
    this.onAct(false);
  }

  #changed(): void {
    this.#state = undefined;
    for (const listener of this.#listeners) listener();
  }

  #makeState(): SessionState {
    const { assessment, pending, unexplained, home } = this.#work;
    const { prepared } = this;
    let result: AssessmentResult | undefined;
    let list: readonly Standing[] | undefined;
    const text = (): string => this.text();
    return {
      assessment,
      pending,
      unexplained,
      ...this.#place,
      keeping: {
        browser: this.#browser,
        fileName: home.name,
        inFile: home.saved === undefined ? undefined : home.saved === assessment && pending.size + unexplained.size === 0,
      },
      conflicts: this.#conflicts,
      message: this.#message,
      panel: this.#panel,
      canUndo: this.#history.canUndo,
      canRedo: this.#history.canRedo,
      // Only what the page looks at is worked out.
      get text() {
        return text();
      },
      get result() {
        result ??= scoreAssessment(prepared, assessment, home.name);
        return result;
      },
      get standings() {
        list ??= standings(prepared, assessment);
        return list;
      },
    };
  }

  #firstOpen(): Item {
    const all = standings(this.prepared, this.#work.assessment);
    const first = all.find(({ why }) => why.includes('open')) ?? all[0];
    return first?.item ?? { kind: 'question', id: '' };
  }
}

/** The text of an answers file with a content that was changed since. */
export function textOf(
  { text, assessment }: { readonly text: AnswersText; readonly assessment: Assessment },
  prepared: PreparedRubric,
): string {
  const changes = changesBetween(text.assessment, assessment, prepared);
  return changes.length === 0 ? text.text : withChanges(text, changes, prepared).text;
}
