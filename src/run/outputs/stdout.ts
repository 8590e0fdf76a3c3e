import { fstatSync, writeSync } from 'node:fs';
import { CompassError } from '../../source/problem.ts';
import { writeErrorDetail } from '../../source/write.ts';
import type { Stream } from '../io.ts';

/** Standard output, whose reader may close it early (`| head`). */
export interface StandardOutput {
  /**
   * Resolves when the stream has taken all of it, or has been closed. Writes nothing to a closed stream.
   * @throws CompassError where it can't be written: the disk is full, for example
   */
  readonly write: (content: string | Uint8Array) => Promise<void>;
  /** @throws CompassError where an earlier write has failed, including one that nobody waited for */
  readonly finished: () => Promise<void>;
  readonly isClosed: () => boolean;
}

/** Listens for the end of the stream once, not at every write. */
export function standardOutput(stream: Stream): StandardOutput {
  let isClosed = stream.destroyed === true;
  let failure: unknown;
  let last: Promise<void> = Promise.resolve();
  let settle = (): void => {};
  const close = (error?: unknown): void => {
    isClosed = true;
    if (error instanceof Error && !isReaderGone(error))
      failure ??= CompassError.of('stdout-unwritable', 'compass', { detail: writeErrorDetail(error) });
    settle();
  };
  stream.once('close', close);
  stream.once('error', close);
  const file = regularFile(stream);
  const put = (content: string | Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      settle = resolve;
      try {
        if (file === undefined) stream.write(content, (error) => (error ? close(error) : resolve()));
        else {
          writeFully(file, content);
          resolve();
        }
      } catch (error) {
        close(error);
      }
    });
  const finished = async (): Promise<void> => {
    await last;
    if (failure !== undefined) throw failure;
  };
  return {
    isClosed: () => isClosed,
    finished,
    write: async (content) => {
      if (!isClosed) {
        last = put(content);
        await last;
      }
      if (failure !== undefined) throw failure;
    },
  };
}

/** The descriptor of a stream that goes to a file. */
function regularFile({ fd }: Stream): number | undefined {
  if (fd === undefined) return undefined;
  try {
    return fstatSync(fd).isFile() ? fd : undefined;
  } catch {
    return undefined;
  }
}

/** Node's stream to a file ignores a write of a part only, which is how a disk that fills up begins. */
function writeFully(fd: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
}

function isReaderGone(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
