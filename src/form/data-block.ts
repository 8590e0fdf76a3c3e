import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** Bytes that are turned into characters at once: more would be too many arguments for one call. */
const chunk = 0x8000;

/**
 * Data as a text for a page: JSON, compressed, in base64. Nothing in it can end the element that holds it, whatever the data is. The
 * same data gives the same text.
 */
export function toDataBlock(value: unknown): string {
  const bytes = deflateSync(strToU8(JSON.stringify(value)), { level: 9 });
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

/**
 * The data that `toDataBlock` was given.
 * @throws Error if the text was damaged on its way
 */
export function fromDataBlock(text: string): unknown {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return JSON.parse(strFromU8(inflateSync(bytes)));
}
