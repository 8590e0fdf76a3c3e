import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold } from '../structure/numbers/markers.ts';
import type { Provision } from '../structure/provision.ts';

/** A part of a provision that drafts do not number: a sentence, or a paragraph (`alinéa`, `ledd`, `subparagraph`). */
export interface CountedPart {
  readonly kind: 'sentence' | 'paragraph';
  /** From 1. */
  readonly number: number;
}

const { sentence, paragraph, ordinals } = numbering.countedParts;
const ordinal = Object.entries(ordinals).flatMap(([number, words]) => words.map((word) => [word, Number(number)] as const));
const ordinalNumbers = new Map(ordinal);
const ordinalWords = ordinal.map(([word]) => word).join('|');

/** A pattern for `Satz 2`, `second sentence`, `2. punktum`, `2e alinéa`. */
function partPattern(names: readonly string[]): RegExp {
  const name = `(?:${names.join('|')})(?!\\p{L})`;
  return new RegExp(
    `(?<![\\p{L}\\d])(?:${name}\\s*(\\d{1,3})(?![\\d(])|(?:(\\d{1,3})(?:\\.|er|e|eme|st|nd|rd|th|[ºª°o])|(${ordinalWords}))\\s+${name})`,
    'u',
  );
}

const patterns = { sentence: partPattern(sentence), paragraph: partPattern(paragraph) };

/** Spells the abbreviation in `Abs. 2 S. 1`, where `s.` names a sentence; elsewhere it names a section. */
export function withSentenceWord(folded: string): string {
  return folded.replace(/((?:abs\.?|absatz)\s*\d+\p{L}?,?\s+)s\.\s?(?=\d)/gu, '$1satz ');
}

/** The last-named sentence or unnumbered paragraph in a citation of one provision; undefined if it names none. */
export function countedPartIn(at: string): CountedPart | undefined {
  const text = withSentenceWord(fold(at));
  for (const kind of ['sentence', 'paragraph'] as const) {
    const match = patterns[kind].exec(text);
    const number = match && (match[1] ?? match[2] ?? ordinalNumbers.get(match[3] ?? ''));
    if (number) return { kind, number: Number(number) };
  }
  return undefined;
}

/** Whether a provision has so many sentences or paragraphs. Counts what may be one, so that none that exists is denied. */
export function hasPart(provision: Provision, { kind, number }: CountedPart): boolean {
  const lines = linesOf(provision);
  if (kind === 'paragraph') return number <= lines.length;
  return number <= lines.reduce((count, line) => count + sentenceCount(line), 0);
}

/** The paragraphs and points of a provision. */
function linesOf({ text, paragraphs = [], children }: Provision): string[] {
  const starts = paragraphs.map(({ offset }) => offset).filter((offset) => offset > 0);
  const own = [0, ...starts].map((start, index) => text.slice(start, starts[index])).filter((line) => line.trim() !== '');
  return [...own, ...children.flatMap(linesOf)];
}

/** Sentences in a line. Abbreviations of up to three letters do not end one. */
function sentenceCount(line: string): number {
  return line.split(/(?<=(?:\p{L}{4,}|[\d)\]”"»])[.!?]["”»)]?)\s+(?=["“„«(]?\p{Lu})/u).length;
}
