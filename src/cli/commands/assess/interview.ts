import type { AnswersStore } from '../../../answers/store.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { DraftGuide } from '../../../interview/draft-guide.ts';
import type { Style } from '../../../report/write/style.ts';
import type { Pace } from './pace.ts';
import type { Places } from './places.ts';
import type { Prompter } from './prompter.ts';
import type { Stems } from './stems.ts';

/** What the questions are asked with, and where the answers go. */
export interface Interview {
  readonly prompter: Prompter;
  readonly store: AnswersStore;
  readonly prepared: PreparedRubric;
  /** The draft's text, if it could be read. */
  readonly guide?: DraftGuide;
  /** Loads what finds a word in its other forms, too. */
  readonly loadStems: () => Promise<Stems>;
  readonly style: Style;
  readonly pace: Pace;
  readonly places: Places;
  /** The gap report on the answers so far, as lines of a width. */
  readonly report: (width: number) => readonly string[];
}
