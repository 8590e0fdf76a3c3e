import type { Stemmer } from './stem.ts';
import { type Term, type Thesaurus, wordWeights } from './thesaurus.ts';
import { wordsOf } from './words.ts';

/** What to search for. */
export interface Query {
  /** Words that a person typed, or the wording of a question in English. */
  readonly words: string;
  /** Search terms that the rubric gives for a question, in English; empty for typed words. */
  readonly terms: readonly string[];
  /** Search terms of the question in the language of the draft. */
  readonly own?: readonly string[];
}

/** Whether a person typed what is searched for. */
export function isTyped({ terms, own }: Query): boolean {
  return terms.length === 0 && own === undefined;
}

/** One thing that is searched for, in all its words. A provision gets the score of the best of them, so that synonyms don't add up. */
export interface Concept {
  readonly weight: number;
  /** Its weight in the coverage of a provision, which is higher the more concepts the provision has; 0..1. */
  readonly coverage: number;
  /** Whether it was typed: its words were not chosen for searching, and its synonyms may be too broad. */
  readonly isTyped: boolean;
  readonly alternatives: readonly Alternative[];
}

/** A word or a phrase of the draft's language. */
export interface Alternative {
  /** Without function words. */
  readonly stems: readonly string[];
  /** The stems with function words; undefined for a single word. */
  readonly phrase: string | undefined;
  readonly weight: number;
}

/** The words and terms of a query that are in one language. */
export interface Part extends Pick<Query, 'words' | 'terms'> {
  readonly isTyped: boolean;
}

/** The language of a query, and how its words are looked up. */
export interface Source {
  readonly stemmer: Stemmer;
  /** Gives terms in the draft's language. */
  readonly thesaurus: Thesaurus;
  /**
   * Whether a word of the query is a word to search for as it is: in another language only one that the draft has, such as a name, or
   * one without translation that may be similar.
   */
  readonly keeps: (word: string, isTranslated: boolean) => boolean;
  /** Whether a word is a common word of questions. */
  readonly isCommon: (word: string) => boolean;
}

/** The terms of a question were chosen for searching, so synonyms add little to them. Its words were chosen for reading. */
const weights = {
  word: 0.35,
  typed: 1,
  common: 0.4,
  term: 1,
  synonymOfTerm: 0.4,
  partOfTerm: 0.5,
  neighbours: 0.4,
  bridgeToPhrase: 0.85,
};

/**
 * Turns a query into concepts.
 * @param target the stemmer of the draft's language
 */
export function conceptsOf({ words, terms, isTyped }: Part, source: Source, target: Stemmer): Concept[] {
  const segments = segmentsOf(words, source, isTyped);
  const ofWords = segments.map((segment) => {
    const own = segment.words.every((word) => source.keeps(word, segment.terms.length > 0)) ? [asItIs(segment)] : [];
    const isCommon = isTyped && segment.words.length === 1 && segment.words.every(source.isCommon);
    const weight = isTyped ? (isCommon ? weights.common : weights.typed) : weights.word;
    return toConcept([...own, ...segment.terms], { weight, coverage: isCommon ? weights.common : 1, isTyped }, target);
  });
  const neighbours = isTyped ? neighboursIn(segments, source, target) : [];
  const ofTerms = terms.map((term) =>
    toConcept(termsFor(term, source, target), { weight: weights.term, coverage: 1, isTyped }, target),
  );
  return [...ofTerms, ...ofWords, ...neighbours].filter(({ alternatives }) => alternatives.length > 0);
}

/** A word of a query, or words that the thesaurus knows as a phrase. */
interface Segment {
  readonly words: readonly string[];
  /** What the thesaurus has for them. */
  readonly terms: readonly Term[];
  /** The place of the first word in the query. */
  readonly at: number;
}

/** Divides a query into the longest phrases that the thesaurus knows, and single words. */
function segmentsOf(text: string, { stemmer, thesaurus }: Source, withBridges: boolean): Segment[] {
  const words = wordsOf(text);
  const stems = stemmer.sequence(text);
  const segments: Segment[] = [];
  for (let at = 0; at < words.length; ) {
    const termsOf = (length: number): Term[] =>
      thesaurus.of(stems.slice(at, at + length)).filter(({ isBridge }) => withBridges || !isBridge);
    let length = Math.min(thesaurus.longest, words.length - at);
    while (length > 1 && termsOf(length).length === 0) length -= 1;
    const terms = termsOf(length);
    if (terms.length > 0 || stemmer.stem(words[at] ?? '') !== '')
      segments.push({ words: words.slice(at, at + length), terms, at });
    at += length;
  }
  return segments;
}

function asItIs({ words }: Segment): Term {
  return { text: words.join(' '), weight: wordWeights.same };
}

/** Two words side by side in the query count a little more where they are so in the draft. */
function neighboursIn(segments: readonly Segment[], source: Source, target: Stemmer): Concept[] {
  return segments.slice(1).flatMap((segment, index) => {
    const before = segments[index] as Segment;
    const words = [...before.words, ...segment.words];
    if (before.at + before.words.length !== segment.at || !words.every((word) => source.keeps(word, true))) return [];
    const phrase = target.sequence(words.join(' ')).join(' ');
    return [{ weight: weights.neighbours, coverage: 1, isTyped: true, alternatives: [{ stems: [], phrase, weight: 1 }] }];
  });
}

/** What to search for in place of a term of the rubric. */
function termsFor(term: string, source: Source, target: Stemmer): Term[] {
  const segments = segmentsOf(term, source, false);
  if (source.stemmer === target)
    return [
      { text: term, weight: wordWeights.same },
      ...segments.flatMap(({ terms }) => terms.map((each) => ({ ...each, weight: each.weight * weights.synonymOfTerm }))),
    ];
  const factor = segments.length > 1 ? weights.partOfTerm : 1;
  return segments.flatMap(({ terms }) => terms.map((each) => ({ ...each, weight: each.weight * factor })));
}

function toConcept(terms: readonly Term[], about: Omit<Concept, 'alternatives'>, target: Stemmer): Concept {
  const alternatives = new Map<string, Alternative>();
  for (const term of terms) {
    const sequence = target.sequence(term.text);
    const key = sequence.join(' ');
    const stems = target.stems(term.text);
    const isPhrase = sequence.length > 1;
    const weight = term.weight * (isPhrase && term.isBridge ? weights.bridgeToPhrase : 1);
    if ((stems.length === 0 && !isPhrase) || (alternatives.get(key)?.weight ?? 0) >= weight) continue;
    alternatives.set(key, { stems, phrase: isPhrase ? key : undefined, weight });
  }
  return { ...about, alternatives: [...alternatives.values()] };
}
