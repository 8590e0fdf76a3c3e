/** Pieces that one side hands to another, one at a time: who writes waits until who reads has taken the last. */
export interface Channel extends AsyncIterable<Uint8Array> {
  readonly write: (piece: Uint8Array) => Promise<void>;
  readonly end: () => void;
  /** Whoever reads gets an error: what was handed over is not all, and nothing more comes. */
  readonly fail: () => void;
  /** Nobody will read: whoever writes waits no more. */
  readonly abandon: () => void;
}

export function channel(): Channel {
  const pieces: Uint8Array[] = [];
  let isOpen = true;
  let hasFailed = false;
  let isRead = true;
  let wakeReader = (): void => {};
  let wakeWriter = (): void => {};
  const abandon = (): void => {
    isRead = false;
    wakeWriter();
  };
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (hasFailed) throw new Error('the run has ended before its end');
        const piece = pieces.shift();
        wakeWriter();
        if (piece) yield piece;
        else if (!isOpen) return;
        else
          await new Promise<void>((wake) => {
            wakeReader = wake;
          });
      }
    } finally {
      // A reader that failed (a full disk) must not leave the writer waiting.
      abandon();
    }
  }
  return {
    [Symbol.asyncIterator]: read,
    abandon,
    write: async (piece) => {
      if (piece.length === 0) return;
      while (isRead && pieces.length > 0)
        await new Promise<void>((wake) => {
          wakeWriter = wake;
        });
      if (!isRead) return;
      pieces.push(piece);
      wakeReader();
    },
    end: () => {
      isOpen = false;
      wakeReader();
    },
    fail: () => {
      hasFailed = true;
      wakeReader();
    },
  };
}
