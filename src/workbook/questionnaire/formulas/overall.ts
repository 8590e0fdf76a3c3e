import { severityOfCap } from '../../../core/bands.ts';
import type { Cap, ScoredQuestion } from '../../../core/rubric.ts';
import { choiceNumber } from '../choice-columns.ts';
import type { Parts } from '../parts.ts';
import type { RangeOf } from '../table.ts';
import { stateRange } from './cells.ts';

/** Ranges of the sheets that the law's figures are made from. */
export interface ScoreSources {
  readonly flags: RangeOf;
  readonly steps: RangeOf;
}

/** Points deducted for red flags that are present. */
export function deductedFormula({ flags }: ScoreSources): string {
  return `SUMIFS(${flags('deduct')},${flags('choice')},${choiceNumber('present', 'yes')})`;
}

/** A score, 0..100, of a mean, 0..1, which may be text: after deductions, but not below 0. */
export function finalFormula(mean: string, deducted: string): string {
  return `IFERROR(MAX(0,100*(${mean})-${deducted}),"")`;
}

/**
 * The title of the band that a score reaches, with what caps it or without.
 * @param score the cell of the score
 */
export function bandFormula(parts: Parts, sources: ScoreSources, score: string, isCapped = true): string {
  const { from, titles } = parts.lists.bands;
  // A score is a sum of doubles: without rounding, one that is exactly at a bound could be just below it.
  const reached = `MATCH(ROUND(${score},9),${from},1)`;
  const caps = isCapped ? parts.prepared.rubric.caps.map((cap) => capFormula(parts, sources, cap)) : [];
  return `IFERROR(INDEX(${titles},${caps.length === 0 ? reached : `MIN(${[reached, ...caps].join(',')})`}),"")`;
}

/** The number of the highest band that a cap allows, 1 for the lowest; that of the highest band if its condition is not met. */
function capFormula(parts: Parts, sources: ScoreSources, { when, atLeast = 1, band }: Cap): string {
  const bands = parts.prepared.rubric.bands.toReversed();
  const allowed = bands.findIndex(({ id }) => id === band) + 1;
  return `IF(${causesFormula(parts, sources, when)}>=${atLeast},${allowed},${bands.length})`;
}

function causesFormula(parts: Parts, { flags }: ScoreSources, when: Cap['when']): string {
  if (when === 'critical-at-zero') {
    const questions: ScoredQuestion[] = [...parts.prepared.questions.values()];
    const of = (column: 'state' | 'level' | 'critical'): string => stateRange(parts, questions, column);
    return `SUMPRODUCT((${of('state')}=0)*(${of('level')}=0)*${of('critical')})`;
  }
  return `COUNTIFS(${flags('severity')},"${severityOfCap[when]}",${flags('choice')},${choiceNumber('present', 'yes')})`;
}
