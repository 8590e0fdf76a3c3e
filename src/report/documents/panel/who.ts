import type { PanelResult, ReviewerResult } from '../../../core/panel/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showRange } from '../../../text/number.ts';
import type { Block } from '../../document/blocks.ts';
import { paragraph, section, words } from '../../document/build.ts';
import { type ColumnOf, left, right, tableOf } from '../../document/table.ts';
import { bandRun, barOf, shownScore } from '../../words/phrases.ts';
import { leaningSentences, leaningWords } from './words.ts';

/** How many answers each reviewer gave, what they come to, and how each leans. */
export function whoSection(result: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  const title = phrase('panel', 'who');
  return [
    section('who', title),
    tableOf(title, columnsOf(rubric, isFull), result.panel),
    paragraph([phrase('panel', 'who-about'), ...leaningSentences(result)].join(' '), 'note'),
  ];
}

type WhoColumn = ColumnOf<ReviewerResult>;

function columnsOf(rubric: Rubric, isFull: boolean): WhoColumn[] {
  // Word breaks a title that is wider than its column.
  const count = (title: string, of: (reviewer: ReviewerResult) => number): WhoColumn =>
    right(title, 5 + 1.4 * title.length, (reviewer) => words(String(of(reviewer))));
  const nameOf = ({ label, organisation }: ReviewerResult): string =>
    isFull && organisation !== undefined ? `${label}, ${organisation}` : label;
  const pictures: WhoColumn[] = [
    { ...left(phrase('panel', 'table-range'), 20, (reviewer: ReviewerResult) => barOf(reviewer, reviewer.label)), drawn: true },
    left(phrase('panel', 'table-band'), 16, ({ band }) => [bandRun(rubric, band)]),
  ];
  return [
    left(phrase('panel', 'table-reviewer'), 22, (reviewer) => words(nameOf(reviewer))),
    count(phrase('panel', 'table-answered'), ({ answered }) => answered),
    { ...count(phrase('panel', 'table-aside'), ({ notApplicable }) => notApplicable), spare: 3 },
    count(phrase('panel', 'table-open'), ({ unanswered }) => unanswered),
    { ...count(phrase('panel', 'table-flags'), ({ flagsChecked }) => flagsChecked), spare: 2 },
    { ...count(phrase('panel', 'table-steps'), ({ guidingAnswered }) => guidingAnswered), spare: 1 },
    right(phrase('panel', 'table-score'), 12, ({ score, low, high }) =>
      words(score === null ? showRange(low, high) : shownScore(score, rubric)),
    ),
    ...(isFull ? pictures : []),
    left(phrase('panel', 'table-leaning'), 19, ({ leaning }) => words(leaningWords(leaning))),
  ];
}
