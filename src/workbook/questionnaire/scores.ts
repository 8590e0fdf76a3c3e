import type { FeatureResult } from '../../core/result.ts';
import type { Feature } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Cell, Row } from '../sheets.ts';
import { answerCell } from './answer-columns.ts';
import { choiceNumber } from './choice-columns.ts';
import { type TotalColumn, totalCell } from './formulas/cells.ts';
import { bandFormula, deductedFormula, finalFormula, type ScoreSources } from './formulas/overall.ts';
import { boundFormula, scoreFormula } from './formulas/totals.ts';
import { columnKeys, idKeys } from './layout.ts';
import { looks } from './looks.ts';
import type { Parts } from './parts.ts';
import { type BuiltTable, blank, buildTable, firstRowOf, type TableColumn, titleRow } from './table.ts';

interface Scored {
  readonly feature: Feature;
  readonly index: number;
  readonly result: FeatureResult | undefined;
}

/** The sheet with the scores, in which a whole feature can be said not to apply. */
export function scoresSheet(parts: Parts, sources: ScoreSources): BuiltTable {
  const { prepared, result, names, rightToLeft } = parts;
  const above = [
    titleRow(phrase('workbook', 'scores'), 1),
    { cells: [undefined, { value: phrase('workbook', 'scores-about'), style: looks.note }] },
  ];
  const first = firstRowOf({ above });
  const last = first + prepared.features.length - 1;
  return buildTable<Scored>({
    name: names.scores,
    columns: scoreColumns(parts),
    entries: prepared.features.map(({ feature }, index) => ({ feature, index, result: result.features[index] })),
    above,
    below: [...overallRows(parts, sources, last + 1), ...stepRows(parts, sources)],
    frozenColumns: 2,
    rules: () => [{ cells: `D${first}:F${last + 1}`, scale: ['f8696b', 'ffeb84', '63be7b'] }],
    tab: '1f3864',
    rightToLeft,
    print: { pagesWide: 1, footer: prepared.rubric.notice },
  });
}

function scoreColumns(parts: Parts): TableColumn<Scored>[] {
  const score = (
    heading: string,
    units: TotalColumn,
    column: TotalColumn,
    of: (result: FeatureResult) => number | null,
  ): TableColumn<Scored> => ({
    heading,
    width: 10,
    cell: ({ index, result }) => ({
      formula: `IF(${totalCell(parts, index, units)}>0,100*${totalCell(parts, index, column)},"")`,
      value: (result && of(result)) ?? '',
      style: looks.score,
    }),
  });
  const count = (heading: string, column: TotalColumn, of: (result: FeatureResult) => number): TableColumn<Scored> => ({
    heading,
    width: 11,
    cell: ({ index, result }) => ({
      formula: totalCell(parts, index, column),
      value: result ? of(result) : 0,
      style: looks.count,
    }),
  });
  return [
    { key: idKeys.feature, heading: '', width: 10, hidden: true, cell: ({ feature }) => ({ value: feature.id }) },
    {
      heading: phrase('workbook', 'feature'),
      width: 46,
      cell: ({ feature }) => ({ value: feature.title, style: looks.strongText }),
    },
    {
      key: columnKeys.notApplicable,
      heading: phrase('workbook', 'feature-not-applicable'),
      width: 34,
      cell: ({ feature }) => answerCell(parts.assessment.features.get(feature.id)?.notApplicable),
    },
    score(phrase('report', 'score'), 'scoredUnits', 'score', (result) => result.score),
    score(phrase('workbook', 'low'), 'units', 'low', (result) => result.low),
    score(phrase('workbook', 'high'), 'units', 'high', (result) => result.high),
    count(phrase('workbook', 'answered'), 'answered', ({ answered }) => answered),
    count(phrase('workbook', 'applicable'), 'applicable', ({ applicable }) => applicable),
  ];
}

/** The law's figures, in the columns of the features'. */
function overallRows(parts: Parts, sources: ScoreSources, row: number): Row[] {
  const { result, prepared } = parts;
  const features = prepared.features.length;
  const figure = (formula: string, value: number | null): Cell => ({
    formula: finalFormula(formula, deductedFormula(sources)),
    value: value ?? '',
    style: looks.strongScore,
  });
  const sum = (column: string, value: number): Cell => ({
    formula: `SUM(${column}${row - features}:${column}${row - 1})`,
    value,
    style: { ...looks.strongScore, format: '0' },
  });
  const titleOf = (id: string | null): string => prepared.rubric.bands.find((band) => band.id === id)?.title ?? '';
  const line = (words: string, cell: Cell): Row => ({ cells: [undefined, { value: words, style: looks.text }, cell] });
  return [
    {
      cells: [
        undefined,
        { value: phrase('workbook', 'overall'), style: looks.strongTotal },
        { style: looks.strongTotal },
        figure(scoreFormula(parts), result.score),
        figure(boundFormula(parts, 'low'), result.low),
        figure(boundFormula(parts, 'high'), result.high),
        sum('G', result.answered),
        sum('H', result.applicable),
      ],
      height: 20,
    },
    { cells: [] },
    line(phrase('workbook', 'band'), {
      formula: bandFormula(parts, sources, `$D$${row}`),
      value: titleOf(result.band),
      style: looks.strongText,
    }),
    line(phrase('workbook', 'band-uncapped'), {
      formula: bandFormula(parts, sources, `$D$${row}`, false),
      value: titleOf(result.uncappedBand),
      style: looks.text,
    }),
    line(phrase('workbook', 'deducted'), { formula: deductedFormula(sources), value: result.deducted, style: looks.score }),
  ];
}

/** How much of each step's guiding questions the documents answer. */
function stepRows({ result }: Parts, { steps }: ScoreSources): Row[] {
  if (result.steps.length === 0) return [];
  const count = (id: string, status: string): string =>
    `COUNTIFS(${steps('step')},"${id}",${steps('choice')},${choiceNumber('status', status)})`;
  return [
    { cells: [] },
    {
      cells: [
        ...blank(1),
        { value: phrase('workbook', 'step'), style: looks.heading },
        { value: phrase('workbook', 'coverage'), style: looks.heading },
      ],
    },
    ...result.steps.map(
      ({ id, title, coverage, questions }): Row => ({
        cells: [
          undefined,
          { value: title, style: looks.strongText },
          {
            formula: questions === 0 ? '""' : `50*(2*${count(id, 'addressed')}+${count(id, 'partly')})/${questions}`,
            value: coverage ?? '',
            style: looks.score,
          },
        ],
      }),
    ),
  ];
}
