import type { AssessmentResult, Result } from '../../../core/result.ts';
import type { BandProbability, RankResult, Robustness } from '../../../core/robustness/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Chart, Detail, Share, Table } from '../../document/blocks.ts';
import { list, paragraph, section } from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import { draftName } from '../../words/draft.ts';
import { bandRun, bandTitle, shownScore } from '../../words/score.ts';
import { caseWords, perHundred, robustnessWords, sameBand, shownInterval } from './narrative.ts';

/** How certain the score is; empty if it was not asked for. */
export function robustnessSection(result: AssessmentResult, rubric: Rubric, detail: Detail): Block[] {
  const { robustness } = result;
  const title = phrase('robustness', 'title');
  if (!robustness) return section('robustness', title, robustness === null && paragraph(phrase('robustness', 'no-score')));
  const words = robustnessWords(robustness, result, rubric);
  return section('robustness', title, [
    paragraph(words.range),
    paragraph(words.bands),
    detail === 'full' && [chart(robustness, result, rubric), bandTable(robustness.bands, rubric)],
    paragraph(words.pivots),
    list(words.pivotLines),
    [words.closing, words.drivers, words.geometric].map((text) => paragraph(text)),
    paragraph(words.method, 'note'),
  ]);
}

/** The range of 90 % of the drawn scores. */
function chart({ interval90: [low, high], median }: Robustness, { score, band }: AssessmentResult, rubric: Rubric): Chart {
  const shown = (value: number): string => shownScore(value, rubric);
  const figures = { from: shown(low), to: shown(high), median: shown(median), score: shown(score ?? 0) };
  const caption = phrase('robustness', 'chart-about');
  return { kind: 'chart', words: phrase('robustness', 'chart', figures), score, band, low, high, caption };
}

/** How often the draws end in each band. */
function bandTable(bands: readonly BandProbability[], rubric: Rubric): Table {
  const capped = bands.some(({ probability, uncapped }) => probability !== uncapped);
  const about = phrase('robustness', capped ? 'bands-about-caps' : 'bands-about');
  const share = ({ id, probability }: BandProbability): Share => {
    const words = phrase('robustness', 'bar', { band: bandTitle(rubric, id), cases: caseWords(probability) });
    return { kind: 'share', share: probability, words, band: id };
  };
  const columns = [
    left<BandProbability>(phrase('report', 'table-band'), 25, ({ id }) => bandRun(rubric, id)),
    left<BandProbability>(phrase('robustness', 'table-chart'), 30, share, { drawn: true }),
    left<BandProbability>(phrase('robustness', 'table-cases'), 20, ({ probability }) => caseWords(probability)),
    capped && left<BandProbability>(phrase('robustness', 'table-cases-uncapped'), 25, ({ uncapped }) => caseWords(uncapped)),
  ];
  return { ...tableOf(about, columns, bands), caption: about };
}

/** A draft among others: its rank, its interval, and how often it has which rank. */
interface RankRow {
  readonly name: string;
  readonly rank: number;
  readonly interval: string;
  readonly same: string;
  readonly ranks: string;
}

/** The drafts of a run that have a score, the best first; empty if robustness was not asked for or there is no ranking. */
function rankRows({ robustness, assessments }: Result, rubric: Rubric): RankRow[] {
  const bySource = new Map(assessments.map((assessment) => [assessment.source, assessment]));
  const ranks = [...(robustness?.ranks ?? [])].sort((a, b) => a.rank - b.rank || (a.source < b.source ? -1 : 1));
  return ranks.flatMap((row): RankRow[] => {
    const assessment = bySource.get(row.source);
    if (!assessment?.robustness) return [];
    const [from, to] = shownInterval(assessment.robustness.interval90, rubric);
    const interval = from === to ? from : `${from} - ${to}`;
    const same = perHundred(sameBand(assessment.robustness, assessment));
    return [{ name: draftName(assessment), rank: row.rank, interval, same, ranks: rankList(row) }];
  });
}

function rankList({ probabilities }: RankResult): string {
  return listed(
    probabilities
      .map((probability, index) => ({ probability, rank: index + 1 }))
      .filter(({ probability }) => probability >= 0.005)
      .sort((a, b) => b.probability - a.probability)
      .map(({ probability, rank }) => phrase('robustness', 'rank-case', { rank, n: perHundred(probability) })),
  );
}

/** How certain the order of several drafts is; empty if it was not asked for. */
export function rankSection(result: Result, rubric: Rubric, detail: Detail): Block[] {
  const isBrief = detail === 'brief';
  const columns = [
    right<RankRow>(phrase('robustness', 'table-rank'), 8, (row) => row.rank),
    left<RankRow>(phrase('report', 'table-draft'), 40, ({ name }) => name),
    left<RankRow>(phrase('robustness', 'table-interval'), 18, ({ interval }) => interval),
    right<RankRow>(phrase('robustness', 'table-same'), 12, ({ same }) => same),
    left<RankRow>(phrase('robustness', 'table-ranks'), 22, ({ ranks }) => ranks),
  ];
  const title = phrase('robustness', 'ranks');
  const rows = rankRows(result, rubric);
  const about = paragraph(phrase('robustness', 'ranks-about'), isBrief ? undefined : 'about');
  return section('ranks', title, rows.length > 0 && [tableOf(title, columns, rows), about]);
}
