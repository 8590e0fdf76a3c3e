import type { Mark, Question } from './rubric.ts';

/** Why a level can't be given: it needs more marks than are ticked. */
export interface Shortfall {
  /** How many marks the level needs. */
  readonly need: number;
  /** How many of the question's marks are ticked. */
  readonly ticked: number;
  /** The marks that are not ticked; if a mark is required from this level on, only those that are required. */
  readonly missing: readonly Mark[];
  /** Whether the missing marks are required from this level on, whatever their number. */
  readonly required: boolean;
}

/** The marks of a question that are not among the ticked ones, in the rubric's order. */
export function missingMarks({ marks = [] }: Pick<Question, 'marks'>, ticked: readonly string[]): readonly Mark[] {
  return marks.filter(({ id }) => !ticked.includes(id));
}

/**
 * What a level lacks.
 * @param ticked ids of the marks that were seen in the text
 * @returns undefined if the ticked marks are enough for the level
 */
export function shortfall(
  question: Pick<Question, 'marks' | 'need'>,
  level: number,
  ticked: readonly string[],
): Shortfall | undefined {
  const { marks = [], need = {} } = question;
  const missing = missingMarks(question, ticked);
  const needed = need[level] ?? 0;
  const count = marks.length - missing.length;
  const required = missing.filter(({ from = Number.POSITIVE_INFINITY }) => from <= level);
  if (count < needed) return { need: needed, ticked: count, missing, required: false };
  return required.length > 0 ? { need: needed, ticked: count, missing: required, required: true } : undefined;
}

/** The highest level for which the ticked marks are enough: 0..the question's top level. */
export function highestLevel(question: Pick<Question, 'marks' | 'need' | 'levels'>, ticked: readonly string[]): number {
  for (let level = question.levels.length - 1; level > 0; level--) if (!shortfall(question, level, ticked)) return level;
  return 0;
}
