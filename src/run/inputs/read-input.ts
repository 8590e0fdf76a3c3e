import { resolve } from 'node:path';
import { phrase } from '../../messages/phrases.ts';
import { decodeText, readStream, readText, readTextSync } from '../../source/read.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';

/**
 * Reads the text of an answers file; `-` is standard input. It does not call `run.protect`: a batch does that
 * once for all of its files.
 * @throws CompassError if it can't be read, or is neither UTF-8 nor UTF-16
 */
export async function readInput({ io, limits }: Pick<Run, 'io' | 'limits'>, source: string): Promise<string> {
  const { maxBytes } = await limits();
  if (source !== '-') return readTextSync(resolve(io.cwd(), source), source, maxBytes);
  announceStdin(io);
  return decodeText(await readStream(io.stdin, '-', maxBytes), '-');
}

/**
 * Reads the text of a named file.
 * @throws CompassError if it can't be read, or is neither UTF-8 nor UTF-16
 */
export async function readNamedFile({ io, limits }: Pick<Run, 'io' | 'limits'>, name: string): Promise<string> {
  return readText(resolve(io.cwd(), name), name, (await limits()).maxBytes);
}

/** Tells a person at a terminal that compass waits for input; otherwise it would seem to hang. */
export function announceStdin({ stdin, stderr }: Pick<Io, 'stdin' | 'stderr'>): void {
  if (stdin.isTTY) stderr.write(`${phrase('notes', 'waiting')}\n`);
}
