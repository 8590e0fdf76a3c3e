import type { ErrorObject } from 'ajv';

/** A generated validator: whether the data is as its schema says, and after a call what is wrong with it. */
export interface Validate {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}
