import { hintText, type ProblemCode, problemText } from '../messages/problems.ts';

export type { ProblemCode };

/** An error in a file. (A deficit of a law is a "gap".) The text comes from the message catalogue when the problem is printed. */
export interface Problem {
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
  /** The file name as the user wrote it. */
  readonly source: string;
  /** A place in words, for files that are not read line by line: a sheet and its cell, a column. */
  readonly at?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** The text of that line. */
  readonly excerpt?: string;
}

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
export function problemMessage({ code, args }: Problem): string {
  return problemText(code, args);
}

/** The advice on how to solve a problem; undefined if there is none, or if an argument that its text needs is missing. */
export function problemHint({ code, args }: Problem): string | undefined {
  return hintText(code, args);
}
