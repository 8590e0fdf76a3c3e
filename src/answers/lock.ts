import { open, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { begin, finish } from '../source/unfinished.ts';
import { linkTarget } from '../source/write.ts';

/** Milliseconds after which a lock is nobody's any more: a save takes a few, so its owner was killed or hangs. */
const patience = 2000;
const pause = 20;

/**
 * Does something while no other compass does it to the same file. A lock lasts for one save, never for a session, and never keeps a
 * person waiting: after two seconds it is taken over. What it leaves open (an editor, which knows of no lock; a save that
 * hung for longer) is caught by comparing the file just before it is replaced.
 */
export async function withLock<T>(path: string, act: () => Promise<T>): Promise<T> {
  // Under whatever name it was opened.
  const target = await linkTarget(path);
  const lock = join(dirname(target), `.${basename(target)}.lock`);
  const own = await take(lock);
  if (own === undefined) return act();
  begin(lock);
  try {
    return await act();
  } finally {
    const { ino } = await stat(lock).catch(() => ({ ino: undefined }));
    if (ino === own) await unlink(lock).catch(() => {});
    finish(lock);
  }
}

/** @returns what tells our lock from another's; undefined where the folder takes none, which the save itself will complain of */
async function take(lock: string): Promise<number | undefined> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      const handle = await open(lock, 'wx');
      const { ino } = await handle.stat();
      await handle.close();
      return ino;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return undefined;
    }
    // The clock of a network drive may be another: nobody waits longer than `patience` by their own.
    const waited = Date.now() > until;
    if (!waited && (await ageOf(lock)) <= patience) await new Promise((resolve) => setTimeout(resolve, pause));
    else if (!(await removed(lock)) && waited) return undefined;
  }
}

async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
}

async function removed(path: string): Promise<boolean> {
  return unlink(path).then(
    () => true,
    () => false,
  );
}
