import type { Assessment } from '../core/answers.ts';
import type { CompareResult } from '../core/compare/result.ts';
import type { AssessmentResult, Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import type { Origin } from './data/origin.ts';
import type { Style } from './write/style.ts';

/** What a terminal is like; other formats take no notice of it. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly style: Style;
}

/** All that a report is made from. Nothing else is read: the same input gives the same bytes. */
export interface ReportInput extends Screen {
  readonly result: Result;
  readonly rubric: Rubric;
  /** The assessments behind `result.assessments`, in the same order. */
  readonly assessments: readonly Assessment[];
  /** Where each `source` of the result stands in the working folder; one that is not in it stands under its own name. */
  readonly origins?: ReadonlyMap<string, Origin>;
  /** One row a law, for tables of data; other formats pay no heed to it. */
  readonly wide?: boolean;
}

/** All that a comparison is made from. */
export interface CompareInput extends Screen {
  readonly result: CompareResult;
  readonly rubric: Rubric;
}

/** What a result says before its first assessment. */
export type ResultHead = Pick<Result, 'format' | 'tool' | 'rubric'>;
/** And after its last. */
export type ResultTail = Pick<Result, 'failures' | 'summary' | 'baseline'>;

/**
 * A format that can be written while a run goes on, in memory that does not grow with it. The pieces, one after the other, are the bytes
 * of the format's reporter.
 */
export interface StreamReporter {
  readonly head: (head: ResultHead) => string;
  readonly assessment: (law: AssessmentResult, assessment: Assessment) => string;
  /** Between two assessments. */
  readonly separator: string;
  readonly tail: (head: ResultHead, tail: ResultTail) => string;
}
