import type { AssessmentResult, Failure, Summary } from './result.ts';

/** Figures over a run. Mean, median, min and max are of the overall scores, 0..100, of the drafts that have one. */
export function summarise(assessments: readonly AssessmentResult[], failures: readonly Failure[]): Summary {
  return summariseScores(
    assessments.map((assessment) => assessment.score),
    failures.length,
    assessments.flatMap((assessment) => assessment.gates).filter((gate) => !gate.holds).length,
  );
}

/** The same from what a run of any length can keep: its scores, null where there is none, and how many files and gates failed. */
export function summariseScores(all: readonly (number | null)[], failed: number, gatesFailed: number): Summary {
  // Sorted before they are added up, so that the order of the files cannot show in the last digit.
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
