import {
  type Alpha,
  coincidences,
  disagreement,
  krippendorffAlpha,
  type Metric,
  metrics,
  type NoAlpha,
  type RatedUnits,
  squaredDistance,
} from './alpha.ts';
import { interval95 } from './bootstrap.ts';
import { agreementOnMarks, markDecisions, marksOver } from './marks.ts';
import type { Agreement, AlphaReading, QuestionAgreement, View } from './result.ts';
import { equalPairs, mean } from './share.ts';
import { isAnswer, isMixed, type QuestionViews, ratedUnits } from './views.ts';

/** The lowest alpha of reliable data, and the lowest that allows tentative conclusions (Krippendorff, Content Analysis, 2004). */
export const alphaBounds = { reliable: 0.8, tentative: 0.667 } as const;

/** What conclusions an alpha allows; null for null. */
export function readingOf(alpha: number | null): AlphaReading | null {
  if (alpha === null) return null;
  if (alpha >= alphaBounds.reliable) return 'reliable';
  return alpha >= alphaBounds.tentative ? 'tentative' : 'unreliable';
}

/** Agreement over a set of questions: all of them, or those of one feature. */
export function agreementOver(questions: readonly QuestionViews[]): Agreement {
  const rated = metrics.map((metric) => ({ metric, units: ratedUnits(questions, metric) }));
  const alphas = new Map<Metric, Alpha>(rated.map(({ metric, units }) => [metric, krippendorffAlpha(units, metric)]));
  const shares = questions.map(agreeingPairs).filter((share) => share !== null);
  const marks = marksOver(questions);
  const because = Object.fromEntries(
    [...alphas].flatMap(([metric, alpha]) => (alpha.because === undefined ? [] : [[metric, alpha.because] as const])),
  ) as Partial<Record<Metric, NoAlpha>>;
  return {
    percent: shares.length === 0 ? null : 100 * mean(shares),
    alpha: byMetric((metric) => alphas.get(metric)?.value ?? null),
    ...(Object.keys(because).length > 0 && { because }),
    interval95: Object.fromEntries(
      rated.flatMap(({ metric, units }) => {
        const interval = alphas.get(metric)?.value === null ? null : interval95(units, metric);
        return interval === null ? [] : [[metric, interval] as const];
      }),
    ),
    reading: readingOf(alphas.get('ordinal')?.value ?? null),
    compared: shares.length,
    alike: shares.filter((share) => share === 1).length,
    mixed: questions.filter(isMixed).length,
    ...(marks && { marks }),
  };
}

/** The agreement on each question. */
export function questionAgreements(questions: readonly QuestionViews[]): QuestionAgreement[] {
  const alphas = metrics.map((metric) => ({ metric, values: unitAlphas(ratedUnits(questions, metric), metric) }));
  return questions.map((each, index) => {
    const { scored, views } = each;
    const levels = views.map(({ level }) => level);
    const given = levels.filter((level) => level !== null);
    const share = agreeingPairs(each);
    const { marks } = scored.question;
    const decisions = markDecisions(marks, views);
    return {
      id: scored.question.id,
      feature: scored.feature.id,
      levels,
      spread: given.length < 2 ? null : Math.max(...given) - Math.min(...given),
      percent: share === null ? null : 100 * share,
      alpha: byMetric((metric) => alphas.find((entry) => entry.metric === metric)?.values[index] ?? null),
      answered: views.filter(isAnswer).length,
      notApplicable: views.filter(({ state }) => state === 'not-applicable').length,
      mixed: isMixed(each),
      views,
      ...(marks && { marks: { ...agreementOnMarks(decisions), each: decisions } }),
    };
  });
}

/**
 * The share of pairs of answers to a question that agree, 0..1: both have the same level, or both are "not applicable".
 * @returns null if fewer than two reviewers answered
 */
export function agreeingPairs({ views }: QuestionViews): number | null {
  return equalPairs(views.filter(isAnswer).map(({ level }: View) => level));
}

/**
 * Alpha of each unit: 1 - the unit's mean disagreement / the disagreement expected over all units. (Against the disagreement
 * expected from the unit alone, alpha would always be 0.) The mean of these alphas, weighted by the number of values in each
 * unit, is the alpha of all units.
 * @returns null for a unit with fewer than two values, and for every unit if all values are the same
 */
export function unitAlphas(rated: RatedUnits, metric: Metric): (number | null)[] {
  const { domain, units } = rated;
  const matrix = coincidences(rated);
  const size = domain.length;
  const counts = domain.map((_, row) => matrix.slice(row * size, (row + 1) * size).reduce((sum, cell) => sum + cell, 0));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const scale = { domain, counts, metric };
  const { expected } = disagreement(matrix, scale);
  if (expected === 0) return units.map(() => null);
  return units.map((unit) => {
    if (unit.length < 2) return null;
    const sorted = [...unit].sort((a, b) => a - b);
    let distance = 0;
    for (const [index, low] of sorted.entries()) {
      for (const high of sorted.slice(index + 1)) distance += squaredDistance(low, high, scale);
    }
    const meanDistance = distance / ((unit.length * (unit.length - 1)) / 2);
    return 1 - (meanDistance * (all * (all - 1))) / (2 * expected);
  });
}

function byMetric(of: (metric: Metric) => number | null): Record<Metric, number | null> {
  return { nominal: of('nominal'), ordinal: of('ordinal'), interval: of('interval') };
}
