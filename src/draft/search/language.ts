/** The languages with a stemmer and a lexicon. */
export const languages = ['en', 'es', 'fr', 'pt', 'de'] as const;
export type Language = (typeof languages)[number];

/** Words that are frequent in one language and rare in the others. */
const typicalWords: Readonly<Record<Language, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'shall', 'which', 'with', 'for'],
  es: ['el', 'los', 'las', 'del', 'y', 'una', 'por', 'con'],
  fr: ['le', 'les', 'des', 'du', 'et', 'une', 'au', 'dans'],
  pt: ['o', 'os', 'do', 'da', 'dos', 'e', 'uma', 'não'],
  de: ['der', 'die', 'und', 'des', 'das', 'oder', 'nach', 'von'],
};

/** Detects the language of a text by its most typical short words; English if none is found. */
export function languageOf(text: string): Language {
  const counts = new Map<string, number>();
  for (const word of text
    .slice(0, 60_000)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const score = (language: Language): number => typicalWords[language].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
  return [...languages].sort((a, b) => score(b) - score(a))[0] ?? 'en';
}
