import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { CompassError } from '../source/problem.ts';
import type { Io } from './io.ts';

/**
 * The one place where results leave: to standard output, or to a file that is whole or not there.
 * @throws CompassError where the file can't be written
 */
export async function writeOutput(io: Io, content: string | Uint8Array, file: string | undefined): Promise<void> {
  if (file === undefined) return writeAll(io, content);
  try {
    await writeFileAtomic(resolve(io.cwd(), file), typeof content === 'string' ? content : Buffer.from(content));
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw CompassError.of('unwritable', file, { detail });
  }
}

/** Waits where the reader is slower than we are. */
export async function writeAll({ stdout }: Io, content: string | Uint8Array): Promise<void> {
  if (!stdout.write(content)) await new Promise<void>((done) => stdout.once('drain', done));
}
