import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What each run has read or is to read, by its outside: a name, or all of a list. */
const read = new WeakMap<object, Set<string | readonly string[]>>();

/** Notes that a run reads a file, answers or the text of a draft: it must not write over it. */
export function keep(io: object, names: string | readonly string[]): void {
  const all = read.get(io);
  if (all) all.add(names);
  else read.set(io, new Set([names]));
}

/** Whether a run reads this file, under whatever name. */
export async function isKept(io: { readonly cwd: () => string }, path: string): Promise<boolean> {
  const cwd = io.cwd();
  const paths = [...(read.get(io) ?? [])].flat().map((name) => resolve(cwd, name));
  if (paths.length === 0) return false;
  if (paths.includes(path)) return true;
  const identity = async (name: string): Promise<string | undefined> =>
    stat(name).then(
      ({ dev, ino }) => `${dev}:${ino}`,
      () => undefined,
    );
  const own = await identity(path);
  if (own === undefined) return false;
  for (const name of paths) if ((await identity(name)) === own) return true;
  return false;
}
