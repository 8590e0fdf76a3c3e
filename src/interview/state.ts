import type { Assessment } from '../core/answers.ts';
import type { Hit } from '../core/evidence.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import type { DraftGuide } from './draft-guide.ts';
import type { Change } from './entries.ts';
import type { Outstanding } from './outstanding.ts';
import type { Item, Part } from './plan.ts';

/** What does not change while the questions are asked. */
export interface Questionnaire {
  readonly prepared: PreparedRubric;
  /** The draft's text, if it was read. */
  readonly guide?: DraftGuide;
  /** The stems of a text's words, so that "remedies" finds "remedy"; without it, only words as they are written are found. */
  readonly stems?: (text: string) => readonly string[];
}

/** The position in the questionnaire. Plain data: it can be stored, compared and replayed. */
export type State =
  | { readonly at: 'draft'; readonly field: number }
  /** `from`: the visit that the reviewer came from, or that an earlier interview stopped at. */
  | { readonly at: 'menu'; readonly from?: Visit }
  | { readonly at: 'features'; readonly from?: Visit }
  | { readonly at: 'item'; readonly visit: Visit; readonly stage: Stage }
  /**
   * Leaving an item. The next item is chosen after the answer is saved, since the answer may rule out or bring in other
   * questions.
   */
  | { readonly at: 'leaving'; readonly visit: Visit; readonly move: Move }
  /** Asks for the number, id or words of the item to go to. */
  | { readonly at: 'jump'; readonly from?: Visit }
  /** Several items have the words that were looked for. */
  | { readonly at: 'found'; readonly words: string; readonly from?: Visit }
  /** What is left to do. */
  | { readonly at: 'list'; readonly only?: Outstanding; readonly from?: Visit }
  /** A long text, and the state that it leads back to. */
  | { readonly at: 'reading'; readonly topic: Topic; readonly back: State }
  | { readonly at: 'end' };

/** A text that may be longer than a screen. */
export type Topic =
  | { readonly is: 'help'; readonly item: Item }
  /** The rubric's rules for every question. */
  | { readonly is: 'conventions' }
  /** An item with all of its texts, and its answer. */
  | { readonly is: 'item'; readonly item: Item }
  /** The provision around a passage of the draft. */
  | { readonly is: 'provision'; readonly hit: Hit }
  | { readonly is: 'report' };

/** A way through a part of the questionnaire. */
export interface Visit {
  readonly part: Part;
  /** Index of the item that is being asked. */
  readonly index: number;
  /** Indices of the items asked before it, for the way back. */
  readonly trail: readonly number[];
  /** `open`: only items without an answer. `all`: one after another. `review`: all of a list that has no way to the menu. */
  readonly through: 'open' | 'all' | 'review';
  /** Marks that were ticked and not saved yet, as ids, and the index of their item. */
  readonly ticks?: { readonly index: number; readonly ticked: readonly string[] };
  /** Index of an item that the reviewer marked for review in this visit: answering it does not remove that mark. */
  readonly marked?: number;
  /** A text that was left with Esc before it was saved, and the stage that asks for it. */
  readonly held?: {
    readonly index: number;
    readonly is: 'not-applicable' | 'provision' | 'quote';
    readonly piece: number | null;
    readonly text: string;
  };
  /** Index of the item whose mark for review the reviewer was about to remove. */
  readonly unmarking?: number;
  /** The mark for review that was removed last, and the index of its item. */
  readonly unmarked?: { readonly index: number; readonly review: string };
}

/** The direction in which an item is left. */
export type Move = 'next' | 'back' | 'stop';

/** What is being asked of an item. */
export type Stage =
  /** The item has just come up. */
  | { readonly is: 'arriving' }
  /** Its level, status or presence. */
  | { readonly is: 'answer' }
  /** Which of the question's marks the text has. `level`: the chosen level; null if none was chosen yet. `looks`: nothing was ticked yet. */
  | { readonly is: 'marks'; readonly level: number | null; readonly ticked: readonly string[]; readonly looks?: true }
  /** Why a question does not apply. `typed`: the reason that was given, if it names no such case and the reviewer is asked once more. */
  | { readonly is: 'not-applicable'; readonly typed?: string }
  /** The rationale of an answer, or the notes of a guiding question. */
  | { readonly is: 'reasons' }
  /** The same, in the reviewer's editor. */
  | { readonly is: 'editing'; readonly from: From }
  /** How sure the reviewer is of a level; the last chance to add evidence. */
  | { readonly is: 'finish' }
  | EvidenceStage;

/** The stage that was left for another one, which leads back there. */
export type From = 'answer' | 'finish';

/** Collecting evidence. `hits`: the passages that are listed; absent if the evidence is typed without a list. */
export type EvidenceStage =
  /** `page`: index of the page of the list. */
  | { readonly is: 'passages'; readonly from: From; readonly hits: readonly Hit[]; readonly page: number }
  | { readonly is: 'open-passage'; readonly from: From; readonly hits: readonly Hit[]; readonly page: number }
  | { readonly is: 'find-words'; readonly from: From; readonly hits: readonly Hit[] }
  /** Asks for a citation. `piece`: index of the piece of evidence that is changed; absent for a new one. */
  | {
      readonly is: 'provision';
      readonly from: From;
      readonly hits?: readonly Hit[];
      readonly piece?: number;
      readonly typed?: string;
    }
  /** Asks for the words of a piece. `isNew`: going back removes it again. */
  | { readonly is: 'quote'; readonly from: From; readonly hits?: readonly Hit[]; readonly piece: number; readonly isNew: boolean }
  /** The words of a piece are not those of the draft, or stand elsewhere. */
  | { readonly is: 'doubt'; readonly from: From; readonly hits?: readonly Hit[]; readonly piece: number; readonly isNew: boolean }
  /** The evidence that was taken. */
  | { readonly is: 'evidence'; readonly from: From }
  /** One piece of it. */
  | { readonly is: 'piece'; readonly from: From; readonly piece: number };

/** A key and what it does, in words. `enter` and `space` are spelt out. */
export interface Key {
  readonly key: string;
  readonly does: string;
}

/** The numbers that can be typed. */
export interface Numbers {
  readonly from: number;
  readonly to: number;
  readonly does: string;
}

/** What is asked next. */
export type Ask =
  /** One key, or a number. */
  | { readonly kind: 'key'; readonly message: string; readonly keys: readonly Key[]; readonly numbers?: Numbers }
  | { readonly kind: 'text'; readonly message: string; readonly initial: string }
  /** One of a list, by its number or with the arrow keys; or a key. */
  | { readonly kind: 'choice'; readonly message: string; readonly choices: readonly string[]; readonly keys: readonly Key[] }
  | { readonly kind: 'read'; readonly topic: Topic }
  /** A text to be changed in the reviewer's editor. */
  | { readonly kind: 'edit'; readonly text: string };

/** What the reviewer did. `back` is possible everywhere. */
export type Input =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly index: number }
  /** `typed`: what stood in the prompt, if it was changed. */
  | { readonly kind: 'back'; readonly typed?: string };

/** A remark to show with the next prompt: the sentence `notice-CODE` of the catalogue, or of the reports `check-...`. */
export interface Notice {
  readonly code: NoticeCode;
  readonly args: Readonly<Record<string, string | number>>;
}

export type NoticeCode =
  | 'taken'
  | 'taken-already'
  | 'removed'
  | 'quote-stands'
  | 'quote-one-word'
  | 'part-done'
  | 'marked'
  | 'unmarked'
  | 'unmark-asks'
  | 'mark-kept'
  | 'nothing-found'
  | 'no-words'
  | 'typed-kept'
  | 'typed-held'
  | 'shortfall'
  | 'reason-needed'
  | 'no-case'
  /** Sentences that reports have, too. */
  | 'check-omits'
  | 'check-outside';

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
