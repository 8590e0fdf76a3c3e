import { isCriticalAtZero } from '../core/gaps.ts';
import type { AssessmentResult, Gap } from '../core/result.ts';
import type { Question, Rubric } from '../core/rubric.ts';
import { showPoints } from '../text/number.ts';
import { type Block, emphasis, idOf, list, paragraph, plain, type Run, type Runs, strong } from './document.ts';
import { say } from './phrases.ts';
import { questionsOf } from './questions.ts';

/** How many gaps stand in the table of the most valuable ones; each gap is told in full with its feature. */
const gapsInTable = 12;

/** The critical questions at the lowest level, one by one. */
export function criticalSection({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const critical = gaps.filter(isCriticalAtZero);
  const head: Block = { kind: 'heading', level: 2, text: say('critical-gaps') };
  if (critical.length === 0) return [head, paragraph(say('critical-gaps-none'))];
  const questions = questionsOf(rubric);
  const items = critical.map((gap) => criticalItem(gap, questions.get(gap.question)));
  return [head, paragraph(say('critical-gaps-about'), 'about'), list(items)];
}

function criticalItem(gap: Gap, question: Question | undefined): Runs[] {
  const points = say('points', { points: showPoints(gap.points) });
  const state = gap.answered ? (question?.levels[gap.level] ?? '') : say('gap-unanswered-sentence');
  const lines: Runs[] = [
    [strong(question?.text ?? gap.question), plain(' ('), idOf(gap.question), plain(`, ${points})`)],
    [plain(state)],
  ];
  if (gap.gap) lines.push([emphasis(say('to-close')), plain(` ${gap.gap}`)]);
  return lines;
}

/** The most valuable gaps in a table. */
export function valueSection({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const head: Block = { kind: 'heading', level: 2, text: say('gaps') };
  if (gaps.length === 0) return [head, paragraph(say('gaps-none'))];
  const questions = questionsOf(rubric);
  const rows = gaps.slice(0, gapsInTable).map((gap): Runs[] => {
    const name: Run[] = [idOf(gap.question, questions.get(gap.question)?.text)];
    if (gap.critical) name.push(plain(` (${say('critical')})`));
    const level = gap.answered ? `${gap.level} / ${gap.top}` : say('blank');
    return [name, [plain(level)], [plain(showPoints(gap.points))], [plain(gap.gap)]];
  });
  const table: Block = {
    kind: 'table',
    about: say('gaps'),
    columns: [
      { title: say('table-gap'), align: 'left', room: 30 },
      { title: say('table-level'), align: 'right', room: 8 },
      { title: say('table-points'), align: 'right', room: 9 },
      { title: say('table-write'), align: 'left', room: 53 },
    ],
    rows,
  };
  const blocks = [head, paragraph(say('gaps-about'), 'about'), table];
  const rest = gaps.slice(gapsInTable);
  if (rest.length > 0) {
    const points = showPoints(rest.reduce((sum, gap) => sum + gap.points, 0));
    blocks.push(paragraph(say('gaps-more-below', { n: rest.length, points })));
  }
  return blocks;
}

/** Gaps that somebody has taken on: an action plan. */
export function actionSection({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const planned = gaps.filter((gap) => gap.owner !== undefined || gap.due !== undefined);
  if (planned.length === 0) return [];
  const questions = questionsOf(rubric);
  const table: Block = {
    kind: 'table',
    about: say('action-plan'),
    columns: [
      { title: say('table-gap'), align: 'left', room: 38 },
      { title: say('table-owner'), align: 'left', room: 34 },
      { title: say('table-due'), align: 'left', room: 18 },
      { title: say('table-points'), align: 'right', room: 10 },
    ],
    rows: planned.map((gap) => [
      [idOf(gap.question, questions.get(gap.question)?.text)],
      [plain(gap.owner ?? '')],
      [plain(gap.due ?? '')],
      [plain(showPoints(gap.points))],
    ]),
  };
  return [{ kind: 'heading', level: 2, text: say('action-plan') }, table];
}
