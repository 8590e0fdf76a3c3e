import { type Place, type Provision, placeIn } from '../structure/provision.ts';
import type { Lexicon } from './lexicon.ts';
import { sentencesOf } from './sentences.ts';
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
}

/** Characters. Longer sentences are shortened to the part with the most matches. */
const maxLength = 320;

/** How to choose and mark the words of a passage. */
export interface Highlight {
  /** The stems searched for, each with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  readonly stemmer: Stemmer;
  readonly lexicon: Lexicon;
}

/** Finds the sentence of a provision or its descendants that matches best. */
export function passageFor(provision: Provision, highlight: Highlight): Passage {
  let best: { provision: Provision; sentence: string; offset: number; score: number } | undefined;
  const visit = (each: Provision): void => {
    for (const { text: sentence, offset } of sentencesOf(each.text, highlight.lexicon)) {
      const score = scoreOf(sentence, highlight);
      if (!best || score > best.score) best = { provision: each, sentence, offset, score };
    }
    for (const child of each.children) visit(child);
  };
  visit(provision);
  const found = best ?? { provision, sentence: provision.heading ?? '', offset: 0, score: 0 };
  const passage = shortened(found.sentence.replace(/\s+/g, ' ').trim(), highlight);
  return {
    label: found.provision.label,
    place: placeIn(found.provision, found.offset, true),
    passage,
    marks: marksIn(passage, highlight),
  };
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

/** Shortens a sentence, at word boundaries, to the part with the most matches. */
function shortened(sentence: string, highlight: Highlight): string {
  if (sentence.length <= maxLength) return sentence;
  const marks = marksIn(sentence, highlight);
  let from = 0;
  let most = -1;
  for (const [start] of [[0, 0] as const, ...marks]) {
    const within = marks.filter(([at, end]) => at >= start && end <= start + maxLength).length;
    if (within > most) [from, most] = [start, within];
  }
  const begin = from === 0 ? 0 : sentence.lastIndexOf(' ', from) + 1;
  const cut = sentence.slice(begin, begin + maxLength);
  return begin + maxLength >= sentence.length ? cut : cut.slice(0, cut.lastIndexOf(' '));
}
