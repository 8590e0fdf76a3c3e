import type { Lexicon } from './lexicon.ts';
import type { Stemmer } from './stem.ts';

/** What to look for: words as they were typed, and terms that a question names. */
export interface Query {
  readonly words: string;
  readonly terms: readonly string[];
}

export interface ExpandedQuery {
  /** Stems with how much each counts. */
  readonly stems: ReadonlyMap<string, number>;
  /** Sequences of stems. */
  readonly phrases: ReadonlyMap<string, number>;
}

/** A question's terms were chosen for searching, so that synonyms add little to them; its words were chosen for reading. */
const weights = { word: 0.35, typed: 1, term: 1, partOfTerm: 0.35, synonym: 0.15, synonymOfTyped: 0.5 };

/**
 * The stems and phrases to search for, with synonyms; in a draft of another language than the rubric's, what the lexicon calls
 * its English words there.
 * @param foreign the stemmer of the rubric's language, where that is not the draft's
 */
export function expandQuery({ words, terms }: Query, lexicon: Lexicon, stemmer: Stemmer, foreign?: Stemmer): ExpandedQuery {
  const stems = new Map<string, number>();
  const phrases = new Map<string, number>();
  const raise = (map: Map<string, number>, key: string, weight: number): void => {
    if (key !== '') map.set(key, Math.max(map.get(key) ?? 0, weight));
  };
  const addTerm = (term: string, weight: number): void => {
    const parts = stemmer.stems(term);
    const [only, ...more] = parts;
    if (only === undefined) return;
    if (more.length === 0) raise(stems, only, weight);
    else {
      for (const part of parts) raise(stems, part, weight * weights.partOfTerm);
      raise(phrases, parts.join(' '), weight);
    }
  };
  const wordWeight = terms.length === 0 ? weights.typed : weights.word;
  if (!foreign) {
    for (const stem of stemmer.stems(words)) raise(stems, stem, wordWeight);
    if (terms.length === 0) addTerm(words, weights.typed);
    for (const term of terms) addTerm(term, weights.term);
    const asked = [...terms, ...(terms.length === 0 ? [words] : [])].map((term) => ` ${stemmer.stems(term).join(' ')} `);
    for (const group of lexicon.groups) {
      const present = group.some((each) => asked.some((term) => term.includes(` ${stemmer.stems(each).join(' ')} `)));
      if (present) for (const each of group) addTerm(each, terms.length === 0 ? weights.synonymOfTyped : weights.synonym);
    }
    return { stems, phrases };
  }
  // The words as they are, too: somebody may have typed them in the draft's language, and names are the same everywhere.
  for (const stem of stemmer.stems(words)) raise(stems, stem, terms.length === 0 ? weights.typed : weights.word / 2);
  const asked = ` ${foreign.stems([words, ...terms].join(' | ')).join(' ')} `;
  const askedTerms = terms.map((term) => ` ${foreign.stems(term).join(' ')} `);
  for (const [english, translations] of lexicon.words) {
    const stem = foreign.stems(english).join(' ');
    if (stem === '' || !asked.includes(` ${stem} `)) continue;
    const weight = askedTerms.some((term) => term.includes(` ${stem} `)) ? weights.term : wordWeight;
    for (const translation of translations) addTerm(translation, weight);
  }
  return { stems, phrases };
}
