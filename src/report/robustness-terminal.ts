import type { AssessmentResult, Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { fitted, visible, wrapped } from '../text/plain-text.ts';
import { rankRows, robustnessWords } from './documents/robustness/narrative.ts';
import { draftName } from './words/phrases.ts';
import type { Style } from './write/style.ts';

/** How sure the score is; empty where it was not asked for. */
export function robustnessLines(result: AssessmentResult, rubric: Rubric, width: number, style: Style): string {
  const words = robustnessWords(result, rubric);
  if (!words) return '';
  const line = (text: string, indent = 0): string => (text === '' ? '' : wrapped(visible(text), width, indent));
  const lines = [
    style.bold(phrase('robustness', 'title')),
    line(words.range),
    line(words.bands),
    line(words.pivots),
    ...words.pivotLines.map((each) => line(each, 2)),
    line(words.mend),
    line(words.drivers),
    line(words.geometric),
    words.method === '' ? '' : style.dim(line(words.method)),
  ];
  return lines.filter((each) => each !== '').join('\n');
}

/** How sure the order of several drafts is; empty where it was not asked for. */
export function rankTable(result: Result, rubric: Rubric, width: number, style: Style): string {
  const rows = rankRows(result, rubric);
  if (rows.length === 0) return '';
  const columns = [
    { title: phrase('robustness', 'table-interval'), cells: rows.map(({ interval }) => interval) },
    { title: phrase('robustness', 'table-same'), cells: rows.map(({ same }) => same) },
    { title: phrase('robustness', 'table-ranks'), cells: rows.map(({ ranks }) => ranks) },
  ].map((column) => ({ ...column, width: Math.max(column.title.length, ...column.cells.map(({ length }) => length)) }));
  // On a narrow terminal a draft with many ranks takes a second line: its name and figures stay readable.
  const ranksBelow = width - columns.reduce((sum, column) => sum + column.width + 2, 6) < 16;
  const used = ranksBelow ? columns.slice(0, 2) : columns;
  const room = Math.max(10, width - used.reduce((sum, column) => sum + column.width + 2, 6));
  const row = (rank: string, name: string, cells: readonly string[]): string =>
    [rank.padStart(4), fitted(name, room), ...cells.map((cell, index) => fitted(cell, used[index]?.width ?? 0))]
      .join('  ')
      .trimEnd();
  const head = row(
    phrase('robustness', 'table-rank'),
    '',
    used.map(({ title }) => title),
  );
  const body = rows.flatMap(({ assessment, rank, ranks }, index) => {
    const line = row(
      String(rank),
      visible(draftName(assessment)),
      used.map(({ cells }) => cells[index] ?? ''),
    );
    return ranksBelow ? [line, wrapped(`${phrase('robustness', 'table-ranks')} ${ranks}`, width, 6)] : [line];
  });
  return [
    style.bold(phrase('robustness', 'ranks')),
    style.bold(head),
    ...body,
    wrapped(phrase('robustness', 'ranks-about'), width),
  ].join('\n');
}
