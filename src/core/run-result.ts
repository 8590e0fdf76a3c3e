import type { Assessment } from './answers.ts';
import { checksOf, summariseEvidence } from './evidence.ts';
import type { Reading } from './reading.ts';
import type { AssessmentResult, DraftEvidence, Failure, Result } from './result.ts';
import type { PreparedRubric } from './rubric.ts';
import { summarise } from './summary.ts';

/** The part of a result that is known before anything is scored. */
export function resultHead(
  version: string,
  { rubric, digest }: Pick<PreparedRubric, 'rubric' | 'digest'>,
): Pick<Result, 'format' | 'tool' | 'rubric'> {
  return {
    format: 'compass-result/1',
    tool: { name: 'ungps-compass', version },
    rubric: { id: rubric.id, version: rubric.version, digest },
  };
}

/** The result of a run. */
export function resultOf(
  head: Pick<Result, 'format' | 'tool' | 'rubric'>,
  assessments: readonly AssessmentResult[],
  failures: readonly Failure[],
): Result {
  return { ...head, assessments, failures, summary: summarise(assessments, failures) };
}

/**
 * How the quotes of an assessment stand in its draft.
 * @param checked the assessment with a check beside every quote
 * @param draft the text in which they were looked up
 */
export function draftEvidence(checked: Assessment, draft: { readonly sha256: string; readonly reading: Reading }): DraftEvidence {
  const { text = '', sha256 } = checked.draft;
  const sameText = sha256 === undefined ? null : sha256.toLowerCase() === draft.sha256;
  return { text, sameText, ...summariseEvidence(checksOf(checked)), reading: draft.reading };
}
