/** The sections of an answers file that a field may belong to; `rubric` is what the questionnaire was made from. */
export type FieldSection = 'rubric' | 'draft' | 'reviewer' | 'answers' | 'features' | 'steps' | 'flags';

/** What a field holds of its entry. */
export type Part =
  | 'level'
  | 'notApplicable'
  | 'marks'
  | 'mark'
  | 'elsewhere-level'
  | 'elsewhere-law'
  | 'elsewhere-at'
  | 'elsewhere-note'
  | 'rationale'
  | 'notes'
  | 'document'
  | 'at'
  | 'quote'
  | 'note'
  | 'confidence'
  | 'owner'
  | 'due'
  | 'review'
  | 'status'
  | 'present'
  | 'value';

/** One field of a questionnaire that is filled in outside compass: a cell of a workbook, a question of a survey. */
export interface FieldKey {
  readonly section: FieldSection;
  /** The full id of the entry; for the rubric, the draft and the reviewer the name of the fact, such as `title`. */
  readonly id: string;
  readonly part: Part;
  /** Which piece of evidence, from 1; absent for the first one, and for parts that are not evidence. */
  readonly index?: number;
  /** The id of the mark, if the part is `mark`. */
  readonly mark?: string;
}

/** Where a value stands in its file. */
export interface FilledPlace {
  /** From 1; absent if the format has no lines. */
  readonly line?: number;
  /** The place in words: a sheet and its cell, a column. */
  readonly at?: string;
}

/** A field with what somebody wrote into it. */
export interface FilledCell {
  readonly key: FieldKey;
  /** Not blank. */
  readonly value: string;
  readonly place: FilledPlace;
}

/** The name of the choice that says of all marks that none was seen. */
export const noMark = 'none__seen';
