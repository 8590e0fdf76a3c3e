import type { QuoteCheck } from '../../core/answers.ts';
import type { Hit } from '../../core/evidence.ts';

/** What the page asks of the draft. Answers come from a worker where the browser allows one, so that typing never waits. */
export interface DraftClient {
  readonly search: (words: string) => Promise<readonly Hit[]>;
  /** Looks a quote up. `at` is the citation beside it. */
  readonly check: (quote: string, at: string) => Promise<QuoteCheck>;
}
