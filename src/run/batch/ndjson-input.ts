import { CompassError } from '../../source/problem.ts';
import { decodeText, tooLarge, usualMaxBytes } from '../../source/read.ts';
import type { Task } from './task.ts';

type Lines = Extract<Task, { readonly kind: 'lines' }>;

const lineBreak = 0x0a;
const mark = Buffer.from('\ufeff');
/** No assessment is this long. */
const longestLine = 64 * 1024 * 1024;

/** Whether a file holds an assessment a line, by its name. */
export function isLinesFile(name: string): boolean {
  return /\.(ndjson|jsonl)$/i.test(name);
}

/**
 * Standard input: an assessment a line where the first line is a whole JSON object and more lines follow, else one answers file.
 * @param maxBytes of one answers file; lines may go on without end
 * @throws CompassError where it is not UTF-8, or too large for one file
 */
export async function openInput(
  source: string,
  chunks: AsyncIterable<Uint8Array | string>,
  maxBytes = usualMaxBytes,
): Promise<Extract<Task, { readonly kind: 'text' }> | { readonly kind: 'stream'; readonly tasks: AsyncGenerator<Lines> }> {
  const rest = bytesOf(chunks);
  const parts: Uint8Array[] = [];
  let size = 0;
  const take = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(source, size, maxBytes);
    parts.push(chunk);
  };
  let head = Buffer.alloc(0);
  let end = -1;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    take(next.value);
    if (end === -1 && !next.value.includes(lineBreak)) continue;
    head = Buffer.concat(parts);
    end = head.indexOf(lineBreak);
    if (end !== -1 && (!isObject(head.subarray(0, end)) || head.subarray(end).some((byte) => byte > 0x20))) break;
  }
  const more = end !== -1 && head.subarray(end).some((byte) => byte > 0x20);
  if (more && isObject(head.subarray(0, end))) return { kind: 'stream', tasks: linesOf(source, prepended(head, rest)) };
  for await (const chunk of rest) take(chunk);
  return { kind: 'text', source, text: decodeText(Buffer.concat(parts), source) };
}

/** Whole lines in tasks, as they come; the first line by itself: it is out before the second has come. */
export async function* linesOf(source: string, chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Lines> {
  let first = 1;
  let waiting: Buffer[] = [];
  let length = 0;
  const task = (bytes: Buffer): Lines => {
    const lines: Lines = { kind: 'lines', source, first, bytes };
    for (let at = bytes.indexOf(lineBreak); at !== -1; at = bytes.indexOf(lineBreak, at + 1)) first += 1;
    return lines;
  };
  for await (const chunk of bytesOf(chunks)) {
    waiting.push(chunk);
    length += chunk.length;
    if (!chunk.includes(lineBreak)) {
      if (length > longestLine) throw CompassError.of('line-too-long', `${source}:${first}`);
      continue;
    }
    const bytes = Buffer.concat(waiting);
    const begin = first === 1 ? bytes.indexOf(lineBreak) + 1 : 0;
    const end = bytes.lastIndexOf(lineBreak) + 1;
    if (begin > 0) yield task(bytes.subarray(0, begin));
    if (end > begin) yield task(bytes.subarray(begin, end));
    waiting = [bytes.subarray(end)];
    length = bytes.length - end;
  }
  if (length > 0) yield task(Buffer.concat(waiting));
}

/** The bytes without a byte-order mark, which is no part of the first line; a pipe may hand over less than a mark at first. */
async function* bytesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (start === undefined) {
      yield bytes;
      continue;
    }
    start = Buffer.concat([start, bytes]);
    if (start.length < mark.length && mark.subarray(0, start.length).equals(start)) continue;
    yield start.subarray(0, mark.length).equals(mark) ? start.subarray(mark.length) : start;
    start = undefined;
  }
  if (start !== undefined && start.length > 0) yield start;
}

async function* prepended(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}

function isObject(line: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(line).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
