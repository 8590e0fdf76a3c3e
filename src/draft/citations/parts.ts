import numbering from '../structure/numbering.json' with { type: 'json' };
import { foldedLatin } from '../structure/numbers/latin.ts';
import { fold } from '../structure/numbers/markers.ts';
import { innerWords, labelOfWord } from './vocabulary.ts';

/** A part of a provision that drafts do not number. */
export type CountedPart = CountedSentence | CountedParagraph | Opening | Closing | Marked;

interface Counted {
  /** From 1. */
  readonly number: number;
  /** The last one of several: 3 for `Satz 1 bis 3` and for `Satz 1 und 3`. */
  readonly to?: number;
  /** Whether it is the last one of the provision, whatever its number. */
  readonly last?: true;
  /** Whether the citation names a point of the part, so that the part belongs to a provision around the cited one. */
  readonly outer?: true;
}

export interface CountedSentence extends Counted {
  readonly kind: 'sentence';
  /** The paragraph whose sentences are counted; without it, those of the provision. */
  readonly inside?: CountedParagraph;
}

/** A paragraph without a number (`subparagraph`, `ledd`), or a `line`: a paragraph or a point (`alinéa`). */
export interface CountedParagraph extends Counted {
  readonly kind: 'paragraph' | 'line';
}

/** The words before the points of a provision: `caput`, `chapeau`. */
interface Opening {
  readonly kind: 'opening';
  readonly outer?: true;
}

/** The words after the points of a provision: "closing words". */
interface Closing {
  readonly kind: 'closing';
  readonly outer?: true;
}

/** A paragraph of an explanatory memorandum, by the number that it begins with: `2` or `1.3`. */
interface Marked {
  readonly kind: 'marked';
  readonly mark: string;
  readonly outer?: true;
}

const words = numbering.countedParts;
const ordinal = Object.entries(words.ordinals).flatMap(([number, each]) => each.map((word) => [word, Number(number)] as const));
const ordinalNumbers = new Map(ordinal);
const ordinalWords = ordinal.map(([word]) => word).join('|');

const several = '(?:\\s*(?:,|-|–|und|u\\.|bis|et|and|to|a|y|e|og|til|en)\\s*\\d{1,3}(?![\\d(]))*';

/** A pattern for `Satz 2`, `Satz 1 und 2`, `second sentence`, `2. punktum`, `2e alinéa`, `last sentence`. */
function partPattern(names: readonly string[], alsoLast: readonly string[] = []): RegExp {
  const name = `(?:${names.join('|')})(?!\\p{L})`;
  const last = words.last.join('|');
  const lastName = `(?:${[...names, ...alsoLast].join('|')})(?!\\p{L})`;
  return new RegExp(
    `(?<![\\p{L}\\d])(?:${name}\\s*(\\d{1,3}(?![\\d(])${several})|${name}\\s+(${ordinalWords})(?!\\p{L})|(?:(\\d{1,3})(?:\\.|er|e|eme|st|nd|rd|th|[ºª°o])|(${ordinalWords}))\\s+${name}|(?:${last})\\s+${lastName}|${lastName}\\s+(?:${last})(?!\\p{L}))`,
    'u',
  );
}

const patterns = {
  sentence: partPattern(words.sentence),
  paragraph: partPattern(words.paragraph, words.orNumbered),
  line: partPattern(words.line),
};
const edges = { opening: edgePattern(words.opening), closing: edgePattern(words.closing) };

function edgePattern(names: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${names.join('|')})(?!\\p{L})`, 'u');
}

const unitName = new RegExp(`(?<![\\p{L}])(?:${[...labelOfWord.keys()].map(escaped).join('|')})(?![\\p{L}])`, 'u');
const innerName = new RegExp(
  `\\(\\s*[\\p{L}\\d]{1,4}\\s*\\)|(?<![\\p{L}])(?:${[...innerWords].map(escaped).join('|')})(?![\\p{L}])|,\\s*(?:[ivxlcdm]+|\\p{L})(?!\\p{L})`,
  'u',
);

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The Swiss `al. 1bis` is a numbered paragraph. */
const insertedLine = new RegExp(`(?<!\\p{L})(?:al\\.|alinea)\\s*(?=\\d+(?:${foldedLatin}))`, 'gu');

/** Spells `Abs. 2 S. 1`, where `s.` names a sentence and elsewhere a section, and the Finnish `2 mom.`, which is `2. ledd`. */
export function withSentenceWord(folded: string): string {
  return folded
    .replace(insertedLine, 'abs. ')
    .replace(/((?:abs\.?|absatz)\s*\d+\p{L}?,?\s+)s\.\s?(?=\d)/gu, '$1satz ')
    .replace(/(?<=\d)\s+mom(?:\.|enttia?)?(?!\p{L})/gu, '. mom');
}

/** The sentence, unnumbered paragraph or opening words in a citation of one provision; undefined if it names none. */
export function countedPartIn(at: string): CountedPart | undefined {
  const text = withSentenceWord(fold(at));
  for (const kind of ['opening', 'closing'] as const) {
    const match = edges[kind].exec(text);
    if (match) return { kind, ...outerIn(text.slice(match.index + match[0].length)) };
  }
  const paragraph = countedIn(text, 'paragraph') ?? countedIn(text, 'line');
  const sentence = countedIn(text, 'sentence');
  if (!sentence) return paragraph;
  return paragraph ? { ...sentence, inside: paragraph } : sentence;
}

function countedIn<Kind extends 'sentence' | 'paragraph' | 'line'>(
  text: string,
  kind: Kind,
): (Counted & { readonly kind: Kind }) | undefined {
  const match = patterns[kind].exec(text);
  if (!match) return undefined;
  const [whole, digits = '', ordinalAfter = '', before = '', ordinalBefore = ''] = match;
  const outer = outerIn(text.slice(match.index + whole.length));
  const inWords = ordinalNumbers.get(ordinalAfter || ordinalBefore);
  const numbers = digits === '' ? [Number(before || inWords)] : (digits.match(/\d+/g) ?? []).map(Number);
  if (Number.isNaN(numbers[0])) return { kind, number: 1, last: true, ...outer };
  const [number, to] = [Math.min(...numbers), Math.max(...numbers)];
  return number > 0 ? { kind, number, ...(to > number && { to }), ...outer } : undefined;
}

/** "Satz 2 Nr. 1" is a point of the sentence, "second sentence of Article 3(1)" is not. */
function outerIn(after: string): { readonly outer?: true } {
  return innerName.test(after) && !unitName.test(after) ? { outer: true } : {};
}
