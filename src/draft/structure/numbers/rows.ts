import { withoutInserted } from '../amendments/amendments.ts';
import { looksLikeHeading, type MarkedBlock } from '../headings.ts';
import numbering from '../numbering.json' with { type: 'json' };
import { isSentence } from '../titles.ts';
import { fold, type StructureMarker } from './markers.ts';
import { bareNumber, numberedUnits } from './numbered.ts';

/** Characters. A longer line is not the title of a law. */
const longestTitle = 200;
/** How many paragraphs may stand between the title of a law and its first unit: formulas and headings. */
const titleDistance = 12;
const instrument = new RegExp(numbering.instruments, 'u');

/** The unit headings of one kind. */
interface Row {
  readonly kind: string;
  readonly indexes: readonly number[];
  readonly numbers: ReadonlySet<string>;
}

/**
 * Splits a file into the laws that it holds, each with units of its own: a decree and the rules that it approves, a law in two
 * languages, an act with a convention in its schedule. A new one begins at a title after which units start again from 1, or after
 * which all units are of another kind.
 */
export function lawsIn(blocks: readonly MarkedBlock[]): (readonly MarkedBlock[])[] {
  const rows = rowsOf(blocks);
  if (rows.length === 0) return bareLaws(blocks);
  const cuts = [...new Set([...endOfBare(blocks, rows), ...restarts(blocks, rows), ...changesOfKind(blocks, rows)])].sort(
    (a, b) => a - b,
  );
  const last = cuts.at(-1) ?? 0;
  const bare = bareRestart(blocks, Math.max(last, ...rows.flatMap(({ indexes }) => indexes.at(-1) ?? 0)));
  const starts = [0, ...cuts, ...(bare === undefined ? [] : [bare])];
  return starts.map((start, index) => blocks.slice(start, starts[index + 1]));
}

function rowsOf(blocks: readonly MarkedBlock[]): Row[] {
  const rows = new Map<string, { indexes: number[]; numbers: Set<string> }>();
  const own = new Set(withoutInserted(blocks));
  for (const [index, block] of blocks.entries()) {
    for (const marker of own.has(block) ? block.markers : []) {
      if (marker.type !== 'unit' || !looksLikeHeading(block, marker)) continue;
      const row = rows.get(marker.kind) ?? { indexes: [], numbers: new Set() };
      row.indexes.push(index);
      row.numbers.add(marker.number);
      rows.set(marker.kind, row);
    }
  }
  return [...rows].map(([kind, row]) => ({ kind, ...row })).filter(({ numbers }) => numbers.size > 1 && numbers.has('1'));
}

/**
 * The titles at which units of the same kind start again from 1, and the units of a decree in words that go on after those of the
 * law that it enacts: `ARTÍCULO PRIMERO` / `LEY ...` / `Artículo 1` / `ARTÍCULO SEGUNDO`.
 */
function restarts(blocks: readonly MarkedBlock[], rows: readonly Row[]): number[] {
  const main = rows.toSorted((a, b) => b.numbers.size - a.numbers.size)[0];
  if (!main) return [];
  const markerAt = (index: number): StructureMarker | undefined => blocks[index]?.markers.find(({ kind }) => kind === main.kind);
  const numberAt = (index: number): string => markerAt(index)?.number ?? '';
  const isInWords = (index: number): boolean => !/\d|\s[IVXLC]+$/.test(markerAt(index)?.written ?? '');
  let lastInWords = 0;
  return main.indexes.flatMap((index, position) => {
    const previous = main.indexes[position - 1];
    const isNextInWords = isInWords(index) && Number(numberAt(index)) === lastInWords + 1;
    if (isNextInWords) lastInWords += 1;
    if (previous === undefined) return [];
    if (isNextInWords && lastInWords > 1 && !isInWords(previous)) return index;
    // Two units 1 may be the two versions of one law.
    const isOther = isInWords(previous) && !isInWords(index);
    if (numberAt(index) !== '1' || (numberAt(previous) === '1' && !isOther)) return [];
    return titleAbove(blocks, index, previous) ?? [];
  });
}

/** Where the units of one kind begin after the last unit of another. */
function changesOfKind(blocks: readonly MarkedBlock[], rows: readonly Row[]): number[] {
  const ordered = rows.toSorted((a, b) => (a.indexes[0] ?? 0) - (b.indexes[0] ?? 0));
  return ordered.flatMap((row, position) => {
    const before = ordered[position - 1];
    const [first = 0, last = 0] = [row.indexes[0], before?.indexes.at(-1)];
    if (!before || last >= first) return [];
    const annex = annexBetween(blocks, last, first);
    // Annexes group their paragraphs in sections, which are no units.
    if (annex !== undefined) return row.kind === 'section' ? [] : [annex];
    return titleAbove(blocks, first, last) ?? [];
  });
}

/** Laws whose units have only numbers: one whose row of numbers ends before that of the longest begins, as in two languages. */
function bareLaws(blocks: readonly MarkedBlock[]): (readonly MarkedBlock[])[] {
  const units = numberedUnits(blocks);
  const first = blocks.findIndex((block) => units.has(block));
  if (first < 1 || numberedUnits(blocks.slice(0, first)).size === 0) return [blocks];
  let start = first;
  while (start > 1 && start > first - 3 && isLine(blocks[start - 1] as MarkedBlock)) start -= 1;
  return [blocks.slice(0, start), blocks.slice(start)];
}

/** Whether a paragraph may be a title: short, and neither a sentence nor numbered. */
function isLine({ text }: MarkedBlock): boolean {
  return text.length <= longestTitle && !/[.;:,—–]$/.test(text) && bareNumber(text) === undefined && !isSentence(text);
}

/** The annex or title at which the first units with a word begin, if units that have only a number stand before it. */
function endOfBare(blocks: readonly MarkedBlock[], rows: readonly Row[]): number[] {
  const first = Math.min(...rows.map(({ indexes }) => indexes[0] ?? 0));
  if (rows.length === 0) return [];
  const start = annexBetween(blocks, -1, first) ?? titleAbove(blocks, first, 0);
  return start !== undefined && start > 0 && numberedUnits(blocks.slice(0, start)).size > 0 ? [start] : [];
}

/** The title above the first of at least three bare numbers after the last unit that has a word. */
function bareRestart(blocks: readonly MarkedBlock[], lastUnit: number): number | undefined {
  if (lastUnit === 0) return undefined;
  const first = blocks.findIndex(({ text }, index) => index > lastUnit && bareNumber(text)?.number === '1');
  if (first === -1) return undefined;
  const title = titleAbove(blocks, first, lastUnit);
  return title !== undefined && numberedUnits(blocks.slice(title)).size > 0 ? title : undefined;
}

/**
 * The title of a law above its first unit; undefined if there is none, or if the law is an annex.
 * @param after the title comes after this index
 */
function titleAbove(blocks: readonly MarkedBlock[], first: number, after: number): number | undefined {
  for (let index = first - 1; index > Math.max(after, first - titleDistance); index--) {
    const block = blocks[index] as MarkedBlock;
    if (isLawTitle(block)) return annexBetween(blocks, index - titleDistance, first) === undefined ? index : undefined;
  }
  return undefined;
}

/** The index of the last heading of an annex between two indexes. */
function annexBetween(blocks: readonly MarkedBlock[], from: number, to: number): number | undefined {
  for (let index = to - 1; index > from && index >= 0; index--) {
    const block = blocks[index] as MarkedBlock;
    if (block.markers.some((marker) => marker.type === 'annex' && looksLikeHeading(block, marker))) return index;
  }
  return undefined;
}

/** The heading of the last articles of a Japanese or Korean act, which begin with 1 again. */
const ownRow = new RegExp(numbering.ownRow, 'u');

/** Whether a line is the title of a law: `PLATFORM REGULATION`, `Loi sur les plateformes`; or `ADDENDA`. */
function isLawTitle({ text, heading, markers }: MarkedBlock): boolean {
  if (text.length > longestTitle || markers.length > 0 || /[.;:,。；：，؛،]$/.test(text) || isSentence(text)) return false;
  if (ownRow.test(fold(text))) return true;
  const isProminent = heading === true || text === text.toUpperCase() || /^\p{Lu}/u.test(text);
  return isProminent && instrument.test(fold(text));
}
