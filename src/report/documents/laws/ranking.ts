import type { LawsComparison } from '../../../core/compare/laws-result.ts';
import type { ComparedAssessment, CompareResult } from '../../../core/compare/result.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { namesOf } from '../compare/phrases.ts';

/** A law as the reports of a comparison show it. */
export interface RankedLaw {
  /** Its index in `assessments`. */
  readonly index: number;
  /** A, B, C ... in the order of the ranking: its name in tables and lists. */
  readonly letter: string;
  readonly name: string;
  readonly place: string;
  readonly assessment: ComparedAssessment;
}

/** Whether the score of a law or a feature may still change, since not all is answered. */
export function isOpen({ answered, applicable }: { readonly answered: number; readonly applicable: number }): boolean {
  return answered < applicable;
}

/** The laws, the highest score first. */
export function rankedLaws(result: CompareResult, laws: LawsComparison): RankedLaw[] {
  const names = namesOf(result);
  return laws.ranking.flatMap(({ assessment: index, best, worst }, position) => {
    const assessment = result.assessments[index];
    const isPlaced = best !== null && worst !== null;
    const one = best === worst ? String(best) : phrase('compare', 'places', { best: best ?? 0, worst: worst ?? 0 });
    const place = isPlaced ? one : phrase('compare', 'no-place');
    return assessment ? [{ index, letter: letterOf(position), name: names[index] ?? '', place, assessment }] : [];
  });
}

/** A to Z, then AA, AB and so on. */
function letterOf(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : letterOf(Math.floor(position / 26) - 1) + last;
}

/** The letters of some laws, in the order of the ranking. */
export function lettersOf(ranked: readonly RankedLaw[], indexes: readonly number[]): string {
  const some = ranked.filter(({ index }) => indexes.includes(index));
  return listed(some.map(({ letter }) => letter));
}

/** Which laws cannot be told apart, and why. */
export function indistinctSentences(ranked: readonly RankedLaw[], { indistinct }: LawsComparison): string[] {
  return indistinct.map((set) => {
    const letters = lettersOf(ranked, set).split(', ');
    const last = letters.pop() ?? '';
    const names = letters.length === 0 ? last : phrase('compare', 'list-and', { list: listed(letters), last });
    const overlap = ranked.some(({ index, assessment }) => set.includes(index) && isOpen(assessment));
    return phrase('compare', overlap ? 'overlap' : 'equal', { names });
  });
}
