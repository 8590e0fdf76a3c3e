import type { ScoredFeature } from '../../../core/rubric.ts';
import type { Cell, Row, Sheet } from '../../sheets.ts';
import { columnKeys, idKeys } from '../layout.ts';
import type { Parts } from '../parts.ts';
import type { RangeOf } from '../table.ts';
import { isFilledFormula } from '../words.ts';
import type { FeatureBoundCells } from './bounds.ts';
import { stateRange, type TotalColumn, totalCell, totalColumns, totalRange } from './cells.ts';

/**
 * @param scores the ranges of the sheet with the scores, where a whole feature may be said not to apply
 * @param bounds for each feature with conditions, the cells that have its bounds
 */
export function totalsSheet(parts: Parts, scores: RangeOf, bounds: ReadonlyMap<string, FeatureBoundCells>): Sheet {
  const { prepared, names } = parts;
  const head = Object.keys(totalColumns).map((value): Cell => ({ value }));
  const rows = prepared.features.map((scored, index) =>
    totalRow(parts, scored, index, { scores, bounds: bounds.get(scored.feature.id) }),
  );
  return {
    name: names.totals,
    columns: head.map(() => ({ width: 14 })),
    rows: [{ cells: head }, ...rows],
    hidden: true,
    locked: true,
  };
}

interface Sources {
  readonly scores: RangeOf;
  readonly bounds: FeatureBoundCells | undefined;
}

function totalRow(parts: Parts, { feature, questions, weight }: ScoredFeature, index: number, { scores, bounds }: Sources): Row {
  const here = (column: TotalColumn): string => totalCell(parts, index, column);
  const of = (column: Parameters<typeof stateRange>[2]): string => stateRange(parts, questions, column);
  const weighed = (column: 'value' | 'least' | 'greatest', counts: string): string =>
    `SUMPRODUCT((${of('state')}${counts})*${of('weight')}*${of(column)})`;
  const mean = (sum: string, units: TotalColumn): string => `IF(${here(units)}>0,${sum}/${here(units)},0)`;
  const bound = (end: 'low' | 'high', column: 'least' | 'greatest'): string => {
    const plain = mean(weighed(column, '<=1'), 'units');
    return bounds ? `IF(${bounds.units}>0,${bounds[end]},${plain})` : plain;
  };
  const place = `MATCH(${here('id')},${scores(idKeys.feature)},0)`;
  const cells: Readonly<Record<TotalColumn, Cell>> = {
    id: { value: feature.id },
    excepted: { formula: `IFERROR(${isFilledFormula(`INDEX(${scores(columnKeys.notApplicable)},${place})`)},FALSE)` },
    weight: { value: Number(weight.num) / Number(weight.den) },
    scoredUnits: { formula: `SUMPRODUCT((${of('state')}=0)*${of('weight')})` },
    score: { formula: mean(weighed('value', '=0'), 'scoredUnits') },
    units: { formula: `SUMPRODUCT((${of('state')}<=1)*${of('weight')})` },
    low: { formula: bound('low', 'least') },
    high: { formula: bound('high', 'greatest') },
    mayDropOut: bounds ? { formula: `IF(${bounds.leastUnits}>0,0,1)` } : { value: 0 },
    answered: { formula: `SUMPRODUCT((${of('state')}=0)*1)` },
    applicable: { formula: `SUMPRODUCT((${of('state')}<=1)*1)` },
    lowWith: { formula: meanWith(parts, index, 'low') },
    highWith: { formula: meanWith(parts, index, 'high') },
  };
  return { cells: Object.values(cells) };
}

/** A feature without weight, or without a question that may count, is in no mean: no text stands for "none" in MIN and MAX. */
function meanWith(parts: Parts, index: number, end: 'low' | 'high'): string {
  const here = (column: TotalColumn): string => totalCell(parts, index, column);
  const of = (column: TotalColumn): string => totalRange(parts, column);
  const stays = `(${of('units')}>0)*((${of('mayDropOut')}=0)+(${of('mayDropOut')}=1)*(${of(end)}${end === 'low' ? '<=' : '>='}${here(end)}))`;
  const sum = `SUMPRODUCT(${stays}*${of('weight')}*${of(end)})`;
  return `IF(${here('units')}*${here('weight')}*${here('mayDropOut')}>0,${sum}/SUMPRODUCT(${stays}*${of('weight')}),"")`;
}

/** A bound of the law's score, 0..1, before deductions; text if nothing counts. */
export function boundFormula(parts: Parts, end: 'low' | 'high'): string {
  const of = (column: TotalColumn): string => totalRange(parts, column);
  const counts = `(${of('units')}>0)*(${of('mayDropOut')}=0)*${of('weight')}`;
  const kept = `SUMPRODUCT(${counts}*${of(end)})/SUMPRODUCT(${counts})`;
  const [extreme, others] = end === 'low' ? ['MIN', of('lowWith')] : ['MAX', of('highWith')];
  // Without a feature that stays whatever is answered, one of the others must.
  return `IF(SUMPRODUCT(${counts})>0,${extreme}(${kept},${others}),IF(COUNT(${others})>0,${extreme}(${others}),""))`;
}

/** The law's score, 0..1, before deductions; text if nothing is answered. */
export function scoreFormula(parts: Parts): string {
  const of = (column: TotalColumn): string => totalRange(parts, column);
  const counts = `(${of('scoredUnits')}>0)*${of('weight')}`;
  return `IF(SUMPRODUCT(${counts})>0,SUMPRODUCT(${counts}*${of('score')})/SUMPRODUCT(${counts}),"")`;
}
