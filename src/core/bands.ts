import type { Assessment } from './answers.ts';
import type { QuestionState } from './applicability.ts';
import { compare, multiply, type Ratio, ratio } from './exact.ts';
import type { CapResult } from './result.ts';
import type { Band, CapCondition, PreparedRubric, ScoredBand } from './rubric.ts';

const hundred = ratio(100);

/**
 * Scoring rule 5: the highest band whose `from` the exact score reaches.
 * @param mean the score as a fraction, 0..1
 * @returns the band's id; null if there is no score
 */
export function bandFor(bands: readonly ScoredBand[], mean: Ratio | null): string | null {
  if (!mean) return null;
  const score = multiply(mean, hundred);
  return bands.find((band) => compare(score, band.from) >= 0)?.id ?? null;
}

/**
 * The caps whose condition is met, with the ids that meet it; of several with the same condition, the one with the lowest band. An
 * unanswered question never triggers a cap: it is not known to be at level 0.
 */
export function triggeredCaps(
  prepared: PreparedRubric,
  states: ReadonlyMap<string, QuestionState>,
  assessment: Assessment,
): CapResult[] {
  const { bands, caps } = prepared.rubric;
  const triggered = new Map<CapCondition, CapResult>();
  for (const { when, atLeast = 1, band } of caps) {
    const because = causesOf(when, prepared, states, assessment);
    const strictest = triggered.get(when);
    if (because.length < atLeast || (strictest && rankOf(bands, strictest.band) >= rankOf(bands, band))) continue;
    triggered.set(when, { when, because, band });
  }
  return [...triggered.values()];
}

/** The ids of the questions or flags that a cap counts. */
function causesOf(
  when: CapCondition,
  { questions, flags }: PreparedRubric,
  states: ReadonlyMap<string, QuestionState>,
  assessment: Assessment,
): string[] {
  if (when === 'critical-at-zero') {
    return [...questions.values()]
      .filter(({ question }) => question.critical && isAtZero(states.get(question.id)))
      .map(({ question }) => question.id);
  }
  return [...flags.values()]
    .filter(({ id, severity }) => severity === severityOfCap[when] && assessment.flags.get(id)?.present)
    .map(({ id }) => id);
}

/** The severity of the flags that a cap counts. */
export const severityOfCap = { 'severe-flag': 'severe', 'serious-flags': 'serious' } as const;

/** The band after the caps: the lowest of `band` and the bands that the caps allow. */
export function capBand(bands: readonly Band[], band: string | null, caps: readonly CapResult[]): string | null {
  return caps.reduce(
    (lowest, cap) => (lowest !== null && rankOf(bands, cap.band) > rankOf(bands, lowest) ? cap.band : lowest),
    band,
  );
}

/** The position of a band, 0 for the highest. */
function rankOf(bands: readonly Band[], id: string): number {
  return bands.findIndex((band) => band.id === id);
}

function isAtZero(state: QuestionState | undefined): boolean {
  return state?.kind === 'scored' && state.level === 0;
}
