/** Words that drafts use for one thing. */
export interface Lexicon {
  /** Words of one language that stand for one another. */
  readonly groups: readonly (readonly string[])[];
  /** What English words of the rubric are called in another language. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}
