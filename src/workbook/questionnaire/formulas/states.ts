import type { ScoredQuestion } from '../../../core/rubric.ts';
import type { Cell, Row, Sheet } from '../../sheets.ts';
import { columnKeys, idKeys } from '../layout.ts';
import type { Parts } from '../parts.ts';
import type { RangeOf } from '../table.ts';
import { isFilledFormula } from '../words.ts';
import { type StateColumn, stateCell, stateColumns, totalCell } from './cells.ts';

/** @param ranges of the sheets of the features, in the rubric's order */
export function statesSheet(parts: Parts, ranges: readonly RangeOf[]): Sheet {
  const { prepared, names } = parts;
  const rows = prepared.features.flatMap(({ questions }, index) => {
    const range = ranges[index];
    return range ? questions.map((scored) => stateRow(parts, scored, range, index)) : [];
  });
  const head = Object.keys(stateColumns).map((value): Cell => ({ value }));
  return {
    name: names.states,
    columns: head.map(() => ({ width: 14 })),
    rows: [{ cells: head }, ...rows],
    hidden: true,
    locked: true,
  };
}

function stateRow(parts: Parts, scored: ScoredQuestion, range: RangeOf, feature: number): Row {
  const { question, shownValues, weight } = scored;
  const here = (column: StateColumn): string => stateCell(parts, question.id, undefined, column);
  const look = (name: string): string => `INDEX(${range(name)},${here('place')})`;
  const values = shownValues.join(',');
  const formulas: Readonly<Record<StateColumn, Cell>> = {
    id: { value: question.id },
    place: { formula: `MATCH(${here('id')},${range(idKeys.question)},0)` },
    level: { formula: `IFERROR(N(${look('number')}),-1)` },
    excepted: { formula: `IFERROR(${isFilledFormula(look(columnKeys.notApplicable))},FALSE)` },
    state: { formula: stateFormula(parts, scored, feature) },
    weight: { value: Number(weight.num) / Number(weight.den) },
    critical: { value: question.critical ? 1 : 0 },
    value: { formula: `IF(${here('state')}=0,CHOOSE(${here('level')}+1,${values}),0)` },
    least: { formula: `IF(${here('state')}=1,${shownValues[0] ?? 0},${here('value')})` },
    greatest: { formula: `IF(${here('state')}=1,${shownValues.at(-1) ?? 0},${here('value')})` },
  };
  return { cells: Object.values(formulas) };
}

function stateFormula(parts: Parts, { question: { id, when } }: ScoredQuestion, feature: number): string {
  const own = `IF(${stateCell(parts, id, undefined, 'excepted')},2,IF(${stateCell(parts, id, undefined, 'level')}>=0,0,1))`;
  const asked = when ? `IF(${conditionFails(parts, when)},3,${own})` : own;
  return `IF(${totalCell(parts, feature, 'excepted')},2,${asked})`;
}

/** An unanswered question fails no condition: its level is not known. */
function conditionFails(parts: Parts, { question, atLeast }: { readonly question: string; readonly atLeast: number }): string {
  const state = stateCell(parts, question);
  return `OR(${state}>=2,AND(${state}=0,${stateCell(parts, question, undefined, 'level')}<${atLeast}))`;
}
