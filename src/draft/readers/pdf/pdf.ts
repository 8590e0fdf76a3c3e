import { getDocumentProxy } from 'unpdf';
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { CompassError } from '../../../source/problem.ts';
import type { Read } from '../../block.ts';
import { blocksOfLines, type Line } from '../lines.ts';

/** A piece of text on a page. Positions and sizes are in points, from the lower left corner. */
interface Item {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly font: string;
}

interface PageLine {
  text: string;
  readonly page: number;
  readonly y: number;
  readonly height: number;
  right: number;
  /** Undefined if the line has several fonts. */
  font: string | undefined;
}

/** Letters a page. A page of a law has some 300 words; with less than this on average, the file is a scan. */
const minLettersPerPage = 15;

/**
 * A PDF with a text layer as blocks: lines are rebuilt from the positions of the words; page numbers and running heads are left
 * out.
 * @throws CompassError if the file is encrypted, damaged, or a scan without text
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Read> {
  const pages = await pageLines(bytes, name);
  const imagePages = pages.filter((lines) => lines.length === 0).length;
  return { blocks: blocksOfLines(withGaps(withoutRunningHeads(pages))), warnings: [], pages: pages.length, imagePages };
}

async function pageLines(bytes: Uint8Array, name: string): Promise<PageLine[][]> {
  const pages: PageLine[][] = [];
  try {
    // pdf.js takes ownership of the buffer, so give it a copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, stopAtErrors: false, verbosity: 0 });
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap(toItem), number));
      page.cleanup();
    }
    await document.destroy();
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    throw CompassError.of(isEncrypted ? 'pdf-encrypted' : 'pdf-unreadable', name);
  }
  if (isScan(pages)) throw CompassError.of('pdf-scanned', name, { n: pages.length });
  return pages;
}

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** Marked content without text and empty strings give no item. */
function toItem(item: TextContent['items'][number]): Item[] {
  if (!('str' in item) || item.str === '') return [];
  const { str, transform, width, height, fontName } = item;
  return [{ str, x: transform[4] ?? 0, y: transform[5] ?? 0, width, height, font: fontName }];
}

function isScan(pages: readonly PageLine[][]): boolean {
  const letters = pages.flat().reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, '').length, 0);
  return letters < minLettersPerPage * Math.max(1, pages.length);
}

/**
 * Joins words with the same baseline into lines. pdf.js adds most spaces itself; one more is added where the gap between two
 * words is as wide as a space.
 */
function linesOf(items: readonly Item[], page: number): PageLine[] {
  const lines: PageLine[] = [];
  for (const { str, x, y, width, height, font } of items) {
    const last = lines.at(-1);
    const size = height || last?.height || 10;
    if (last && Math.abs(last.y - y) < size * 0.4 && x >= last.right - size) {
      const isSpaced = x - last.right > size * 0.15 && !/\s$/.test(last.text);
      last.text += (isSpaced ? ' ' : '') + str;
      last.right = Math.max(last.right, x + width);
      if (font !== last.font) last.font = undefined;
    } else if (str.trim() !== '') lines.push({ text: str, page, y, height: size, right: x + width, font });
  }
  return lines;
}

/** Removes page numbers and running heads: first or last lines that are the same on most pages, apart from numbers in them. */
function withoutRunningHeads(pages: readonly PageLine[][]): PageLine[] {
  const edge = (lines: readonly PageLine[]): PageLine[] => [...lines.slice(0, 2), ...lines.slice(-2)];
  const pattern = ({ text }: PageLine): string => text.replace(/\d+/g, '#').trim();
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const each of new Set(edge(lines).map(pattern))) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const minRepeats = Math.max(3, pages.length / 2);
  return pages.flatMap((lines) => {
    const edges = new Set(edge(lines));
    return lines.filter((line) => {
      if (!edges.has(line)) return true;
      const edgeLine = pattern(line);
      const isPageNumber = /^[-–—\s|/]*(?:page|seite|página|pagina)?\s*#(?:\s*(?:\/|of|von|de|sur)\s*#)?[-–—\s|/]*$/i.test(
        edgeLine,
      );
      return !isPageNumber && (counts.get(edgeLine) ?? 0) < minRepeats;
    });
  });
}

/** Marks the lines that begin a paragraph: the distance to the line above is larger than usual, or the font changes. */
function* withGaps(lines: readonly PageLine[]): Generator<Line> {
  const usual = usualDistance(lines);
  const rightEdge = lines.map(({ right }) => right).sort((a, b) => a - b)[Math.floor(lines.length * 0.9)] ?? 0;
  let previous: PageLine | undefined;
  for (const line of lines) {
    const samePage = previous?.page === line.page;
    const distance = previous ? previous.y - line.y : 0;
    const fontChanges =
      previous !== undefined &&
      (Math.abs(line.height - previous.height) > 1 ||
        (line.font !== undefined && previous.font !== undefined && line.font !== previous.font));
    // There is no distance between two pages: a sentence that ends well before the margin ends the paragraph.
    const endsShort = previous !== undefined && /[.;:]$/.test(previous.text.trim()) && previous.right < rightEdge * 0.9;
    const gap = samePage ? distance > usual * 1.35 || distance < -usual || fontChanges : endsShort;
    yield { text: line.text, place: { page: line.page }, gap };
    previous = line;
  }
}

/** The most frequent distance between two lines, in points. */
function usualDistance(lines: readonly PageLine[]): number {
  const distances: number[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (above && above.page === line.page && above.y > line.y) distances.push(Math.round((above.y - line.y) * 2) / 2);
  }
  const counts = new Map<number, number>();
  for (const distance of distances) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 12;
}
