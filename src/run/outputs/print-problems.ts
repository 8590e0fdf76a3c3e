import { phrase } from '../../messages/phrases.ts';
import { type Problem, problemHint, problemMessage } from '../../source/problem.ts';
import { visible, widthOf } from '../../text/plain-text.ts';
import type { Stream } from '../io.ts';

/** At most as many errors of a file are printed. Machine formats list all of them. */
const shownOfFile = 20;

/** Prints problems for people; of a file with many, the first ones and how many more there are. */
export function printProblems(stderr: Stream, problems: readonly Problem[]): void {
  const counts = new Map<string, number>();
  for (const problem of problems) {
    const count = (counts.get(problem.source) ?? 0) + 1;
    counts.set(problem.source, count);
    if (count <= shownOfFile) stderr.write(formatProblem(problem));
  }
  for (const [source, count] of counts) {
    if (count <= shownOfFile) continue;
    const more = phrase('notes', 'more-errors', { source, n: count - shownOfFile });
    stderr.write(`${visible(more)}\n`);
  }
}

/** The most characters of a source line that are shown around an error. */
const excerptWidth = 100;

/**
 * A problem for people: position and cause (`q.xlsx: Value chain!D14: ...` where there are no lines), then the line of the file with a caret, then what to do.
 * `answers/bill.answers.yaml:14:12: level 5 is not one of 0..3 (value-chain.end-use)`
 */
export function formatProblem(problem: Problem): string {
  const position = [problem.source, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const place = problem.at === undefined ? position : `${position}: ${problem.at}`;
  const hint = problemHint(problem);
  const lines = [
    visible(`${place}: ${problemMessage(problem)}`),
    ...excerptLines(problem),
    ...(hint ? [`  ${visible(hint)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The line of the file with the error, and a caret under the column. */
function excerptLines({ line, column = 1, excerpt = '' }: Problem): string[] {
  if (line === undefined || excerpt.trim() === '') return [];
  const from = column > excerptWidth ? column - Math.floor(excerptWidth / 2) : 1;
  const shown = excerpt.slice(from - 1, from - 1 + excerptWidth).replace(/\t/g, ' ');
  const number = String(line);
  const before = widthOf(visible(shown.slice(0, column - from))) + Math.max(0, column - from - shown.length);
  return [`  ${number} | ${visible(shown)}`, `  ${' '.repeat(number.length)} | ${' '.repeat(before)}^`];
}
