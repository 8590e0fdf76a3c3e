import { readFileSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { CompassError } from './problem.ts';

/** An answers file of 60 answers has about 20 kB, a law of 500 pages 2 MB; a file of this size is neither. */
const maxBytes = 64 * 1024 * 1024;

/**
 * The text of a file.
 * @param name what to call the file in messages
 * @throws CompassError where it is missing, unreadable, not a regular file, too large or not UTF-8
 */
export async function readText(path: string | URL, name: string): Promise<string> {
  return decodeText(await readBytes(path, name), name);
}

/**
 * The text of a file; undefined where there is none.
 * @throws CompassError where something else than a text stands under the name
 */
export async function readExisting(path: string, name: string): Promise<string | undefined> {
  try {
    return await readText(path, name);
  } catch (error) {
    if (error instanceof CompassError && error.problems.some(({ code }) => code === 'not-found')) return undefined;
    throw error;
  }
}

/**
 * The bytes of a file.
 * @throws CompassError where it is missing, unreadable, not a regular file or too large
 */
export async function readBytes(path: string | URL, name: string): Promise<Uint8Array> {
  try {
    refuseUnreadable(await stat(path), name);
    return await readFile(path);
  } catch (error) {
    throw asFileError(error, name);
  }
}

/**
 * The same as `readText`, without letting anything else happen meanwhile: for a file among thousands that takes half the time.
 * @throws CompassError as there
 */
export function readTextNow(path: string, name: string): string {
  try {
    refuseUnreadable(statSync(path), name);
    return decodeText(readFileSync(path), name);
  } catch (error) {
    throw asFileError(error, name);
  }
}

/**
 * Whether a file of any size can be read.
 * @throws CompassError where it is missing, unreadable or not a regular file
 */
export async function checkFile(path: string, name: string): Promise<void> {
  try {
    refuseUnreadable(await stat(path), name, Number.POSITIVE_INFINITY);
  } catch (error) {
    throw asFileError(error, name);
  }
}

/** Before anything of it is read: a device has no end. */
function refuseUnreadable(stats: Stats, name: string, most = maxBytes): void {
  if (stats.isDirectory()) throw CompassError.of('is-a-folder', name);
  if (!stats.isFile()) throw CompassError.of('not-a-file', name);
  if (stats.size > most) throw CompassError.of('too-large', name, { size: megabytes(stats.size), limit: megabytes(most) });
}

/**
 * UTF-8 bytes as text, without a byte-order mark.
 * @throws CompassError where the bytes are not UTF-8
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw CompassError.of('not-utf8', name);
    return text;
  } catch (error) {
    if (error instanceof TypeError) throw CompassError.of(isDocument(bytes) ? 'a-document' : 'not-utf8', name);
    throw error;
  }
}

/** Whether the bytes begin as those of a Word document (or any packed file), an old one, or a PDF do. */
function isDocument(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.slice(0, 4));
  return start === 'PK\u0003\u0004' || start === '%PDF' || start === '\u00d0\u00cf\u0011\u00e0';
}

/** A system error as a problem that says what to do; anything else as it is. */
export function asFileError(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return CompassError.of('not-found', name);
  if (code === 'EISDIR') return CompassError.of('is-a-folder', name);
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return CompassError.of('unreadable', name, { detail: code });
  return error;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}
