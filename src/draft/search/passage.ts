import { type Place, type Provision, placeIn } from '../structure/provision.ts';
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

/**
 * Finds the sentence of a provision or its descendants that matches best.
 * @param stems the stems searched for, each with its weight
 */
export function passageFor(provision: Provision, stems: ReadonlyMap<string, number>, stemmer: Stemmer): Passage {
  let best: { provision: Provision; sentence: string; offset: number; score: number } | undefined;
  const visit = (each: Provision): void => {
    let offset = 0;
    for (const sentence of each.text.split(/(?<=[.;:]["'”’»)]?)\s+(?=\S)/)) {
      const score = scoreOf(sentence, stems, stemmer);
      if (sentence !== '' && (!best || score > best.score)) best = { provision: each, sentence, offset, score };
      offset += sentence.length + 1;
    }
    for (const child of each.children) visit(child);
  };
  visit(provision);
  const found = best ?? { provision, sentence: provision.heading ?? '', offset: 0, score: 0 };
  const passage = shortened(found.sentence.replace(/\s+/g, ' ').trim(), stems, stemmer);
  return {
    label: found.provision.label,
    place: placeIn(found.provision, found.offset, true),
    passage,
    marks: marksIn(passage, stems, stemmer),
  };
}

function scoreOf(sentence: string, stems: ReadonlyMap<string, number>, stemmer: Stemmer): number {
  let score = 0;
  for (const stem of new Set(stemmer.stems(sentence))) score += stems.get(stem) ?? 0;
  // Of two sentences with the same matches, prefer the shorter one.
  return score - sentence.length / 5000;
}

function marksIn(passage: string, stems: ReadonlyMap<string, number>, stemmer: Stemmer): [number, number][] {
  return [...passage.matchAll(wordPattern)].flatMap((match): [number, number][] =>
    stems.has(stemmer.stem(match[0])) ? [[match.index, match.index + match[0].length]] : [],
  );
}

/** Shortens a sentence, at word boundaries, to the part with the most matches. */
function shortened(sentence: string, stems: ReadonlyMap<string, number>, stemmer: Stemmer): string {
  if (sentence.length <= maxLength) return sentence;
  const marks = marksIn(sentence, stems, stemmer);
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
