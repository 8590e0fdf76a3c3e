import { fnv1a } from '../text/fnv1a.ts';

/**
 * A short code for a name: letters and digits only, beginning with a letter. It begins as the name does and ends in a digest of it, so it
 * depends on the name alone and not on its position.
 * @param longest in characters, at least 4
 */
export function shortCode(name: string, longest: number): string {
  const digest = fnv1a(name).padStart(7, '0');
  const kept = Math.max(1, longest - digest.length);
  const letters = name.replace(/[^A-Za-z0-9]/g, '');
  const start = /^[A-Za-z]/.test(letters) ? letters : `q${letters}`;
  return start.slice(0, kept) + digest.slice(-Math.min(digest.length, longest - kept));
}
