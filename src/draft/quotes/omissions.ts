import negations from './negations.json' with { type: 'json' };

type Language = keyof typeof negations;

/** Languages with a writing system of their own, in which no word of another language can be meant. */
const byScript: readonly (readonly [RegExp, Language])[] = [
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Han}/u, 'zh'],
];
/** Words that mean something else in another language, and numbers as in `no 3`: they count in their own language alone. */
const ambiguous = /^(?:n|ni|no|mai|sin|sans|sem|men|utan|provided|desde que|siempre que)$/i;
const latin = (Object.keys(negations) as Language[]).filter((language) => !byScript.some(([, own]) => own === language));

/**
 * The negations and exceptions among words that a quote leaves out: with them it may say the contrary.
 * @param language of the draft, ISO 639-1. A draft may have a second one, so that the plain words of all languages count.
 * @returns each once, as in the text and in its order
 */
export function negationsIn(omitted: readonly string[], language: string): string[] {
  const found = new Set<string>();
  for (const text of omitted)
    for (const pattern of patternsFor(text, language)) for (const [word] of text.matchAll(pattern)) found.add(word.trim());
  return [...found];
}

function patternsFor(text: string, language: string): RegExp[] {
  const own = byScript.filter(([script]) => script.test(text)).map(([, each]) => patternOf(each));
  const isLatin = /\p{Script=Latin}/u.test(text);
  return isLatin ? [...own, patternOfLatin((latin as readonly string[]).includes(language) ? language : '')] : own;
}

const patterns = new Map<string, RegExp>();

/** The pattern for a language with a writing system of its own. */
function patternOf(language: Language): RegExp {
  // Chinese has no spaces; Arabic writes "and" and "so" as one letter of the next word.
  const before = language === 'ar' ? `${wordStart}[وف]?` : language === 'zh' ? '' : wordStart;
  return known(
    language,
    () => new RegExp(`${before}(?:${anyOf(negations[language])})${language === 'zh' ? '' : wordEnd}`, 'giu'),
  );
}

/** The pattern for a draft in a language with Latin letters; empty for an unknown one, in which all words count. */
function patternOfLatin(language: string): RegExp {
  return known(`latin ${language}`, () => {
    const isCounted = (each: string, word: string): boolean => language === '' || each === language || !ambiguous.test(word);
    const words = new Set(latin.flatMap((each) => negations[each].filter((word) => isCounted(each, word))));
    return new RegExp(`${wordStart}(?:${anyOf([...words])}|\\p{L}+n['’]t)${wordEnd}`, 'giu');
  });
}

function known(key: string, make: () => RegExp): RegExp {
  const pattern = patterns.get(key) ?? make();
  patterns.set(key, pattern);
  return pattern;
}

const wordStart = '(?<![\\p{L}\\p{N}])';
const wordEnd = '(?![\\p{L}\\p{N}])';

/** The longest first, so that `save where` is found before a part of it. */
function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|');
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
