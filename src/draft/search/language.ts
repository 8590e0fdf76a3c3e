/** The languages whose words are stemmed and for which there is a lexicon. */
export const languages = ['en', 'es', 'fr', 'pt', 'de'] as const;
export type Language = (typeof languages)[number];

/** Short words that are frequent in one of the languages and rare in the others. */
const frequent: Readonly<Record<Language, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'shall', 'which', 'with', 'for'],
  es: ['el', 'los', 'las', 'del', 'y', 'una', 'por', 'con'],
  fr: ['le', 'les', 'des', 'du', 'et', 'une', 'au', 'dans'],
  pt: ['o', 'os', 'do', 'da', 'dos', 'e', 'uma', 'não'],
  de: ['der', 'die', 'und', 'des', 'das', 'oder', 'nach', 'von'],
};

/** The language that most of a text's short words belong to; English where none stands out. */
export function languageOf(text: string): Language {
  const counts = new Map<string, number>();
  for (const word of text
    .slice(0, 60_000)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const score = (language: Language): number => frequent[language].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
  return [...languages].sort((a, b) => score(b) - score(a))[0] ?? 'en';
}
