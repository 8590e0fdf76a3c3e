import type { Cut } from '../../core/evidence.ts';
import { fullText, type Place, type Provision, placeIn, walk } from '../structure/provision.ts';
import type { Lexicon } from './lexicon.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import type { Stemmer } from './stem.ts';
import { placedWords } from './words.ts';

/** The words of a provision that match a search best. */
export interface Passage {
  /** The label of the innermost provision that the words belong to. */
  readonly label: string;
  readonly place: Place;
  /** Words of the draft, on one line. */
  readonly passage: string;
  /** The ranges of matching words in `passage`: start and end offset. */
  readonly marks: readonly (readonly [number, number])[];
  readonly cut?: Cut;
}

/** Characters. Longer sentences are shortened to the part with the most matches. */
const maxLength = 400;
/** Characters. Where none of so many is a space, the language has none between words. */
const longestWord = 60;

/** How to choose and mark the words of a passage. */
export interface Highlight {
  /** The stems searched for, each with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  readonly stemmer: Stemmer;
  readonly lexicon: Lexicon;
}

/** Words of a sentence, and whether the sentence has more before or after them. */
interface Excerpt extends Sentence {
  readonly cut: Cut;
}

/** Finds the sentence of a provision or its descendants that matches best. */
export function passageFor(provision: Provision, highlight: Highlight): Passage {
  let best: { provision: Provision; clauses: readonly Sentence[]; score: number } | undefined;
  const visit = (each: Provision): void => {
    for (const clauses of clausesOf(each.text, highlight)) {
      const score = scoreOf(clauses.map(({ text }) => text).join(' '), highlight);
      if (!best || score > best.score) best = { provision: each, clauses, score };
    }
    for (const child of each.children) visit(child);
  };
  visit(provision);
  const found = best ?? { provision, clauses: [] };
  const {
    text: passage,
    offset,
    cut,
  } = best
    ? excerptOf(best.provision.text, best.clauses, highlight)
    : { text: onOneLine(provision.heading ?? ''), offset: 0, cut: { before: false, after: false } };
  return {
    label: found.provision.label,
    place: placeIn(found.provision, offset, true),
    passage,
    marks: marksIn(passage, highlight),
    ...((cut.before || cut.after) && { cut }),
  };
}

/** Characters. The points of a list that is longer are not added to its opening words. */
const longestList = 1200;

/**
 * The whole sentence that a passage was taken from, on one line. Opening words such as "The Authority shall:" get the points that
 * follow them.
 * @param label of the provision that has the passage
 * @returns undefined if no such provision has it
 */
export function sentenceAround(
  provisions: readonly Provision[],
  { label, passage }: { readonly label: string; readonly passage: string },
  lexicon: Lexicon,
): string | undefined {
  for (const { provision } of walk(provisions)) {
    if (provision.label !== label) continue;
    const sentence = clausesOf(provision.text, { lexicon })
      .map((clauses) => joined(provision.text, clauses))
      .find((text) => text.includes(passage));
    if (sentence === undefined) continue;
    const isOpening = /[:,;：，；\u2013\u2014-]$/u.test(sentence) && onOneLine(provision.text).endsWith(sentence);
    const points = isOpening ? provision.children.filter(({ kind }) => kind === 'point').map(fullText) : [];
    const list = onOneLine([sentence, ...points].join(' '));
    return list.length <= longestList ? list : sentence;
  }
  return undefined;
}

/** Clauses that follow each other, on one line, with what the text has between them: in Chinese nothing. */
function joined(text: string, clauses: readonly Sentence[]): string {
  const last = clauses.at(-1);
  return last ? onOneLine(text.slice(clauses[0]?.offset, last.offset + last.text.length)) : '';
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The sentences of a text, each in its parts between semicolons and colons. */
function clausesOf(text: string, { lexicon }: Pick<Highlight, 'lexicon'>): Sentence[][] {
  const sentences: Sentence[][] = [];
  let isOpen = false;
  for (const clause of sentencesOf(text, lexicon)) {
    const last = sentences.at(-1);
    if (last && isOpen) last.push(clause);
    else sentences.push([clause]);
    isOpen = /[;:؛；：]["'”’»)\]]?$/u.test(clause.text);
  }
  return sentences;
}

/** A sentence on one line; of one that is too long, the clause that matches best and as many around it as there is room for. */
function excerptOf(text: string, clauses: readonly Sentence[], highlight: Highlight): Excerpt {
  const scores = clauses.map((clause) => scoreOf(clause.text, highlight));
  let from = scores.indexOf(Math.max(...scores));
  let to = from + 1;
  const shown = (start: number, end: number): string => joined(text, clauses.slice(start, end));
  const fits = (start: number, end: number): boolean => shown(start, end).length <= maxLength;
  while (from > 0 && fits(from - 1, to)) from -= 1;
  while (to < clauses.length && fits(from, to + 1)) to += 1;
  const { text: words, before, after } = shortened(shown(from, to), highlight);
  const cut = { before: before || from > 0, after: after || to < clauses.length };
  return { text: words, offset: clauses[from]?.offset ?? 0, cut };
}

function scoreOf(sentence: string, { weights, stemmer }: Highlight): number {
  let score = 0;
  for (const stem of new Set(stemmer.stems(sentence))) score += weights.get(stem) ?? 0;
  // Of two sentences with the same matches, prefer the shorter one.
  return score - sentence.length / 5000;
}

function marksIn(passage: string, { weights, stemmer }: Highlight): [number, number][] {
  const marks: [number, number][] = [];
  for (const { text, at } of placedWords(passage)) {
    if (!weights.has(stemmer.stem(text))) continue;
    const last = marks.at(-1);
    // Pairs of Chinese characters overlap.
    if (last && at < last[1]) last[1] = at + text.length;
    else marks.push([at, at + text.length]);
  }
  return marks;
}

/** Shortens a sentence, at word boundaries: to its beginning, unless another part has more than twice as many matches. */
function shortened(sentence: string, highlight: Highlight): Cut & { readonly text: string } {
  if (sentence.length <= maxLength) return { text: sentence, before: false, after: false };
  const marks = marksIn(sentence, highlight);
  let from = 0;
  let most = -1;
  for (const [start] of [[0, 0] as const, ...marks]) {
    const within = marks.filter(([at, end]) => at >= start && end <= start + maxLength).length;
    if (within > most * (from === 0 && most > 0 ? 2 : 1)) [from, most] = [start, within];
  }
  const space = sentence.lastIndexOf(' ', from);
  const begin = from === 0 ? 0 : from - space <= longestWord ? space + 1 : from;
  const text = sentence.slice(begin, begin + maxLength);
  const after = begin + maxLength < sentence.length;
  return { text: after ? withoutPart(text) : text, before: begin > 0, after };
}

/** A text that was cut off, without the part of a word at its end; where there are no spaces, up to a comma. */
function withoutPart(text: string): string {
  const space = text.lastIndexOf(' ');
  if (space >= text.length - longestWord) return text.slice(0, space);
  const [whole = text] = /^.*[，、；：。]/su.exec(text) ?? [];
  return whole.replace(/[\ud800-\udbff]$/, '');
}
