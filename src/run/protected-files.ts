import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The files that no output of a run may overwrite. */
export interface ProtectedFiles {
  /** Adds one name, or a list of names, as seen from the working folder. */
  readonly add: (names: string | readonly string[]) => void;
  /** Whether the file at an absolute path is one of them, be it through a link. */
  readonly includes: (path: string) => Promise<boolean>;
}

export function protectedFiles(cwd: () => string): ProtectedFiles {
  // Lists are added as they are: a batch may name a hundred thousand files, and most runs never ask.
  const added = new Set<string | readonly string[]>();
  return {
    add: (names) => {
      added.add(names);
    },
    includes: async (path) => {
      const folder = cwd();
      const paths = [...added].flat().map((name) => resolve(folder, name));
      return paths.includes(path) || isSameAsAny(path, paths);
    },
  };
}

async function isSameAsAny(path: string, others: readonly string[]): Promise<boolean> {
  const file = others.length === 0 ? undefined : await fileId(path);
  if (file === undefined) return false;
  for (const other of others) if ((await fileId(other)) === file) return true;
  return false;
}

/** Device and inode, the same for all names of one file; undefined if there is no file. */
async function fileId(path: string): Promise<string | undefined> {
  return stat(path).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => undefined,
  );
}
