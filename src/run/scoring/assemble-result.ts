import type { Assessment } from '../../core/answers.ts';
import type { Failure, Result } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { resultHead, resultOf } from '../../core/run-result.ts';
import type { Origin } from '../../report/data/origin.ts';
import { type Problem, problemHint, problemMessage } from '../../source/problem.ts';
import type { Run } from '../run.ts';
import { originsOf } from './file-origins.ts';
import type { FaultyFile, Outcome } from './score-file.ts';

/** The result of a run, and what reports need besides it. */
export interface RunResult {
  readonly result: Result;
  /** In the order of the result. */
  readonly assessments: readonly Assessment[];
  /** By the names in the result. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * @param inputProblems arguments that name no file: each is a failure of the result too, since nothing that was asked for may be
 * left out
 */
export function toResult(
  { io, version }: Pick<Run, 'io' | 'version'>,
  prepared: PreparedRubric,
  outcomes: readonly Outcome[],
  inputProblems: readonly Problem[],
): RunResult {
  const scored = outcomes.filter((outcome) => 'result' in outcome);
  const faulty = outcomes.filter((outcome) => 'problems' in outcome);
  const failures = toFailures(inputProblems, faulty);
  return {
    result: resultOf(
      resultHead(version, prepared),
      scored.map((outcome) => outcome.result),
      failures,
    ),
    assessments: scored.map((outcome) => outcome.assessment),
    origins: originsOf(io.cwd(), scored, failures),
  };
}

/** Problems of arguments, then of files, in the order in which a result lists them. */
export function toFailures(inputProblems: readonly Problem[], faulty: readonly FaultyFile[]): Failure[] {
  return [
    ...inputProblems.map((problem) => toFailure(problem.source, [problem])),
    ...faulty.map(({ source, problems }) => toFailure(source, problems)),
  ];
}

function toFailure(source: string, problems: readonly Problem[]): Failure {
  return {
    source,
    errors: problems.map((problem) => {
      const hint = problemHint(problem);
      return {
        message: problemMessage(problem),
        ...(problem.line !== undefined && { line: problem.line }),
        ...(problem.column !== undefined && { column: problem.column }),
        ...(hint !== undefined && { hint }),
      };
    }),
  };
}
