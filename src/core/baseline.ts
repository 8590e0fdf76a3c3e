import type { Draft } from './answers.ts';
import { compare, ratio, subtract } from './exact.ts';
import { isCriticalAtZero } from './gaps.ts';
import type { AssessmentResult, BaselineReport, GateResult, Result } from './result.ts';

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

/** Which stored assessment each assessment of a run is compared with. */
export interface Matching {
  /** The stored assessment with the same path, or else with the same draft title; undefined if there is none. */
  readonly counterpartOf: (result: Pick<AssessmentResult, 'source' | 'draft'>) => AssessmentResult | undefined;
  /** What the matches so far have shown. Complete after the whole run. */
  readonly report: () => BaselineReport;
}

/**
 * Matches the assessments of a run with those of a stored result: by source path, else by draft title. Each stored assessment is
 * matched once.
 * @param sources the paths that the run reads, also of files that turn out to be faulty: their entries are not matched by title
 * @param pathOf brings the different spellings of a path into one form
 */
export function matchBaseline(
  sources: readonly string[],
  before: readonly AssessmentResult[],
  pathOf: (source: string) => string,
): Matching {
  // A file that was merged by hand may have a draft twice: the better one counts, so that a second entry lowers no bar.
  const ascending = [...before].sort((a, b) => (a.low ?? -1) - (b.low ?? -1));
  const bySource = new Map(ascending.map((each) => [pathOf(each.source), each]));
  const inRun = new Set(sources.map(pathOf));
  const unmatched = new Set(before.filter((each) => !inRun.has(pathOf(each.source))));
  const added: string[] = [];
  const renamed: { from: string; to: string }[] = [];
  const counterpartOf: Matching['counterpartOf'] = ({ source, draft }) => {
    const same = bySource.get(pathOf(source));
    if (same) {
      unmatched.delete(same);
      return same;
    }
    const title = titleOf(draft);
    const namesake = title === undefined ? undefined : [...unmatched].find((each) => titleOf(each.draft) === title);
    if (!namesake) {
      added.push(source);
      return undefined;
    }
    unmatched.delete(namesake);
    renamed.push({ from: namesake.source, to: source });
    return namesake;
  };
  return {
    counterpartOf,
    report: () => ({ missing: [...unmatched].map(({ source }) => source), new: added, renamed }),
  };
}

/** The result of a run with what its baseline says of the run as a whole: each missing draft is a gate that fails. */
export function withBaseline<Part extends Pick<Result, 'summary'>>(result: Part, baseline: BaselineReport | undefined): Part {
  if (!baseline) return result;
  const gatesFailed = result.summary.gatesFailed + baseline.missing.length;
  return { ...result, summary: { ...result.summary, gatesFailed }, baseline };
}

/** A stored result may have been written by hand or by another version. */
function titleOf(draft: Partial<Draft> | undefined): string | undefined {
  return typeof draft?.title === 'string' && draft.title.trim() !== '' ? draft.title.trim() : undefined;
}
