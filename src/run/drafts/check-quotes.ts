import type { Assessment } from '../../core/answers.ts';
import type { DraftEvidence } from '../../core/result.ts';
import { draftEvidence } from '../../core/run-result.ts';
import { clauses } from '../../messages/lists.ts';
import { CompassError, problemMessage } from '../../source/problem.ts';
import type { DraftOpener } from './open-draft.ts';

/**
 * Looks up the quotes of an assessment in its draft. A draft that can't be read is not an error of the answers: `evidence` has the
 * reason.
 * @param name the draft's file, which the caller has found to be allowed; undefined if the answers name none
 * @returns the assessment with a check for each quote, and their summary if there is a draft
 */
export async function checkQuotes(
  name: string | undefined,
  assessment: Assessment,
  open: DraftOpener,
): Promise<{ assessment: Assessment; evidence?: DraftEvidence }> {
  if (name === undefined) return { assessment };
  try {
    const { draft, finder } = await open(name);
    const { withChecks } = await import('../../draft/quotes/check.ts');
    const checked = withChecks(assessment, finder);
    return { assessment: checked, evidence: draftEvidence(checked, draft) };
  } catch (error) {
    if (!(error instanceof CompassError)) throw error;
    const { text = '' } = assessment.draft;
    return { assessment, evidence: { text, unread: clauses(error.problems.map(problemMessage)) } };
  }
}
