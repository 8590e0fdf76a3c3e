import { utf8Text, utf16Of } from '../../source/encoding.ts';
import { CompassError } from '../../source/problem.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/**
 * Decodes a text file: UTF-8, UTF-16 (with or without a byte-order mark), the encoding that an HTML or XML head declares, or
 * Windows-1252 as the last resort.
 * @throws CompassError if the bytes are not text
 */
export function decodeDraft(bytes: Uint8Array, name: string): string {
  const utf8 = utf8Text(bytes);
  const text = utf8?.includes('\0') === false ? utf8 : decoded(bytes, encodingOf(bytes));
  // More than 2 % of control or replacement characters: a binary file.
  const unprintable = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (unprintable > Math.min(text.length, 20_000) / 50) throw CompassError.of('not-a-text', name);
  return text.replaceAll('\0', '');
}

function decoded(bytes: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return utf16;
  return utf8Text(bytes) === undefined ? (declaredEncoding(bytes.subarray(0, 2000)) ?? 'windows-1252') : 'utf-8';
}

/** The encoding that `<meta charset=...>` or `<?xml encoding=...?>` declares; undefined for UTF-8 and for unknown names. */
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
