import { fold } from '../structure/numbers/markers.ts';
import type { Entry } from './entries.ts';
import type { Lexicon } from './lexicon.ts';
import { isTyped, type Part, type Query, type Source } from './query.ts';
import { stemmerFor } from './stem.ts';
import { type LanguageWords, synonymsIn, translationsOf } from './thesaurus.ts';
import { plainSpelling, wordsOf } from './words.ts';

/** Letters. A shorter English word is similar to other words by chance. */
const leastSimilar = 7;

/** The language of a draft. */
interface DraftLanguage extends LanguageWords {
  /** The English lexicon for a draft in another language with support. */
  readonly english: Lexicon | undefined;
}

/** What to search for in one language, and how its words are looked up. */
export interface Reading {
  readonly part: Part;
  readonly source: Source;
}

/**
 * Tells in which languages to read a query. Questions of the rubric are English, and may have terms in the draft's language. What a person
 * typed may be in the draft's language or in English; if as many of its words are known in both, it is read in both.
 */
export async function querySources(
  entries: readonly Entry[],
  { lexicon, stemmer, english }: DraftLanguage,
): Promise<(query: Query) => Reading[]> {
  const englishWords = english && { lexicon: english, stemmer: await stemmerFor('en', english) };
  const own: Source = {
    stemmer,
    thesaurus: synonymsIn({ lexicon, stemmer }, englishWords),
    keeps: () => true,
    isCommon: commonIn({ lexicon, stemmer }),
  };
  const inOwn = ({ own: terms = [] }: Query): Reading[] =>
    terms.length > 0 ? [{ part: { words: '', terms, isTyped: false }, source: own }] : [];
  if (!englishWords) return (query) => [{ part: { ...query, isTyped: isTyped(query) }, source: own }, ...inOwn(query)];
  const { lexicon: englishLexicon, stemmer: englishStemmer } = englishWords;
  let words: ReadonlySet<string> | undefined;
  const isInDraft = (word: string): boolean => {
    words ??= wordsIn(entries);
    return words.has(fold(plainSpelling(word)));
  };
  const thesaurus = translationsOf(lexicon, englishWords);
  const isEnglish = (word: string): boolean =>
    englishLexicon.functionWords.has(fold(word)) || thesaurus.of(englishStemmer.sequence(word)).length > 0;
  const isOwn = (word: string): boolean =>
    lexicon.functionWords.has(fold(word)) || isInDraft(word) || own.thesaurus.of(stemmer.sequence(word)).length > 0;
  const isContent = (word: string): boolean => englishStemmer.stem(word) !== '';
  const translated: Source = {
    stemmer: englishStemmer,
    thesaurus,
    keeps: (word, isTranslated) => isContent(word) && (isInDraft(word) || (!isTranslated && word.length >= leastSimilar)),
    isCommon: commonIn(englishWords),
  };
  return (query) => {
    const part = { ...query, isTyped: isTyped(query) };
    if (!part.isTyped) return [{ part, source: translated }, ...inOwn(query)];
    const typed = wordsOf(query.words);
    const [asEnglish, asOwn] = [typed.filter(isEnglish).length, typed.filter(isOwn).length];
    return [
      ...(asEnglish >= asOwn ? [{ part, source: translated }] : []),
      ...(asOwn >= asEnglish ? [{ part, source: own }] : []),
    ];
  };
}

/** Returns a function that recognises the common words of questions, in any inflection. */
function commonIn({ lexicon, stemmer }: LanguageWords): (word: string) => boolean {
  const stems = new Set([...lexicon.commonWords].map(stemmer.stem).filter((stem) => stem !== ''));
  return (word) => stems.has(stemmer.stem(word));
}

function wordsIn(entries: readonly Entry[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { heading, context, text } of entries) for (const word of wordsOf(`${heading} ${context} ${text}`)) words.add(word);
  return new Set([...words].map((word) => fold(plainSpelling(word))));
}
