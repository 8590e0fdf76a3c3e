import { detectLanguage } from '../../../search/language.ts';
import { versionWords } from '../../columns.ts';
import type { Region } from './columns.ts';
import { textOfRow } from './rows.ts';

/** A region and the page that it is on. */
export interface PagedRegion extends Region {
  readonly page: number;
  /** Whether another language or version of the text begins here. */
  readonly beginsText?: boolean;
}

export interface ReadingOrder {
  readonly regions: readonly PagedRegion[];
  /** The names of columns that hold versions or languages of one text; undefined if they are read one after the other. */
  readonly parallel: { readonly names: string; readonly page: number } | undefined;
}

/** Each column has this many words at least, so that its language can be told. */
const minWords = 20;

/**
 * Puts the columns of the document in order. Columns with the languages or versions of one text are read to the end of the
 * document each; other columns page by page. Of versions the last column comes first, because it is the newest text.
 */
export function inReadingOrder(regions: readonly PagedRegion[]): ReadingOrder {
  const first = regions.find(({ column }) => column !== undefined);
  if (!first) return { regions, parallel: undefined };
  const relation = relationOf(rowTexts(regions, 0), rowTexts(regions, 1));
  if (!relation) return { regions, parallel: undefined };
  const all = inOwnColumns(regions);
  const columns = [...new Set(all.map(({ column }) => column))].filter((column) => column !== undefined).sort((a, b) => a - b);
  const main = relation.isTranslation ? columns[0] : columns.at(-1);
  const flow = all.filter(({ column }) => column === undefined || column === main);
  const others = columns.filter((column) => column !== main);
  return {
    regions: [
      ...flow,
      ...others.flatMap((wanted) =>
        all.filter(({ column }) => column === wanted).map((region, index) => ({ ...region, beginsText: index === 0 })),
      ),
    ],
    parallel: { names: relation.names, page: first.page },
  };
}

/** Columns end within so many points of each other. */
const sameEdge = 6;

/** Where one column has no words beside it, as on the last page, its rows are known by their place. */
function inOwnColumns(regions: readonly PagedRegion[]): PagedRegion[] {
  const edges = new Map<number, { left: number; right: number }>();
  for (const { column, rows } of regions) {
    if (column === undefined) continue;
    const known = edges.get(column) ?? { left: Number.POSITIVE_INFINITY, right: 0 };
    const left = rows.reduce((least, { x }) => Math.min(least, x), known.left);
    edges.set(column, { left, right: rows.reduce((most, { right }) => Math.max(most, right), known.right) });
  }
  return regions.map((region) => {
    if (region.column !== undefined) return region;
    const column = [...edges].find(([, { left, right }]) =>
      region.rows.every((row) => row.x >= left - sameEdge && row.right <= right + sameEdge),
    )?.[0];
    return column === undefined ? region : { ...region, column };
  });
}

function rowTexts(regions: readonly PagedRegion[], wanted: number): string[] {
  return regions.filter(({ column }) => column === wanted).flatMap(({ rows }) => rows.map((row) => textOfRow(row).text));
}

interface Relation {
  readonly isTranslation: boolean;
  readonly names: string;
}

function relationOf(leftRows: readonly string[], rightRows: readonly string[]): Relation | undefined {
  const [left, right] = [leftRows.join('\n'), rightRows.join('\n')];
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const heads = [leftRows[0] ?? '', rightRows[0] ?? ''];
  const areNamed = heads.every((head) => head.length < 60 && versionWords.test(head));
  if (areNamed) return { isTranslation: false, names: heads.join(' / ') };
  if (a.length < minWords || b.length < minWords) return undefined;
  const shared = sharedPart(new Set(a), new Set(b));
  const numbers = [numbersOf(left), numbersOf(right)] as const;
  const agreeing = agreement(...numbers);
  const languages = [languageThroughout(leftRows), languageThroughout(rightRows)];
  const areTwo = languages[0] !== undefined && languages[1] !== undefined && languages[0] !== languages[1];
  const mayAgree = agreeing >= 0.4 || numbers.some(({ length }) => length < 3);
  if (areTwo && shared < 0.3 && mayAgree) return { isTranslation: true, names: languages.join(' / ') };
  if (agreeing < 0.6) return undefined;
  if (shared < 0.12) return { isTranslation: true, names: '1 / 2' };
  if (sharedPart(new Set(phrases(a)), new Set(phrases(b))) >= 0.4) return { isTranslation: false, names: '1 / 2' };
  return undefined;
}

/** The code of the language of both halves of a column; undefined if they differ or it is unknown. */
function languageThroughout(rows: readonly string[]): string | undefined {
  const middle = rows.length >> 1;
  const [first, second] = [rows.slice(0, middle), rows.slice(middle)].map((half) => detectLanguage(half.join('\n')).code);
  return first === second && first !== 'und' ? first : undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** Every four words in a row. */
function phrases(words: readonly string[]): string[] {
  return words.slice(3).map((_, index) => words.slice(index, index + 4).join(' '));
}

/** How much of the smaller set is in the other: 0..1. */
function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return [...small].filter((each) => large.has(each)).length / Math.max(1, small.size);
}

function numbersOf(text: string): string[] {
  return [...text.matchAll(/^(?:\p{L}+\.?\s+|§\s*)?\(?(\d{1,3})[).\s]/gmu)].map(([, number]) => number ?? '').slice(0, 400);
}

/** The longest common sequence of two lists as a part of the longer one: 0..1. */
function agreement(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const row = [0];
    for (const [index, right] of b.entries()) {
      row.push(left === right ? (above[index] ?? 0) + 1 : Math.max(above[index + 1] ?? 0, row[index] ?? 0));
    }
    above = row;
  }
  const common = above.at(-1) ?? 0;
  return common < 3 ? 0 : common / Math.max(a.length, b.length);
}
