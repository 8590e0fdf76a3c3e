/** An async queue of one slot with backpressure: a write waits until the reader has taken the piece before. */
export interface ByteQueue extends AsyncIterable<Uint8Array> {
  readonly write: (piece: Uint8Array) => Promise<void>;
  /** Ends the reader's loop once it has read everything. */
  readonly end: () => void;
  /** Makes the reader throw: the bytes so far are incomplete, and no more will come. */
  readonly fail: () => void;
  /** Says that nobody reads: writes resolve at once and are dropped. */
  readonly abandon: () => void;
}

export function byteQueue(): ByteQueue {
  const pieces: Uint8Array[] = [];
  let isOpen = true;
  let hasFailed = false;
  let isRead = true;
  let wakeReader = (): void => {};
  let wakeWriter = (): void => {};
  const readerTurn = (): Promise<void> => new Promise((wake) => (wakeReader = wake));
  const writerTurn = (): Promise<void> => new Promise((wake) => (wakeWriter = wake));
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
        else if (isOpen) await readerTurn();
        else return;
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
      while (isRead && pieces.length > 0) await writerTurn();
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
