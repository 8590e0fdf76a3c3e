import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openInput } from '../../../src/run/batch/ndjson-input.ts';

const open = (...chunks: (string | Uint8Array)[]) => openInput('-', Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
const line = '{"format":"compass-answers/1"}';

async function bytesOf(input: Awaited<ReturnType<typeof open>>): Promise<Buffer> {
  if (input.kind !== 'stream') throw new Error('taken for one answers file');
  const read: Uint8Array[] = [];
  for await (const task of input.tasks) read.push(task.bytes);
  return Buffer.concat(read);
}

describe('openInput', () => {
  it('takes input for lines if the first is a JSON object and another follows, wherever a pipe cuts it', async () => {
    const text = `${line}\n${line}\n`;
    for (let at = 1; at < text.length; at++) {
      const input = await open(text.slice(0, at), text.slice(at));
      expect(String(await bytesOf(input))).toBe(text);
    }
  });

  it.each([
    ['one JSON object on one line', `${line}\n`],
    ['one JSON object and white space', `${line}\n \r\n\t\n`],
    ['YAML', 'format: compass-answers/1\ndraft: {}\n'],
    ['JSON on several lines', '{\n"format":"compass-answers/1"}\n'],
    ['a first line that is JSON but not an object', '[1]\n[2]\n'],
    ['nothing', ''],
  ])('takes %s for one answers file, wherever a pipe cuts it', async (_, text) => {
    for (let at = 0; at <= text.length; at++)
      expect(await open(text.slice(0, at), text.slice(at))).toEqual({ kind: 'text', source: '-', text });
  });

  it('drops a byte-order mark, which a pipe may cut in two', async () => {
    const bytes = Buffer.from(`\ufeff${line}\n${line}\n`);
    for (const at of [1, 2, 3, 4]) {
      const input = await open(bytes.subarray(0, at), bytes.subarray(at));
      expect(await bytesOf(input)).toEqual(bytes.subarray(3));
    }
  });
});
