import type { Block } from '../block.ts';
import { firstLine, looksLikeHeading, type MarkedBlock } from './headings.ts';
import { pointMarker, type StructureMarker } from './markers.ts';
import numbering from './numbering.json' with { type: 'json' };

/**
 * How the units of a draft are recognised: by a word before the number (`Article 12`), or by the number alone
 * (`12A Powers of the Authority`, `1. (1) This Act ...`).
 */
export interface BaseUnit {
  /** The kind of unit in numbering.json; `numbered` if there is only a number. */
  readonly kind: string;
  /** The units that have only a number, with their markers. */
  readonly numbered: ReadonlyMap<Block, StructureMarker>;
  /** The entries for them in a table of contents. */
  readonly contents: ReadonlySet<Block>;
}

/** A shorter sequence of numbers is an ordinary list in a text without units. */
const shortestSequence = 3;
/** Characters. A longer line is not an entry of a table of contents. */
const longestEntry = 120;

/**
 * The kind of unit that this draft is cited by: the one with the most different numbers. Kinds that start again in every chapter
 * or article, such as sections that group articles or the paragraph signs within Brazilian articles, have fewer.
 * @returns undefined if the draft has no units
 */
export function baseUnit(blocks: readonly MarkedBlock[]): BaseUnit | undefined {
  const numbers = new Map<string, Set<string>>();
  let first = blocks.length;
  for (const [index, block] of blocks.entries()) {
    for (const marker of block.markers) {
      if (marker.type !== 'unit' || !looksLikeHeading(block, marker) || isScheduleSource(blocks, index)) continue;
      numbers.set(marker.kind, (numbers.get(marker.kind) ?? new Set()).add(marker.number));
      first = Math.min(first, index);
    }
  }
  const count = (kind: string): number => numbers.get(kind)?.size ?? 0;
  const kind = Object.keys(numbering.units)
    .filter((each) => count(each) > 0)
    .sort((a, b) => count(b) - count(a))[0];
  if (kind !== undefined && count(kind) > 1) return { kind, numbered: new Map(), contents: new Set() };
  const { numbered, contents } = numberedUnits(blocks);
  // A single "Section 5" is a heading only if it comes before the units that have only a number.
  const firstNumbered = blocks.findIndex((block) => numbered.has(block));
  if (kind !== undefined && (numbered.size === 0 || firstNumbered > first))
    return { kind, numbered: new Map(), contents: new Set() };
  return numbered.size > 0 ? { kind: 'numbered', numbered, contents } : undefined;
}

/** British schedules name, below their number, the section that they belong to. */
function isScheduleSource(blocks: readonly MarkedBlock[], index: number): boolean {
  return blocks[index - 1]?.markers.some(({ type, rest }) => type === 'annex' && rest === '') ?? false;
}

/** A paragraph that may be a unit with only a number: 12 and A for `12A Powers`. */
interface NumberedBlock {
  readonly block: MarkedBlock;
  readonly ordinal: number;
  readonly letters: string;
  readonly written: string;
  readonly rest: string;
}

/** The paragraphs numbered 1, 2, 3 ... throughout the text before the annexes; none if there are fewer than three. */
function numberedUnits(blocks: readonly MarkedBlock[]): Pick<BaseUnit, 'numbered' | 'contents'> {
  const all = blocks.slice(0, annexStart(blocks)).flatMap(numberedBlock);
  const headings = all.filter(({ block }) => block.heading);
  const units = longestSequence(headings.length >= shortestSequence ? headings : all);
  if (units.length < shortestSequence) return { numbered: new Map(), contents: new Set() };
  const word = unitWord(blocks);
  const first = blocks.indexOf(units[0]?.block as MarkedBlock);
  const beforeUnits = new Set(blocks.slice(0, first));
  const contents = all
    .filter(({ block }) => beforeUnits.has(block) && block.text.length <= longestEntry)
    .map(({ block }) => block);
  const numbered = new Map<Block, StructureMarker>(
    units.map(({ block, ordinal, letters, written, rest }) => [
      block,
      { type: 'unit', kind: 'numbered', word, number: `${ordinal}${letters}`, written, rest: firstLine(rest), separated: false },
    ]),
  );
  return { numbered, contents: new Set(contents) };
}

function numberedBlock(block: MarkedBlock): NumberedBlock[] {
  const match = /^(\d{1,3})([A-Z]{0,2})(\.?\s?[—–]\s?|\.\s+|\s+)(?=\p{L}|\(|["'“„«‘])/u.exec(block.text);
  if (!match) return [];
  const [written, digits, letters = '', sign = ''] = match;
  const rest = block.text.slice(written.length);
  const isBare = sign.trim() === '';
  const title = firstLine(rest);
  // Without a sign after the number, only a title follows it: "30 days after ..." is a sentence.
  if (isBare && !block.heading && !/^\(1\)/.test(rest) && (!/^\p{Lu}/u.test(title) || title.length > 120 || /[.;,]$/.test(title)))
    return [];
  return [{ block, ordinal: Number(digits), letters, written: written.trim(), rest }];
}

/** A sequence of numbers 1, 2, 3 ..., linked from its last number back to the first. */
interface Sequence {
  readonly last: NumberedBlock;
  readonly previous: Sequence | undefined;
  readonly length: number;
  /** Indexes of the first and the last number among all candidates. */
  readonly start: number;
  readonly end: number;
}

/**
 * The longest sequence that begins with 1. Of two with the same length, the one that spans more text, because tables of contents
 * and lists within a unit span little.
 */
function longestSequence(candidates: readonly NumberedBlock[]): NumberedBlock[] {
  /** The sequences that may go on, by their last number. */
  const open = new Map<number, Sequence>();
  let best: Sequence | undefined;
  for (const [index, last] of candidates.entries()) {
    const { ordinal, letters } = last;
    const previous = open.get(letters === '' ? ordinal - 1 : ordinal);
    const isFirst = ordinal === 1 && letters === '';
    if (!isFirst && (!previous || (letters !== '' && letters <= previous.last.letters))) continue;
    const sequence: Sequence = isFirst
      ? { last, previous: undefined, length: 1, start: index, end: index }
      : { last, previous, length: (previous?.length ?? 0) + 1, start: previous?.start ?? index, end: index };
    if (previous) open.delete(previous.last.ordinal);
    if (!isShorter(sequence, open.get(ordinal))) open.set(ordinal, sequence);
    if (!isShorter(sequence, best)) best = sequence;
  }
  const found: NumberedBlock[] = [];
  for (let sequence = best; sequence; sequence = sequence.previous) found.push(sequence.last);
  return found.reverse();
}

/** Whether a sequence has fewer numbers than the other one, or as many over less text. */
function isShorter(sequence: Sequence, other: Sequence | undefined): boolean {
  if (!other || sequence.length !== other.length) return other !== undefined && sequence.length < other.length;
  return sequence.end - sequence.start < other.end - other.start;
}

/** The index of the first annex. A table of contents may name annexes earlier, so the last heading of each counts. */
function annexStart(blocks: readonly MarkedBlock[]): number {
  const last = new Map<string, number>();
  for (const [index, block] of blocks.entries()) {
    const annex = block.markers.find((marker) => marker.type === 'annex' && looksLikeHeading(block, marker));
    if (annex) last.set(`${annex.word} ${annex.number}`, index);
  }
  return Math.min(blocks.length, ...last.values());
}

/** The label for units that have only a number, by the word that the draft uses most for them. */
function unitWord(blocks: readonly MarkedBlock[]): string {
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
