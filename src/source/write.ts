import { constants } from 'node:fs';
import { access, type FileHandle, open, readdir, readlink, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { unwritableReason } from '../messages/problems.ts';
import { CompassError } from './problem.ts';
import { begin, finish } from './unfinished.ts';

let written = 0;

/** All of a file, or its pieces as they come. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes a file so that it is the old one or the new one whole, whatever happens: into a file beside it, down to the disk, and
 * then under its name. Links, mode and owner stay.
 * @param confirm called when the new file is whole, just before it takes the old one's place; what it throws keeps the old one
 * @throws the system's error, ENOSPC of a full disk among them; the old file is untouched then
 */
export async function writeWhole(path: string, content: Content, confirm: () => Promise<void> = async () => {}): Promise<void> {
  const target = await linkTarget(path);
  const present = await stat(target).catch(() => undefined);
  if (present && !present.isFile()) throw Object.assign(new Error(`not a file: ${path}`), { code: 'EISDIR' });
  // A new file in its place would get round the protection that somebody gave the old one.
  if (present) await access(target, constants.W_OK);
  await removeLeftovers(target);
  written += 1;
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}-${written}.tmp`);
  begin(beside);
  try {
    const handle = await open(beside, 'wx', present?.mode);
    try {
      await fill(handle, content, present);
      await confirm();
      await moveInto(beside, target);
    } catch (error) {
      await unlink(beside).catch(() => {});
      throw error;
    }
  } finally {
    finish(beside);
  }
  await syncFolder(dirname(target));
}

/** A file that can't be written, with the system's reason in words. Anything else is returned as it is. */
export function asWriteError(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return error;
  const reason = unwritableReason(code);
  return CompassError.of('unwritable', name, { detail: reason === undefined ? code : `${reason} (${code})` });
}

/** Where a chain of links ends, also where nothing is there yet. */
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
    // Writes on until all is written: a disk that fills up takes a part without an error at first.
    await writeFile(handle, content);
    // Whoever may not give a file away keeps it; the content matters more than its owner.
    if (present) await handle.chown(present.uid, present.gid).catch(() => {});
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** On Windows a virus scanner may hold a file for a moment. */
async function moveInto(from: string, to: string, tries = 5): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const isHeld = error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EBUSY');
    if (!isHeld || process.platform !== 'win32' || tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await moveInto(from, to, tries - 1);
  }
}

/** The new name is on the disk too, where a folder can be told so. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows and some network drives have no such thing; the file itself is down.
  }
}

/** Younger ones may belong to a process of another machine, whose number means nothing here. */
const leftoverAge = 10_000;
const looked = new Set<string>();

/** Takes away what a killed process has left beside this file: only what is named as we name it, and whose process is dead. */
async function removeLeftovers(target: string): Promise<void> {
  if (looked.has(target)) return;
  looked.add(target);
  const folder = dirname(target);
  const start = `.${basename(target)}.`;
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = name.startsWith(start) ? /^(\d+)-\d+\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
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
