/** The initial size in bytes: enough for the output of most tasks. */
const usualSize = 1024 * 1024;

/** Collects strings as UTF-8 in one buffer, which grows if necessary. */
export class ByteBuffer {
  #bytes: Buffer;
  #length = 0;

  /** @param reused memory of an earlier buffer, to be overwritten */
  constructor(reused?: Uint8Array) {
    this.#bytes = reused ? Buffer.from(reused.buffer) : Buffer.allocUnsafeSlow(usualSize);
  }

  add(text: string): void {
    // A UTF-16 code unit takes at most three bytes.
    const most = this.#length + text.length * 3;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(most * 2);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** The bytes so far. No other Buffer shares their ArrayBuffer, so it can be transferred to another thread. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
