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
  return new SingleSlot();
}

class SingleSlot implements ByteQueue {
  #piece: Uint8Array | undefined;
  #state: 'open' | 'ended' | 'failed' = 'open';
  #isRead = true;
  readonly #reader = new Turn();
  readonly #writer = new Turn();

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (this.#state === 'failed') throw new Error('the run has ended before its end');
        const piece = this.#take();
        if (piece) yield piece;
        else if (this.#state === 'open') await this.#reader.wait();
        else return;
      }
    } finally {
      // A reader that failed (a full disk) must not leave the writer waiting.
      this.abandon();
    }
  }

  async write(piece: Uint8Array): Promise<void> {
    if (piece.length === 0) return;
    while (this.#isRead && this.#piece) await this.#writer.wait();
    if (!this.#isRead) return;
    this.#piece = piece;
    this.#reader.wake();
  }

  end(): void {
    this.#state = 'ended';
    this.#reader.wake();
  }

  fail(): void {
    this.#state = 'failed';
    this.#reader.wake();
  }

  abandon(): void {
    this.#isRead = false;
    this.#writer.wake();
  }

  #take(): Uint8Array | undefined {
    const piece = this.#piece;
    this.#piece = undefined;
    this.#writer.wake();
    return piece;
  }
}

/** One side of the queue, which waits until the other side wakes it. */
class Turn {
  #resolve = (): void => {};

  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  wake(): void {
    this.#resolve();
  }
}
