import type { CompareResult } from '../core/compare/result.ts';
import type { Rubric } from '../core/rubric.ts';
import type { Style } from './write/style.ts';

/** All that a report of a comparison is made from. */
export interface CompareInput {
  readonly result: CompareResult;
  readonly rubric: Rubric;
  /** Columns of a terminal; other formats pay no heed to it. */
  readonly width: number;
  readonly style: Style;
}
