import type { AssessmentResult, Result } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { type Block, list, paragraph, plain, type Runs, strong } from '../../document/blocks.ts';
import { draftName } from '../../words/phrases.ts';
import { rankRows, robustnessWords } from '../robustness/narrative.ts';

/** How sure the score is; empty where it was not asked for. */
export function robustnessSection(result: AssessmentResult, rubric: Rubric): Block[] {
  const words = robustnessWords(result, rubric);
  if (!words) return [];
  const paragraphs = (texts: readonly string[]): Block[] => texts.filter((text) => text !== '').map((text) => paragraph(text));
  return [
    { kind: 'heading', level: 2, text: phrase('robustness', 'title') },
    paragraph([strong(words.range)]),
    ...paragraphs([words.bands, words.pivots]),
    ...(words.pivotLines.length === 0 ? [] : [list(words.pivotLines.map((line) => [[plain(line)]]))]),
    ...paragraphs([words.mend, words.drivers, words.geometric, words.method]),
  ];
}

/** How sure the order of several drafts is; empty where it was not asked for. */
export function rankSection(result: Result, rubric: Rubric): Block[] {
  const rows = rankRows(result, rubric);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: phrase('robustness', 'ranks') },
    {
      kind: 'table',
      about: phrase('robustness', 'ranks'),
      columns: [
        { title: phrase('robustness', 'table-rank'), align: 'right', room: 8 },
        { title: phrase('report', 'table-draft'), align: 'left', room: 40 },
        { title: phrase('robustness', 'table-interval'), align: 'left', room: 18 },
        { title: phrase('robustness', 'table-same'), align: 'right', room: 12 },
        { title: phrase('robustness', 'table-ranks'), align: 'left', room: 22 },
      ],
      rows: rows.map(({ assessment, rank, interval, same, ranks }): Runs[] =>
        [String(rank), draftName(assessment), interval, same, ranks].map((text) => [plain(text)]),
      ),
    },
    paragraph(phrase('robustness', 'ranks-about'), 'about'),
  ];
}
