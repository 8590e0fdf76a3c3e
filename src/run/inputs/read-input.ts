import { resolve } from 'node:path';
import { phrase } from '../../messages/phrases.ts';
import { decodeText, readStream, readText, readTextNow } from '../../source/read.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';

/**
 * Reads the text of an answers file; `-` is standard input. It does not protect the file: a batch protects all of its files at once.
 * @throws CompassError if it can't be read, or is not UTF-8
 */
export async function readInput({ io, limits }: Pick<Run, 'io' | 'limits'>, source: string): Promise<string> {
  const { maxBytes } = await limits();
  if (source !== '-') return readTextNow(resolve(io.cwd(), source), source, maxBytes);
  announceStdin(io);
  return decodeText(await readStream(io.stdin, '-', maxBytes), '-');
}

/**
 * Reads the text of a named file.
 * @throws CompassError if it can't be read, or is not UTF-8
 */
export async function readNamedFile({ io, limits }: Pick<Run, 'io' | 'limits'>, name: string): Promise<string> {
  return readText(resolve(io.cwd(), name), name, (await limits()).maxBytes);
}

/** Tells a person at a terminal that compass waits for input; it would look as if it hung. */
export function announceStdin({ stdin, stderr }: Pick<Io, 'stdin' | 'stderr'>): void {
  if (stdin.isTTY) stderr.write(`${phrase('notes', 'waiting')}\n`);
}
