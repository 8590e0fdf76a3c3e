import { isCriticalAtZero } from './gaps.ts';
import { type FailOn, failOnNames } from './gate-names.ts';
import type { AssessmentResult, GateResult } from './result.ts';

/** The gates that the user asked for. */
export interface Gates {
  /** Minimum for the overall `low`, 0..100. */
  readonly min?: number;
  /** Minimums for the `low` of single features, by feature id. */
  readonly minFeature: ReadonlyMap<string, number>;
  readonly failOn: ReadonlySet<FailOn>;
}

/**
 * Scoring rule 6: gates test `low`, so that a gate cannot be passed by leaving questions blank. For the same reason an unanswered
 * critical question fails `critical`. A draft to which no question applies has no `low` and fails every minimum.
 * @returns one outcome for each gate that was asked for
 */
export function evaluateGates(result: AssessmentResult, gates: Gates): GateResult[] {
  const outcomes: GateResult[] = [];
  if (gates.min !== undefined) {
    outcomes.push({ gate: 'min', holds: reaches(result.low, gates.min), bound: gates.min, actual: result.low, because: [] });
  }
  for (const [id, bound] of gates.minFeature) {
    const actual = result.features.find((feature) => feature.id === id)?.low ?? null;
    outcomes.push({ gate: 'min-feature', feature: id, holds: reaches(actual, bound), bound, actual, because: [] });
  }
  for (const name of failOnNames) {
    if (!gates.failOn.has(name)) continue;
    const because = failingIds(result, name);
    outcomes.push({ gate: name, holds: because.length === 0, because });
  }
  return outcomes;
}

function reaches(low: number | null, bound: number): boolean {
  return low !== null && low >= bound;
}

function failingIds(result: AssessmentResult, name: FailOn): string[] {
  switch (name) {
    case 'critical':
      return result.gaps.filter(isCriticalAtZero).map((gap) => gap.question);
    case 'flag':
      return result.flags.map((flag) => flag.id);
    case 'unanswered':
      return result.questions.filter((question) => question.state === 'unanswered').map((question) => question.id);
    case 'review':
      return result.review.map(({ id }) => id);
  }
}
