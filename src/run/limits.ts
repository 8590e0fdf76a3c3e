/** What a run may read. */
export interface Limits {
  /** Larger files are refused before they are read; undefined leaves it to each kind of file. */
  readonly maxBytes: number | undefined;
  /** Whether an answers file may name any file as the text of its draft. */
  readonly allowOutsideDraft: boolean;
  /** An absolute path: drafts may be in this folder as well as in that of the answers file. */
  readonly draftFolder: string | undefined;
}
