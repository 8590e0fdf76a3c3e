import type { Assessment } from '../../../src/core/answers.ts';
import type { Assessed } from '../../../src/core/compare/assessed.ts';
import { compareResults } from '../../../src/core/compare/compare.ts';
import type { Comparison } from '../../../src/core/compare/result.ts';
import type { PreparedRubric } from '../../../src/core/rubric.ts';
import { scoreAssessment } from '../../../src/core/score.ts';
import { assessmentOf, type Given } from '../../fixtures/small-rubric.ts';

export function assessed(prepared: PreparedRubric, assessment: Assessment): Assessed {
  return { assessment, result: scoreAssessment(prepared, assessment, 'test.answers.yaml') };
}

/** Compares two assessments. */
export function between(prepared: PreparedRubric, before: Assessment, after: Assessment): Comparison {
  return compareResults(prepared, assessed(prepared, before), assessed(prepared, after), { from: 0, to: 1 });
}

/** Compares two sets of answers. */
export function moved(prepared: PreparedRubric, before: Given, after: Given): Comparison {
  return between(prepared, assessmentOf(before), assessmentOf(after));
}
