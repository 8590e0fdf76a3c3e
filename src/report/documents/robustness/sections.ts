import type { AssessmentResult, Result } from '../../../core/result.ts';
import type { BandProbability, Robustness } from '../../../core/robustness/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Cell, Chart, Detail } from '../../document/blocks.ts';
import { listOf, paragraph, section, words } from '../../document/build.ts';
import { type ColumnOf, left, right, tableOf } from '../../document/table.ts';
import { bandRun, bandTitle, draftName, shownScore } from '../../words/phrases.ts';
import { caseWords, type RankRow, rankRows, robustnessWords } from './narrative.ts';

/** How sure the score is; empty where it was not asked for. */
export function robustnessSection(result: AssessmentResult, rubric: Rubric, detail: Detail): Block[] {
  const { robustness } = result;
  if (robustness === undefined) return [];
  const head = section('robustness', phrase('robustness', 'title'));
  if (robustness === null) return [head, paragraph(phrase('robustness', 'no-score'))];
  const said = robustnessWords(robustness, result, rubric);
  const paragraphs = (texts: readonly string[]): Block[] => texts.filter((text) => text !== '').map((text) => paragraph(text));
  return [
    head,
    ...paragraphs([said.range, said.bands]),
    ...(detail === 'full' ? [chart(robustness, result, rubric), bandTable(robustness.bands, rubric)] : []),
    ...paragraphs([said.pivots]),
    ...(said.pivotLines.length === 0 ? [] : [listOf(said.pivotLines)]),
    ...paragraphs([said.mend, said.drivers, said.geometric]),
    paragraph(said.method, 'note'),
  ];
}

/** Where 90 % of the drawn scores lie. */
function chart({ interval90: [low, high], median }: Robustness, { score, band }: AssessmentResult, rubric: Rubric): Chart {
  const shown = (value: number): string => shownScore(value, rubric);
  const figures = { from: shown(low), to: shown(high), median: shown(median), score: shown(score ?? 0) };
  const caption = phrase('robustness', 'chart-about');
  return { kind: 'chart', words: phrase('robustness', 'chart', figures), score, band, low, high, caption };
}

/** How often the draws end in each band. */
function bandTable(bands: readonly BandProbability[], rubric: Rubric): Block {
  const capped = bands.some(({ probability, uncapped }) => probability !== uncapped);
  const about = phrase('robustness', capped ? 'bands-about-caps' : 'bands-about');
  const columns: ColumnOf<BandProbability>[] = [
    left(phrase('report', 'table-band'), 25, ({ id }) => [bandRun(rubric, id)]),
    { ...left(phrase('robustness', 'table-chart'), 30, (band: BandProbability) => shareOf(band, rubric)), drawn: true },
    left(phrase('robustness', 'table-cases'), 20, ({ probability }) => words(caseWords(probability))),
    ...(capped
      ? [left(phrase('robustness', 'table-cases-uncapped'), 25, ({ uncapped }: BandProbability) => words(caseWords(uncapped)))]
      : []),
  ];
  return { ...tableOf(about, columns, bands), caption: about };
}

function shareOf({ id, probability }: BandProbability, rubric: Rubric): Cell {
  const said = phrase('robustness', 'bar', { band: bandTitle(rubric, id), cases: caseWords(probability) });
  return { kind: 'share', share: probability, words: said, band: id };
}

/** How sure the order of several drafts is; empty where it was not asked for. */
export function rankSection(result: Result, rubric: Rubric, detail: Detail): Block[] {
  const rows = rankRows(result, rubric);
  if (rows.length === 0) return [];
  const isBrief = detail === 'brief';
  const rank = phrase('robustness', 'table-rank');
  // The first column is the one that a terminal narrows: the rank would be lost on it.
  const first: ColumnOf<RankRow>[] = isBrief
    ? [left(rank, 48, (row) => words(`${String(row.rank).padStart(4)}  ${draftName(row.assessment)}`))]
    : [
        right(rank, 8, (row) => words(String(row.rank))),
        left(phrase('report', 'table-draft'), 40, ({ assessment }) => words(draftName(assessment))),
      ];
  const columns: ColumnOf<RankRow>[] = [
    ...first,
    left(phrase('robustness', 'table-interval'), 18, ({ interval }) => words(interval)),
    right(phrase('robustness', 'table-same'), 12, ({ same }) => words(same)),
    left(phrase('robustness', 'table-ranks'), 22, ({ ranks }) => words(ranks)),
  ];
  const title = phrase('robustness', 'ranks');
  return [
    section('ranks', title),
    tableOf(title, columns, rows),
    paragraph(phrase('robustness', 'ranks-about'), isBrief ? undefined : 'about'),
  ];
}
