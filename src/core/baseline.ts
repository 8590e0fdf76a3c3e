import { compare, ratio, subtract } from './exact.ts';
import { isCriticalAtZero } from './gaps.ts';
import type { AssessmentResult, GateResult } from './result.ts';

/**
 * The gate that fails only on what got worse than a stored result: a feature's or the overall `low` fell by more than the
 * tolerance, a critical question fell to 0 (a blank counts as 0, as in every gate), a severe red flag is new, or an answer became
 * not applicable, which can raise a score. Questions and flags that the baseline did not know are no regression.
 * @param tolerance points, 0..100
 * @returns one outcome for everything that got worse; a single one that holds where nothing did
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
 * Finds each assessment's counterpart in a stored result: the one of the same file; else the only one whose file has the same
 * name; else, where both runs are of a single draft, that one.
 * @param now the sources of this run
 * @returns source to counterpart; a draft that the baseline does not know is left out
 */
export function counterparts(now: readonly string[], before: readonly AssessmentResult[]): Map<string, AssessmentResult> {
  const found = new Map<string, AssessmentResult>();
  for (const source of now) {
    const same = before.find((each) => plain(each.source) === plain(source));
    const named = before.filter((each) => fileName(each.source) === fileName(source));
    const unique = named.length === 1 && now.filter((each) => fileName(each) === fileName(source)).length === 1;
    const single = now.length === 1 && before.length === 1;
    const counterpart = same ?? (unique ? named[0] : single ? before[0] : undefined);
    if (counterpart) found.set(source, counterpart);
  }
  return found;
}

function plain(source: string): string {
  return source.replace(/^(\.\/)+/, '');
}

function fileName(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1);
}
