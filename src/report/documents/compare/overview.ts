import type { Comparison } from '../../../core/compare/result.ts';
import { inSentences, listed, sentence } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Bar, Table } from '../../document/blocks.ts';
import { type Blocks, callout, joined, paragraph, strong, type Text, toned } from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import type { CompareInput } from '../../reporter.ts';
import { bandRun, barOf, shownScore } from '../../words/score.ts';
import { arrow, lowDiffers, namesOf, scoreMove, showChange, summaryLines } from './phrases.ts';

/** A comparison of two versions, and how it is shown. */
export interface View extends Pick<CompareInput, 'result' | 'rubric'> {
  readonly comparison: Comparison;
  readonly isBrief: boolean;
  /** Whether features, reasons and evidence are shown too. */
  readonly isWhole: boolean;
  /** Whether the document has no other comparison: then its parts are sections, else entries of a section. */
  readonly isOnly: boolean;
}

/** The scores and the band before and after, in short lines. */
export function briefVerdict({ comparison, result, rubric }: View): Blocks {
  const { score, band } = comparison;
  const change: Text = score.change !== null && {
    ...strong(showChange(score.change)),
    tone: score.change < 0 ? 'bad' : 'good',
  };
  const after: Text = band.after !== null && { ...bandRun(rubric, band.after), style: 'strong' };
  return [
    paragraph(joined([strong(scoreMove(comparison, rubric)), change, after], '   '), 'verdict'),
    summaryLines(comparison, result, rubric).map((line) => paragraph(line)),
  ];
}

/** The same as a callout with bars. */
export function fullVerdict({ comparison, result, rubric }: View): Blocks {
  const { score, band, from, to } = comparison;
  const names = namesOf(result);
  const change = showChange(score.change);
  const levels = { before: shownScore(score.before, rubric), after: shownScore(score.after, rubric) };
  const headline = {
    words: [strong(sentence(listed([scoreMove(comparison, rubric), change])))],
    figure: phrase('compare', 'levels', levels),
    outOf: change,
    band: band.after,
    bars: [...barAt(comparison, 'before', names[from] ?? ''), ...barAt(comparison, 'after', names[to] ?? '')],
  };
  return [{ ...callout(inSentences(summaryLines(comparison, result, rubric))), headline }, { kind: 'band-key' }];
}

type Standing = Pick<Comparison, 'score' | 'low' | 'high' | 'band'>;

/** The score of a draft or feature before or after, as a picture; none if nothing applies. */
function barAt({ score, low, high, band }: Standing, side: 'before' | 'after', name: string): Bar[] {
  return low[side] === null ? [] : [barOf({ score: score[side], low: low[side], high: high[side], band: band[side] }, name)];
}

type FeatureRow = Standing & Pick<Comparison['features'][number], 'title' | 'points'>;

/** The features before and after; in full with their bars, ranges and bands, and the overall score as the first row. */
export function featureTable({ comparison, rubric, isBrief }: View): Table {
  const withLow = lowDiffers(comparison) && !isBrief;
  const { score, low } = comparison;
  const overall = { ...comparison, title: phrase('compare', 'overall'), points: { score: score.change, low: low.change } };
  const room = withLow ? { name: 17, chart: 11, figure: 8, band: 14 } : { name: 22, chart: 20, figure: 9, band: 21 };
  const shown = (text: string, { points: { score: moved } }: FeatureRow): Text =>
    isBrief ? toned(text, !moved ? 'dim' : moved < 0 ? 'bad' : 'good') : text;
  type Key = 'before' | 'after' | 'moved' | 'points' | 'points-low' | 'low-before' | 'low-after';
  const figure = (key: Key, of: (row: FeatureRow) => number | null) =>
    right<FeatureRow>(phrase('compare', key), room.figure, (row) =>
      shown(of(row) === null ? (isBrief ? '-' : '') : shownScore(of(row), rubric), row),
    );
  const change = (key: Key, of: (row: FeatureRow) => number | null) =>
    right<FeatureRow>(phrase('compare', key), room.figure, (row) => shown(showChange(of(row)), row));
  const about = phrase('compare', 'features');
  const columns = [
    left<FeatureRow>(isBrief ? about : phrase('report', 'table-feature'), room.name, (row) =>
      row.title === overall.title ? strong(row.title) : shown(row.title, row),
    ),
    !isBrief && left<FeatureRow>(phrase('compare', 'chart'), room.chart, barPair, { drawn: true }),
    figure('before', (row) => row.score.before),
    figure('after', (row) => row.score.after),
    change('moved', (row) => row.score.change),
    withLow && figure('low-before', (row) => row.low.before),
    withLow && figure('low-after', (row) => row.low.after),
    change('points', ({ points }) => (isBrief ? (points.score ?? points.low) : points.score)),
    withLow && change('points-low', ({ points }) => points.low),
    !isBrief &&
      left<FeatureRow>(phrase('compare', 'band'), room.band, ({ band: { before, after } }) => [
        before !== after && [bandRun(rubric, before), arrow()],
        bandRun(rubric, after),
      ]),
  ];
  return tableOf<FeatureRow>(about, columns, [...(isBrief ? [] : [overall]), ...comparison.features]);
}

/** The bar after below the bar before. */
function barPair(row: FeatureRow): Bar | undefined {
  const [before] = barAt(row, 'before', listed([row.title, phrase('compare', 'before')]));
  const [after] = barAt(row, 'after', listed([row.title, phrase('compare', 'after')]));
  return after && before ? { ...after, before } : (after ?? before);
}
