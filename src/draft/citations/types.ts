import type { CountedPart } from './parts.ts';

/** A cited provision in a form that can be compared. */
export interface Citation {
  /** The label of its kind: `art.`, `rec.`, `annex`; empty for a number alone, as in `14(2)`. */
  readonly word: string;
  /** From the outside in: `14`, `2`, `b`. Lower case, without brackets. */
  readonly numbers: readonly string[];
  /** The last number of a range; it replaces the last of `numbers`. */
  readonly to?: string;
  /** The groups around it that the citation names: Chapter II in `Chapter II, Article 5`. */
  readonly within?: readonly Citation[];
  /** What the cited provision inserts into another law: section 12B in `sec. 2(1), inserting sec. 12B`. */
  readonly inserting?: Citation;
  /**
   * The columns of a comparison table that it may stand in, folded; in a label the one column. Without them, any column or none.
   */
  readonly columns?: readonly string[];
  /** Whether its first number has a dot: article 7.1, which is not article 7, paragraph 1, although both are read as 7 and 1. */
  readonly dotted?: true;
  /** Whether it is spelled as one of our own labels, and so means exactly that number. */
  readonly exact?: true;
  /**
   * The index of a number that counts unnumbered paragraphs where the provision numbers none: of 2 in `artículo 26, párrafo 2`.
   */
  readonly counts?: number;
  /** The sentence or unnumbered paragraph of it that the citation names. */
  readonly part?: CountedPart;
}
