import type { Assessment } from '../core/answers.ts';
import type { CompareResult } from '../core/compare/result.ts';
import type { AssessmentResult, Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import type { Origin } from './data/origin.ts';
import type { Style } from './write/style.ts';

/** The terminal; other formats ignore it. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly style: Style;
}

/** A result and the rubric that it was made with. */
export interface Input<Result> {
  readonly result: Result;
  readonly rubric: Rubric;
}

/** The input of a report. Nothing else is read: the same input gives the same bytes. */
export interface ReportInput extends Screen, Input<Result> {
  /** The assessments behind `result.assessments`, in the same order. */
  readonly assessments: readonly Assessment[];
  /** The files of each `source` of the result in the working folder; a source without an entry is its own file. */
  readonly origins?: ReadonlyMap<string, Origin>;
  /** One row for each law, in csv; other formats ignore it. */
  readonly wide?: boolean;
}

/** The input of a comparison. */
export interface CompareInput extends Screen, Input<CompareResult> {}

/** The part of a result before its first assessment. */
export type ResultHead = Pick<Result, 'format' | 'tool' | 'rubric'>;
/** The part after its last assessment. */
export type ResultTail = Pick<Result, 'failures' | 'summary' | 'baseline'>;

/**
 * A format that can be written during a run, in constant memory. The pieces together are the same bytes as those of the format's
 * reporter.
 */
export interface StreamReporter {
  readonly head: (head: ResultHead) => string;
  readonly assessment: (law: AssessmentResult, assessment: Assessment) => string;
  /** Between two assessments. */
  readonly separator: string;
  readonly tail: (head: ResultHead, tail: ResultTail) => string;
}
