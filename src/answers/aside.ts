import { type FileHandle, open, readdir, readFile, unlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** So many asides of one file are kept beside each other; none is ever written over. */
const most = 99;

/**
 * Keeps what could not be saved in another file: beside its own, or where that folder takes none, in the one for temporary files
 * or at home.
 * @returns the path it is kept in; undefined where no folder takes it
 */
export async function keepAside(path: string, text: string): Promise<string | undefined> {
  for (const folder of [dirname(path), tmpdir(), homedir()]) {
    const kept = await keepIn(folder, basename(path), text).catch(() => undefined);
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** Takes an aside away whose answers are saved by now; not one that somebody has worked on. */
export async function dropAside(path: string, text: string): Promise<void> {
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present === text) await unlink(path).catch(() => {});
}

/** Names of the asides that stand beside a file, from earlier times. */
export async function asidesOf(path: string): Promise<string[]> {
  const names = await readdir(dirname(path)).catch((): string[] => []);
  return Array.from({ length: most }, (_, index) => asideName(basename(path), index + 1)).filter((name) => names.includes(name));
}

/** `bill.answers.yaml` is kept as `bill.unsaved.answers.yaml`, so that every command takes it for what it is. */
function asideName(name: string, number: number): string {
  return name.replace(/(\.answers)?(\.\w+)?$/, `.unsaved${number === 1 ? '' : `-${number}`}$1$2`);
}

async function keepIn(folder: string, name: string, text: string): Promise<string | undefined> {
  for (let number = 1; number <= most; number++) {
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

/** Others may read the folder for temporary files: nobody but its owner reads the file. Undefined where the name is taken. */
async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  }
}
