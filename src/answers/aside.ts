import { type FileHandle, open, readdir, readFile, unlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

// An "aside" is a copy of an answers file with changes that could not be saved to the file itself.

/** A file has at most this many asides in a folder. None is ever overwritten. */
const mostAsides = 99;

/**
 * Writes an aside next to the file or, if that folder is not writable, to the folder for temporary files or the home folder.
 * @returns the path of the aside; undefined if no folder is writable
 */
export async function keepAside(path: string, text: string): Promise<string | undefined> {
  for (const folder of [dirname(path), tmpdir(), homedir()]) {
    const aside = await writeAside(folder, basename(path), text).catch(() => undefined);
    if (aside !== undefined) return aside;
  }
  return undefined;
}

/** Deletes an aside after its answers were saved, unless somebody has edited it since. */
export async function dropAside(path: string, text: string): Promise<void> {
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present === text) await unlink(path).catch(() => {});
}

/** The names of existing asides in the file's folder. */
export async function asidesOf(path: string): Promise<string[]> {
  const names = await readdir(dirname(path)).catch((): string[] => []);
  const possible = Array.from({ length: mostAsides }, (_, index) => asideName(basename(path), index + 1));
  return possible.filter((name) => names.includes(name));
}

/** The aside of `bill.answers.yaml` is `bill.unsaved.answers.yaml`, which every command recognises as an answers file. */
function asideName(name: string, number: number): string {
  return name.replace(/(\.answers)?(\.\w+)?$/, `.unsaved${number === 1 ? '' : `-${number}`}$1$2`);
}

/** @returns undefined if there are too many asides already */
async function writeAside(folder: string, name: string, text: string): Promise<string | undefined> {
  for (let number = 1; number <= mostAsides; number++) {
    const path = join(folder, asideName(name, number));
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
