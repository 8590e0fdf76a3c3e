import negations from './negations.json' with { type: 'json' };

type Language = keyof typeof negations;

/** Languages with a writing system of their own, in which no word of another language can be meant. */
const byScript: readonly (readonly [RegExp, Language])[] = [
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Han}/u, 'zh'],
];
const latin = (Object.keys(negations) as Language[]).filter((language) => !byScript.some(([, own]) => own === language));

/**
 * The negations and exceptions among words that a quote leaves out: with them it may say the contrary.
 * @param language of the draft, ISO 639-1; the words of all languages count if it has no list
 * @returns each once, as in the text and in its order
 */
export function negationsIn(omitted: readonly string[], language: string): string[] {
  const found = new Set<string>();
  for (const text of omitted)
    for (const each of languagesOf(text, language)) for (const [word] of text.matchAll(patternOf(each))) found.add(word.trim());
  return [...found];
}

function languagesOf(text: string, language: string): readonly Language[] {
  const own = byScript.filter(([script]) => script.test(text)).map(([, each]) => each);
  const isListed = (latin as readonly string[]).includes(language);
  return [...own, ...(isListed ? [language as Language] : latin)];
}

const patterns = new Map<Language, RegExp>();

function patternOf(language: Language): RegExp {
  const known = patterns.get(language);
  if (known) return known;
  const words = [...negations[language]].sort((a, b) => b.length - a.length).map((word) => word.replaceAll(' ', '\\s+'));
  const any = words.join('|');
  // Chinese has no spaces; Arabic writes "and" and "so" as one letter of the next word.
  const before = language === 'ar' ? '(?<![\\p{L}\\p{N}])[وف]?' : '(?<![\\p{L}\\p{N}])';
  const contracted = language === 'en' ? "|\\p{L}+n['’]t" : '';
  const source = language === 'zh' ? any : `${before}(?:${any}${contracted})(?![\\p{L}\\p{N}])`;
  const made = new RegExp(source, 'giu');
  patterns.set(language, made);
  return made;
}

/** Characters on either side of a quote in which its sentence is looked for. */
const reach = 600;
const sentenceEnd = /[.;:!?。；！？](?=\s|$)|[。；！？]/gu;

/** The words of the sentence that come before a position. */
export function sentenceBefore(text: string, position: number, least: number): string {
  const before = text.slice(Math.max(least, position - reach), position);
  const last = [...before.matchAll(sentenceEnd)].at(-1);
  return last ? before.slice(last.index + 1) : before;
}

/** The words of the sentence that come after a position. */
export function sentenceAfter(text: string, position: number, most: number): string {
  const after = text.slice(position, Math.min(most, position + reach));
  const end = after.search(sentenceEnd);
  return end === -1 ? after : after.slice(0, end);
}
