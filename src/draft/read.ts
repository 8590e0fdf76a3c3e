import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { CompassError } from '../source/problem.ts';
import { readBytes } from '../source/read.ts';
import type { Read } from './block.ts';
import { isOwnReport } from './own-reports.ts';
import { decodeDraft } from './readers/decode.ts';
import { isBase64, isFlatOdt, isHtml, isMhtml, isOdt, isOwnFile, isPdf, isRtf, isZip } from './readers/detect.ts';
import { refuseManyBlocks } from './readers/limits.ts';
import { withoutFalseHeadings } from './readers/titles.ts';
import { readingOf } from './reading.ts';
import type { Structured } from './structure/asides.ts';
import type { DraftFormat, DraftText } from './structure/provision.ts';
import { structureOf } from './structure/structure.ts';

/** Bytes. A law of 500 pages has 2 MB of text. PDF and Word files may contain pictures, so this limit does not apply to them. */
const maxTextBytes = 10e6;
/** Characters. A packed file of 5 MB may hold a hundred times as many; a law of 4,000 pages has fewer. */
const maxUnpacked = 8_000_000;
/** Lines with words, in formats that are read line by line. A law of 10 MB has as many lines of 50 characters. */
const maxLines = 200_000;

/**
 * Reads a draft. The format is detected from the content, then from the file extension.
 * @param name the file's name in messages
 * @param maxBytes largest size of the file; by default 64 MB, and 10 MB for text formats
 * @throws CompassError if the file is missing, too large, damaged, encrypted, or has no text
 */
export async function readDraft(path: string, name: string, maxBytes?: number): Promise<DraftText> {
  return parseDraft(await readBytes(path, name, maxBytes), name, maxBytes);
}

/** Like `readDraft`, for bytes in memory. */
export async function parseDraft(bytes: Uint8Array, name: string, maxBytes = maxTextBytes): Promise<DraftText> {
  const { format, read, structured } = await parsed(bytes, name, maxBytes);
  const { provisions, struck } = structured;
  if (provisions.length === 0) throw CompassError.of('draft-empty', name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { source: name, format, sha256, provisions, struck, reading: readingOf(format, structured, read) };
}

interface Parsed {
  readonly format: DraftFormat;
  readonly read: Omit<Read, 'blocks'>;
  readonly structured: Structured;
}

async function parsed(bytes: Uint8Array, name: string, maxBytes: number): Promise<Parsed> {
  const extension = extname(name).toLowerCase();
  const start = String.fromCharCode(...bytes.subarray(0, 3000));
  if (isPdf(start)) {
    const { readPdf } = await import('./readers/pdf/pdf.ts');
    return fromBlocks('pdf', await readPdf(bytes, name), name);
  }
  if (isZip(bytes) && isOdt(bytes)) {
    const { readOdt } = await import('./readers/odt/odt.ts');
    return fromBlocks('odt', readOdt(bytes, name), name);
  }
  if (isZip(bytes) || start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    const { readDocx } = await import('./readers/docx/docx.ts');
    return fromBlocks('docx', await readDocx(bytes, name), name);
  }
  // Both contain pictures, so that the limit for texts does not apply to them.
  if (isRtf(start)) {
    const { readRtf } = await import('./readers/rtf/rtf.ts');
    return fromBlocks('rtf', readRtf(bytes, name), name);
  }
  if (isMhtml(start)) {
    const { readMhtml } = await import('./readers/mhtml.ts');
    return fromBlocks('mhtml', await readMhtml(bytes, name), name);
  }
  if (bytes.length > maxBytes) {
    throw CompassError.of('draft-too-large', name, {
      size: `${Math.ceil(bytes.length / 1e6)} MB`,
      limit: `${Math.floor(maxBytes / 1e6)} MB`,
    });
  }
  return parsedText(decodeDraft(bytes, name), name, extension);
}

async function parsedText(text: string, name: string, extension: string): Promise<Parsed> {
  if (isOwnFile(text)) throw CompassError.of('draft-is-answers', name);
  if (/<(?:\w+:)?akomaNtoso[\s>]/i.test(text.slice(0, 20_000)) || extension === '.akn') {
    const { readAkn } = await import('./readers/akn/akn.ts');
    return { format: 'akn', read: { warnings: [] }, structured: readAkn(text, name) };
  }
  if (isFlatOdt(text)) {
    const { readFlatOdt } = await import('./readers/odt/odt.ts');
    return fromBlocks('odt', readFlatOdt(text, name), name);
  }
  if (isHtml(text) || /^\.x?html?$/.test(extension)) {
    const { readHtml } = await import('./readers/html/html.ts');
    return fromBlocks('html', readHtml(text, name), name);
  }
  if (/^\s*<\?xml/.test(text.slice(0, 3000)) || extension === '.xml') throw CompassError.of('xml-other', name);
  refuseManyLines(text, name);
  if (extension === '.md' || extension === '.markdown') {
    const { readMarkdown } = await import('./readers/markdown/markdown.ts');
    return fromBlocks('markdown', readMarkdown(text, name), name);
  }
  if (isBase64(text)) throw CompassError.of('encoded-text', name);
  const { readPlainText } = await import('./readers/text.ts');
  return fromBlocks('text', readPlainText(text), name);
}

function refuseManyLines(text: string, name: string): void {
  let count = 0;
  for (const _ of text.matchAll(/\S[^\r\n]*/g)) count += 1;
  if (count > maxLines) throw CompassError.of('too-many-text-lines', name, { most: String(maxLines) });
}

function fromBlocks(format: DraftFormat, { blocks, ...read }: Read, name: string): Parsed {
  refuseManyBlocks(blocks.length, name);
  if (isOwnReport(blocks)) throw CompassError.of('draft-is-answers', name);
  const isPacked = format === 'pdf' || format === 'docx' || format === 'odt';
  if (isPacked && blocks.reduce((sum, { text }) => sum + text.length, 0) > maxUnpacked)
    throw CompassError.of('too-many-characters', name, { most: String(maxUnpacked) });
  return { format, read, structured: structureOf(withoutFalseHeadings(blocks)) };
}
