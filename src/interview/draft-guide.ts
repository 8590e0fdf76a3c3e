import type { QuoteCheck } from '../core/answers.ts';
import type { Hit } from '../core/evidence.ts';
import type { ReadingWarning } from '../core/reading.ts';

/** What the interview can ask of the draft's own text. */
export interface DraftGuide {
  /** The draft's file, as the reviewer named it. */
  readonly name: string;
  /** What its reader has to know about how it was read. */
  readonly warnings: readonly ReadingWarning[];
  /** The passages that most likely answer a question or show a red flag, the likeliest first. */
  readonly suggest: (id: string) => readonly Hit[];
  readonly search: (words: string) => readonly Hit[];
  /** The passage of a hit with the whole sentence or point that it belongs to; without it, the passage is taken as it is listed. */
  readonly whole?: (hit: Pick<Hit, 'label' | 'passage'>) => string;
  /** The whole article, section or recital around a label; undefined if there is none. */
  readonly provision: (label: string) => string | undefined;
  readonly check: (quote: string, at: string) => QuoteCheck;
}
