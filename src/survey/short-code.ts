/**
 * A short code for a name: letters and digits only, beginning with a letter. It begins as the name does and ends in a digest of it, so it
 * depends on the name alone and not on its position.
 * @param longest in characters, at least 4
 */
export function shortCode(name: string, longest: number): string {
  const digest = fnv1a(name).toString(36).padStart(7, '0');
  const kept = Math.max(1, longest - digest.length);
  const letters = name.replace(/[^A-Za-z0-9]/g, '');
  const start = /^[A-Za-z]/.test(letters) ? letters : `q${letters}`;
  return start.slice(0, kept) + digest.slice(-Math.min(digest.length, longest - kept));
}

/** The 32-bit FNV-1a hash of the UTF-16 code units of a text. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
