/** Synonyms in one language, and translations into it. */
export interface Lexicon {
  /** Groups of synonyms. */
  readonly groups: readonly (readonly string[])[];
  /** Translations of the rubric's English words. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}
