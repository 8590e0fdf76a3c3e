import { getDocumentProxy } from 'unpdf';
import { CompassError } from '../../source/problem.ts';
import type { Block } from '../block.ts';
import { blocksOfLines, type Line } from './lines.ts';

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
  /** Its font where it has only one, as headings have. */
  font: string | undefined;
}

/** A page of a law has some 300 words; one with fewer letters than this has no text layer worth the name. */
const fewestLetters = 15;

/**
 * A PDF with a text layer: its lines put together from where the words stand, without page numbers and running heads.
 * @throws CompassError where it is encrypted, damaged, or a scan without text
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Block[]> {
  const lines = await pageLines(bytes, name);
  return blocksOfLines(withGaps(withoutRunningHeads(lines)));
}

async function pageLines(bytes: Uint8Array, name: string): Promise<PageLine[][]> {
  const pages: PageLine[][] = [];
  try {
    // The reader takes the buffer for itself.
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, stopAtErrors: false, verbosity: 0 });
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        linesOf(
          items.flatMap((item) =>
            'str' in item && item.str !== ''
              ? [
                  {
                    str: item.str,
                    x: item.transform[4] ?? 0,
                    y: item.transform[5] ?? 0,
                    width: item.width,
                    height: item.height,
                    font: item.fontName,
                  },
                ]
              : [],
          ),
          number,
        ),
      );
      page.cleanup();
    }
    await document.destroy();
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    throw CompassError.of(isEncrypted ? 'pdf-encrypted' : 'pdf-unreadable', name);
  }
  const letters = pages.flat().reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, '').length, 0);
  if (letters < fewestLetters * Math.max(1, pages.length)) throw CompassError.of('pdf-scanned', name, { n: pages.length });
  return pages;
}

/**
 * Words on one height are a line; the space between them is a space where it is as wide as one. The library puts most spaces in
 * itself: each follows a word and has its font, and words neither begin nor end with one.
 */
function linesOf(items: readonly Item[], page: number): PageLine[] {
  const lines: PageLine[] = [];
  for (const { str, x, y, width, height, font } of items) {
    const last = lines.at(-1);
    const size = height || last?.height || 10;
    if (last && Math.abs(last.y - y) < size * 0.4 && x >= last.right - size) {
      const apart = x - last.right > size * 0.15 && !/\s$/.test(last.text);
      last.text += (apart ? ' ' : '') + str;
      last.right = Math.max(last.right, x + width);
      if (font !== last.font) last.font = undefined;
    } else if (str.trim() !== '') lines.push({ text: str, page, y, height: size, right: x + width, font });
  }
  return lines;
}

/** What stands at the head or foot of most pages, but for the number in it, is no part of the law. */
function withoutRunningHeads(pages: readonly PageLine[][]): PageLine[] {
  const edge = (lines: readonly PageLine[]): PageLine[] => [...lines.slice(0, 2), ...lines.slice(-2)];
  const pattern = ({ text }: PageLine): string => text.replace(/\d+/g, '#').trim();
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const each of new Set(edge(lines).map(pattern))) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const often = Math.max(3, pages.length / 2);
  return pages.flatMap((lines) => {
    const edges = new Set(edge(lines));
    return lines.filter((line) => {
      if (!edges.has(line)) return true;
      const each = pattern(line);
      const isNumber = /^[-–—\s|/]*(?:page|seite|página|pagina)?\s*#(?:\s*(?:\/|of|von|de|sur)\s*#)?[-–—\s|/]*$/i.test(each);
      return !isNumber && (counts.get(each) ?? 0) < often;
    });
  });
}

/** A line further from the one before than lines usually are begins a paragraph. */
function* withGaps(lines: readonly PageLine[]): Generator<Line> {
  const usual = usualDistance(lines);
  const rightEdge = lines.map(({ right }) => right).sort((a, b) => a - b)[Math.floor(lines.length * 0.9)] ?? 0;
  let before: PageLine | undefined;
  for (const line of lines) {
    const samePage = before?.page === line.page;
    const distance = before ? before.y - line.y : 0;
    const larger =
      before !== undefined &&
      (Math.abs(line.height - before.height) > 1 ||
        (line.font !== undefined && before.font !== undefined && line.font !== before.font));
    // Across pages there is no distance to go by: a full stop well before the margin ends a paragraph.
    const endsShort = before !== undefined && /[.;:]$/.test(before.text.trim()) && before.right < rightEdge * 0.9;
    const gap = samePage ? distance > usual * 1.35 || distance < -usual || larger : endsShort;
    yield { text: line.text, place: { page: line.page }, gap };
    before = line;
  }
}

function usualDistance(lines: readonly PageLine[]): number {
  const distances: number[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before && before.page === line.page && before.y > line.y) distances.push(Math.round((before.y - line.y) * 2) / 2);
  }
  const counts = new Map<number, number>();
  for (const distance of distances) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 12;
}
