/** The streams, environment and working folder of a run. `process` is one, and so is a test's stand-in. */
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
  /** Whether the reader has closed the stream. */
  readonly destroyed?: boolean;
  /** The descriptor, of a stream of the process. */
  readonly fd?: number;
  write(chunk: string | Uint8Array, done?: (error?: Error | null) => void): boolean;
  once(event: 'close' | 'error', listener: (error?: unknown) => void): unknown;
}

/** Columns to wrap at: the stream's own, 80 if it has none, never under 40. */
export function columnsOf(stream: Stream): number {
  return Math.max(40, stream.columns ?? 80);
}
