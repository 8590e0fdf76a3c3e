import type { Stream } from '../io.ts';

/** Standard output, whose reader may close it early (`| head`). */
export interface StandardOutput {
  /** Resolves when the stream has taken all of it, or has been closed. Writes nothing to a closed stream. */
  readonly write: (content: string | Uint8Array) => Promise<void>;
  readonly isClosed: () => boolean;
}

/** Listens for the end of the stream once, not at every write. */
export function standardOutput(stream: Stream): StandardOutput {
  let isClosed = stream.destroyed === true;
  let resolveWrite = (): void => {};
  const close = (): void => {
    isClosed = true;
    resolveWrite();
  };
  stream.once('close', close);
  stream.once('error', close);
  return {
    isClosed: () => isClosed,
    write: async (content) => {
      if (isClosed) return;
      await new Promise<void>((resolve) => {
        resolveWrite = resolve;
        stream.write(content, resolve);
      });
    },
  };
}
