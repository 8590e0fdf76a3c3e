import { stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CompassError } from '../../source/problem.ts';
import { readExisting } from '../../source/read.ts';
import { asWriteError, type Content, writeWhole } from '../../source/write.ts';
import type { Io } from '../io.ts';
import { isKept } from '../kept.ts';

/**
 * The one place where results leave: to standard output, or to a file that is whole or not there.
 * @throws CompassError where the file can't be written, or was read in this run: a law must not be replaced by its report
 */
export async function writeOutput(io: Io, content: string | Uint8Array, file: string | undefined): Promise<void> {
  if (file === undefined) return writeAll(io, content);
  await writeFileOutput(io, content, file);
}

/** @throws CompassError as `writeOutput` does; a file that is read while the pieces come counts too */
export async function writeFileOutput(io: Io, content: Content, file: string): Promise<void> {
  const path = resolve(io.cwd(), file);
  const refuseRead = async (): Promise<void> => {
    if (await isKept(io, path)) throw CompassError.of('output-is-input', file);
  };
  await refuseRead();
  try {
    // A device or a pipe (/dev/stdout, >(less)) is written to; an atomic write would put a file in its place.
    if (await isSpecial(path)) await writeFile(path, content);
    else await writeWhole(path, content, refuseRead);
  } catch (error) {
    throw asWriteError(error, file);
  }
}

/**
 * Puts a new text in the place of a file that was read in this run.
 * @param before what was read, undefined where no file was there: where the file says something else by now, somebody has worked on it meanwhile
 * @throws CompassError then, and where the file can't be written; it is as it was in both cases
 */
export async function replaceFile(io: Io, file: string, before: string | undefined, text: string): Promise<void> {
  const path = resolve(io.cwd(), file);
  try {
    await writeWhole(path, text, async () => {
      if ((await readExisting(path, file)) !== before) throw CompassError.of('changed-since-read', file);
    });
  } catch (error) {
    throw asWriteError(error, file);
  }
}

async function isSpecial(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => !stats.isFile() && !stats.isDirectory(),
    () => false,
  );
}

/** Waits until all is written; a reader that has gone away (`| head`) is not waited for, nor written to. */
export async function writeAll({ stdout }: Io, content: string | Uint8Array): Promise<void> {
  const end = endOf(stdout);
  if (end.isGone) return;
  await new Promise<void>((done) => {
    end.waiting = done;
    stdout.write(content, done);
  });
}

/** Whether anybody reads on. */
export function isGone({ stdout }: Pick<Io, 'stdout'>): boolean {
  return endOf(stdout).isGone;
}

/** The end of a stream, listened for once; who waits for a write is told of it. */
interface End {
  isGone: boolean;
  waiting: () => void;
}

const ends = new WeakMap<object, End>();

function endOf(stdout: Io['stdout']): End {
  const known = ends.get(stdout);
  if (known) return known;
  const end: End = { isGone: stdout.destroyed === true, waiting: () => {} };
  for (const event of ['close', 'error'] as const)
    stdout.once(event, () => {
      end.isGone = true;
      end.waiting();
    });
  ends.set(stdout, end);
  return end;
}
