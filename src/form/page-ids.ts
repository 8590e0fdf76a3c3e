/** The id of the element that the form is rendered into. */
export const mountPoint = 'form';

/** The ids of the elements that hold data or code for later. */
export const dataBlock = {
  /** A `Payload`. */
  payload: 'form-data',
} as const;
