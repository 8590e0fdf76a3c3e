import { readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The names that lead to a file which an earlier name leads to as well: spelt in another way, through a symbolic link, also to a file
 * that is not there yet, or through a hard link.
 */
export function sameFiles(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) {
    const identities = identitiesOf(resolve(name));
    if (identities.some((each) => seen.has(each))) repeated.add(name);
    for (const each of identities) seen.add(each);
  }
  return [...repeated];
}

/** Its path without links and, where it exists, its inode. */
function identitiesOf(path: string): string[] {
  const target = targetOf(path);
  const ignoresCase = process.platform === 'darwin' || process.platform === 'win32';
  const spelling = ignoresCase ? target.normalize('NFC').toLowerCase() : target;
  try {
    const { dev, ino } = statSync(target, { bigint: true });
    return [spelling, `${dev}:${ino}`];
  } catch {
    return [spelling];
  }
}

function targetOf(path: string, links = 40): string {
  try {
    return realpathSync.native(path);
  } catch {
    const next = links > 0 ? linkOf(path) : undefined;
    if (next !== undefined) return targetOf(resolve(dirname(path), next), links - 1);
    const folder = dirname(path);
    return folder === path ? path : join(targetOf(folder, links), basename(path));
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
