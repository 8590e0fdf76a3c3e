import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult, Gap } from '../../../core/result.ts';
import type { Question, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints } from '../../../text/number.ts';
import type { Block, Runs } from '../../document/blocks.ts';
import { emphasis, idOf, list, paragraph, plain, section, strong, words } from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import { questionsOf } from '../../words/phrases.ts';
import { restSentences } from './narrative.ts';

/** How many gaps stand in the table of the most valuable ones; each gap is told in full with its feature. */
const gapsInTable = 12;

/** The critical questions at the lowest level, one by one. */
export function criticalSection({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const critical = gaps.filter(isFoundCritical);
  const head = section('critical', phrase('report', 'critical-gaps'));
  const open = gaps.filter((gap) => gap.critical && !gap.answered);
  const questions = questionsOf(rubric);
  const items = critical.map((gap) => criticalItem(gap, questions.get(gap.question)));
  const blocks: Block[] = [head];
  if (items.length > 0) blocks.push(paragraph(phrase('report', 'critical-gaps-about'), 'about'), list(items));
  else blocks.push(paragraph(phrase('report', open.length > 0 ? 'critical-gaps-none-yet' : 'critical-gaps-none')));
  if (open.length > 0) {
    const names = open.map(({ question }): Runs[] => [
      [plain(`${questions.get(question)?.text ?? ''} (`), idOf(question), plain(')')],
    ]);
    blocks.push(paragraph(phrase('report', 'critical-gaps-open', { n: open.length }), 'about'), list(names));
  }
  return blocks;
}

function criticalItem(gap: Gap, question: Question | undefined): Runs[] {
  const points = phrase('report', 'points', { points: showPoints(gap.points) });
  const lines: Runs[] = [
    [strong(question?.text ?? gap.question), plain(' ('), idOf(gap.question), plain(`, ${points})`)],
    [plain(question?.levels[gap.level] ?? '')],
  ];
  if (gap.gap) lines.push([emphasis(phrase('report', 'to-close')), plain(` ${gap.gap}`)]);
  return lines;
}

/** The most valuable gaps in a table. */
export function valueSection({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const head = section('gaps', phrase('report', 'gaps'));
  if (gaps.length === 0) return [head, paragraph(phrase('report', 'gaps-none'))];
  const questions = questionsOf(rubric);
  // What nobody has looked at yet is no fault of the draft: it is counted, and there is nothing to write.
  const found = gaps.filter(({ answered }) => answered);
  const table = tableOf<Gap>(
    phrase('report', 'gaps'),
    [
      left(phrase('report', 'table-gap'), 30, (gap) => [
        idOf(gap.question, questions.get(gap.question)?.text),
        ...(gap.critical ? [plain(` (${phrase('report', 'critical')})`)] : []),
      ]),
      right(phrase('report', 'table-level'), 8, ({ level, top }) => words(`${level} / ${top}`)),
      right(phrase('report', 'table-points'), 9, ({ points }) => words(showPoints(points))),
      left(phrase('report', 'table-write'), 53, ({ gap }) => words(gap)),
    ],
    found.slice(0, gapsInTable),
  );
  const blocks = found.length === 0 ? [head] : [head, paragraph(phrase('report', 'gaps-about'), 'about'), table];
  return [...blocks, ...restSentences(gaps, gapsInTable, 'full').map((sentence) => paragraph(sentence))];
}

/** Gaps that somebody has taken on: an action plan. */
export function actionSection({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const planned = gaps.filter((gap) => gap.owner !== undefined || gap.due !== undefined);
  if (planned.length === 0) return [];
  const questions = questionsOf(rubric);
  const table = tableOf<Gap>(
    phrase('report', 'action-plan'),
    [
      left(phrase('report', 'table-gap'), 38, ({ question }) => [idOf(question, questions.get(question)?.text)]),
      left(phrase('report', 'table-owner'), 34, ({ owner = '' }) => words(owner)),
      left(phrase('report', 'table-due'), 18, ({ due = '' }) => words(due)),
      right(phrase('report', 'table-points'), 10, ({ points }) => words(showPoints(points))),
    ],
    planned,
  );
  return [section('action-plan', phrase('report', 'action-plan')), table];
}
