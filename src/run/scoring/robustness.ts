import type { Assessment } from '../../core/answers.ts';
import type { AssessmentResult, Result } from '../../core/result.ts';
import { type RobustnessMethod, standardMethod, weightRules } from '../../core/robustness/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { CompassError, type Problem } from '../../source/problem.ts';

/** The options as they stand on the command line. */
export interface RobustnessOptions {
  readonly robustness?: boolean;
  readonly weights?: string;
  readonly spread?: string;
  readonly draws?: string;
  readonly seed?: string;
}

/** Fewer draws say little about one case in twenty; more take long and say no more. */
const drawBounds = { least: 100, most: 100_000 };

/**
 * Turns the options into a method.
 * @returns undefined where robustness is not asked for
 * @throws CompassError with every option that is not written as it must be, or that says how without --robustness
 */
export function parseRobustness(options: RobustnessOptions): RobustnessMethod | undefined {
  const problems: Problem[] = [];
  if (!options.robustness) {
    for (const name of ['weights', 'spread', 'draws', 'seed'] as const) {
      if (options[name] !== undefined)
        problems.push({ code: 'needs-robustness', args: { option: `--${name}` }, source: 'compass' });
    }
    if (problems.length > 0) throw new CompassError(problems);
    return undefined;
  }
  const weights = weightRules.find((rule) => rule === (options.weights ?? standardMethod.weights));
  if (weights === undefined) {
    const args = { option: '--weights', known: weightRules.join(' or '), found: `"${options.weights}"` };
    problems.push({ code: 'bad-choice', args, source: 'compass' });
  }
  const number = (name: 'spread' | 'draws' | 'seed', least: number, most: number): number => {
    const text = options[name] ?? String(standardMethod[name]);
    const value = (name === 'spread' ? /^\d+(\.\d+)?$/ : /^\d+$/).test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    const code = name === 'spread' ? 'bad-number' : 'bad-whole-number';
    problems.push({ code, args: { option: `--${name}`, least, most, found: `"${text}"` }, source: 'compass' });
    return Number.NaN;
  };
  const method = {
    weights: weights ?? standardMethod.weights,
    spread: number('spread', 0, 100),
    draws: number('draws', drawBounds.least, drawBounds.most),
    seed: number('seed', 0, Number.MAX_SAFE_INTEGER),
  };
  if (problems.length > 0) throw new CompassError(problems);
  return method;
}

/** The result with the robustness of each assessment and of their order; as it is where none is asked for. */
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

/** One assessment with its robustness. It does not depend on the others of a run. */
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
