import { phrase } from '../../messages/phrases.ts';
import { type Problem, problemHint, problemMessage } from '../../source/problem.ts';
import { visible } from '../../text/plain-text.ts';
import type { Io } from '../io.ts';

/** As many errors of a file are shown: whoever mends those first has fewer. */
const shownOfFile = 20;

/** All problems of a run; of a file with many of them the first, and how many more there are. Machine formats have them all. */
export function printProblems({ stderr }: Pick<Io, 'stderr'>, problems: readonly Problem[]): void {
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

/** The longest piece of a source line that is shown around a fault. */
const excerptWidth = 100;

/**
 * A problem as people read it: place and cause, then the line of the file with a caret, then what to do.
 * `answers/bill.answers.yaml:14:12: level 5 is not one of 0..3 (value-chain.end-use)`
 */
export function formatProblem(problem: Problem): string {
  const place = [problem.source, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const lines = [visible(`${place}: ${problemMessage(problem)}`)];
  if (problem.line !== undefined && problem.excerpt !== undefined && problem.excerpt.trim() !== '') {
    const column = problem.column ?? 1;
    const from = column > excerptWidth ? column - Math.floor(excerptWidth / 2) : 1;
    const excerpt = problem.excerpt.slice(from - 1, from - 1 + excerptWidth).replace(/\t/g, ' ');
    const number = String(problem.line);
    lines.push(`  ${number} | ${visible(excerpt)}`);
    lines.push(`  ${' '.repeat(number.length)} | ${' '.repeat(column - from)}^`);
  }
  const hint = problemHint(problem);
  if (hint) lines.push(`  ${visible(hint)}`);
  return `${lines.join('\n')}\n`;
}
