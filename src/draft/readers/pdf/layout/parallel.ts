import { type Language, languageOf } from '../../../search/language.ts';
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
  const [left, right] = [textOfColumn(regions, 0), textOfColumn(regions, 1)];
  const relation = relationOf(left, right);
  if (!relation) return { regions, parallel: undefined };
  const inColumn = (wanted: number): PagedRegion[] =>
    regions.filter(({ column }) => column === wanted).map((region, index) => ({ ...region, beginsText: index === 0 }));
  const main = relation.isTranslation ? 0 : 1;
  const others = [...new Set(regions.map(({ column }) => column))].filter((column) => column !== undefined && column !== main);
  const flow = regions.filter(({ column }) => column === undefined || column === main);
  return {
    regions: [...flow, ...others.flatMap((column) => inColumn(column ?? 0))],
    parallel: { names: relation.names, page: first.page },
  };
}

function textOfColumn(regions: readonly PagedRegion[], wanted: number): string {
  return regions
    .filter(({ column }) => column === wanted)
    .flatMap(({ rows }) => rows.map((row) => textOfRow(row).text))
    .join('\n');
}

interface Relation {
  readonly isTranslation: boolean;
  readonly names: string;
}

function relationOf(left: string, right: string): Relation | undefined {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  if (a.length < minWords || b.length < minWords) return undefined;
  const languages: readonly [Language, Language] = [languageOf(left), languageOf(right)];
  const shared = sharedPart(new Set(a), new Set(b));
  if (languages[0] !== languages[1] && shared < 0.3) return { isTranslation: true, names: languages.join(' / ') };
  if (agreement(numbersOf(left), numbersOf(right)) < 0.6) return undefined;
  if (shared < 0.12) return { isTranslation: true, names: '1 / 2' };
  if (sharedPart(new Set(phrases(a)), new Set(phrases(b))) >= 0.4) return { isTranslation: false, names: '1 / 2' };
  return undefined;
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
