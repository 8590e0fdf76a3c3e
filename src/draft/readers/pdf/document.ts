import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { CompassError } from '../../../source/problem.ts';
import { toMatrix } from './paint/matrix.ts';
import { paint } from './paint/operators.ts';
import type { PaintedPage } from './paint/page.ts';
import { type FontFacts, Painter } from './paint/painter.ts';

/** The longest laws, such as budgets, have some 4,000 pages. */
const maxPages = 4500;

/** Node 20 lacks this method of array buffers, which pdf.js calls for fonts. */
function addTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length?: number) {
      return this.slice(0, length);
    },
    configurable: true,
    writable: true,
  });
}

/**
 * Reads what each page paints.
 * @throws CompassError if the file is encrypted or damaged
 */
export async function paintedPages(bytes: Uint8Array, name: string): Promise<PaintedPage[]> {
  addTransfer();
  process.on('unhandledRejection', ignoreDamage);
  try {
    return await pagesOf(bytes, name);
  } finally {
    // Node reports rejections after the current tasks.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', ignoreDamage);
  }
}

/** pdf.js handles damaged objects, but leaves some of the promises for them without a handler, which would end the process. */
function ignoreDamage(reason: unknown): void {
  if (!(reason instanceof Error) || !reason.stack?.includes('pdfjs')) throw reason;
}

async function pagesOf(bytes: Uint8Array, name: string): Promise<PaintedPage[]> {
  const pages: PaintedPage[] = [];
  try {
    // pdf.js takes ownership of the buffer, so give it a copy. Pictures need not be decoded.
    const options = { isEvalSupported: false, stopAtErrors: false, verbosity: 0, maxImageSize: 0 };
    const document = await getDocumentProxy(new Uint8Array(bytes), options);
    if (document.numPages > maxPages) throw CompassError.of('unpacks-too-large', name, { limit: `${maxPages} pages` });
    const layers = await document.getOptionalContentConfig();
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await paintedPage(await document.getPage(number), (layer) => isShown(layers, layer)));
    }
    await document.destroy();
  } catch (error) {
    if (error instanceof CompassError) throw error;
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    throw CompassError.of(isEncrypted ? 'pdf-encrypted' : 'pdf-unreadable', name);
  }
  return pages;
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

function isShown(layers: Layers, layer: unknown): boolean {
  return !layer || layers.isVisible(layer) !== false;
}

async function paintedPage(page: PDFPageProxy, isLayerShown: (layer: unknown) => boolean): Promise<PaintedPage> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const fonts = new Map<string, FontFacts>();
  const fontOf = (id: string): FontFacts => {
    const known = fonts.get(id) ?? fontFacts(page, id);
    fonts.set(id, known);
    return known;
  };
  const painter = new Painter({
    ...{ number: page.pageNumber, width, height, matrix: toMatrix(transform), fontOf },
    isShown: isLayerShown,
  });
  paint(painter, fnArray, argsArray);
  page.cleanup();
  return painter.finish();
}

/** A font that could not be loaded is taken for a common one. */
function fontFacts(page: PDFPageProxy, id: string): FontFacts {
  const font = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined;
  return { name: String(font?.name ?? ''), unit: font?.fontMatrix?.[0] ?? 0.001, vertical: font?.vertical === true };
}
