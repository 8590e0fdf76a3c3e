import type { ReadingWarning } from '../../../core/reading.ts';
import { CompassError } from '../../../source/problem.ts';
import type { Block, Read } from '../../block.ts';
import { paintedPages } from './document.ts';
import { bodyStyle } from './layout/body-style.ts';
import { regionsOf } from './layout/columns.ts';
import { withoutHeads } from './layout/heads.ts';
import { withoutLineNumbers } from './layout/line-numbers.ts';
import { type Note, referencesIn, withoutNotes } from './layout/notes.ts';
import { blocksOfRows, type PlacedRow } from './layout/paragraphs.ts';
import { inReadingOrder, type PagedRegion } from './layout/parallel.ts';
import { type Row, rowsOf, textOfRow } from './layout/rows.ts';
import type { PaintedPage } from './paint/page.ts';
import { sideTexts, turnedUpright } from './rotation.ts';
import { lacksSpaces } from './spacing.ts';
import { withStrikes } from './strikes.ts';
import { minPicture, type Seen, visibleWords } from './visibility.ts';

/** Letters a page. A page of a law has some 300 words; with less than this on average, the file is a scan. */
const minLettersPerPage = 15;
/** A page that is half a picture may have so many letters in its head and foot. */
const minLettersBesidePicture = 200;

interface Sheet extends Seen {
  readonly page: PaintedPage;
}

/**
 * A PDF with a text layer as blocks. The words are put in order by their positions: columns, margins, notes. Page numbers,
 * running heads and line numbers are left out.
 * @throws CompassError if the file is encrypted, damaged, or a scan without text
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Read> {
  const sheets = (await paintedPages(bytes, name)).map(sheetOf);
  const pages = sheets.map(({ page }) => page);
  const upright = sheets.map(({ words }) => rowsOf(words.filter(({ angle }) => angle === 0)));
  const rows = withoutHeads(pages, withoutLineNumbers(upright));
  const letters = rows.map((own) => own.reduce((sum, row) => sum + lettersIn(row), 0));
  const sum = letters.reduce((total, count) => total + count, 0);
  if (sum < minLettersPerPage * Math.max(1, pages.length)) throw CompassError.of('pdf-scanned', name, { n: pages.length });
  const { blocks, parallel } = blocksOf(sheets, rows);
  const imagePages = sheets.filter((sheet, index) => isImage(sheet, letters[index] ?? 0)).length;
  const warnings: ReadingWarning[] = [];
  if (parallel) warnings.push({ code: 'columns', columns: parallel.names, place: parallel.page });
  if (imagePages > 0) warnings.push({ code: 'image-pages', n: imagePages, pages: pages.length });
  const recognised = sheets.filter(({ isRecognised }) => isRecognised).length;
  if (recognised > 0) warnings.push({ code: 'ocr', n: recognised, pages: pages.length });
  if (rows.some(lacksSpaces)) warnings.push({ code: 'no-spaces' });
  return { blocks, warnings, pages: pages.length, imagePages };
}

function sheetOf(painted: PaintedPage): Sheet {
  const page = turnedUpright(painted);
  const seen = visibleWords(page);
  return { ...seen, page, words: withStrikes(seen.words, page.rules) };
}

/** Whether a page is a picture, with no words or little more than a head and a foot. */
function isImage({ picture, isRecognised }: Sheet, letters: number): boolean {
  return (
    (picture >= minPicture && letters < minLettersPerPage) ||
    (picture >= 0.5 && letters < minLettersBesidePicture && !isRecognised)
  );
}

function lettersIn({ words }: Row): number {
  return words.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
}

interface Content {
  readonly blocks: readonly Block[];
  readonly parallel: ReturnType<typeof inReadingOrder>['parallel'];
}

function blocksOf(sheets: readonly Sheet[], rows: readonly (readonly Row[])[]): Content {
  const { size } = bodyStyle(rows);
  const notes: Note[] = [];
  const regions = rows.flatMap((own, index) => {
    const page = sheets[index]?.page;
    const parts = regionsOf(own);
    const references = new Set(parts.flatMap((region) => [...referencesIn(region.rows)]));
    const place = { rules: page?.rules ?? [], bodySize: size, references };
    return parts.map((region): PagedRegion => {
      const parted = withoutNotes(region.rows, page?.number ?? 0, place);
      notes.push(...parted.notes);
      return { ...region, rows: parted.rows, page: page?.number ?? 0 };
    });
  });
  const { regions: ordered, parallel } = inReadingOrder(regions);
  const placed = withHidden(placedRows(ordered, notes), sheets);
  const asides = sideTexts(sheets.map(({ page, words }) => ({ number: page.number, words })));
  return {
    blocks: [...blocksOfRows(placed), ...joined(notes).map(noteBlock), ...asides.map(({ text, page }) => captionOf(text, page))],
    parallel,
  };
}

function placedRows(regions: readonly PagedRegion[], notes: readonly Note[]): PlacedRow[] {
  const marks = new Map<number, Set<string>>();
  for (const { page, number } of notes) marks.set(page, (marks.get(page) ?? new Set()).add(number));
  const none: ReadonlySet<string> = new Set();
  return regions.flatMap(({ rows, page, beginsText = false }, part) =>
    rows.map((row, index) => ({
      ...{ ...row, page, part, noteMarks: marks.get(page) ?? none },
      ...{ beginsText: beginsText && index === 0, hiddenBelow: [] },
    })),
  );
}

/** Adds the hidden words of each page to the row above them. */
function withHidden(rows: readonly PlacedRow[], sheets: readonly Sheet[]): PlacedRow[] {
  const below = new Map<PlacedRow, string[]>();
  const byPage = new Map<number, PlacedRow[]>();
  for (const row of rows) {
    const own = byPage.get(row.page);
    if (own) own.push(row);
    else byPage.set(row.page, [row]);
  }
  for (const { hidden, page } of sheets) {
    if (hidden.length === 0) continue;
    const own = byPage.get(page.number) ?? [];
    const upwards = [...own].sort((a, b) => b.y - a.y);
    let next = upwards.length - 1;
    // Both go down the page, so that most rows are looked at once.
    for (const row of rowsOf(hidden)) {
      const reach = row.y + row.size * 0.4;
      while (next < upwards.length - 1 && (upwards[next] as PlacedRow).y > reach) next += 1;
      while (next > 0 && (upwards[next - 1] as PlacedRow).y <= reach) next -= 1;
      const nearest = upwards[next];
      const above = nearest && nearest.y <= reach ? nearest : (own[0] ?? rows[0]);
      if (!above) continue;
      const words = below.get(above);
      if (words) words.push(textOfRow(row).text);
      else below.set(above, [textOfRow(row).text]);
    }
  }
  return below.size === 0 ? [...rows] : rows.map((row) => ({ ...row, hiddenBelow: below.get(row) ?? [] }));
}

/** Joins notes that go on after the end of a page. */
function joined(notes: readonly Note[]): Note[] {
  const found: Note[] = [];
  for (const note of notes) {
    const open = found.at(-1);
    if (note.number === '' && open) open.text += `\n${note.text}`;
    else found.push({ ...note });
  }
  return found;
}

function noteBlock({ text, page, number }: Note): Block {
  return { text, place: { page }, role: 'note', ...(number !== '' && { number }) };
}

function captionOf(text: string, page: number): Block {
  return { text, place: { page }, role: 'caption' };
}
