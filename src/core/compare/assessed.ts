import type { Assessment } from '../answers.ts';
import type { AssessmentResult } from '../result.ts';

/** One of the files that are compared: its answers and their scores. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly result: AssessmentResult;
}
