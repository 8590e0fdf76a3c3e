/** What a run may read. */
export interface Limits {
  /** Larger files are refused before they are read. If undefined, the default limit for each kind of file applies. */
  readonly maxBytes: number | undefined;
  /** Whether an answers file may name any file as the text of its draft. */
  readonly allowOutsideDraft: boolean;
  /** A second folder in which drafts may be, besides that of the answers file. An absolute path. */
  readonly draftFolder: string | undefined;
}
