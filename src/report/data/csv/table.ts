import type { Assessment } from '../../../core/answers.ts';
import type { AssessmentResult, Failure } from '../../../core/result.ts';
import type { Cell } from '../../escape/csv.ts';

/** A table that is made law by law, so that one of thousands need not be held in memory. */
export interface CsvTable {
  /** Names of the columns. */
  readonly head: readonly Cell[];
  readonly rowsOf: (law: AssessmentResult, assessment: Assessment | undefined) => readonly (readonly Cell[])[];
  /** Of a file that could not be scored. */
  readonly failureRows: (failure: Failure) => readonly (readonly Cell[])[];
}
