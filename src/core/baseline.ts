import { compare, ratio, subtract } from './exact.ts';
import { isCriticalAtZero } from './gaps.ts';
import type { AssessmentResult, GateResult } from './result.ts';

/**
 * The gate that fails only on regressions against a stored result: the overall `low` or a feature's `low` fell by more than the
 * tolerance, a critical question fell to level 0 (unanswered counts as 0, as in every gate), a severe red flag is new, or an
 * answer became not applicable, which can raise a score. A question that is missing in the baseline is not a regression.
 * @param tolerance in points, 0..100
 * @returns one failed outcome for each regression; if there is none, a single outcome that holds
 */
export function baselineGates(now: AssessmentResult, before: AssessmentResult, tolerance: number): GateResult[] {
  const outcomes = [...fallenLows(now, before, tolerance), ...listed('baseline-critical', newlyCritical(now, before))];
  outcomes.push(...listed('baseline-flag', newlyFlagged(now, before)));
  outcomes.push(...listed('baseline-not-applicable', newlySetAside(now, before)));
  return outcomes.length > 0 ? outcomes : [{ gate: 'baseline', holds: true, because: [] }];
}

function fallenLows(now: AssessmentResult, before: AssessmentResult, tolerance: number): GateResult[] {
  const earlier = new Map(before.features.map((feature) => [feature.id, feature.low]));
  const pairs = [
    { was: before.low, is: now.low },
    ...now.features.map(({ id, low }) => ({ feature: id, was: earlier.get(id) ?? null, is: low })),
  ];
  return pairs.flatMap(({ was, is, ...which }) =>
    was !== null && is !== null && compare(subtract(ratio(was), ratio(is)), ratio(tolerance)) > 0
      ? [{ gate: 'baseline' as const, holds: false, ...which, bound: was, actual: is, because: [] }]
      : [],
  );
}

function listed(gate: GateResult['gate'], because: string[]): GateResult[] {
  return because.length === 0 ? [] : [{ gate, holds: false, because }];
}

function newlyCritical(now: AssessmentResult, before: AssessmentResult): string[] {
  const known = new Set(before.questions.map(({ id }) => id));
  const already = new Set(before.gaps.filter(isCriticalAtZero).map(({ question }) => question));
  return now.gaps
    .filter((gap) => isCriticalAtZero(gap) && known.has(gap.question) && !already.has(gap.question))
    .map(({ question }) => question);
}

function newlyFlagged(now: AssessmentResult, before: AssessmentResult): string[] {
  const already = new Set(before.flags.map(({ id }) => id));
  return now.flags.filter(({ id, severity }) => severity === 'severe' && !already.has(id)).map(({ id }) => id);
}

function newlySetAside(now: AssessmentResult, before: AssessmentResult): string[] {
  const states = new Map(before.questions.map(({ id, state }) => [id, state]));
  return now.questions
    .filter(({ id, state }) => state === 'not-applicable' && (states.get(id) ?? 'not-applicable') !== 'not-applicable')
    .map(({ id }) => id);
}

/**
 * Matches the assessments of this run with those of a stored result: by path; failing that, by file name if it is unique on both
 * sides; failing that, if both runs have a single assessment, with each other.
 * @param now the sources of this run
 * @returns source to stored assessment; sources without a match are left out
 */
export function counterparts(now: readonly string[], before: readonly AssessmentResult[]): Map<string, AssessmentResult> {
  const found = new Map<string, AssessmentResult>();
  for (const source of now) {
    const same = before.find((each) => withoutDotSlash(each.source) === withoutDotSlash(source));
    const named = before.filter((each) => fileName(each.source) === fileName(source));
    const unique = named.length === 1 && now.filter((each) => fileName(each) === fileName(source)).length === 1;
    const single = now.length === 1 && before.length === 1;
    const counterpart = same ?? (unique ? named[0] : single ? before[0] : undefined);
    if (counterpart) found.set(source, counterpart);
  }
  return found;
}

function withoutDotSlash(source: string): string {
  return source.replace(/^(\.\/)+/, '');
}

function fileName(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1);
}
