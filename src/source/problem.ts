import messages from '../messages/en.json' with { type: 'json' };
import { fill } from '../messages/fill.ts';

/** An error in a file. (A deficit of a law is a "gap".) The text comes from the message catalogue when the problem is printed. */
export interface Problem {
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
  /** The file name as the user wrote it. */
  readonly source: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** The text of that line. */
  readonly excerpt?: string;
}

export type ProblemCode = keyof typeof messages.problems;

/** A run lists at most this many problems. Nobody corrects a file with more of them line by line. */
const mostListed = 10_000;

/** Problems that prevent a command from doing its work: exit code 2. */
export class CompassError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const listed = capped(problems);
    super(listed.map(problemMessage).join('\n'));
    this.name = 'CompassError';
    this.problems = listed;
  }

  /** A single problem without a position in a file. */
  static of(code: ProblemCode, source: string, args: Problem['args'] = {}): CompassError {
    return new CompassError([{ code, source, args }]);
  }
}

function capped(problems: readonly Problem[]): readonly Problem[] {
  const next = problems[mostListed];
  if (!next) return problems;
  const n = problems.length - mostListed;
  return [...problems.slice(0, mostListed), { code: 'more-problems', args: { n }, source: next.source }];
}

/** The message of a problem, without its position. */
export function problemMessage(problem: Problem): string {
  return fill(messages.problems[problem.code].text, problem.args);
}

/** The advice on how to solve a problem; undefined if there is none, or if an argument that its text needs is missing. */
export function problemHint(problem: Problem): string | undefined {
  const entry: { text: string; hint?: string; hintWith?: string } = messages.problems[problem.code];
  const hint = entry.hintWith !== undefined && problem.args[entry.hintWith] === undefined ? undefined : entry.hint;
  return hint && fill(hint, problem.args);
}
