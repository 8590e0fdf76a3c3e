import { stat } from 'node:fs/promises';

/** What each run has read, by its outside. */
const read = new WeakMap<object, Set<string>>();

/** Notes that a run has read a file, an answers file or the text of a draft: it must not write over it. */
export function keep(io: object, path: string): void {
  const paths = read.get(io);
  if (paths) paths.add(path);
  else read.set(io, new Set([path]));
}

/** Whether a run has read this file, under whatever name. */
export async function isKept(io: object, path: string): Promise<boolean> {
  const paths = read.get(io);
  if (!paths) return false;
  if (paths.has(path)) return true;
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
