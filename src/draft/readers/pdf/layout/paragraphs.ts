import type { Block } from '../../../block.ts';
import { structureMarkers } from '../../../structure/numbers/markers.ts';
import { pointMarker } from '../../../structure/numbers/point-markers.ts';
import { blocksOfLines, type Line } from '../../lines.ts';
import { gapBetween, type Row, textOfRow } from './rows.ts';

/** A row of the text in reading order. */
export interface PlacedRow extends Row {
  readonly page: number;
  /** Counts the columns and other parts of the document; rows of one part stand below each other. */
  readonly part: number;
  /** The numbers of the notes on its page. */
  readonly noteMarks: ReadonlySet<string>;
  /** Whether it begins another text, such as the next column of a translation. */
  readonly beginsText: boolean;
  /** Hidden words below the row. */
  readonly hiddenBelow: readonly string[];
}

interface ReadRow {
  readonly row: PlacedRow;
  readonly text: string;
  readonly struck: readonly string[];
  /** Undefined if the row has several fonts. */
  readonly font: string | undefined;
}

/** Joins rows into paragraphs. Struck and hidden words follow the paragraph in which they stood. */
export function blocksOfRows(rows: readonly PlacedRow[]): Block[] {
  const all = rows.map(read);
  const shown = all.filter(({ text }) => text !== '');
  const lines = withGaps(shown);
  const blocks = blocksOfLines(lines);
  if (all.every(({ struck, row }) => struck.length === 0 && row.hiddenBelow.length === 0)) return blocks;
  return withStruck(blocks, all, lines);
}

function read(row: PlacedRow): ReadRow {
  const { text, struck } = textOfRow(row, row.noteMarks);
  const [first] = row.words;
  const font = row.words.every((word) => word.font === first?.font) ? first?.font : undefined;
  return { row, text, struck: [...struck, ...row.hiddenBelow], font };
}

/** Puts the struck words of each row after the block that the row is part of. */
function withStruck(blocks: readonly Block[], rows: readonly ReadRow[], lines: readonly Line[]): Block[] {
  const lineOf = new Map(rows.filter(({ text }) => text !== '').map((each, index) => [each, lines[index]]));
  const starts = new Map(blocks.map((block, index) => [block.place, index]));
  const after: Block[][] = blocks.map(() => []);
  const before: Block[] = [];
  let current = -1;
  for (const each of rows) {
    const line = lineOf.get(each);
    if (line) current = starts.get(line.place) ?? current;
    const target = after[current] ?? before;
    for (const text of each.struck) target.push({ text, place: { page: each.row.page }, role: 'struck' });
  }
  return [...before, ...blocks.flatMap((block, index) => [block, ...(after[index] ?? [])])];
}

/** Marks the lines that begin a paragraph: more space above than usual, another font, or an indent. */
function withGaps(rows: readonly ReadRow[]): Line[] {
  const usual = usualDistance(rows);
  const edges = edgesOf(rows);
  let previous: ReadRow | undefined;
  return rows.map((each) => {
    const gap = previous !== undefined && beginsParagraph(each, previous, usual, edges);
    previous = each;
    return { text: each.text, place: { page: each.row.page }, gap };
  });
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function beginsParagraph(
  { row, font, text }: ReadRow,
  above: ReadRow,
  usual: number,
  edges: ReadonlyMap<number, Edges>,
): boolean {
  const aboveEdges = edges.get(above.row.part);
  const isEnd = /[.;:]$/.test(above.text);
  const width = (aboveEdges?.right ?? 0) - (aboveEdges?.left ?? 0);
  const endsShort = isEnd && above.row.right < (aboveEdges?.right ?? 0) - width * 0.12;
  const fontChanges =
    Math.abs(row.size - above.row.size) > 1 || (font !== undefined && above.font !== undefined && font !== above.font);
  if (row.beginsText) return true;
  if (row.part === above.row.part && /^[^\p{Ll}]/u.test(text) && hasCells(above.row) && !hasCells(row)) return true;
  // There is no distance between two pages or columns: a sentence that ends well before the margin ends the paragraph.
  const mayBegin = /^[^\p{Ll}]/u.test(text);
  const afterShort = mayBegin && leavesRoom(above, { row, text }, aboveEdges);
  if (row.part !== above.row.part) return endsShort || afterShort || (fontChanges && mayBegin);
  const distance = row.y - above.row.y;
  if (distance > usual * 1.35 || distance < -usual || fontChanges) return true;
  const isIndented = row.x - above.row.x > row.size * 0.8 && above.row.x - (aboveEdges?.left ?? 0) < row.size * 0.3;
  return (isEnd && isIndented) || afterShort;
}

/** The least gap between two cells of a table, in font sizes. */
const cellGap = 2.5;
/** A cell with fewer letters may be the number of a paragraph. */
const shortestCell = 6;

/** Whether words with a wide space between them are the cells of a table. */
function hasCells({ words }: Row): boolean {
  let letters = 0;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (before && letters >= shortestCell && gapBetween(before, word) > word.size * cellGap) return true;
    letters += word.text.length;
  }
  return false;
}

/**
 * Whether the first word of a row would have had room in the row above: then that row ends a paragraph. Typists break lines
 * early, so that a row without an end mark has to be short. Centred rows have room on both sides.
 */
function leavesRoom(above: ReadRow, { row, text }: Pick<ReadRow, 'row' | 'text'>, edges: Edges | undefined): boolean {
  const [first] = row.words;
  const { x, right } = above.row;
  if (!first || !edges || x - edges.left > (edges.right - right) * 0.5) return false;
  if (right + (first.right - first.x) + row.size > edges.right) return false;
  if (/[.;:—]$/.test(above.text)) return true;
  if (/,$/.test(above.text)) return false;
  const isNumbered = structureMarkers(text).length > 0 || pointMarker(text) !== undefined;
  return right < edges.left + (edges.right - edges.left) * (isNumbered ? 0.85 : 0.65);
}

/** The margins of each part. */
function edgesOf(rows: readonly ReadRow[]): Map<number, Edges> {
  const byPart = new Map<number, Row[]>();
  for (const { row } of rows) {
    const part = byPart.get(row.part);
    if (part) part.push(row);
    else byPart.set(row.part, [row]);
  }
  const all = edgesOfRows(rows.map(({ row }) => row));
  // A part of few rows says little about its margins.
  return new Map([...byPart].map(([part, own]) => [part, own.length < 5 ? all : edgesOfRows(own)]));
}

function edgesOfRows(rows: readonly Row[]): Edges {
  const lefts = rows.map(({ x }) => x).sort((a, b) => a - b);
  const rights = rows.map(({ right }) => right).sort((a, b) => a - b);
  return { left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: rights[Math.floor(rights.length * 0.9)] ?? 0 };
}

/** So many lines that go on with a sentence tell the distance of lines. */
const minGoingOn = 5;

/**
 * The distance of lines within a paragraph, in points: the most frequent one between a line and another that goes on with its
 * sentence, or between all lines if there are few such.
 */
function usualDistance(rows: readonly ReadRow[]): number {
  const all: number[] = [];
  const goingOn: number[] = [];
  for (const [index, { row, text }] of rows.entries()) {
    const above = rows[index - 1];
    if (!above || above.row.part !== row.part || above.row.y >= row.y) continue;
    const distance = Math.round((row.y - above.row.y) * 2) / 2;
    all.push(distance);
    if (/^\p{Ll}{2}/u.test(text) && /[\p{L}\p{N},]$/u.test(above.text)) goingOn.push(distance);
  }
  return mostFrequent(goingOn.length >= minGoingOn ? goingOn : all) ?? 12;
}

/** The smaller of two equally frequent values. */
function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
