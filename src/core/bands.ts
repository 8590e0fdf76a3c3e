import type { Assessment } from './answers.ts';
import type { QuestionState } from './applicability.ts';
import { compare, multiply, type Ratio, ratio } from './exact.ts';
import type { CapResult } from './result.ts';
import type { Band, PreparedRubric, ScoredBand } from './rubric.ts';

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
 * The caps whose condition is met, with the ids that meet it. An unanswered question never triggers a cap: it is not known to be
 * at level 0.
 */
export function triggeredCaps(
  { rubric, questions, flags }: PreparedRubric,
  states: ReadonlyMap<string, QuestionState>,
  assessment: Assessment,
): CapResult[] {
  return rubric.caps.flatMap((cap) => {
    const because =
      cap.when === 'critical-at-zero'
        ? [...questions.values()]
            .filter(({ question }) => question.critical && isAtZero(states.get(question.id)))
            .map(({ question }) => question.id)
        : [...flags.values()]
            .filter((flag) => flag.severity === 'severe' && assessment.flags.get(flag.id)?.present)
            .map((flag) => flag.id);
    return because.length > 0 ? [{ when: cap.when, because, band: cap.band }] : [];
  });
}

/** The band after the caps: the lowest of `band` and the bands that the caps allow. */
export function capBand(bands: readonly Band[], band: string | null, caps: readonly CapResult[]): string | null {
  const rank = (id: string): number => bands.findIndex((candidate) => candidate.id === id);
  return caps.reduce((lowest, cap) => (lowest !== null && rank(cap.band) > rank(lowest) ? cap.band : lowest), band);
}

function isAtZero(state: QuestionState | undefined): boolean {
  return state?.kind === 'scored' && state.level === 0;
}
