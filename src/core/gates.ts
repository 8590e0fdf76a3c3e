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
  /** Whether the minimums and `critical` look at the score with other law in force, not at the text alone. */
  readonly inContext?: boolean;
}

/**
 * Scoring rule 6: gates test `low`, so that a gate cannot be passed by leaving questions blank. For the same reason an unanswered
 * critical question fails `critical`. A draft to which no question applies has no `low` and fails every minimum.
 * @param inContext the same assessment scored with other law in force; undefined if no answer names other law
 * @returns one outcome for each gate that was asked for
 */
export function evaluateGates(result: AssessmentResult, gates: Gates, inContext?: AssessmentResult): GateResult[] {
  const outcomes: GateResult[] = [];
  const scored = (gates.inContext && inContext) || result;
  const view = gates.inContext ? { inContext: true } : result.inContext ? { inContext: false } : {};
  if (gates.min !== undefined) {
    const { low: actual } = scored;
    outcomes.push({ gate: 'min', holds: reaches(actual, gates.min), bound: gates.min, actual, ...view, because: [] });
  }
  for (const [id, bound] of gates.minFeature) {
    const actual = scored.features.find((feature) => feature.id === id)?.low ?? null;
    outcomes.push({ gate: 'min-feature', feature: id, holds: reaches(actual, bound), bound, actual, ...view, because: [] });
  }
  for (const name of failOnNames) {
    if (!gates.failOn.has(name)) continue;
    const because = name === 'critical' ? criticalAtZero(scored) : failingIds(result, name);
    outcomes.push({ gate: name, holds: because.length === 0, ...(name === 'critical' && view), because });
  }
  return outcomes;
}

function reaches(low: number | null, bound: number): boolean {
  return low !== null && low >= bound;
}

function criticalAtZero({ gaps }: AssessmentResult): string[] {
  return gaps.filter(isCriticalAtZero).map((gap) => gap.question);
}

/** What is looked for in the answers themselves, so that other law makes no difference. */
function failingIds(result: AssessmentResult, name: Exclude<FailOn, 'critical'>): string[] {
  switch (name) {
    case 'flag':
      return result.flags.map((flag) => flag.id);
    case 'unanswered':
      return result.questions.filter((question) => question.state === 'unanswered').map((question) => question.id);
    case 'review':
      return result.review.map(({ id }) => id);
  }
}
