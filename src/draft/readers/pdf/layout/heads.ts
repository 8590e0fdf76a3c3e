import { structureMarkers } from '../../../structure/numbers/markers.ts';
import type { PaintedPage, Word } from '../paint/page.ts';
import { bodyStyle, type Style, styleOf } from './body-style.ts';
import { noteRows, referencesIn } from './notes.ts';
import { gapBetween, type Row, rowOf, textOfRow } from './rows.ts';

/** A part of a row in the upper or lower margin: heads may have a left, a middle and a right piece. */
interface Piece {
  readonly row: Row;
  readonly words: readonly Word[];
  readonly text: string;
  /** The text without its numbers. */
  readonly pattern: string;
  readonly page: number;
  readonly zone: 'head' | 'foot';
  readonly y: number;
  /** The index of its row, counted from the edge of the page. */
  readonly depth: number;
  /** Whether more space than usual separates the row from the text. */
  readonly isApart: boolean;
  readonly style: Style;
  readonly isArtifact: boolean;
}

/** The part of a page's height where heads and feet are. */
const zoneHeight = 0.15;
/** The rows of a head or foot at most. */
const maxRows = 4;
/** A gap of so many sizes separates two pieces. */
const pieceGap = 1.5;
/** Heads of the same kind stand at the same height, within so many points. */
const sameHeight = 3;
const pageNumber = /^[-–—\s|/]*(?:page|seite|página|pagina|s\.|p\.)?\s*#(?:\s*(?:\/|of|von|de|sur)\s*#)?[-–—\s|/]*$/i;

/** Removes page numbers, running heads and feet, as far as their position and repetition prove them. */
export function withoutHeads(pages: readonly PaintedPage[], rowsOfPages: readonly (readonly Row[])[]): Row[][] {
  const body = bodyStyle(rowsOfPages);
  const pieces = rowsOfPages.flatMap((rows, page) => {
    const { height = 0, rules = [] } = pages[page] ?? {};
    const notes = new Set(noteRows(rows, { rules, bodySize: body.size, references: referencesIn(rows) }));
    const pieces = piecesOf(rows, page, height);
    const numbered = new Set(
      pieces.filter(({ depth, pattern }) => depth === 0 && pageNumber.test(pattern)).map(({ row }) => row),
    );
    return pieces.filter(({ row }) => !notes.has(row) || numbered.has(row));
  });
  const proof = new Proof(pieces, rowsOfPages, body);
  const removed = new Set(pieces.filter((piece) => proof.isProved(piece)).flatMap(({ words }) => words));
  return rowsOfPages.map((rows) =>
    rows.flatMap((row) => {
      const words = row.words.filter((word) => !removed.has(word));
      if (words.length === row.words.length) return [row];
      return words.length > 0 ? [rowOf(words)] : [];
    }),
  );
}

function piecesOf(rows: readonly Row[], page: number, height: number): Piece[] {
  const heads = rows.filter(({ y }) => y < height * zoneHeight).slice(0, maxRows);
  const feet = rows
    .filter(({ y }) => y > height * (1 - zoneHeight))
    .reverse()
    .slice(0, maxRows);
  const pieces = (zone: Piece['zone'], zoneRows: readonly Row[]): Piece[] =>
    zoneRows.flatMap((row, depth) => {
      const next = rows[rows.indexOf(row) + (zone === 'head' ? 1 : -1)];
      const isApart = next !== undefined && Math.abs(next.y - row.y) > 1.6 * Math.max(next.size, row.size);
      return split(row).map((words) => pieceOf({ words, row, page, zone, depth, isApart, y: row.y }));
    });
  // A short page may be within both zones.
  return [
    ...pieces('head', heads),
    ...pieces(
      'foot',
      feet.filter((row) => !heads.includes(row)),
    ),
  ];
}

function pieceOf(piece: Pick<Piece, 'row' | 'page' | 'zone' | 'depth' | 'isApart' | 'y' | 'words'>): Piece {
  const { text } = textOfRow(rowOf(piece.words));
  const isArtifact = piece.words.every(({ ink }) => ink.artifact);
  return { ...piece, text, pattern: patternOf(text), style: styleOf(piece.words), isArtifact };
}

function patternOf(text: string): string {
  if (/^[-–—\s]*[ivxlc]{1,7}[-–—\s]*$/.test(text)) return '#';
  return text.replace(/\d+/g, '#').trim().toLowerCase();
}

function split({ words }: Row): Word[][] {
  const parts: Word[][] = [];
  let previous: Word | undefined;
  for (const word of words) {
    const last = parts.at(-1);
    if (previous && last && gapBetween(previous, word) < pieceGap * word.size) last.push(word);
    else parts.push([word]);
    previous = word;
  }
  return parts;
}

/** What is known about the pieces of all pages. */
class Proof {
  readonly #pageCount: number;
  readonly #body: Style;
  /** The number of pages on which a piece with the same text, or with a number that counts the pages, has this height. */
  readonly #pagesOf = new Map<string, { count: number; last: number }>();
  readonly #byRow = new Map<string, Piece[]>();
  /** Styles of rows outside of heads and feet. */
  readonly #bodyStyles: ReadonlySet<string>;
  readonly #others: readonly Row[];
  #markers: ReadonlySet<string> | undefined;

  constructor(pieces: readonly Piece[], rowsOfPages: readonly (readonly Row[])[], body: Style) {
    this.#pageCount = rowsOfPages.filter(({ length }) => length > 0).length;
    this.#body = body;
    for (const piece of pieces) {
      for (const feature of [textOfPiece(piece), countingOf(piece), keyOf(piece.style)]) {
        this.#count(heightKey(piece, feature), piece.page);
      }
      const row = this.#byRow.get(rowKey(piece));
      if (row) row.push(piece);
      else this.#byRow.set(rowKey(piece), [piece]);
    }
    const inZones = new Set(pieces.flatMap(({ words }) => words));
    this.#others = rowsOfPages.flat().filter(({ words }) => words.some((word) => !inZones.has(word)));
    this.#bodyStyles = new Set(this.#others.map(({ words }) => keyOf(styleOf(words))));
  }

  isProved(piece: Piece): boolean {
    if (this.#isPageNumber(piece) || this.#repeats(piece)) return true;
    if (markerOf(piece.text) !== undefined && !this.#mayRemoveUnit(piece)) return false;
    if (piece.isArtifact) return true;
    // A piece beside a page number or a head, or next to one in the same type.
    const proved = this.#beside(piece).filter((other) => this.#repeats(other) || this.#isPageNumber(other));
    const isLike = proved.some(({ style }) => keyOf(style) === keyOf(piece.style));
    if (proved.length > 0 && (this.#isSetApart(piece) || isLike) && this.#isUsual(piece)) return true;
    return this.#isBelowHead(piece) && this.#isUsual(piece);
  }

  /** A page number: alone in the outermost row, or counting the pages. */
  #isPageNumber(piece: Piece): boolean {
    if (!pageNumber.test(piece.pattern)) return false;
    if (this.#pages(piece, countingOf(piece)) > 1) return true;
    return piece.depth === 0 && this.#beside(piece).length === 0 && piece.isApart;
  }

  /** The same words at the same height on most pages, or on several in type that the text does not use. */
  #repeats(piece: Piece): boolean {
    const pages = Math.max(this.#pages(piece, textOfPiece(piece)), this.#pages(piece, countingOf(piece)));
    if (markerOf(piece.text) !== undefined && !this.#mayRemoveUnit(piece)) return false;
    if (pages >= Math.max(3, this.#pageCount / 2)) return true;
    if (pages < 2) return false;
    return this.#isSetApart(piece) || this.#beside(piece).some((other) => this.#isPageNumber(other));
  }

  /** Pages are added in order. */
  #count(key: string, page: number): void {
    const known = this.#pagesOf.get(key);
    if (!known) this.#pagesOf.set(key, { count: 1, last: page });
    else if (known.last !== page) Object.assign(known, { count: known.count + 1, last: page });
  }

  /** On how many pages a piece with the feature has about the same height. */
  #pages(piece: Piece, feature: string): number {
    return [-1, 0, 1].reduce((sum, offset) => sum + (this.#pagesOf.get(heightKey(piece, feature, offset))?.count ?? 0), 0);
  }

  #beside(piece: Piece): Piece[] {
    return (this.#byRow.get(rowKey(piece)) ?? []).filter((other) => other !== piece);
  }

  /** Whether the heading of an article or section is repeated from the text, or is too small to be one. */
  #mayRemoveUnit(piece: Piece): boolean {
    const isSmall = this.#isSetApart(piece) && (piece.style.italic || piece.style.size < this.#body.size * 0.95);
    if (isSmall) return true;
    this.#markers ??= new Set(this.#others.flatMap((row) => markerOf(textOfRow(row).text) ?? []));
    return this.#markers.has(markerOf(piece.text) ?? '');
  }

  /** Whether the text nowhere uses the piece's type, and the piece does not look like a heading. */
  #isSetApart({ style }: Piece): boolean {
    const isHeading =
      style.size > this.#body.size * 1.05 || (style.bold && !style.italic && style.size >= this.#body.size * 0.95);
    return !this.#bodyStyles.has(keyOf(style)) && !isHeading;
  }

  /** Whether other pages have something in the same type at the same height. */
  #isUsual(piece: Piece): boolean {
    return this.#pages(piece, keyOf(piece.style)) > (this.#pageCount <= 3 ? 1 : 2);
  }

  /** Whether the row before it, further out, is a head in the same type. */
  #isBelowHead(piece: Piece): boolean {
    if (piece.depth === 0 || !this.#isSetApart(piece)) return false;
    const outer = this.#byRow.get(rowKey({ ...piece, depth: piece.depth - 1 })) ?? [];
    return outer.some((other) => keyOf(other.style) === keyOf(piece.style) && this.#repeats(other));
  }
}

function rowKey({ page, zone, depth }: Pick<Piece, 'page' | 'zone' | 'depth'>): string {
  return `${page} ${zone} ${depth}`;
}

function heightKey({ zone, y }: Piece, feature: string, offset = 0): string {
  return `${zone} ${Math.round(y / sameHeight) + offset} ${feature}`;
}

function textOfPiece({ text }: Piece): string {
  return `text ${text}`;
}

/** The same for pieces whose numbers differ as their pages do. */
function countingOf({ pattern, text, page }: Piece): string {
  return `${pattern}|${Number(/\d+/.exec(text)?.[0] ?? Number.NaN) - page}`;
}

function keyOf({ font, size }: Style): string {
  return `${font} ${Math.round(size * 4)}`;
}

/** The kind and number of an article or section that a row begins with. */
function markerOf(text: string): string | undefined {
  const marker = structureMarkers(text).find(({ type }) => type === 'unit' || type === 'annex' || type === 'supplement');
  return marker && `${marker.kind} ${marker.number}`;
}
