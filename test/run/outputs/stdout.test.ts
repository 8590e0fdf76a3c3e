import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { standardOutput } from '../../../src/run/outputs/stdout.ts';

/** A stream whose reader takes nothing until it goes away. */
class StuckStream extends EventEmitter {
  readonly written: (string | Uint8Array)[] = [];

  write(chunk: string | Uint8Array): boolean {
    this.written.push(chunk);
    return false;
  }
}

const full = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });

describe('standardOutput', () => {
  it.each(['close', 'error'])(
    'a pending write resolves when the stream emits %s, and later writes are dropped',
    async (event) => {
      const stream = new StuckStream();
      const stdout = standardOutput(stream);
      const waiting = stdout.write('first');
      stream.emit(event, ...(event === 'error' ? [Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })] : []));
      await waiting;
      await stdout.write('second');
      expect(stdout.isClosed()).toBe(true);
      expect(stream.written).toEqual(['first']);
    },
  );

  it.each<[string, (stream: StuckStream) => void]>([
    [
      'throws',
      (stream) => {
        stream.write = () => {
          throw full;
        };
      },
    ],
    [
      'calls back with it',
      (stream) => {
        stream.write = (_: unknown, done?: (error: Error) => void) => {
          done?.(full);
          return true;
        };
      },
    ],
    [
      'emits it',
      (stream) => {
        stream.write = () => {
          queueMicrotask(() => stream.emit('error', full));
          return false;
        };
      },
    ],
  ])('a disk that is full is told at the write and at the end, where the stream %s', async (_, prepare) => {
    const stream = new StuckStream();
    prepare(stream);
    const stdout = standardOutput(stream);
    const told = { problems: [{ code: 'stdout-unwritable', args: { detail: 'the disk is full (ENOSPC)' } }] };
    await expect(stdout.write('first')).rejects.toMatchObject(told);
    await expect(stdout.write('second')).rejects.toMatchObject(told);
    await expect(stdout.finished()).rejects.toMatchObject(told);
  });

  it('registers its listeners once, however much is written', async () => {
    const stream = new StuckStream();
    stream.write = (chunk: string | Uint8Array, done?: () => void) => {
      stream.written.push(chunk);
      done?.();
      return true;
    };
    const stdout = standardOutput(stream);
    for (let index = 0; index < 20; index++) await stdout.write('line\n');
    expect(stream.written).toHaveLength(20);
    expect(stream.listenerCount('close')).toBe(1);
  });
});
