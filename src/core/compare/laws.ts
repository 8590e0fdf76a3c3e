import type { FeatureResult } from '../result.ts';
import type { PreparedRubric } from '../rubric.ts';
import type { Assessed } from './assessed.ts';
import { flagStanding } from './compare.ts';
import type { FeatureAcross, LawsComparison, Lone, QuestionAcross, Rank } from './result.ts';

/** Several laws side by side: who stands where, what none has, what only one has. */
export function compareLaws({ rubric, flags }: PreparedRubric, laws: readonly Assessed[]): LawsComparison {
  const questions = questionsAcross(laws);
  const answered = questions.filter(isAnsweredByAll);
  const idsOf = (list: readonly QuestionAcross[]): string[] => list.map(({ id }) => id);
  const anything = answered.filter((question) => levelsOf(question).every((level) => level === 0));
  const full = answered.filter((question) => !anything.includes(question) && !levelsOf(question).includes(question.top));
  const onlyAnything = answered.flatMap((question) => loneAbove(question, 0));
  return {
    ranking: rank(laws),
    indistinct: indistinct(laws),
    features: rubric.features.map(({ id, title }) => ({ id, title, best: bestAt(id, laws) })),
    questions,
    nobody: { anything: idsOf(anything), full: idsOf(full) },
    only: {
      anything: onlyAnything,
      full: answered
        .flatMap((question) => loneAbove(question, question.top - 1))
        .filter((lone) => !onlyAnything.some(({ question }) => question === lone.question)),
    },
    critical: criticalAtZero(questions),
    flags: [...flags.values()].map(({ id, severity }) => ({
      id,
      severity,
      standings: laws.map(({ assessment }) => flagStanding(assessment, id)),
    })),
  };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

function rangeOf({ result: { low, high } }: Assessed): Range | null {
  return low === null || high === null ? null : { low, high };
}

/** Highest score first, then the higher low, then the order they were named in. A place is open where ranges meet. */
function rank(laws: readonly Assessed[]): Rank[] {
  const ranges = laws.map(rangeOf);
  const places = laws.map((_, assessment): Rank => {
    const own = ranges[assessment];
    if (!own) return { assessment, best: null, worst: null };
    const others = ranges.filter((each, index): each is Range => index !== assessment && each !== null);
    const above = others.filter(({ low }) => low > own.high).length;
    const below = others.filter(({ high }) => high < own.low).length;
    return { assessment, best: 1 + above, worst: 1 + others.length - below };
  });
  const keys = laws.map(({ result: { score, low } }) => [score ?? -1, low ?? -1] as const);
  const key = (place: Rank, index: 0 | 1): number => keys[place.assessment]?.[index] ?? -1;
  return places.sort((a, b) => key(b, 0) - key(a, 0) || key(b, 1) - key(a, 1) || a.assessment - b.assessment);
}

/** The largest sets of which any two ranges meet. Ranges on a line all meet where any two do, so it is enough to look at each low end. */
function indistinct(laws: readonly Assessed[]): number[][] {
  const ranges = laws.map(rangeOf);
  const sets = ranges.flatMap((start) => {
    if (!start) return [];
    return [ranges.flatMap((each, index) => (each && each.low <= start.low && start.low <= each.high ? [index] : []))];
  });
  const real = sets.filter((set) => set.length > 1);
  return real.filter(
    (set, index) =>
      !real.some(
        (other, at) => at !== index && set.every((each) => other.includes(each)) && (other.length > set.length || at < index),
      ),
  );
}

function bestAt(id: string, laws: readonly Assessed[]): FeatureAcross['best'] {
  const ranges = laws.map(({ result }) => {
    const found: FeatureResult | undefined = result.features.find((feature) => feature.id === id);
    return !found || found.low === null || found.high === null ? null : { low: found.low, high: found.high };
  });
  const least = Math.max(...ranges.map((range) => range?.low ?? -1));
  const best = ranges.flatMap((range, index) => (range && range.high >= least ? [index] : []));
  const isAny = best.length === ranges.filter((range) => range !== null).length;
  return isAny && ranges.some((range) => range && range.low < range.high) ? [] : best;
}

function questionsAcross(laws: readonly Assessed[]): QuestionAcross[] {
  const byId = laws.map(({ result }) => new Map(result.questions.map((question) => [question.id, question])));
  return (laws[0]?.result.questions ?? []).map(({ id, feature, top, critical }) => ({
    id,
    feature,
    top,
    critical,
    standings: byId.map((questions) => {
      const found = questions.get(id);
      return { state: found?.state ?? 'not-asked', level: found?.level ?? null };
    }),
  }));
}

/** A blank might turn out to be anything, so nothing is said of a question that one law leaves blank; nor of one that fewer than two are asked. */
function isAnsweredByAll({ standings }: QuestionAcross): boolean {
  const scored = standings.filter(({ state }) => state === 'scored').length;
  return scored > 1 && standings.every(({ state }) => state !== 'unanswered');
}

function levelsOf({ standings }: QuestionAcross): number[] {
  return standings.flatMap(({ level }) => (level === null ? [] : [level]));
}

function loneAbove(question: QuestionAcross, level: number): Lone[] {
  const above = question.standings.flatMap((standing, assessment) => ((standing.level ?? -1) > level ? [assessment] : []));
  const [assessment] = above;
  return above.length === 1 && assessment !== undefined ? [{ question: question.id, assessment }] : [];
}

function criticalAtZero(questions: readonly QuestionAcross[]): LawsComparison['critical'] {
  return questions
    .filter(({ critical }) => critical)
    .map(({ id, standings }) => ({
      question: id,
      atZero: standings.flatMap(({ level }, index) => (level === 0 ? [index] : [])),
      blank: standings.flatMap(({ state }, index) => (state === 'unanswered' ? [index] : [])),
    }))
    .filter(({ atZero, blank }) => atZero.length > 0 || blank.length > 0);
}
