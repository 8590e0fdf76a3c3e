import { stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CompassError } from '../../source/problem.ts';
import { readExisting } from '../../source/read.ts';
import { asWriteError, type Content, writeWhole } from '../../source/write.ts';
import type { Run } from '../run.ts';

/**
 * Writes a result to a file, or to standard output if no file is named. Either the whole file is written or none of it
 * (a device or a pipe is written directly).
 * @throws CompassError if the file can't be written, or is an input of this run, such as the draft: a report must not overwrite it
 */
export async function writeOutput(
  run: Pick<Run, 'io' | 'stdout' | 'isProtected'>,
  content: string | Uint8Array,
  file: string | undefined,
): Promise<void> {
  if (file === undefined) return run.stdout.write(content);
  await writeFileOutput(run, content, file);
}

/** @throws CompassError as `writeOutput` does, also if the file becomes protected while the content is still coming in */
export async function writeFileOutput(
  { io, isProtected }: Pick<Run, 'io' | 'isProtected'>,
  content: Content,
  file: string,
): Promise<void> {
  const path = resolve(io.cwd(), file);
  const refuseProtected = async (): Promise<void> => {
    if (await isProtected(path)) throw CompassError.of('output-is-input', file);
  };
  await refuseProtected();
  try {
    // An atomic write would replace a device or a pipe (/dev/stdout, >(less)) by a file.
    if (await isSpecial(path)) await writeFile(path, content);
    else await writeWhole(path, content, refuseProtected);
  } catch (error) {
    throw asWriteError(error, file);
  }
}

/**
 * Replaces the text of a file that this run has read. Either the whole file is replaced or none of it.
 * @param before the text that was read; undefined if there was no file
 * @throws CompassError if another program has changed the file meanwhile, or if it can't be written
 */
export async function replaceFile(
  { io }: Pick<Run, 'io'>,
  file: string,
  before: string | undefined,
  text: string,
): Promise<void> {
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
