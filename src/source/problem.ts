import { hintText, type ProblemCode, problemText } from '../messages/problems.ts';

export type { ProblemCode };

/** A fault in a file (a fault in a law is a gap). The sentence is made from the catalogue when it is printed. */
export interface Problem {
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
  /** File name as the user gave it. */
  readonly source: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** The line of the source that is meant. */
  readonly excerpt?: string;
}

/** As many faults of one run are listed; what has more is no file that somebody mends line by line. */
const mostListed = 10_000;

/** Faults that stop something from being done: exit code 2. */
export class CompassError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const listed = capped(problems);
    super(listed.map(problemMessage).join('\n'));
    this.name = 'CompassError';
    this.problems = listed;
  }

  /** A single fault that no line of a file can be named for. */
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

/** What is wrong, in a sentence without its place. */
export function problemMessage({ code, args }: Problem): string {
  return problemText(code, args);
}

/** What to do about it; undefined where the message says it already or an argument for it is missing. */
export function problemHint({ code, args }: Problem): string | undefined {
  return hintText(code, args);
}
