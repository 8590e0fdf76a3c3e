import type { Assessment } from '../../core/answers.ts';
import type { AssessmentResult, Result } from '../../core/result.ts';
import type { RobustnessMethod } from '../../core/robustness/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';

/** A result with the robustness of each assessment and of their order. Without a method, the result as it is. */
export async function withRobustness(
  prepared: PreparedRubric,
  result: Result,
  assessments: readonly Assessment[],
  method: RobustnessMethod | undefined,
): Promise<Result> {
  if (!method) return result;
  const { drawRobustness } = await import('../../core/robustness/robustness.ts');
  const laws = result.assessments.flatMap((each, index) => {
    const assessment = assessments[index];
    return assessment ? [{ assessment, result: each }] : [];
  });
  const drawn = drawRobustness(prepared, laws, method);
  return {
    ...result,
    assessments: result.assessments.map((each, index) => ({ ...each, robustness: drawn.assessments[index] ?? null })),
    robustness: drawn.run,
  };
}

/** The result of one assessment with its robustness, which does not depend on the other assessments. */
export async function withOwnRobustness(
  prepared: PreparedRubric,
  assessment: Assessment,
  result: AssessmentResult,
  method: RobustnessMethod | undefined,
): Promise<AssessmentResult> {
  if (!method) return result;
  const { drawRobustness } = await import('../../core/robustness/robustness.ts');
  return { ...result, robustness: drawRobustness(prepared, [{ assessment, result }], method).assessments[0] ?? null };
}
