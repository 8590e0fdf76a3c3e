import type { AssessmentResult, Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { type Block, list, paragraph, plain, type Runs, strong } from './document.ts';
import { draftName, say as sayReport } from './phrases.ts';
import { rankRows, robustnessWords, say } from './robustness-narrative.ts';

/** How sure the score is; empty where it was not asked for. */
export function robustnessSection(result: AssessmentResult, rubric: Rubric): Block[] {
  const words = robustnessWords(result, rubric);
  if (!words) return [];
  const paragraphs = (texts: readonly string[]): Block[] => texts.filter((text) => text !== '').map((text) => paragraph(text));
  return [
    { kind: 'heading', level: 2, text: say('title') },
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
    { kind: 'heading', level: 2, text: say('ranks') },
    {
      kind: 'table',
      about: say('ranks'),
      columns: [
        { title: say('table-rank'), align: 'right', room: 8 },
        { title: sayReport('table-draft'), align: 'left', room: 40 },
        { title: say('table-interval'), align: 'left', room: 18 },
        { title: say('table-same'), align: 'right', room: 12 },
        { title: say('table-ranks'), align: 'left', room: 22 },
      ],
      rows: rows.map(({ assessment, rank, interval, same, ranks }): Runs[] =>
        [String(rank), draftName(assessment), interval, same, ranks].map((text) => [plain(text)]),
      ),
    },
    paragraph(say('ranks-about'), 'about'),
  ];
}
