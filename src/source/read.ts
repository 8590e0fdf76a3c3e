import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { utf8Text, utf16Of } from './encoding.ts';
import { CompassError } from './problem.ts';

/** The default size limit. An answers file of 60 answers has about 20 kB, and a law of 500 pages 2 MB. */
export const usualMaxBytes = 64 * 1024 * 1024;

/**
 * Reads a text file.
 * @param name the file's name in messages
 * @param maxBytes a larger file is refused before it is read
 * @throws CompassError if the file is missing, unreadable, not a regular file, too large, or neither UTF-8 nor UTF-16
 */
export async function readText(path: string | URL, name: string, maxBytes = usualMaxBytes): Promise<string> {
  return decodeText(await readBytes(path, name, maxBytes), name);
}

/**
 * Reads a text file; returns undefined if it does not exist.
 * @throws CompassError if it exists but cannot be read, as for `readText`
 */
export async function readExisting(path: string, name: string, maxBytes?: number): Promise<string | undefined> {
  try {
    return await readText(path, name, maxBytes);
  } catch (error) {
    if (error instanceof CompassError && error.problems.some(({ code }) => code === 'not-found')) return undefined;
    throw error;
  }
}

/**
 * Reads the bytes of a file.
 * @throws CompassError if the file is missing, unreadable, not a regular file or too large
 */
export async function readBytes(path: string | URL, name: string, maxBytes = usualMaxBytes): Promise<Uint8Array> {
  try {
    refuseUnreadable(await stat(path), name, maxBytes);
    return await readFile(path);
  } catch (error) {
    throw asFileError(error, name);
  }
}

/**
 * Reads a stream to its end.
 * @throws CompassError as soon as it has more than `maxBytes`; a stream may be endless
 */
export async function readStream(stream: Readable, name: string, maxBytes = usualMaxBytes): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw tooLarge(name, size, maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The error for a file, or for what was read of a stream so far, that exceeds the limit; both sizes in bytes. */
export function tooLarge(name: string, size: number, limit: number): CompassError {
  return CompassError.of('too-large', name, { size: megabytes(size), limit: megabytes(limit) });
}

/**
 * Synchronous `readText`. For thousands of files it takes a third of the time.
 * @throws CompassError as for `readText`
 */
export function readTextSync(path: string, name: string, maxBytes = usualMaxBytes): string {
  try {
    return decodeText(bytesNow(path, name, maxBytes), name);
  } catch (error) {
    throw asFileError(error, name);
  }
}

/** The bytes of a file, in a buffer that the next call reuses. */
function bytesNow(path: string, name: string, maxBytes: number): Uint8Array {
  const file = openNow(path, name);
  try {
    refuseUnreadable(fstatSync(file), name, maxBytes);
    let length = 0;
    for (let read = -1; read !== 0; length += read) {
      if (length > maxBytes) throw tooLarge(name, length, maxBytes);
      if (length === buffer.length) {
        const larger = Buffer.allocUnsafeSlow(buffer.length * 4);
        buffer.copy(larger);
        buffer = larger;
      }
      read = readSync(file, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
    if (buffer.length > retainedBytes) buffer = Buffer.allocUnsafeSlow(retainedBytes);
  }
}

/** Opens without blocking, since opening a pipe without a writer would never return. If that fails, reports what the path is. */
function openNow(path: string, name: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
  } catch (error) {
    refuseUnreadable(statSync(path), name, Number.POSITIVE_INFINITY);
    throw error;
  }
}

/** Size of the buffer that is retained between calls; enough for a file of many answers. */
const retainedBytes = 256 * 1024;
let buffer = Buffer.allocUnsafeSlow(retainedBytes);

/**
 * Checks that a regular file exists, of whatever size.
 * @throws CompassError if it is missing, unreadable or not a regular file
 */
export async function checkFile(path: string, name: string): Promise<void> {
  try {
    refuseUnreadable(await stat(path), name, Number.POSITIVE_INFINITY);
  } catch (error) {
    throw asFileError(error, name);
  }
}

/** Called before anything is read, because a device may be endless. */
function refuseUnreadable(stats: Stats, name: string, most: number): void {
  if (stats.isDirectory()) throw CompassError.of('is-a-folder', name);
  if (!stats.isFile()) throw CompassError.of('not-a-file', name);
  if (stats.size > most) throw tooLarge(name, stats.size, most);
}

/**
 * Decodes UTF-8 or UTF-16. Drops a byte-order mark.
 * @throws CompassError if the bytes are neither, with the position of the first invalid one; or if there is a NUL character
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const plain = utf8Text(bytes);
  if (plain !== undefined && !plain.includes('\0')) return plain;
  try {
    const text = new TextDecoder(utf16Of(bytes) ?? 'utf-8', { fatal: true }).decode(bytes);
    const nul = text.indexOf('\0');
    if (nul !== -1) throw new CompassError([{ code: 'nul-character', args: {}, source: name, ...placeIn(text, nul) }]);
    return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (isWorkbook(bytes)) throw CompassError.of('a-workbook', name);
    if (isDocument(bytes)) throw CompassError.of('a-document', name);
    throw new CompassError([
      { code: 'not-utf8', args: {}, source: name, ...(utf16Of(bytes) === undefined && placeOfBadByte(bytes)) },
    ]);
  }
}

function placeIn(text: string, offset: number): { line: number; column: number; excerpt: string } {
  const before = text.slice(0, offset).split('\n');
  const start = offset - (before.at(-1) ?? '').length;
  const end = text.indexOf('\n', offset);
  return { line: before.length, column: offset - start + 1, excerpt: text.slice(start, end === -1 ? text.length : end) };
}

/** The position of the first byte that is not valid UTF-8. */
function placeOfBadByte(bytes: Uint8Array): { line: number; column: number; excerpt: string } | undefined {
  let line = 0;
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found;
    line += 1;
    const piece = bytes.subarray(start, end);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(piece);
    } catch {
      const excerpt = new TextDecoder().decode(piece);
      return { line, column: excerpt.indexOf('\ufffd') + 1, excerpt };
    }
    start = end + 1;
  }
  return undefined;
}

/** Whether the file is a zip archive (such as .docx), a PDF or an OLE file (such as .doc), by its first bytes. */
function isDocument(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.slice(0, 4));
  return start === 'PK\u0003\u0004' || start === '%PDF' || start === '\u00d0\u00cf\u0011\u00e0';
}

/** Whether the file is a workbook of Excel or OpenDocument: the names of the parts of a zip archive are not packed. */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start.toString('latin1', 0, 2) !== 'PK') return false;
  return start.includes('xl/workbook.xml') || start.includes('application/vnd.oasis.opendocument.spreadsheet');
}

/** Turns a system error into a CompassError; returns any other error unchanged. */
export function asFileError(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return CompassError.of('not-found', name);
  // A path with a NUL character in it, which can only come from a file: no such file can exist.
  if (code === 'ERR_INVALID_ARG_VALUE') return CompassError.of('not-found', name);
  if (code === 'ELOOP') return CompassError.of('link-loop', name);
  if (code === 'EISDIR') return CompassError.of('is-a-folder', name);
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return CompassError.of('unreadable', name, { detail: code });
  return error;
}

function megabytes(bytes: number): string {
  const size = bytes / (1024 * 1024);
  return `${size < 10 ? Math.ceil(size * 1000) / 1000 : Math.ceil(size)} MB`;
}
