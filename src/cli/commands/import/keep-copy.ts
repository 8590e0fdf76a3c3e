import { stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Run } from '../../../run/run.ts';
import { asWriteError } from '../../../source/write.ts';

/**
 * Writes what a file was before its answers were replaced beside it, under a name that no command takes for an answers file.
 * @returns the name of the copy
 */
export async function keepCopy({ io }: Pick<Run, 'io'>, file: string, text: string): Promise<string> {
  for (let number = 1; ; number++) {
    const copy = number === 1 ? `${file}.bak` : `${file}.${number}.bak`;
    try {
      // What others may not read of the file, they may not read of its copy.
      const { mode } = await stat(resolve(io.cwd(), file));
      await writeFile(resolve(io.cwd(), copy), text, { flag: 'wx', mode });
      return copy;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw asWriteError(error, copy);
    }
  }
}
