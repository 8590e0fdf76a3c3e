import { CompassError } from '../../../source/problem.ts';
import type { Read } from '../../block.ts';
import { decodeDraft } from '../decode.ts';
import { isHtml, isMhtml, isRtf, isZip } from '../detect.ts';
import { readHtml } from '../html/html.ts';
import { readMhtml } from '../mhtml.ts';
import { readRtf } from '../rtf/rtf.ts';
import { readPlainText } from '../text.ts';

/** A file that a Word file imports (`altChunk`). */
export interface Import {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Its format, as far as the package names it. */
  readonly contentType: string;
}

/**
 * Reads a file that a Word file imports.
 * @param readWord reads an imported Word file
 * @returns undefined if it is of a format that is not read here, or damaged
 */
export async function readImport(
  file: Import,
  name: string,
  readWord: (bytes: Uint8Array) => Promise<Read | undefined>,
): Promise<Read | undefined> {
  try {
    return isZip(file.bytes) ? await readWord(file.bytes) : await readTextImport(file, name);
  } catch (error) {
    if (error instanceof CompassError) return undefined;
    throw error;
  }
}

async function readTextImport({ path, bytes, contentType }: Import, name: string): Promise<Read | undefined> {
  const start = String.fromCharCode(...bytes.subarray(0, 3000));
  if (isRtf(start)) return readRtf(bytes, name);
  if (isMhtml(start)) return readMhtml(bytes, name);
  const text = decodeDraft(bytes, name);
  if (isHtml(text) || /\.x?html?$/i.test(path) || /html/i.test(contentType)) return readHtml(text, name);
  const isXml = /^\s*<\?xml/.test(start) || /\.xml$/i.test(path);
  return isXml ? undefined : readPlainText(text);
}
