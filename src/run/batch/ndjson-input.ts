import { CompassError } from '../../source/problem.ts';
import { decodeText, tooLarge, usualMaxBytes } from '../../source/read.ts';
import type { Task } from './task.ts';

type Lines = Extract<Task, { readonly kind: 'lines' }>;
type Text = Extract<Task, { readonly kind: 'text' }>;

const lineBreak = 0x0a;
const byteOrderMark = Buffer.from('\ufeff');
/** Bytes. No assessment is this long; a line without an end would fill the memory. */
const longestLine = 64 * 1024 * 1024;

/** Whether a file holds one assessment a line, by its name. */
export function isLinesFile(name: string): boolean {
  return /\.(ndjson|jsonl)$/i.test(name);
}

/**
 * Opens standard input, which holds either one answers file or one assessment a line. It is read as lines if the first line is a
 * whole JSON object and more than white space follows.
 * @param maxBytes the largest answers file; lines may go on without end
 * @throws CompassError if one answers file is too large or is not UTF-8
 */
export async function openInput(
  source: string,
  chunks: AsyncIterable<Uint8Array | string>,
  maxBytes = usualMaxBytes,
): Promise<Text | { readonly kind: 'stream'; readonly tasks: AsyncGenerator<Lines> }> {
  const rest = bytesOf(chunks);
  const parts: Uint8Array[] = [];
  let size = 0;
  const take = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(source, size, maxBytes);
    parts.push(chunk);
  };
  let hasLine = false;
  let content: Content = 'undecided';
  while (content === 'undecided') {
    const next = await rest.next();
    if (next.done) break;
    take(next.value);
    hasLine ||= next.value.includes(lineBreak);
    if (hasLine) content = contentOf(Buffer.concat(parts));
  }
  if (content === 'lines') return { kind: 'stream', tasks: linesOf(source, prepended(Buffer.concat(parts), rest)) };
  for await (const chunk of rest) take(chunk);
  return { kind: 'text', source, text: decodeText(Buffer.concat(parts), source) };
}

type Content = 'lines' | 'text' | 'undecided';

/** @param head has at least one line break */
function contentOf(head: Buffer): Content {
  const end = head.indexOf(lineBreak);
  if (!isObject(head.subarray(0, end))) return 'text';
  return head.subarray(end).some((byte) => byte > 0x20) ? 'lines' : 'undecided';
}

/**
 * Cuts a stream into tasks of whole lines. The first line is a task by itself, so that its result is out before the second has
 * come.
 */
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

/** The bytes without a byte-order mark. The first chunk of a pipe may be shorter than the mark. */
async function* bytesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (start === undefined) {
      yield bytes;
      continue;
    }
    start = Buffer.concat([start, bytes]);
    if (start.length < byteOrderMark.length && byteOrderMark.subarray(0, start.length).equals(start)) continue;
    yield start.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? start.subarray(byteOrderMark.length) : start;
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
