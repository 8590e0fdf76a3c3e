import { isFoundCritical } from '../core/gaps.ts';
import type { AssessmentResult } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { showRange, showScore } from '../text/number.ts';
import { fitted, visible, wrapped } from '../text/plain-text.ts';
import type { ReportInput } from './reporter.ts';
import { rankTable } from './robustness-terminal.ts';
import { bandBounds, bandTitle, draftName, gateSentence } from './words/phrases.ts';
import { toneOf } from './write/style.ts';

interface Column {
  readonly title: string;
  readonly of: (row: AssessmentResult, rubric: Rubric) => string;
}

/** Columns that a draft's name should at least have. */
const leastName = 20;

const columns: readonly Column[] = [
  { title: phrase('report', 'score'), of: (row, rubric) => showScore(row.score, bandBounds(rubric)).padStart(5) },
  { title: phrase('report', 'table-range'), of: (row) => (row.answered < row.applicable ? showRange(row.low, row.high) : '') },
  { title: phrase('report', 'table-band'), of: (row, rubric) => visible(bandTitle(rubric, row.band)) },
  { title: phrase('report', 'table-critical-short'), of: (row) => blankZero(row.gaps.filter(isFoundCritical).length) },
  { title: phrase('report', 'table-flags'), of: (row) => blankZero(row.flags.length) },
];

/** Several drafts, the worst first. A column that has nothing to say is left out. */
export function terminalTable({ result, rubric, width, style }: ReportInput): string {
  const rows = worstFirst(result.assessments);
  const filled = columns
    .map((column) => ({ ...column, cells: rows.map((row) => column.of(row, rubric)) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((column) => ({
      ...column,
      width: column.cells.reduce((most, cell) => Math.max(most, cell.length), column.title.length),
    }));
  // On a narrow terminal the range goes: it can be read off the draft's own report. The draft's name has to stay readable.
  const roomBeside = (list: typeof filled): number => width - list.reduce((sum, column) => sum + column.width + 2, 0);
  const used =
    roomBeside(filled) < leastName ? filled.filter((column) => column.title !== phrase('report', 'table-range')) : filled;
  const room = Math.max(10, roomBeside(used));
  const line = (first: string, cells: readonly string[]): string =>
    [fitted(first, room), ...cells.map((cell, index) => fitted(cell, used[index]?.width ?? 0))].join('  ').trimEnd();
  const lines: string[] = [];
  if (rows.length > 0)
    lines.push(
      style.bold(
        line(
          phrase('report', 'table-draft'),
          used.map((column) => column.title),
        ),
      ),
    );
  for (const [index, row] of rows.entries()) {
    const cells = used.map((column) => column.cells[index] ?? '');
    lines.push(toneOf(rubric, row.band, style)(line(visible(draftName(row)), cells)));
    for (const gate of row.gates.filter((each) => !each.holds))
      lines.push(style.bad(wrapped(visible(gateSentence(gate)), width, 4)));
  }
  const { mean, median, min, max, assessed } = result.summary;
  const figures = { n: assessed, mean: showScore(mean), median: showScore(median), min: showScore(min), max: showScore(max) };
  const summary = [assessed === 0 ? phrase('report', 'batch-none') : phrase('report', 'batch-summary', figures)];
  if (result.failures.length > 0) summary.push(phrase('report', 'failures', { n: result.failures.length }));
  const made = phrase('report', 'made-with', {
    title: rubric.title,
    version: rubric.version,
    digest: result.rubric.digest.slice(0, 19),
  });
  const foot = style.dim(wrapped(visible(`${made}. ${rubric.notice}`), width));
  const ranks = rankTable(result, rubric, width, style);
  const order = ranks === '' ? [] : ['', ranks];
  return `${[...lines, '', wrapped(summary.join(' '), width), ...order, '', foot].join('\n').trimStart()}\n`;
}

/** Lowest score first; drafts without one before all others; then by their file's name. */
export function worstFirst(assessments: readonly AssessmentResult[]): AssessmentResult[] {
  const rank = ({ score }: AssessmentResult): number => score ?? -1;
  return [...assessments].sort((a, b) => rank(a) - rank(b) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
}

function blankZero(count: number): string {
  return count === 0 ? '' : String(count);
}
