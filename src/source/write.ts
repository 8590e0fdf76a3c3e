import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

let written = 0;

/**
 * Writes a file so that it is the old one or the new one whole, whatever happens: into a file beside it, down to the disk, and
 * then under its name. Links, mode and owner stay.
 * @throws the system's error, ENOSPC of a full disk among them; the old file is untouched then
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const present = await stat(target).catch(() => undefined);
  if (present && !present.isFile()) throw Object.assign(new Error(`not a file: ${path}`), { code: 'EISDIR' });
  written += 1;
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}-${written}.tmp`);
  const handle = await open(beside, 'wx', present?.mode);
  try {
    await fill(handle, content, present);
    await moveInto(beside, target);
  } catch (error) {
    await unlink(beside).catch(() => {});
    throw error;
  }
}

async function fill(
  handle: FileHandle,
  content: string | Uint8Array,
  present: { readonly uid: number; readonly gid: number } | undefined,
): Promise<void> {
  try {
    // Writes on until all is written: a disk that fills up takes a part without an error at first.
    await handle.writeFile(content);
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
