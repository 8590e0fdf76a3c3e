import { isAscii, isUtf8 } from 'node:buffer';

/** The UTF-16 encodings, named as TextDecoder expects them. */
export type Utf16 = 'utf-16le' | 'utf-16be';

/**
 * Detects UTF-16, which Windows programs call "Unicode", by its byte-order mark or, if there is none, by the zeros in every
 * second byte of Latin text.
 */
export function utf16Of(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 2000);
  const zeros = (parity: number): number => head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zeros(1) > head.length / 4) return 'utf-16le';
  if (zeros(0) > head.length / 4) return 'utf-16be';
  return undefined;
}

/**
 * Decodes UTF-8. Drops a byte-order mark.
 * @returns undefined if the bytes are not valid UTF-8
 */
export function utf8Text(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(bytes)) return buffer.toString('latin1');
  if (!isUtf8(bytes)) return undefined;
  const text = buffer.toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
