import type { AssessmentResult, Result } from '../../../core/result.ts';
import type { BandProbability, Robustness } from '../../../core/robustness/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { type Block, type Cell, type Chart, type Detail, listOf, paragraph, section, words } from '../../document/blocks.ts';
import { bandRun, bandTitle, draftName, shownScore } from '../../words/phrases.ts';
import { caseWords, rankRows, robustnessWords } from './narrative.ts';

/** How sure the score is; empty where it was not asked for. */
export function robustnessSection(result: AssessmentResult, rubric: Rubric, detail: Detail): Block[] {
  const said = robustnessWords(result, rubric);
  if (!said) return [];
  const { robustness } = result;
  const paragraphs = (texts: readonly string[]): Block[] => texts.filter((text) => text !== '').map((text) => paragraph(text));
  const drawn = robustness && detail === 'full' ? [chart(robustness, result, rubric), bandTable(robustness.bands, rubric)] : [];
  return [
    section('robustness', phrase('robustness', 'title')),
    ...paragraphs([said.range, said.bands]),
    ...drawn,
    ...paragraphs([said.pivots]),
    ...(said.pivotLines.length === 0 ? [] : [listOf(said.pivotLines)]),
    ...paragraphs([said.mend, said.drivers, said.geometric]),
    ...(said.method === '' ? [] : [paragraph(said.method, 'note')]),
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
  return {
    kind: 'table',
    about,
    caption: about,
    columns: [
      { title: phrase('report', 'table-band'), align: 'left', room: 25 },
      { title: phrase('robustness', 'table-chart'), align: 'left', room: 30, drawn: true },
      { title: phrase('robustness', 'table-cases'), align: 'left', room: 20 },
      ...(capped ? [{ title: phrase('robustness', 'table-cases-uncapped'), align: 'left' as const, room: 25 }] : []),
    ],
    rows: bands.map(({ id, probability, uncapped }): Cell[] => {
      const cases = caseWords(probability);
      const share = phrase('robustness', 'bar', { band: bandTitle(rubric, id), cases });
      return [
        [bandRun(rubric, id)],
        { kind: 'share', share: probability, words: share, band: id },
        words(cases),
        ...(capped ? [words(caseWords(uncapped))] : []),
      ];
    }),
  };
}

/** How sure the order of several drafts is; empty where it was not asked for. */
export function rankSection(result: Result, rubric: Rubric, detail: Detail): Block[] {
  const rows = rankRows(result, rubric);
  if (rows.length === 0) return [];
  const isBrief = detail === 'brief';
  const table: Block = {
    kind: 'table',
    about: phrase('robustness', 'ranks'),
    columns: [
      { title: phrase('robustness', 'table-rank'), align: isBrief ? 'left' : 'right', room: 8 },
      ...(isBrief ? [] : [{ title: phrase('report', 'table-draft'), align: 'left' as const, room: 40 }]),
      { title: phrase('robustness', 'table-interval'), align: 'left', room: 18 },
      { title: phrase('robustness', 'table-same'), align: 'right', room: 12 },
      { title: phrase('robustness', 'table-ranks'), align: 'left', room: 22 },
    ],
    rows: rows.map(({ assessment, rank, interval, same, ranks }) => {
      const name = draftName(assessment);
      const named = isBrief ? [`${String(rank).padStart(4)}  ${name}`] : [String(rank), name];
      return [...named, interval, same, ranks].map(words);
    }),
  };
  return [
    section('ranks', phrase('robustness', 'ranks')),
    table,
    paragraph(phrase('robustness', 'ranks-about'), isBrief ? undefined : 'about'),
  ];
}
