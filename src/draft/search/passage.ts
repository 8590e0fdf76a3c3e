import { type Place, type Provision, placeIn } from '../structure/provision.ts';
import { type Stemmer, wordPattern } from './stem.ts';

export interface Passage {
  readonly label: string;
  readonly place: Place;
  /** Words of the draft as they stand, on one line. */
  readonly passage: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** Longer sentences are cut to their most telling stretch. */
const longest = 320;

/** The sentence of a provision, or of one below it, that has most of what was looked for. */
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
  const different = new Set(stemmer.stems(sentence));
  let score = 0;
  for (const stem of different) score += stems.get(stem) ?? 0;
  // Of two sentences with the same words the shorter one says it better.
  return score - sentence.length / 5000;
}

function marksIn(passage: string, stems: ReadonlyMap<string, number>, stemmer: Stemmer): [number, number][] {
  return [...passage.matchAll(wordPattern)].flatMap((match): [number, number][] =>
    stems.has(stemmer.stem(match[0])) ? [[match.index, match.index + match[0].length]] : [],
  );
}

/** A stretch of whole words around where most of the marked words stand. */
function shortened(sentence: string, stems: ReadonlyMap<string, number>, stemmer: Stemmer): string {
  if (sentence.length <= longest) return sentence;
  const marks = marksIn(sentence, stems, stemmer);
  let from = 0;
  let most = -1;
  for (const [start] of [[0, 0] as const, ...marks]) {
    const within = marks.filter(([at, end]) => at >= start && end <= start + longest).length;
    if (within > most) [from, most] = [start, within];
  }
  const begin = from === 0 ? 0 : sentence.lastIndexOf(' ', from) + 1;
  const cut = sentence.slice(begin, begin + longest);
  return begin + longest >= sentence.length ? cut : cut.slice(0, cut.lastIndexOf(' '));
}
