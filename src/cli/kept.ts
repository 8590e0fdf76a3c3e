import { realpath } from 'node:fs/promises';

/** What each run has read, by its outside. */
const read = new WeakMap<object, Set<string>>();

/** Notes that a run has read a file, an answers file or the text of a draft: it must not write over it. */
export async function keep(io: object, path: string): Promise<void> {
  const paths = read.get(io) ?? new Set();
  paths.add(await realpath(path).catch(() => path));
  read.set(io, paths);
}

/** Whether a run has read this file, under whatever name. */
export async function isKept(io: object, path: string): Promise<boolean> {
  return read.get(io)?.has(await realpath(path).catch(() => path)) ?? false;
}
