import { phrase } from '../../messages/phrases.ts';
import { showScore } from '../../text/number.ts';
import type { Row } from '../sheets.ts';
import { totalCell } from './formulas/cells.ts';
import { looks } from './looks.ts';
import type { Parts } from './parts.ts';
import { joined, textOf } from './sentences.ts';
import { blank } from './table.ts';

/** A line with the score of a feature, which follows the answers. */
export function featureScoreRow(parts: Parts, index: number, hiddenColumns: number): Row {
  const figures = parts.result.features[index];
  const none = phrase('workbook', 'no-score');
  const cell = (column: Parameters<typeof totalCell>[2]): string => totalCell(parts, index, column);
  // FIXED, as TEXT would take its format from the country of the reader.
  const score = (units: string, value: string): string => `IF(${units}>0,FIXED(100*${value},1,TRUE),${textOf(none)})`;
  const shown = (value: number | null | undefined): string => (value === null || value === undefined ? none : showScore(value));
  const sentence = phrase('workbook', 'feature-score', {
    score: '\u0001',
    low: '\u0002',
    high: '\u0003',
    answered: '\u0004',
    applicable: '\u0005',
  });
  const formula = joined(sentence, [
    score(cell('scoredUnits'), cell('score')),
    score(cell('units'), cell('low')),
    score(cell('units'), cell('high')),
    cell('answered'),
    cell('applicable'),
  ]);
  const value = phrase('workbook', 'feature-score', {
    score: shown(figures?.score),
    low: shown(figures?.low),
    high: shown(figures?.high),
    answered: figures?.answered ?? 0,
    applicable: figures?.applicable ?? 0,
  });
  return { cells: [...blank(hiddenColumns), { formula, value, style: looks.figures }], height: 18 };
}
