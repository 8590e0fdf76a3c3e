// Generated from schemas/*.json by scripts/generate.js. Never edited by hand.
import type { ErrorObject } from 'ajv';

export interface Validate {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}
export declare const validateRubric: Validate;
export declare const validateFeature: Validate;
export declare const validateStep: Validate;
export declare const validateFlags: Validate;
export declare const validateAnswers: Validate;
export declare const validateConfig: Validate;
