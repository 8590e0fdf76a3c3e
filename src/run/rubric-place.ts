/** A rubric's folder, and how messages name it. */
export interface RubricPlace {
  readonly folder: string;
  readonly name: string;
  /** The id of a bundled rubric. */
  readonly bundled?: string;
}
