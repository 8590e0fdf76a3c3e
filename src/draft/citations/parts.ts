import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold } from '../structure/numbers/markers.ts';
import { innerWords, labelOfWord } from './vocabulary.ts';

/** A part of a provision that drafts do not number: a sentence, or a paragraph (`alinéa`, `ledd`, `subparagraph`). */
export interface CountedPart {
  readonly kind: 'sentence' | 'paragraph';
  /** From 1. */
  readonly number: number;
  /** The last one of several: 3 for `Satz 1 bis 3` and for `Satz 1 und 3`. */
  readonly to?: number;
  /** Whether the citation names a point of the part, so that the part belongs to a provision around the cited one. */
  readonly outer?: true;
}

const { sentence, paragraph, ordinals } = numbering.countedParts;
const ordinal = Object.entries(ordinals).flatMap(([number, words]) => words.map((word) => [word, Number(number)] as const));
const ordinalNumbers = new Map(ordinal);
const ordinalWords = ordinal.map(([word]) => word).join('|');

const several = '(?:\\s*(?:,|-|–|und|u\\.|bis|et|and|to|a|y|e|og|til|en)\\s*\\d{1,3}(?![\\d(]))*';

/** A pattern for `Satz 2`, `Satz 1 und 2`, `second sentence`, `2. punktum`, `2e alinéa`. */
function partPattern(names: readonly string[]): RegExp {
  const name = `(?:${names.join('|')})(?!\\p{L})`;
  return new RegExp(
    `(?<![\\p{L}\\d])(?:${name}\\s*(\\d{1,3}(?![\\d(])${several})|(?:(\\d{1,3})(?:\\.|er|e|eme|st|nd|rd|th|[ºª°o])|(${ordinalWords}))\\s+${name})`,
    'u',
  );
}

const patterns = { sentence: partPattern(sentence), paragraph: partPattern(paragraph) };
const unitName = new RegExp(`(?<![\\p{L}])(?:${[...labelOfWord.keys()].map(escaped).join('|')})(?![\\p{L}])`, 'u');
const innerName = new RegExp(
  `\\(\\s*[\\p{L}\\d]{1,4}\\s*\\)|(?<![\\p{L}])(?:${[...innerWords].map(escaped).join('|')})(?![\\p{L}])`,
  'u',
);

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Spells `Abs. 2 S. 1`, where `s.` names a sentence and elsewhere a section, and the Finnish `2 mom.`, which is `2. ledd`. */
export function withSentenceWord(folded: string): string {
  return folded
    .replace(/((?:abs\.?|absatz)\s*\d+\p{L}?,?\s+)s\.\s?(?=\d)/gu, '$1satz ')
    .replace(/(?<=\d)\s+mom(?:\.|enttia?)?(?!\p{L})/gu, '. mom');
}

/** The last-named sentence or unnumbered paragraph in a citation of one provision; undefined if it names none. */
export function countedPartIn(at: string): CountedPart | undefined {
  const text = withSentenceWord(fold(at));
  for (const kind of ['sentence', 'paragraph'] as const) {
    const match = patterns[kind].exec(text);
    if (!match) continue;
    const [whole, digits = '', before = '', word = ''] = match;
    const numbers = digits === '' ? [Number(before || ordinalNumbers.get(word))] : (digits.match(/\d+/g) ?? []).map(Number);
    const [number, to] = [Math.min(...numbers), Math.max(...numbers)];
    const after = text.slice(match.index + whole.length);
    // "Satz 2 Nr. 1" is a point of the sentence, "second sentence of Article 3(1)" is not.
    const isOuter = innerName.test(after) && !unitName.test(after);
    if (number > 0) return { kind, number, ...(to > number && { to }), ...(isOuter && { outer: true }) };
  }
  return undefined;
}
