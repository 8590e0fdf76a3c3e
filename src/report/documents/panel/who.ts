import type { PanelResult, ReviewerResult } from '../../../core/panel/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showRange, showScore } from '../../../text/number.ts';
import { type Block, type Cell, type Column, paragraph, section, words } from '../../document/blocks.ts';
import { bandBounds, bandTitle } from '../../words/phrases.ts';
import { leaningSentences, leaningWords } from './words.ts';

interface WhoColumn extends Column {
  readonly of: (reviewer: ReviewerResult) => Cell;
}

/** How many answers each reviewer gave, what they come to, and how each leans. */
export function whoSection(result: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  const columns = columnsOf(rubric, isFull);
  return [
    section('who', phrase('panel', 'who')),
    {
      kind: 'table',
      about: phrase('panel', 'who'),
      columns: columns.map(({ of: _, ...column }) => column),
      rows: result.panel.map((reviewer) => columns.map((column) => column.of(reviewer))),
    },
    paragraph([phrase('panel', 'who-about'), ...leaningSentences(result)].join(' '), 'note'),
  ];
}

function columnsOf(rubric: Rubric, isFull: boolean): WhoColumn[] {
  const count = (title: string, of: (reviewer: ReviewerResult) => number, spare?: number): WhoColumn => ({
    title,
    align: 'right',
    // Word breaks a title that is wider than its column.
    room: title.length + 5,
    ...(spare !== undefined && { spare }),
    of: (reviewer) => words(String(of(reviewer))),
  });
  const named: WhoColumn[] = [
    count(phrase('panel', 'table-answered'), ({ answered }) => answered),
    count(phrase('panel', 'table-aside'), ({ notApplicable }) => notApplicable, 3),
    count(phrase('panel', 'table-open'), ({ unanswered }) => unanswered),
    count(phrase('panel', 'table-flags'), ({ flagsChecked }) => flagsChecked, 2),
    count(phrase('panel', 'table-steps'), ({ guidingAnswered }) => guidingAnswered, 1),
    { title: phrase('panel', 'table-score'), align: 'right', room: 10, of: (reviewer) => words(scoreWords(reviewer, rubric)) },
  ];
  return [
    {
      title: phrase('panel', 'table-reviewer'),
      align: 'left',
      room: 22,
      of: ({ label, organisation }) => words(isFull && organisation !== undefined ? `${label}, ${organisation}` : label),
    },
    ...named,
    ...(isFull ? pictureColumns(rubric) : []),
    { title: phrase('panel', 'table-leaning'), align: 'left', room: 17, of: ({ leaning }) => words(leaningWords(leaning)) },
  ];
}

function pictureColumns(rubric: Rubric): WhoColumn[] {
  return [
    {
      title: phrase('panel', 'table-range'),
      align: 'left',
      room: 20,
      drawn: true,
      of: ({ label, score, low, high, band }) => ({ kind: 'bar', name: label, score, low, high, band }),
    },
    {
      title: phrase('panel', 'table-band'),
      align: 'left',
      room: 16,
      of: ({ band }) => [{ text: bandTitle(rubric, band), band }],
    },
  ];
}

function scoreWords({ score, low, high }: ReviewerResult, rubric: Rubric): string {
  return score === null ? showRange(low, high) : showScore(score, bandBounds(rubric));
}
