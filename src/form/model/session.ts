import type { Assessment, Confidence, Draft, Elsewhere, Evidence, Reviewer, SettleRule, StepAnswer } from '../../core/answers.ts';
import type { Shortfall } from '../../core/marks.ts';
import type { AssessmentResult } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import type { Outstanding } from '../../interview/outstanding.ts';
import type { Standing } from '../../interview/overview.ts';
import type { Item } from '../../interview/plan.ts';
import type { OpenPanel } from './panel/panel.ts';

/** Which items the list shows; `flagged`: red flags that are present. */
export type Filter = 'all' | Outstanding | 'flagged';

/** A level and ticks that do not go together yet, so that they are not in the answers. The browser's copy keeps them. */
export interface Pending {
  readonly level: number | null;
  readonly marks: readonly string[];
  /** What the level lacks. */
  readonly lacks: Shortfall;
  /** The highest level that the ticks allow. */
  readonly allows: number;
}

/** What is said of other law, before its level is chosen. */
export type ElsewhereTexts = Omit<Elsewhere, 'level'>;

/** Where the answers are kept. */
export interface Keeping {
  /** In the browser: `saved` after every change, `saving` for a moment; `failed` if the storage is full or forbidden. */
  readonly browser: 'saved' | 'saving' | 'failed';
  /** The name of the answers file. */
  readonly fileName: string;
  /** Whether the file has every change; undefined if no file was opened or saved yet. */
  readonly inFile: boolean | undefined;
}

/** Somebody else changed the same entry: in another tab, or in the file on disk. */
export interface Conflict {
  readonly from: 'tab' | 'file';
  /** `features`: a whole feature that others set aside. */
  readonly section: 'draft' | 'reviewer' | 'answers' | 'steps' | 'flags' | 'features';
  /** Empty for the draft and the reviewer. */
  readonly id: string;
  /** Both in words, a line each. */
  readonly mine: string;
  readonly theirs: string;
}

/** An answers file that the browser keeps beside the current one. */
export interface EarlierCopy {
  readonly name: string;
  readonly text: string;
  /** When it was replaced, in milliseconds since 1970; undefined if that is not known. */
  readonly until: number | undefined;
  /** The title of its draft; undefined if it has none, or can't be read. */
  readonly title: string | undefined;
  /** How many questions are answered in it; undefined if it can't be read. */
  readonly answered: number | undefined;
  /** How many questions apply in it. */
  readonly applicable: number;
  /** The copy as the browser has it, with what no answers file can hold. */
  readonly raw: string;
}

/** What the reviewer has to be told once. */
export interface Message {
  readonly kind: 'done' | 'trouble';
  readonly text: string;
}

/** All that the page shows. It never changes: every act makes a new one. */
export interface SessionState {
  readonly assessment: Assessment;
  /** The text of the answers file, as it would be saved now. */
  readonly text: string;
  readonly result: AssessmentResult;
  readonly standings: readonly Standing[];
  readonly filter: Filter;
  readonly at: Item;
  /** By question id. */
  readonly pending: ReadonlyMap<string, Pending>;
  /** Ids of questions that do not apply, as the reviewer says, without a reason yet: their answers are still those of before. */
  readonly unexplained: ReadonlySet<string>;
  /** What is typed of other law without its level yet, by question id. */
  readonly elsewhere: ReadonlyMap<string, ElsewhereTexts>;
  readonly keeping: Keeping;
  readonly conflicts: readonly Conflict[];
  /** Whether the answers were made with another draft than the one in the page: their quotes can't be checked here. */
  readonly isOtherDraft: boolean;
  readonly message: Message | undefined;
  /** Several reviewers' answers, compared. */
  readonly panel: OpenPanel | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The reviewer's acts. Each takes effect at once; the browser's copy follows at once, and within a second of what is typed. */
export interface Session {
  readonly prepared: PreparedRubric;
  readonly state: () => SessionState;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;

  readonly goTo: (item: Item) => void;
  /** The next or previous item that the filter shows. */
  readonly move: (by: 1 | -1) => void;
  readonly setFilter: (filter: Filter) => void;

  /** A level of a question. If marks are ticked that are not enough for it, it waits in `pending`. */
  readonly chooseLevel: (id: string, level: number) => void;
  readonly tick: (id: string, mark: string, isTicked: boolean) => void;
  /** Leaves the marks open: none was looked for, and the level alone counts. */
  readonly leaveMarksOpen: (id: string) => void;
  /** Without a reason it waits in `unexplained`. */
  readonly setNotApplicable: (id: string, reason: string) => void;
  readonly setStatus: (id: string, status: StepAnswer['status']) => void;
  readonly setPresent: (id: string, present: boolean | null) => void;
  readonly setReasons: (item: Item, text: string) => void;
  readonly setConfidence: (id: string, confidence: Confidence | undefined) => void;
  /** What other law in force gives; undefined takes it away. @param texts what is said of it without a level: it waits in `elsewhere` */
  readonly setElsewhere: (id: string, elsewhere: Elsewhere | undefined, texts?: ElsewhereTexts) => void;
  /** @param isTyping whether a piece is being typed: what is typed in it is undone at once, any other change on its own */
  readonly setEvidence: (item: Item, evidence: readonly Evidence[], isTyping?: boolean) => void;
  /** Marks an item for review, or takes the mark away. */
  readonly setReview: (item: Item, because: string | undefined) => void;
  /** Takes an answer back. */
  readonly clear: (item: Item) => void;
  readonly setDraft: (draft: Draft) => void;
  readonly setReviewer: (reviewer: Reviewer) => void;
  readonly undo: () => void;
  readonly redo: () => void;

  readonly openFile: () => Promise<void>;
  readonly saveFile: () => Promise<void>;
  /** Saves under another name. */
  readonly saveFileAs: () => Promise<void>;
  /** Compares other reviewers' files with each other, and with the answers in the page if there are any. */
  readonly openPanel: () => Promise<void>;
  /** Goes on with the settled answers of the panel; what is open in them is marked for review. Undo goes back. */
  readonly settlePanel: (rule: SettleRule) => void;
  readonly closePanel: () => void;
  readonly settleConflict: (conflict: Conflict, keep: 'mine' | 'theirs') => void;
  /** Answers files that the browser keeps besides, since they were replaced or could not be read, the newest last. */
  readonly earlierCopies: () => readonly EarlierCopy[];
  readonly downloadCopy: (copy: EarlierCopy) => void;
  /** Goes on with an earlier copy. What was here becomes a copy, and Undo brings it back. */
  readonly bringBack: (copy: EarlierCopy) => void;
  /** Begins again with the answers that the page was made with. What was here becomes a copy, and Undo brings it back. */
  readonly startNew: () => void;
  /** Deletes what the browser keeps, earlier copies too, and begins again with the answers that the page was made with. */
  readonly forget: () => void;
  readonly dismissMessage: () => void;
  /** Writes the browser's copy now: the page is about to be closed or hidden. */
  readonly flush: () => void;
}
