import { type FileHandle, open, readdir, readFile, unlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

// A recovery copy is a copy of an answers file with changes that could not be saved to the file itself.

/** A file has at most this many recovery copies in a folder. None is ever overwritten. */
const maxCopies = 99;

/**
 * Writes a recovery copy next to the file or, if that folder is not writable, to the folder for temporary files or the home folder.
 * @returns the path of the copy; undefined if no folder is writable
 */
export async function writeRecoveryCopy(path: string, text: string): Promise<string | undefined> {
  for (const folder of [dirname(path), tmpdir(), homedir()]) {
    const copy = await writeNumbered(folder, basename(path), text).catch(() => undefined);
    if (copy !== undefined) return copy;
  }
  return undefined;
}

/** Deletes a recovery copy after its answers were saved, unless somebody has edited it since. */
export async function removeRecoveryCopy(path: string, text: string): Promise<void> {
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present === text) await unlink(path).catch(() => {});
}

/** The names of existing recovery copies in the file's folder. */
export async function recoveryCopiesOf(path: string): Promise<string[]> {
  const names = await readdir(dirname(path)).catch((): string[] => []);
  const possible = Array.from({ length: maxCopies }, (_, index) => copyName(basename(path), index + 1));
  return possible.filter((name) => names.includes(name));
}

/** The recovery copy of `bill.answers.yaml` is `bill.unsaved.answers.yaml`, which every command recognises as an answers file. */
function copyName(name: string, number: number): string {
  return name.replace(/(\.answers)?(\.\w+)?$/, `.unsaved${number === 1 ? '' : `-${number}`}$1$2`);
}

/** @returns undefined if there are too many recovery copies already */
async function writeNumbered(folder: string, name: string, text: string): Promise<string | undefined> {
  for (let number = 1; number <= maxCopies; number++) {
    const path = join(folder, copyName(name, number));
    const handle = await openNew(path);
    if (handle === undefined) continue;
    try {
      await handle.writeFile(text);
      await handle.sync();
      return path;
    } catch (error) {
      await unlink(path).catch(() => {});
      throw error;
    } finally {
      await handle.close();
    }
  }
  return undefined;
}

/** Creates a file that only its owner can read, since the folder may be shared. Returns undefined if the name is taken. */
async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  }
}
