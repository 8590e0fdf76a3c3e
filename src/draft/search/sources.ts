import { fold } from '../structure/numbers/markers.ts';
import type { Entry } from './entries.ts';
import type { Lexicon } from './lexicon.ts';
import type { Query, Source } from './query.ts';
import { stemmerFor, wordPattern } from './stem.ts';
import { type LanguageWords, synonymsIn, translationsOf } from './thesaurus.ts';

/** Letters. A shorter English word is similar to other words by chance. */
const leastSimilar = 7;

/** The language of a draft. */
interface DraftLanguage extends LanguageWords {
  /** The English lexicon for a draft in another language with support. */
  readonly english: Lexicon | undefined;
}

/**
 * Tells in which languages to read a query. Questions of the rubric are English. What a person typed may be in the draft's language or in
 * English; if as many of its words are known in both, it is read in both.
 */
export async function querySources(
  entries: readonly Entry[],
  { lexicon, stemmer, english }: DraftLanguage,
): Promise<(query: Query) => Source[]> {
  const englishWords = english && { lexicon: english, stemmer: await stemmerFor('en', english) };
  const own: Source = {
    stemmer,
    thesaurus: synonymsIn({ lexicon, stemmer }, englishWords),
    keeps: () => true,
    isCommon: commonIn({ lexicon, stemmer }),
  };
  if (!englishWords) return () => [own];
  const { lexicon: englishLexicon, stemmer: englishStemmer } = englishWords;
  let words: ReadonlySet<string> | undefined;
  const isInDraft = (word: string): boolean => {
    words ??= wordsOf(entries);
    return words.has(fold(word));
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
    if (query.terms.length > 0) return [translated];
    const typed = query.words.match(wordPattern) ?? [];
    const [inEnglish, inOwn] = [typed.filter(isEnglish).length, typed.filter(isOwn).length];
    return [...(inEnglish >= inOwn ? [translated] : []), ...(inOwn >= inEnglish ? [own] : [])];
  };
}

/** Returns a function that recognises the common words of questions, in any inflection. */
function commonIn({ lexicon, stemmer }: LanguageWords): (word: string) => boolean {
  const stems = new Set([...lexicon.commonWords].map(stemmer.stem).filter((stem) => stem !== ''));
  return (word) => stems.has(stemmer.stem(word));
}

function wordsOf(entries: readonly Entry[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { heading, context, text } of entries)
    for (const word of `${heading} ${context} ${text}`.match(wordPattern) ?? []) words.add(word);
  return new Set([...words].map(fold));
}
