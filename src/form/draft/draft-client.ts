import type { Assessment, QuoteCheck } from '../../core/answers.ts';
import type { Hit } from '../../core/evidence.ts';

/** What the page asks of the draft. Answers come from a worker where the browser allows one, so that typing never waits. */
export interface DraftClient {
  /** The best passages for words that were typed, the best one first. */
  readonly search: (words: string) => Promise<readonly Hit[]>;
  /**
   * Looks a quote up.
   * @param at the citation beside it
   * @param title what the answers call the draft: a citation may name it
   */
  readonly check: (quote: string, at: string, title?: string) => Promise<QuoteCheck>;
  /** The assessment with a check beside every quote from the draft. */
  readonly withChecks: (assessment: Assessment) => Promise<Assessment>;
}
