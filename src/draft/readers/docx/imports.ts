import { CompassError } from '../../../source/problem.ts';
import type { Read } from '../../block.ts';
import { decodeDraft } from '../decode.ts';
import { readHtml } from '../html/html.ts';
import { readPlainText } from '../text.ts';

/**
 * Reads a file that a Word file imports (`altChunk`).
 * @param readWord reads an imported Word file
 * @returns undefined if it is of a format that is not read here, or damaged
 */
export async function readImport(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  name: string,
  readWord: (bytes: Uint8Array) => Promise<Read | undefined>,
): Promise<Read | undefined> {
  try {
    if (/\.docx$/i.test(path)) return await readWord(bytes);
    const text = decodeDraft(bytes, name);
    if (/\.x?html?$/i.test(path)) return readHtml(text, name);
    return /\.txt$/i.test(path) ? readPlainText(text) : undefined;
  } catch (error) {
    if (error instanceof CompassError) return undefined;
    throw error;
  }
}
