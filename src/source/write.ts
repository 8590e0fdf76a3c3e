import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, open, readdir, readlink, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { unwritableReason } from '../messages/problems.ts';
import { CompassError } from './problem.ts';
import { trackTemporaryFile, untrackTemporaryFile } from './unfinished.ts';

/** Makes the names of temporary files unique within the process. */
let writes = 0;

/** The whole content of a file, or a stream of chunks. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes a file atomically: writes a temporary file in the same folder, syncs it to disk and renames it. If anything fails, the
 * old file is unchanged. Symbolic links, mode and owner are preserved.
 * @param confirm called after the temporary file is complete, just before the rename; if it throws, the old file is unchanged
 * @throws the system's error, for example ENOSPC if the disk is full
 */
export async function writeWhole(path: string, content: Content, confirm: () => Promise<void> = async () => {}): Promise<void> {
  const target = await linkTarget(path);
  const present = await stat(target).catch(() => undefined);
  if (present && !present.isFile()) throw Object.assign(new Error(`not a file: ${path}`), { code: 'EISDIR' });
  // A rename would replace even a read-only file.
  if (present) await access(target, constants.W_OK);
  await removeLeftovers(target);
  writes += 1;
  const temporary = join(dirname(target), `${hiddenStem(target)}.${process.pid}-${writes}.tmp`);
  trackTemporaryFile(temporary);
  try {
    const handle = await open(temporary, 'wx', present?.mode);
    try {
      await fill(handle, content, present);
      await confirm();
      await moveInto(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(() => {});
      throw error;
    }
  } finally {
    untrackTemporaryFile(temporary);
  }
  await syncFolder(dirname(target));
}

/** Bytes. Most file systems allow names of 255, encrypted ones of 143; the names of temporary files must not be longer. */
const longestStem = 100;

/** How the names of temporary files for a target begin. A long name is cut, with a hash in place of the rest. */
export function hiddenStem(target: string): string {
  const name = basename(target);
  if (Buffer.byteLength(name) <= longestStem) return `.${name}`;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12);
  let start = '';
  for (const character of name) {
    if (Buffer.byteLength(start + character) > longestStem - hash.length) break;
    start += character;
  }
  return `.${start}${hash}`;
}

/** Turns a system error into a CompassError that gives the reason in words; returns any other error unchanged. */
export function asWriteError(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || codeOf(error) === undefined) return error;
  return CompassError.of('unwritable', name, { detail: writeErrorDetail(error) });
}

/** Why something can't be written: the reason in words and the system's code, or one of them. */
export function writeErrorDetail(error: Error): string {
  const code = codeOf(error);
  const reason = code === undefined ? error.message : unwritableReason(code);
  return code === undefined || reason === undefined ? (reason ?? code ?? '') : `${reason} (${code})`;
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The path at the end of a chain of symbolic links, even if no file exists there. */
export async function linkTarget(path: string, links = 40): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const next = await readlink(path).catch(() => undefined);
    return next === undefined || links === 0 ? path : linkTarget(resolve(dirname(path), next), links - 1);
  }
}

async function fill(
  handle: FileHandle,
  content: Content,
  present: { readonly uid: number; readonly gid: number } | undefined,
): Promise<void> {
  try {
    // Continues after partial writes, which a full disk first reports as success.
    await writeFile(handle, content);
    // Only a privileged user may change the owner. The content matters more than the owner.
    if (present) await handle.chown(present.uid, present.gid).catch(() => {});
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames a file. Retries on Windows, where a virus scanner may have the file open for a moment. */
async function moveInto(from: string, to: string, tries = 5): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const isInUse = error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EBUSY');
    if (!isInUse || process.platform !== 'win32' || tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await moveInto(from, to, tries - 1);
  }
}

/** Syncs a folder to disk, so that the rename survives a power failure. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows and some network drives cannot sync a folder. The file itself is on disk.
  }
}

/** Milliseconds. A younger file may belong to a process on another machine, whose id means nothing here. */
const leftoverAge = 10_000;
const checkedTargets = new Set<string>();

/** Deletes temporary files that a killed process left for this target: those named by our scheme whose process no longer runs. */
async function removeLeftovers(target: string): Promise<void> {
  if (checkedTargets.has(target)) return;
  checkedTargets.add(target);
  const folder = dirname(target);
  const prefix = `${hiddenStem(target)}.`;
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = name.startsWith(prefix) ? /^(\d+)-\d+\.tmp$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > leftoverAge) await unlink(path).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
