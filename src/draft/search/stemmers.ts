import type { Lexicon } from './lexicon.ts';

/** Makes the stem of a word. */
export type Reduce = (word: string) => string;
export type Loaders = Readonly<Record<string, (lexicon: Pick<Lexicon, 'vocabulary'>) => Promise<Reduce>>>;

/**
 * What makes stems in a language, loaded when a draft is in it. In a language that is not here, a word is its own stem. Each is on a line of
 * its own: the build makes a script of each for the page of `compass form`.
 */
export const loaders: Loaders = {
  en: async () => (await import('@orama/stemmers/english')).stemmer,
  es: async () => (await import('@orama/stemmers/spanish')).stemmer,
  fr: async () => (await import('@orama/stemmers/french')).stemmer,
  pt: async () => (await import('@orama/stemmers/portuguese')).stemmer,
  de: async () => (await import('@orama/stemmers/german')).stemmer,
  it: async () => (await import('@orama/stemmers/italian')).stemmer,
  ru: async () => (await import('@orama/stemmers/russian')).stemmer,
  nl: async () => (await import('@orama/stemmers/dutch')).stemmer,
  nb: async () => (await import('@orama/stemmers/norwegian')).stemmer,
  da: async () => (await import('@orama/stemmers/danish')).stemmer,
  tr: async () => dotless((await import('@orama/stemmers/turkish')).stemmer),
  id: async () => (await import('@orama/stemmers/indonesian')).stemmer,
  ar: async ({ vocabulary }) => (await import('./arabic.ts')).arabicStemmer(vocabulary),
};

/** Capital letters don't tell Turkish `i` from `ı` once they are small ones. */
function dotless(reduce: Reduce): Reduce {
  return (word) => reduce(word.replaceAll('i\u0307', 'i')).replaceAll('ı', 'i');
}
