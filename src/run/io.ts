import type { Config } from '../config/read.ts';

/** The outside as the commands see it; `process` fits, and so does a test's stand-in. */
export interface Io {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
}

export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Whether its reader has gone away. */
  readonly destroyed?: boolean;
  write(chunk: string | Uint8Array, done?: () => void): boolean;
  once(event: 'close' | 'error', listener: () => void): unknown;
}

/** What every command is given. */
export interface Context {
  readonly io: Io;
  /** The package's own folder, which holds rubrics/ and package.json. */
  readonly root: string;
  readonly version: string;
  /** The configuration in force, read once; undefined where there is none. */
  readonly config: () => Promise<Config | undefined>;
}

/** The three outcomes of a command that ran, and `main`'s own; what ends an interview has its codes in `interruptions`. */
export const exitCode = { done: 0, gateFailed: 1, couldNot: 2, bug: 70 } as const;

/** Columns to wrap at: the stream's own, 80 where it has none, never under 40. */
export function columnsOf(stream: Stream): number {
  return Math.max(40, stream.columns ?? 80);
}
