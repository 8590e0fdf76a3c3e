import type { Assessment } from '../answers.ts';
import type { AssessmentResult } from '../result.ts';

/** One of the files that are compared: what was answered, and what it came to. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly result: AssessmentResult;
}
