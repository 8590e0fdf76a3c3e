import { type AnswersText, newAnswersText, readAnswersText, withChanges } from '../../answers/answers-text.ts';
import type { Assessment } from '../../core/answers.ts';
import type { AssessmentResult } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { scoreAssessment } from '../../core/score.ts';
import { type Standing, standings } from '../../interview/overview.ts';
import type { Item } from '../../interview/plan.ts';
import type { DraftPayload, Payload } from '../payload.ts';
import type { HeldConflict } from './merge/conflicts.ts';
import { changesBetween } from './merge/merge.ts';
import { isOtherDraft } from './other-draft.ts';
import type { OpenPanel } from './panel/panel.ts';
import type { Filter, Keeping, Message, SessionState } from './session.ts';
import { History, type Home, homeOf, isInFile, type Work } from './work.ts';

/** What the page shows besides the answers. */
interface Place {
  readonly at: Item;
  readonly filter: Filter;
}

/** Holds the work, and tells the page of every change. */
export class Store {
  readonly prepared: PreparedRubric;
  readonly #draft: DraftPayload | undefined;
  #history = new History();
  readonly #listeners = new Set<() => void>();
  #work: Work;
  #place: Place;
  #browser: Keeping['browser'] = 'saved';
  #message: Message | undefined;
  #panel: OpenPanel | undefined;
  #state: SessionState | undefined;
  /** Called after every act, to keep it. `isTyping`: the next act is likely to follow at once. */
  onAct: (isTyping: boolean) => void = () => {};

  /** @param draft the draft in the page */
  constructor(prepared: PreparedRubric, answers: Payload['answers'], draft?: DraftPayload) {
    this.prepared = prepared;
    this.#draft = draft;
    this.#work = this.beginning(answers);
    this.#place = { at: this.#firstOpen(), filter: 'all' };
  }

  /** @throws CompassError if the text is not a valid answers file */
  workOf({ name, text }: Payload['answers']): Work {
    const read = readAnswersText(text === '' ? newAnswersText(this.prepared) : text, name, this.prepared);
    return { assessment: read.assessment, pending: new Map(), unexplained: new Set(), elsewhere: new Map(), home: homeOf(read) };
  }

  get work(): Work {
    return this.#work;
  }

  get conflicts(): readonly HeldConflict[] {
    return this.#work.home.conflicts;
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

  /** What others changed: it is not undone. @param rebase an earlier work, with what they changed */
  takeIn(work: Work, rebase: (earlier: Work) => Work): void {
    this.#history.rebase(rebase);
    this.#work = work;
    this.#changed();
  }

  /** Goes on with the answers that another tab went on with, which undo takes back. */
  goOn(work: Work): void {
    this.#history.record(this.#work, '');
    this.#work = work;
    this.#changed();
  }

  /** The home of an assessment that undo may lead to. */
  homeOf(line: string): Home | undefined {
    return this.#history.homes().find((home) => home.line === line);
  }

  /** Begins again with other answers. What was done before can't be brought back. */
  restart(answers: Payload['answers']): void {
    this.#history = new History();
    this.#work = this.beginning(answers);
    this.#place = { at: this.#firstOpen(), filter: 'all' };
    this.#panel = undefined;
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
    this.#work.home.conflicts = conflicts;
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
    const link = this.#draft?.link;
    return link ? { ...work, assessment: { ...assessment, draft: { ...assessment.draft, ...link } } } : work;
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
    const { assessment, pending, unexplained, elsewhere, home } = this.#work;
    const { prepared } = this;
    let result: AssessmentResult | undefined;
    let list: readonly Standing[] | undefined;
    const text = (): string => this.text();
    return {
      assessment,
      pending,
      unexplained,
      elsewhere,
      ...this.#place,
      keeping: {
        browser: this.#browser,
        fileName: home.name,
        inFile: isInFile(this.#work),
      },
      isOtherDraft: isOtherDraft(assessment.draft, this.#draft?.text),
      conflicts: home.conflicts,
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
