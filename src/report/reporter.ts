import type { Assessment } from '../core/answers.ts';
import type { Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import type { Style } from './style.ts';

/** All that a report is made from. Nothing else is read: the same input gives the same bytes. */
export interface ReportInput {
  readonly result: Result;
  readonly rubric: Rubric;
  /** The assessments behind `result.assessments`, in the same order. */
  readonly assessments: readonly Assessment[];
  /** Columns of a terminal; other formats pay no heed to it. */
  readonly width: number;
  readonly style: Style;
}
