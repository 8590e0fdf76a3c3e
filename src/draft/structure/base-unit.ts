import type { Block } from '../block.ts';
import { firstLine, looksLikeHeading, markersOf } from './headings.ts';
import { pointMarker, type StructureMarker } from './markers.ts';
import numbering from './numbering.json' with { type: 'json' };

/** How a draft's units are found: by a word before their number, or by the number alone (`12A Powers of the Authority`, `1. (1) This Act ...`). */
export interface BaseUnit {
  /** Key of the units in numbering.json; `numbered` where there is no word. */
  readonly kind: string;
  /** The units that have no word, with their numbers. */
  readonly numbered: ReadonlyMap<Block, StructureMarker>;
  /** What a table of contents says of them. */
  readonly contents: ReadonlySet<Block>;
}

/** Fewer numbers in a row than this are a list in a text without structure. */
const shortestRow = 3;
/** A line of a table of contents is no longer. */
const longestEntry = 120;

/**
 * The kind of unit that this draft is cited by: the one with the most different numbers. Sections that group articles begin
 * anew in every chapter, and so do the paragraph signs within Brazilian articles.
 */
export function baseUnit(blocks: readonly Block[]): BaseUnit | undefined {
  const numbers = new Map<string, Set<string>>();
  let first = blocks.length;
  for (const [index, block] of blocks.entries()) {
    for (const marker of markersOf(block)) {
      if (marker.type !== 'unit' || !looksLikeHeading(block, marker) || isSource(blocks, index)) continue;
      numbers.set(marker.kind, (numbers.get(marker.kind) ?? new Set()).add(marker.number));
      first = Math.min(first, index);
    }
  }
  const size = (kind: string): number => numbers.get(kind)?.size ?? 0;
  const kind = Object.keys(numbering.units)
    .filter((each) => size(each) > 0)
    .sort((a, b) => size(b) - size(a))[0];
  if (kind !== undefined && size(kind) > 1) return { kind, numbered: new Map(), contents: new Set() };
  const { numbered, contents } = numberedUnits(blocks);
  // One "Section 5" on a line of its own makes no law of sections.
  const begins = blocks.findIndex((block) => numbered.has(block));
  if (kind !== undefined && (numbered.size === 0 || begins > first)) return { kind, numbered: new Map(), contents: new Set() };
  return numbered.size > 0 ? { kind: 'numbered', numbered, contents } : undefined;
}

/** British schedules say under their number which section they belong to. */
function isSource(blocks: readonly Block[], index: number): boolean {
  const before = blocks[index - 1];
  return before !== undefined && markersOf(before).some(({ type, rest }) => type === 'annex' && rest === '');
}

interface Numbered {
  readonly block: Block;
  readonly ordinal: number;
  readonly letters: string;
  readonly written: string;
  readonly rest: string;
}

/** The paragraphs that are numbered 1, 2, 3 ... through the text up to its annexes; none where fewer than three are. */
function numberedUnits(blocks: readonly Block[]): Pick<BaseUnit, 'numbered' | 'contents'> {
  const all = blocks.slice(0, annexStart(blocks)).flatMap(numberedBlock);
  const headings = all.filter(({ block }) => block.heading);
  const row = longestRow(headings.length >= shortestRow ? headings : all);
  if (row.length < shortestRow) return { numbered: new Map(), contents: new Set() };
  const word = unitWord(blocks);
  const first = blocks.indexOf(row[0]?.block as Block);
  const before = new Set(blocks.slice(0, first));
  const contents = all.filter(({ block }) => before.has(block) && block.text.length <= longestEntry).map(({ block }) => block);
  const numbered = new Map<Block, StructureMarker>(
    row.map(({ block, ordinal, letters, written, rest }) => [
      block,
      { type: 'unit', kind: 'numbered', word, number: `${ordinal}${letters}`, written, rest: firstLine(rest), separated: false },
    ]),
  );
  return { numbered, contents: new Set(contents) };
}

function numberedBlock(block: Block): Numbered[] {
  const match = /^(\d{1,3})([A-Z]{0,2})(\.?\s?[—–]\s?|\.\s+|\s+)(?=\p{L}|\(|["'“„«‘])/u.exec(block.text);
  if (!match) return [];
  const [written, digits, letters = '', sign = ''] = match;
  const rest = block.text.slice(written.length);
  const isBare = sign.trim() === '';
  const title = firstLine(rest);
  // "30 days after ..." is no unit.
  if (isBare && !block.heading && !/^\(1\)/.test(rest) && (!/^\p{Lu}/u.test(title) || title.length > 120 || /[.;,]$/.test(title)))
    return [];
  return [{ block, ordinal: Number(digits), letters, written: written.trim(), rest }];
}

/** A row of numbers 1, 2, 3 ..., from its last one back. */
interface Row {
  readonly last: Numbered;
  readonly before: Row | undefined;
  readonly length: number;
  /** Of the first, among all that are numbered. */
  readonly start: number;
  readonly end: number;
}

/** The longest row that begins with a 1; of two the one over more text, since tables of contents and lists within a unit are short. */
function longestRow(candidates: readonly Numbered[]): Numbered[] {
  const open = new Map<number, Row>();
  let best: Row | undefined;
  for (const [index, last] of candidates.entries()) {
    const { ordinal, letters } = last;
    const before = open.get(letters === '' ? ordinal - 1 : ordinal);
    const begins = ordinal === 1 && letters === '';
    if (!begins && (!before || (letters !== '' && letters <= before.last.letters))) continue;
    const row: Row = begins
      ? { last, before: undefined, length: 1, start: index, end: index }
      : { last, before, length: (before?.length ?? 0) + 1, start: before?.start ?? index, end: index };
    if (before) open.delete(before.last.ordinal);
    if (!isBefore(row, open.get(ordinal))) open.set(ordinal, row);
    if (!isBefore(row, best)) best = row;
  }
  const found: Numbered[] = [];
  for (let row = best; row; row = row.before) found.push(row.last);
  return found.reverse();
}

function isBefore(row: Row, other: Row | undefined): boolean {
  if (!other || row.length !== other.length) return other !== undefined && row.length < other.length;
  return row.end - row.start < other.end - other.start;
}

/** Where the annexes begin; a table of contents may name them before. */
function annexStart(blocks: readonly Block[]): number {
  const last = new Map<string, number>();
  for (const [index, block] of blocks.entries()) {
    const annex = markersOf(block).find((marker) => marker.type === 'annex' && looksLikeHeading(block, marker));
    if (annex) last.set(`${annex.word} ${annex.number}`, index);
  }
  return Math.min(blocks.length, ...last.values());
}

/** What a law calls its numbered units when it speaks of them. */
function unitWord(blocks: readonly Block[]): string {
  const text = blocks.map((block) => block.text).join('\n');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const sections = count(/\b(?:sub)?sections?\b/gi);
  const clauses = count(/\b(?:sub)?clauses?\b/gi);
  const isLaw = /\b(?:Act|Bill|Ordinance|Decree|Law|enacted)\b|\b(?:ACT|BILL|ORDINANCE)\b/.test(text);
  const hasSubsections = blocks.some(
    (block) => pointMarker(block.text)?.written === '(1)' || /^\d+[A-Z]?\.?\s?[—–]?\s?\(1\)/.test(block.text),
  );
  if (clauses > sections && (isLaw || hasSubsections)) return numbering.units.clause.label;
  return isLaw || hasSubsections ? numbering.units.section.label : 'para.';
}
