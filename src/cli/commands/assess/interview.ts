import type { AnswersStore } from '../../../answers/store.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { DraftGuide } from '../../../interview/draft-guide.ts';
import type { Prompter } from './screen/prompter.ts';

/** What the questions are asked with, and where the answers go. */
export interface Interview {
  readonly prompter: Prompter;
  readonly store: AnswersStore;
  readonly prepared: PreparedRubric;
  /** The draft's text, if it could be read. */
  readonly guide?: DraftGuide;
}
