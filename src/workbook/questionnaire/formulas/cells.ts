import type { PreparedRubric, ScoredQuestion } from '../../../core/rubric.ts';
import { quotedSheet } from '../../address.ts';
import type { Parts } from '../parts.ts';

/**
 * The hidden sheet with the state of each question, in the rubric's order, whatever the order in its own sheet. States are numbers:
 * 0 scored, 1 unanswered, 2 not applicable, 3 not asked.
 */
export const stateColumns = {
  id: 'A',
  /** Its row in the sheet of its feature. */
  place: 'B',
  /** The level; below 0 if there is none. */
  level: 'C',
  /** Whether a reason is given why it does not apply. */
  excepted: 'D',
  state: 'E',
  weight: 'F',
  critical: 'G',
  /** The value of the level, 0..1; 0 if it is not scored. */
  value: 'H',
  /** Its least and its greatest value while it is not answered. */
  least: 'I',
  greatest: 'J',
} as const;

export type StateColumn = keyof typeof stateColumns;

/** The hidden sheets have a row with the names of their columns. */
const firstRow = 2;

/** `$E$7`: the cell of a question, of the sheet if one is named. */
export function stateCell(
  { prepared }: { prepared: PreparedRubric },
  question: string,
  sheet?: string,
  column: StateColumn = 'state',
): string {
  const row = firstRow + (prepared.questions.get(question)?.order ?? 0);
  return `${sheet === undefined ? '' : `${sheet}!`}$${stateColumns[column]}$${row}`;
}

/** The cells of a column for some questions that follow each other: `'compass states'!$E$2:$E$11`. */
export function stateRange({ names }: Pick<Parts, 'names'>, questions: readonly ScoredQuestion[], column: StateColumn): string {
  const [first, last] = [questions[0]?.order ?? 0, questions.at(-1)?.order ?? 0];
  const letter = stateColumns[column];
  return `${quotedSheet(names.states)}!$${letter}$${firstRow + first}:$${letter}$${firstRow + last}`;
}

/** The hidden sheet with the sums of each feature, in the rubric's order. Scores are 0..1, and mean nothing where their units are 0. */
export const totalColumns = {
  id: 'A',
  /** Whether the whole feature does not apply. */
  excepted: 'B',
  weight: 'C',
  /** The weights of the questions that are scored, added. */
  scoredUnits: 'D',
  score: 'E',
  /** The weights of the questions that apply, added. */
  units: 'F',
  low: 'G',
  high: 'H',
  /** 1 if some answers to the open questions leave the feature without a question that applies. */
  mayDropOut: 'I',
  answered: 'J',
  applicable: 'K',
  /** The low and the high of the law if of the features that may drop out those stay that are not above, or below, this one. */
  lowWith: 'L',
  highWith: 'M',
} as const;

export type TotalColumn = keyof typeof totalColumns;

/** `'compass totals'!$E$2`: the cell of the feature with this index. */
export function totalCell({ names }: Pick<Parts, 'names'>, feature: number, column: TotalColumn): string {
  return `${quotedSheet(names.totals)}!$${totalColumns[column]}$${firstRow + feature}`;
}

/** The cells of a column for all features. */
export function totalRange({ names, prepared }: Parts, column: TotalColumn): string {
  const letter = totalColumns[column];
  return `${quotedSheet(names.totals)}!$${letter}$${firstRow}:$${letter}$${firstRow + Math.max(1, prepared.features.length) - 1}`;
}
