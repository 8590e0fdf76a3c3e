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

describe('standardOutput', () => {
  it.each(['close', 'error'])(
    'a pending write resolves when the stream emits %s, and later writes are dropped',
    async (event) => {
      const stream = new StuckStream();
      const stdout = standardOutput(stream);
      const waiting = stdout.write('first');
      stream.emit(event, new Error('EPIPE'));
      await waiting;
      await stdout.write('second');
      expect(stdout.isClosed()).toBe(true);
      expect(stream.written).toEqual(['first']);
    },
  );

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
