import { utf8Text, utf16Of } from '../../source/encoding.ts';
import { CompassError } from '../../source/problem.ts';

/**
 * The words of a text file in whatever encoding offices save them: UTF-8, UTF-16 (with or without a mark), what an HTML or XML
 * head declares, otherwise Windows-1252.
 * @throws CompassError where the bytes are no text
 */
export function decodeDraft(bytes: Uint8Array, name: string): string {
  const plain = utf8Text(bytes);
  const text = plain?.includes('\0') === false ? plain : new TextDecoder(encodingOf(bytes)).decode(bytes);
  // No encoding of a text has this many characters without a meaning.
  const odd = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (odd > Math.min(text.length, 20_000) / 50) throw CompassError.of('not-a-text', name);
  return text.replaceAll('\0', '');
}

function encodingOf(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return utf16;
  return utf8Text(bytes) === undefined ? (declaredEncoding(bytes.subarray(0, 2000)) ?? 'windows-1252') : 'utf-8';
}

/** What `<meta charset=...>` or `<?xml encoding=...?>` says, where it is an encoding that is known. */
function declaredEncoding(head: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(head);
  const declared = /(?:charset\s*=\s*["']?|encoding\s*=\s*["'])([\w-]+)/i.exec(start)?.[1];
  try {
    const known = declared && new TextDecoder(declared).encoding;
    return known === 'utf-8' ? undefined : known || undefined;
  } catch {
    return undefined;
  }
}
