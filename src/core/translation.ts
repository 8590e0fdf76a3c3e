import type { TextPlace } from './localised.ts';

/** The state of a translation: none, made from a wording that was changed since, or made from the one that there is. */
export type TranslationStatus = 'missing' | 'stale' | 'ok';

/** A text beside its translation. Words to search for stand one on a line. */
export interface TranslationRow extends TextPlace {
  readonly source: string;
  /** Names the wording of the source. */
  readonly of: string;
  /** Names the wording that the translation was made from; empty if there is none. */
  readonly from: string;
  /** Names the translation and the note that the row begins with, so that it shows later whether somebody has changed them. */
  readonly was: string;
  readonly text: string;
  readonly note: string;
  readonly status: TranslationStatus;
}

/** A row that somebody has filled in. */
export interface FilledRow extends Omit<TranslationRow, 'source' | 'status'> {
  /** Whether somebody says that the translation fits the wording of the source in this row. */
  readonly isChecked: boolean;
  /** Where its cells are, for messages. */
  readonly at: { readonly file: string; readonly key: string; readonly text: string };
}
