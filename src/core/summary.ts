import type { AssessmentResult, Failure, Summary } from './result.ts';

/** Summarises a run. Mean, median, min and max are over the overall scores (0..100); drafts without a score are left out. */
export function summarise(assessments: readonly AssessmentResult[], failures: readonly Failure[]): Summary {
  return summariseScores(
    assessments.map((assessment) => assessment.score),
    failures.length,
    assessments.flatMap((assessment) => assessment.gates).filter((gate) => !gate.holds).length,
  );
}

/**
 * Summarises a run of which only the scores were retained.
 * @param all the overall score of each draft, null for a draft without one
 */
export function summariseScores(all: readonly (number | null)[], failed: number, gatesFailed: number): Summary {
  // Sorted before summing: the order of floating-point additions affects the last digit, and the order of the files must not.
  const scores = all.filter((score) => score !== null).sort((a, b) => a - b);
  return {
    assessed: all.length,
    failed,
    gatesFailed,
    mean: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    median: median(scores),
    min: scores[0] ?? null,
    max: scores.at(-1) ?? null,
  };
}

function median(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
