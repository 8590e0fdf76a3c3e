import type { Cut } from '../../core/evidence.ts';
import { fullText, type Place, type Provision, placeIn, walk } from '../structure/provision.ts';
import type { Lexicon } from './lexicon.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Stemmer, wordPattern } from './stem.ts';

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
  const found = best ?? { provision, clauses: [{ text: provision.heading ?? '', offset: 0 }] };
  const { text: passage, offset, cut } = excerptOf(found.clauses, highlight);
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
      .map((clauses) => onOneLine(clauses.map(({ text }) => text).join(' ')))
      .find((text) => text.includes(passage));
    if (sentence === undefined) continue;
    const isOpening = /[:,;\u2013\u2014-]$/u.test(sentence) && onOneLine(provision.text).endsWith(sentence);
    const points = isOpening ? provision.children.filter(({ kind }) => kind === 'point').map(fullText) : [];
    const list = onOneLine([sentence, ...points].join(' '));
    return list.length <= longestList ? list : sentence;
  }
  return undefined;
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
function excerptOf(clauses: readonly Sentence[], highlight: Highlight): Excerpt {
  const scores = clauses.map(({ text }) => scoreOf(text, highlight));
  let from = scores.indexOf(Math.max(...scores));
  let to = from + 1;
  const shown = (start: number, end: number): string =>
    clauses
      .slice(start, end)
      .map(({ text }) => text.replace(/\s+/g, ' ').trim())
      .join(' ');
  const fits = (start: number, end: number): boolean => shown(start, end).length <= maxLength;
  while (from > 0 && fits(from - 1, to)) from -= 1;
  while (to < clauses.length && fits(from, to + 1)) to += 1;
  const { text, before, after } = shortened(shown(from, to), highlight);
  return { text, offset: clauses[from]?.offset ?? 0, cut: { before: before || from > 0, after: after || to < clauses.length } };
}

function scoreOf(sentence: string, { weights, stemmer }: Highlight): number {
  let score = 0;
  for (const stem of new Set(stemmer.stems(sentence))) score += weights.get(stem) ?? 0;
  // Of two sentences with the same matches, prefer the shorter one.
  return score - sentence.length / 5000;
}

function marksIn(passage: string, { weights, stemmer }: Highlight): [number, number][] {
  return [...passage.matchAll(wordPattern)].flatMap((match): [number, number][] =>
    weights.has(stemmer.stem(match[0])) ? [[match.index, match.index + match[0].length]] : [],
  );
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
  const begin = from === 0 ? 0 : sentence.lastIndexOf(' ', from) + 1;
  const text = sentence.slice(begin, begin + maxLength);
  const after = begin + maxLength < sentence.length;
  return { text: after ? text.slice(0, text.lastIndexOf(' ')) : text, before: begin > 0, after };
}
