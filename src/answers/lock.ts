import { randomUUID } from 'node:crypto';
import { open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { trackTemporaryFile, untrackTemporaryFile } from '../source/unfinished.ts';
import { hiddenStem, linkTarget } from '../source/write.ts';

/**
 * Milliseconds after which a lock is stale. A save takes a few milliseconds, so the owner of an older lock was killed or hangs.
 */
const staleAfter = 2000;
const pollInterval = 20;

/**
 * Runs `act` while no other compass process does so for the same file. A lock is held for one save only, and a stale one is taken
 * over after two seconds. The lock cannot prevent everything: an editor ignores it, and its owner may still be saving when it is
 * taken over. Therefore a save also compares the file with what was read just before it replaces the file.
 */
export async function withLock<T>(path: string, act: () => Promise<T>): Promise<T> {
  // The lock is next to the file itself, even if the file was opened through a symbolic link.
  const target = await linkTarget(path);
  const lock = join(dirname(target), `${hiddenStem(target)}.lock`);
  const token = await acquire(lock);
  if (token === undefined) return act();
  trackTemporaryFile(lock);
  try {
    return await act();
  } finally {
    // Another token means that our lock became stale and was taken over. An inode would not tell: its number is soon used again.
    if ((await readFile(lock, 'utf8').catch(() => undefined)) === token) await unlink(lock).catch(() => {});
    untrackTemporaryFile(lock);
  }
}

/**
 * @returns what the lock file says, which no other one says; undefined if none could be created, in which case the save itself will
 *   report the reason
 */
async function acquire(lock: string): Promise<string | undefined> {
  const token = randomUUID();
  const until = Date.now() + staleAfter;
  for (;;) {
    try {
      const handle = await open(lock, 'wx');
      await handle.writeFile(token).finally(() => handle.close());
      return token;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return undefined;
    }
    // The age is by the file server's clock, which may differ from ours: wait no longer than `staleAfter` by our own clock.
    const timedOut = Date.now() > until;
    if (!timedOut && (await ageOf(lock)) <= staleAfter) await new Promise((resolve) => setTimeout(resolve, pollInterval));
    else if (!(await remove(lock)) && timedOut) return undefined;
  }
}

async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
}

/** @returns whether the file was deleted */
async function remove(path: string): Promise<boolean> {
  return unlink(path).then(
    () => true,
    () => false,
  );
}
