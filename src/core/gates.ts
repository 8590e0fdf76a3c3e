import { isCriticalAtZero } from './gaps.ts';
import { type FailOn, failOnNames } from './gate-names.ts';
import type { AssessmentResult, GateResult } from './result.ts';

/** What a run has to hold. Nothing fails that was not asked for. */
export interface Gates {
  /** Least overall `low`, 0..100. */
  readonly min?: number;
  /** Least `low` of single features, by id. */
  readonly minFeature: ReadonlyMap<string, number>;
  readonly failOn: ReadonlySet<FailOn>;
}

/**
 * Rule 6: gates look at `low`, so that a blank can't pass one. For the same reason a blank critical question fails `critical`.
 * A draft to which nothing applies has no low and passes no minimum.
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
    const because = offenders(result, name);
    outcomes.push({ gate: name, holds: because.length === 0, because });
  }
  return outcomes;
}

function reaches(low: number | null, bound: number): boolean {
  return low !== null && low >= bound;
}

function offenders(result: AssessmentResult, name: FailOn): string[] {
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
