import type { Lexicon } from './lexicon.ts';
import type { Stemmer } from './stem.ts';

/** What to search for. */
export interface Query {
  /** Words that a person typed, or the wording of a question. */
  readonly words: string;
  /** Search terms that the rubric gives for a question; empty for typed words. */
  readonly terms: readonly string[];
}

export interface ExpandedQuery {
  /** Each stem with its weight. */
  readonly stems: ReadonlyMap<string, number>;
  /** Stems of several words, joined by spaces, with their weight. */
  readonly phrases: ReadonlyMap<string, number>;
}

/** The terms of a question were chosen for searching, so synonyms add little to them. Its words were chosen for reading. */
const weights = { word: 0.35, typed: 1, term: 1, partOfTerm: 0.35, synonym: 0.15, synonymOfTyped: 0.5 };

/**
 * Turns a query into stems and phrases. In a draft in the rubric's language synonyms are added; in a draft in another language,
 * the translations of the query's words.
 * @param stemmer the stemmer of the draft's language
 * @param rubricStemmer the stemmer of the rubric's language, if that is another one
 */
export function expandQuery(query: Query, lexicon: Lexicon, stemmer: Stemmer, rubricStemmer?: Stemmer): ExpandedQuery {
  const expansion = new Expansion(stemmer);
  if (rubricStemmer) addTranslations(expansion, query, lexicon, rubricStemmer);
  else addSynonyms(expansion, query, lexicon);
  return expansion;
}

/** Collects stems and phrases; of several weights for one of them the highest counts. */
class Expansion implements ExpandedQuery {
  readonly stems = new Map<string, number>();
  readonly phrases = new Map<string, number>();
  readonly stemmer: Stemmer;

  constructor(stemmer: Stemmer) {
    this.stemmer = stemmer;
  }

  addWords(words: string, weight: number): void {
    for (const stem of this.stemmer.stems(words)) raise(this.stems, stem, weight);
  }

  /** Adds a term as a stem, or as a phrase and its parts. */
  addTerm(term: string, weight: number): void {
    const parts = this.stemmer.stems(term);
    if (parts.length > 1) raise(this.phrases, parts.join(' '), weight);
    for (const part of parts) raise(this.stems, part, parts.length > 1 ? weight * weights.partOfTerm : weight);
  }
}

function raise(map: Map<string, number>, key: string, weight: number): void {
  map.set(key, Math.max(map.get(key) ?? 0, weight));
}

function addSynonyms(expansion: Expansion, { words, terms }: Query, { groups }: Lexicon): void {
  const isTyped = terms.length === 0;
  const padded = (text: string): string => paddedStems(expansion.stemmer, text);
  expansion.addWords(words, isTyped ? weights.typed : weights.word);
  if (isTyped) expansion.addTerm(words, weights.typed);
  for (const term of terms) expansion.addTerm(term, weights.term);
  const wanted = (isTyped ? [words] : terms).map(padded);
  for (const group of groups) {
    const isWanted = group.some((synonym) => wanted.some((term) => term.includes(padded(synonym))));
    if (!isWanted) continue;
    for (const synonym of group) expansion.addTerm(synonym, isTyped ? weights.synonymOfTyped : weights.synonym);
  }
}

function addTranslations(expansion: Expansion, { words, terms }: Query, lexicon: Lexicon, rubricStemmer: Stemmer): void {
  const isTyped = terms.length === 0;
  // Keep the words themselves: they may have been typed in the draft's language, and names are the same in all languages.
  expansion.addWords(words, isTyped ? weights.typed : weights.word / 2);
  const wanted = paddedStems(rubricStemmer, [words, ...terms].join(' | '));
  const wantedTerms = terms.map((term) => paddedStems(rubricStemmer, term));
  for (const [english, translations] of lexicon.words) {
    const stem = paddedStems(rubricStemmer, english);
    if (stem.trim() === '' || !wanted.includes(stem)) continue;
    const isTerm = wantedTerms.some((term) => term.includes(stem));
    const weight = isTerm ? weights.term : isTyped ? weights.typed : weights.word;
    for (const translation of translations) expansion.addTerm(translation, weight);
  }
}

/** The stems of a text with a space around each, so that `includes` finds whole stems only. */
function paddedStems(stemmer: Stemmer, text: string): string {
  return ` ${stemmer.stems(text).join(' ')} `;
}
