import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../../run/io.ts';
import { writeWhole } from '../../../source/write.ts';

/** Remembers at which question the interview about each answers file was, outside of that file. */
export interface Places {
  /** The id of the item at which the interview was stopped; undefined if that is not known. */
  readonly last: () => Promise<string | undefined>;
  /** Nothing fails if this can't be written: then the interview begins with the first open question. */
  readonly remember: (id: string) => Promise<void>;
}

/** Files that are remembered, the latest last. */
const most = 100;

/** @param path the answers file */
export function placesFor({ env }: Pick<Io, 'env'>, path: string): Places {
  const file = join(stateFolder(env), 'compass', 'places.json');
  return {
    last: async () => (await read(file)).get(path),
    remember: async (id) => {
      const places = await read(file);
      if (places.get(path) === id) return;
      places.delete(path);
      const latest = [...places, [path, id] as const].slice(-most);
      try {
        await makeFolder(dirname(file));
        await writeWhole(file, `${JSON.stringify(Object.fromEntries(latest))}\n`);
      } catch {
        // A place is a convenience: the answers are safe without it.
      }
    },
  };
}

/** Where programs keep what should survive a restart but is no document of the user's. */
function stateFolder(env: Io['env']): string {
  if (process.platform === 'win32') return env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local');
  return env['XDG_STATE_HOME'] || join(env['HOME'] || homedir(), '.local', 'state');
}

/** Makes a folder and those above it. Node's own recursive way does not end where a file system has no such folder to make, as /proc. */
async function makeFolder(path: string): Promise<void> {
  const make = (): Promise<void> => mkdir(path, { mode: 0o700 });
  try {
    await make();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await make();
  }
}

async function read(file: string): Promise<Map<string, string>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return new Map();
  }
}
