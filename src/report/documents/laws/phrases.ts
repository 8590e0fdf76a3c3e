import type { ComparedAssessment, CompareResult, LawsComparison, Lone, Rank } from '../../../core/compare/result.ts';
import type { FeatureResult } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showRange, showScore } from '../../../text/number.ts';
import { bandBounds } from '../../words/phrases.ts';
import { namesOf } from '../compare/phrases.ts';

/** A law as the reports of a comparison show it, in the order of the ranking. */
export interface RankedLaw {
  /** Its place in `assessments`. */
  readonly index: number;
  /** A, B, C ... in the order of the ranking: what tables and lists call it. */
  readonly letter: string;
  readonly name: string;
  readonly place: string;
  readonly assessment: ComparedAssessment;
}

/** Whether the score of a law or a feature may still move, since not all is answered. */
export function isOpen({ answered, applicable }: { readonly answered: number; readonly applicable: number }): boolean {
  return answered < applicable;
}

/** The laws, the highest score first. */
export function rankedLaws(result: CompareResult, laws: LawsComparison): RankedLaw[] {
  const names = namesOf(result);
  return laws.ranking.flatMap((rank, position) => {
    const assessment = result.assessments[rank.assessment];
    if (!assessment) return [];
    const name = names[rank.assessment] ?? '';
    return [{ index: rank.assessment, letter: letterOf(position), name, place: placeWords(rank), assessment }];
  });
}

/** A to Z, then AA, AB and on. */
function letterOf(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : letterOf(Math.floor(position / 26) - 1) + last;
}

function placeWords({ best, worst }: Rank): string {
  if (best === null || worst === null) return phrase('compare', 'no-place');
  return best === worst ? String(best) : phrase('compare', 'places', { best, worst });
}

/** The letters of some laws, in the order of the ranking. */
export function lettersOf(ranked: readonly RankedLaw[], indexes: readonly number[]): string {
  return ranked
    .filter(({ index }) => indexes.includes(index))
    .map(({ letter }) => letter)
    .join(', ');
}

/** The low to the high end of a law that is not all answered; else nothing. */
export function rangeWords(assessment: ComparedAssessment | FeatureResult): string {
  return isOpen(assessment) ? showRange(assessment.low, assessment.high) : '';
}

/** Which laws cannot be told apart, and why. */
export function indistinctSentences(ranked: readonly RankedLaw[], { indistinct }: LawsComparison): string[] {
  return indistinct.map((set) => {
    const letters = ranked.filter(({ index }) => set.includes(index));
    const names = listed(letters.map(({ letter }) => letter));
    return phrase('compare', letters.some(({ assessment }) => isOpen(assessment)) ? 'overlap' : 'equal', { names });
  });
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : phrase('compare', 'list-and', { list: names.slice(0, -1).join(', '), last });
}

/** Questions that one law alone has something on, or answers fully, by law, in the order of the ranking. */
export function loneByLaw(
  ranked: readonly RankedLaw[],
  lone: readonly Lone[],
): { readonly law: RankedLaw; readonly questions: readonly string[] }[] {
  return ranked.flatMap((law) => {
    const questions = lone.filter(({ assessment }) => assessment === law.index).map(({ question }) => question);
    return questions.length === 0 ? [] : [{ law, questions }];
  });
}

/** How many questions one of the laws at least leaves blank. */
export function blankCount({ questions }: LawsComparison): number {
  return questions.filter(({ standings }) => standings.some(({ state }) => state === 'unanswered')).length;
}

/** What the signs behind the figures of the heat map mean; only of those that it has. */
export function heatMarks(ranked: readonly RankedLaw[]): string {
  const here = ranked.flatMap(({ assessment }) => assessment.features);
  const marks = [
    phrase('compare', 'heat-best'),
    ...(here.some(isOpen) ? [phrase('compare', 'heat-open')] : []),
    ...(here.some(({ score }) => score === null) ? [phrase('compare', 'heat-none')] : []),
  ];
  return `${marks.join('; ')}.`;
}

/** A feature's score in whole points, with decimals only where rounding would reach a band that it does not. */
export function heatFigure(feature: FeatureResult | undefined, rubric: Rubric): string {
  if (!feature || feature.applicable === 0) return phrase('compare', 'standing-not-applicable');
  return feature.score === null ? phrase('compare', 'no-place') : showScore(feature.score, bandBounds(rubric), 0);
}
