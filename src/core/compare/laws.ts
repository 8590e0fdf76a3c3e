import type { FeatureResult } from '../result.ts';
import type { PreparedRubric } from '../rubric.ts';
import type { Assessed } from './assessed.ts';
import { flagStanding } from './compare.ts';
import type { FeatureAcross, LawsComparison, Lone, QuestionAcross, Rank } from './laws-result.ts';

/** Compares several laws: their ranking, what none of them provides for, and what only one of them provides for. */
export function compareLaws({ rubric, flags }: PreparedRubric, laws: readonly Assessed[]): LawsComparison {
  const questions = questionsAcross(laws);
  const answered = questions.filter(isAnsweredByAll);
  const idsOf = (list: readonly QuestionAcross[]): string[] => list.map(({ id }) => id);
  const allAtZero = answered.filter((question) => levelsOf(question).every((level) => level === 0));
  const noneAtTop = answered.filter((question) => !allAtZero.includes(question) && !levelsOf(question).includes(question.top));
  const onlyOneAboveZero = answered.flatMap((question) => onlyLawAbove(question, 0));
  return {
    ranking: rankLaws(laws),
    indistinct: indistinctSets(laws),
    features: rubric.features.map(({ id, title }) => ({ id, title, best: bestAt(id, laws) })),
    questions,
    nobody: { anything: idsOf(allAtZero), full: idsOf(noneAtTop) },
    only: {
      anything: onlyOneAboveZero,
      full: answered
        .flatMap((question) => onlyLawAbove(question, question.top - 1))
        .filter((lone) => !onlyOneAboveZero.some(({ question }) => question === lone.question)),
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

/**
 * Sorts by score, then by `low`, both highest first, then in the order of the command line. Laws without a score come last. The
 * best and worst rank of a law differ if its range overlaps another law's.
 */
function rankLaws(laws: readonly Assessed[]): Rank[] {
  const ranges = laws.map(rangeOf);
  const ranks = laws.map((_, assessment): Rank => {
    const own = ranges[assessment];
    if (!own) return { assessment, best: null, worst: null };
    const others = ranges.filter((each, index): each is Range => index !== assessment && each !== null);
    const above = others.filter(({ low }) => low > own.high).length;
    const below = others.filter(({ high }) => high < own.low).length;
    return { assessment, best: 1 + above, worst: 1 + others.length - below };
  });
  const figure = ({ assessment }: Rank, name: 'score' | 'low'): number => laws[assessment]?.result[name] ?? belowEveryScore;
  return ranks.sort(
    (a, b) => figure(b, 'score') - figure(a, 'score') || figure(b, 'low') - figure(a, 'low') || a.assessment - b.assessment,
  );
}

/** Sort key of a law without a score. */
const belowEveryScore = -1;

/**
 * The maximal sets of laws whose ranges overlap pairwise. Intervals that overlap pairwise have a point in common (Helly's
 * theorem), and the greatest of their lower ends is such a point, so it is enough to look at each lower end.
 */
function indistinctSets(laws: readonly Assessed[]): number[][] {
  const ranges = laws.map(rangeOf);
  const sets = ranges.flatMap((start) => {
    if (!start) return [];
    return [ranges.flatMap((each, index) => (each && each.low <= start.low && start.low <= each.high ? [index] : []))];
  });
  const severalLaws = sets.filter((set) => set.length > 1);
  return severalLaws.filter(
    (set, index) =>
      !severalLaws.some(
        (other, at) => at !== index && set.every((each) => other.includes(each)) && (other.length > set.length || at < index),
      ),
  );
}

function bestAt(id: string, laws: readonly Assessed[]): FeatureAcross['best'] {
  const ranges = laws.map(({ result }) => {
    const found: FeatureResult | undefined = result.features.find((feature) => feature.id === id);
    return !found || found.low === null || found.high === null ? null : { low: found.low, high: found.high };
  });
  const highestLow = Math.max(...ranges.map((range) => range?.low ?? belowEveryScore));
  const best = ranges.flatMap((range, index) => (range && range.high >= highestLow ? [index] : []));
  const mayBeAny = best.length === ranges.filter((range) => range !== null).length;
  return mayBeAny && ranges.some((range) => range && range.low < range.high) ? [] : best;
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
      const { marks } = found ?? {};
      return { state: found?.state ?? 'not-asked', level: found?.level ?? null, ...(marks && { marks }) };
    }),
  }));
}

/**
 * Whether a question can be compared: no law leaves it unanswered, since the answer might be anything, and at least two have a
 * level.
 */
function isAnsweredByAll({ standings }: QuestionAcross): boolean {
  const scored = standings.filter(({ state }) => state === 'scored').length;
  return scored > 1 && standings.every(({ state }) => state !== 'unanswered');
}

function levelsOf({ standings }: QuestionAcross): number[] {
  return standings.flatMap(({ level }) => (level === null ? [] : [level]));
}

/** The law that alone has more than `level`, as a list of one; empty if there is none or several. */
function onlyLawAbove(question: QuestionAcross, level: number): Lone[] {
  const above = question.standings.flatMap((standing, assessment) =>
    standing.level !== null && standing.level > level ? [assessment] : [],
  );
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
