/** The id of the element that the form is rendered into. */
export const mountPoint = 'form';

/** The ids of the elements that hold data and scripts for later. All but `payload` are only in a page with a draft. */
export const pagePart = {
  /** A `Payload` without its draft. */
  payload: 'form-data',
  /** A `DraftPayload`. */
  draft: 'draft-data',
  /** `Lexicons`. */
  lexicons: 'draft-lexicons',
  /** The script that searches the draft, in a worker or in the page. */
  engine: 'draft-engine',
} as const;
