import type { Block } from '../../block.ts';
import { firstLine, isOpening, looksLikeHeading, type MarkedBlock } from '../headings.ts';
import numbering from '../numbering.json' with { type: 'json' };
import { isSentence, isTitleBefore } from '../titles.ts';
import type { StructureMarker } from './markers.ts';
import { pointMarker } from './point-markers.ts';

/** The kind of units that have only a number: `12A Powers of the Authority`, `1. (1) This Act ...`. */
export const bareKind = 'numbered';

/** A shorter sequence of numbers is an ordinary list in a text without units. */
const shortestSequence = 3;
/** The same below an opening formula. */
const shortestOpened = 2;
/** Fewer sections of a code are citations at the beginning of a paragraph. */
const shortestCode = 2;
/** The title of a law is among its first paragraphs, and no longer than this. */
const titleBlocks = 2;
const longestLawTitle = 200;
/** The most numbers that may be missing in a sequence, because their provisions were repealed or could not be read. */
const widestGap = 4;

/** A kind, a number and the words after it. */
export interface Named {
  readonly kind: string;
  readonly number: string;
  readonly rest: string;
}

const pattern = /^(\d{1,3})([A-Z]{0,2})(\.?\s?[—–]\s?|\.-(?=\()|\.\s+|\s+)(?=\p{L}|[([]|["'“„«‘])/u;

/** Reads a number without a word at the beginning of a paragraph: 12 and A for `12A Powers`. */
export function bareNumber(text: string): Named | undefined {
  const match = pattern.exec(text);
  return match ? { kind: bareKind, number: `${match[1]}${match[2]}`, rest: text.slice(match[0].length) } : undefined;
}

/** `22902.`, `1107.9.`, `6-1-1902.`: a section of a code of laws. */
const codePattern =
  /^(?:§\s?|[Ss](?:ec|EC)\.\s)?(\d{1,3}[A-Z]?(?:[-:]\d{1,4}[A-Za-z]?){1,3}(?:\.\d{1,3})?|\d{2,6}\.\d{1,4}|\d{4,6})(?:\.|(?=\s\())[—–\s]\s*(?=\S)/u;

/** Reads the number of a section of a code at the beginning of a paragraph. */
export function codeSection(text: string): (Named & { readonly written: string }) | undefined {
  const match = codePattern.exec(text);
  if (!match?.[1]) return undefined;
  return { kind: 'section', number: match[1], written: match[0].trim(), rest: firstLine(text.slice(match[0].length)) };
}

/** A paragraph that may be a unit with only a number. */
interface NumberedBlock {
  readonly block: MarkedBlock;
  readonly ordinal: number;
  readonly letters: string;
  readonly written: string;
  readonly rest: string;
  /** Whether only a place in the sequence makes it a unit: the words after the number do not look like a title. */
  readonly weak: boolean;
}

/** The paragraphs numbered 1, 2, 3 ... throughout the text before the annexes; none if there are fewer than three, or two below an opening formula. */
export function numberedUnits(blocks: readonly MarkedBlock[]): Map<Block, StructureMarker> {
  const all = blocks.slice(0, annexStart(blocks)).flatMap(numberedBlock);
  const code = codeUnits(blocks);
  if (code.size >= shortestCode && code.size * 2 > longestSequence(all).length) return code;
  const first = all[0] ? blocks.indexOf(all[0].block) : 0;
  const shortest = blocks.slice(0, first).some(isOpening) ? shortestOpened : shortestSequence;
  const headings = all.filter(({ block }) => block.heading);
  const strong = longestSequence(headings.length >= shortestSequence ? headings : all);
  const titled = headings.length >= shortestSequence ? [] : longestSequence(withTitlesAbove(all, blocks));
  const units = titled.length > strong.length ? titled : strong;
  if (units.length < shortest) return new Map();
  const word = unitWord(blocks);
  return new Map(
    units.map(({ block, ordinal, letters, written, rest }) => [
      block,
      {
        type: 'unit',
        kind: bareKind,
        word,
        number: `${ordinal}${letters}`,
        written,
        rest: firstLine(rest),
        separated: /[.—–]/.test(written),
      },
    ]),
  );
}

/** Canadian acts: a title above each number, and the sentence on its line. */
function withTitlesAbove(all: readonly NumberedBlock[], blocks: readonly MarkedBlock[]): NumberedBlock[] {
  const above = new Map(blocks.map((block, index) => [block, blocks[index - 1]]));
  return all.flatMap((each) => {
    const title = above.get(each.block);
    return title && isTitleBefore(title.text) ? [{ ...each, weak: false }] : each.weak ? [] : [each];
  });
}

/** The sections of a code, which are numbered as the code is: `99-999-1`, `22902`. */
function codeUnits(blocks: readonly MarkedBlock[]): Map<Block, StructureMarker> {
  return new Map(
    blocks.flatMap((block): [Block, StructureMarker][] => {
      const section = block.markers.length > 0 ? undefined : codeSection(block.text);
      return section
        ? [[block, { ...section, type: 'unit', kind: bareKind, word: numbering.units.section.label, separated: true }]]
        : [];
    }),
  );
}

function numberedBlock(block: MarkedBlock): NumberedBlock[] {
  const match = pattern.exec(block.text);
  if (!match) return namedBlock(block);
  const [written, digits, letters = '', sign = ''] = match;
  const rest = block.text.slice(written.length);
  const title = firstLine(rest);
  const isBare = sign.trim() === '';
  // Without a sign after the number, only a title follows it: "30 days after ..." is a sentence.
  if (isBare && !block.heading && /^\p{Ll}/u.test(title)) return [];
  const isTitle = !isBare || block.heading === true || /^\(1\)/.test(rest) || isBareTitle(title);
  return [{ block, ordinal: Number(digits), letters, written: written.trim(), rest, weak: !isTitle }];
}

/** A unit with a word, which may stand in a row of numbers: `Ibara ya 4. ...` after `3. ...`. */
function namedBlock(block: MarkedBlock): NumberedBlock[] {
  const marker = block.markers.find((each) => each.type === 'unit' && each.separated && looksLikeHeading(block, each));
  if (!marker || !/^\d{1,3}$/.test(marker.number)) return [];
  return [{ block, ordinal: Number(marker.number), letters: '', written: marker.written, rest: marker.rest, weak: false }];
}

function isBareTitle(title: string): boolean {
  return /^\p{Lu}/u.test(title) && title.length <= 120 && !/[.;,]$/.test(title) && !isSentence(title);
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
 * The longest sequence that begins with 1. Of two with the same length, the one that spans more text, because lists within a unit
 * span little.
 */
function longestSequence(candidates: readonly NumberedBlock[]): NumberedBlock[] {
  /** The sequences that may go on, by their last number. */
  const open = new Map<number, Sequence>();
  let best: Sequence | undefined;
  for (const [index, last] of candidates.entries()) {
    const { ordinal, letters } = last;
    const previous = previousOf(last, open);
    // The headings of a policy may begin with any number.
    const isFirst = (ordinal === 1 && letters === '') || (last.block.heading === true && !previous && letters === '');
    if (!isFirst && (!previous || (letters !== '' && letters <= previous.last.letters))) continue;
    const sequence: Sequence = isFirst
      ? { last, previous: undefined, length: 1, start: index, end: index }
      : { last, previous, length: (previous?.length ?? 0) + 1, start: previous?.start ?? index, end: index };
    if (previous && !last.weak) open.delete(previous.last.ordinal);
    if (!isShorter(sequence, open.get(ordinal))) open.set(ordinal, sequence);
    if (!isShorter(sequence, best) && !last.weak) best = sequence;
  }
  const found: NumberedBlock[] = [];
  for (let sequence = best; sequence; sequence = sequence.previous) found.push(sequence.last);
  return found.reverse();
}

/** The sequence that a number continues; after a gap only one that is long enough to be no list. */
function previousOf({ ordinal, letters, weak }: NumberedBlock, open: ReadonlyMap<number, Sequence>): Sequence | undefined {
  if (letters !== '') return open.get(ordinal);
  for (let step = 1; step <= (weak ? 1 : widestGap); step++) {
    const sequence = open.get(ordinal - step);
    if (sequence && (step === 1 || sequence.length > shortestSequence)) return sequence;
  }
  return undefined;
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

/** The label for units that have only a number, by what the draft calls itself or the word that it uses most for them. */
function unitWord(blocks: readonly MarkedBlock[]): string {
  const text = blocks.map((block) => block.text).join('\n');
  const title = blocks.slice(0, titleBlocks).find((block) => block.text.length <= longestLawTitle)?.text ?? '';
  const isAct = /\b(?:act|bill|law)\b/i.test(title);
  const named = numbering.ownNames.find(
    (each) => new RegExp(each.pattern, 'i').test(text) || (!isAct && new RegExp(each.title, 'i').test(title)),
  );
  if (named) return numbering.units[named.kind as keyof typeof numbering.units].label;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const sections = count(/\b(?:sub)?sections?\b/gi);
  const clauses = count(/\b(?:sub)?clauses?\b/gi);
  const isLaw = /\b(?:Act|Bill|Ordinance|Decree|Law|enacted)\b|\b(?:ACT|BILL|ORDINANCE|ENACTED)\b/.test(text);
  const hasSubsections = blocks.some(
    (block) =>
      pointMarker(block.text)?.written === '(1)' ||
      /^\d+[A-Z]?(?:\.?\s?[—–]?|\.-|[.\s][^\n]{1,120}[.:—–])\s?\(1\)\s/.test(block.text),
  );
  if (clauses > sections && (isLaw || hasSubsections)) return numbering.units.clause.label;
  return isLaw || hasSubsections ? numbering.units.section.label : 'para.';
}
