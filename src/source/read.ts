import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { utf8Text, utf16Of } from './encoding.ts';
import { CompassError } from './problem.ts';

/** An answers file of 60 answers has about 20 kB, a law of 500 pages 2 MB; a file of this size is neither. */
export const usualMaxBytes = 64 * 1024 * 1024;

/**
 * The text of a file.
 * @param name what to call the file in messages
 * @param maxBytes a larger one is refused before it is read
 * @throws CompassError where it is missing, unreadable, not a regular file, too large or not UTF-8
 */
export async function readText(path: string | URL, name: string, maxBytes = usualMaxBytes): Promise<string> {
  return decodeText(await readBytes(path, name, maxBytes), name);
}

/**
 * The text of a file; undefined where there is none.
 * @throws CompassError where something else than a text stands under the name
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
 * The bytes of a file.
 * @throws CompassError where it is missing, unreadable, not a regular file or too large
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
 * All bytes of a stream that may never end.
 * @throws CompassError where there are more of them than may be
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

/** A file, or what was read of a stream, beside what may be read. */
export function tooLarge(name: string, size: number, limit: number): CompassError {
  return CompassError.of('too-large', name, { size: megabytes(size), limit: megabytes(limit) });
}

/**
 * The same as `readText`, without letting anything else happen meanwhile: for a file among thousands that takes a third of the time.
 * @throws CompassError as there
 */
export function readTextNow(path: string, name: string, maxBytes = usualMaxBytes): string {
  try {
    return decodeText(bytesNow(path, name, maxBytes), name);
  } catch (error) {
    throw asFileError(error, name);
  }
}

/** The bytes of a file, in memory that the next one is read into. */
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
    if (buffer.length > keptBytes) buffer = Buffer.allocUnsafeSlow(keptBytes);
  }
}

/** Of a pipe that nobody writes to, to open it would never end; what can't be opened at all is asked what it is. */
function openNow(path: string, name: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
  } catch (error) {
    refuseUnreadable(statSync(path), name, Number.POSITIVE_INFINITY);
    throw error;
  }
}

/** Room for a file of many answers. */
const keptBytes = 256 * 1024;
let buffer = Buffer.allocUnsafeSlow(keptBytes);

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
function refuseUnreadable(stats: Stats, name: string, most: number): void {
  if (stats.isDirectory()) throw CompassError.of('is-a-folder', name);
  if (!stats.isFile()) throw CompassError.of('not-a-file', name);
  if (stats.size > most) throw tooLarge(name, stats.size, most);
}

/**
 * UTF-8 bytes as text, without a byte-order mark; UTF-16 too, which Windows programs call Unicode.
 * @throws CompassError where the bytes are neither, placed at the first that does not fit
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

/** The line that can't be decoded, as far as it can. */
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

/** Whether the bytes begin as those of a Word document (or any packed file), an old one, or a PDF do. */
function isDocument(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.slice(0, 4));
  return start === 'PK\u0003\u0004' || start === '%PDF' || start === '\u00d0\u00cf\u0011\u00e0';
}

/** A system error as a problem that says what to do; anything else as it is. */
export function asFileError(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return CompassError.of('not-found', name);
  // A name with a NUL in it, which only a file can hold, names nothing.
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
