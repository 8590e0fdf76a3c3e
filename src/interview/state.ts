import type { Assessment, Evidence } from '../core/answers.ts';
import type { Hit } from '../core/evidence.ts';
import type { Shortfall } from '../core/marks.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import type { DraftGuide } from './draft-guide.ts';
import type { Change } from './entries.ts';
import type { Item, Part } from './plan.ts';

/** What does not change while the questions are asked. */
export interface Questionnaire {
  readonly prepared: PreparedRubric;
  /** The draft's text, if it was read. */
  readonly guide?: DraftGuide;
}

/** The position in the questionnaire. Plain data: it can be stored, compared and replayed. */
export type State =
  | { readonly at: 'draft'; readonly field: number }
  | { readonly at: 'menu' }
  | { readonly at: 'features' }
  | { readonly at: 'item'; readonly visit: Visit; readonly stage: Stage }
  /**
   * Leaving an item. The next item is chosen after the answer is saved, since the answer may rule out or bring in other
   * questions.
   */
  | { readonly at: 'leaving'; readonly visit: Visit; readonly move: Move }
  | { readonly at: 'end' };

/** A way through a part of the questionnaire. */
export interface Visit {
  readonly part: Part;
  /** Index of the item that is being asked. */
  readonly index: number;
  /** Indices of the items asked before it, for the way back. */
  readonly trail: readonly number[];
  /** `open`: only items without an answer. `all`: one after another. `review`: all of a list that has no way to the menu. */
  readonly through: 'open' | 'all' | 'review';
  /** Ticks that were typed and refused, and the index of their item. They stay in the prompt until they are corrected. */
  readonly ticks?: { readonly index: number; readonly typed: string };
}

/** The direction in which an item is left. */
export type Move = 'next' | 'back' | 'menu' | 'stop';

/** What is being asked of an item. */
export type Stage =
  /** The item has just come up: it is shown from its beginning. */
  | { readonly is: 'arriving' }
  /** Its level, status or presence. */
  | { readonly is: 'answer' }
  /** Which of the question's marks the text has, after `level` was chosen. */
  | { readonly is: 'marks'; readonly level: number }
  /** Why a question does not apply. */
  | { readonly is: 'not-applicable' }
  /** The rationale of an answer, or the notes of a guiding question. */
  | { readonly is: 'reasons' }
  | { readonly is: 'confidence' }
  | EvidenceStage;

/** Collecting evidence, which began at the stage `from`: Esc leads back there. */
export type EvidenceStage =
  | { readonly is: 'passages'; readonly from: EvidenceFrom; readonly hits: readonly Hit[] }
  | { readonly is: 'open-passage'; readonly from: EvidenceFrom; readonly hits: readonly Hit[] }
  | { readonly is: 'find-words'; readonly from: EvidenceFrom; readonly hits: readonly Hit[] }
  | { readonly is: 'provision'; readonly from: EvidenceFrom; readonly hits?: readonly Hit[] }
  | { readonly is: 'quote'; readonly from: EvidenceFrom; readonly hits?: readonly Hit[] };

export type EvidenceFrom = 'answer' | 'reasons';

/** What is asked next. */
export type Ask =
  /** One key of these. */
  | { readonly kind: 'key'; readonly message: string; readonly keys: readonly string[] }
  | { readonly kind: 'text'; readonly message: string; readonly initial: string }
  | { readonly kind: 'choice'; readonly message: string; readonly choices: readonly string[] };

/** What the reviewer did. `back` is possible for a text. */
export type Input =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly index: number }
  | { readonly kind: 'back' };

/** What to show before the next prompt. Each user interface shows it in its own way. */
export type Notice =
  /** An item from its beginning: its position and text, and passages that may answer it. */
  | { readonly kind: 'item'; readonly item: Item; readonly part: Part }
  /** What the item's answer is now. */
  | { readonly kind: 'now'; readonly item: Item }
  | { readonly kind: 'help'; readonly item: Item }
  /** The rubric's rules for every question. */
  | { readonly kind: 'conventions' }
  /** The marks of the item, numbered. */
  | { readonly kind: 'marks'; readonly item: Item }
  /** A word that is not the number of one of `n` marks. */
  | { readonly kind: 'wrong-tick'; readonly word: string; readonly n: number }
  /** The chosen level needs other marks than those that are ticked. */
  | { readonly kind: 'shortfall'; readonly item: Item; readonly level: number; readonly lacks: Shortfall }
  | { readonly kind: 'evidence'; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'passages'; readonly hits: readonly Hit[] }
  | { readonly kind: 'provision'; readonly hit: Hit }
  | { readonly kind: 'taken'; readonly at: string }
  /** A quote that was typed, to be looked up in the draft. */
  | { readonly kind: 'typed-quote'; readonly evidence: Evidence }
  | { readonly kind: 'part-done'; readonly title: string }
  | { readonly kind: 'blank-line' };

/** What follows from an input. */
export interface Step {
  readonly state: State;
  /** To be saved before anything else is asked, in this order. */
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
}

/** The input of a stage: the questionnaire, the answers so far, and the current position. */
export interface Scene {
  readonly questionnaire: Questionnaire;
  readonly assessment: Assessment;
  readonly visit: Visit;
  readonly item: Item;
}
