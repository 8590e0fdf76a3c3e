import type { Lexicon } from './lexicon.ts';
import type { Stemmer } from './stem.ts';

/** How much a word found counts, of the word searched for. */
export const wordWeights = { same: 1, translation: 1, bridge: 0.85, synonym: 0.4, nearTranslation: 0.35, throughEnglish: 0.3 };

/** A word or phrase to search for in place of another one. */
export interface Term {
  readonly text: string;
  readonly weight: number;
  /** For an everyday word. The terms of a rubric were chosen for searching and need none. */
  readonly isBridge?: true;
}

/** Looks up what a lexicon has for a word or phrase in any inflection. */
export class Thesaurus {
  /** By the stems of a word or phrase, joined by spaces. */
  readonly #terms = new Map<string, readonly Term[]>();
  readonly stemmer: Stemmer;
  /** The number of words in the longest phrase. */
  longest = 1;

  constructor(stemmer: Stemmer) {
    this.stemmer = stemmer;
  }

  /** The terms for a sequence of stems. */
  of(stems: readonly string[]): readonly Term[] {
    return this.#terms.get(stems.join(' ')) ?? [];
  }

  add(phrase: string, terms: readonly Term[]): void {
    const stems = this.stemmer.sequence(phrase);
    const key = stems.join(' ');
    this.longest = Math.max(this.longest, stems.length);
    this.#terms.set(key, this.#terms.get(key)?.concat(terms) ?? terms);
  }

  /** Each word of a group finds the others. */
  addGroup(group: readonly string[], weight: number): void {
    for (const phrase of group)
      this.add(
        phrase,
        group.filter((other) => other !== phrase).map((text) => ({ text, weight })),
      );
  }
}

/** A language with its words. */
export interface LanguageWords {
  readonly lexicon: Lexicon;
  readonly stemmer: Stemmer;
}

/**
 * The synonyms within one language.
 * @param english its everyday words serve other languages too
 */
export function synonymsIn({ lexicon, stemmer }: LanguageWords, english?: LanguageWords): Thesaurus {
  const thesaurus = new Thesaurus(stemmer);
  for (const group of lexicon.groups) thesaurus.addGroup(group, wordWeights.synonym);
  // Two translations of one English word mean nearly the same.
  for (const translations of lexicon.words.values()) thesaurus.addGroup(translations, wordWeights.nearTranslation);
  for (const [phrase, texts] of lexicon.bridges)
    thesaurus.add(
      phrase,
      texts.map((text) => ({ text, weight: wordWeights.bridge, isBridge: true })),
    );
  if (english) addThroughEnglish(thesaurus, directTranslations(lexicon, english.stemmer), english.lexicon);
  return thesaurus;
}

/** Gives a word that translates an everyday English one the translations of the words that statutes have for it. */
function addThroughEnglish(thesaurus: Thesaurus, direct: Thesaurus, english: Lexicon): void {
  const translated = translator(direct);
  for (const [phrase, texts] of english.bridges)
    for (const own of direct.of(direct.stemmer.sequence(phrase)))
      thesaurus.add(
        own.text,
        translated(texts).map(({ text }) => ({ text, weight: wordWeights.throughEnglish, isBridge: true })),
      );
}

/** What a draft in another language may call English words: the translations of a word, and of its synonyms. */
export function translationsOf(lexicon: Lexicon, { lexicon: english, stemmer }: LanguageWords): Thesaurus {
  const direct = directTranslations(lexicon, stemmer);
  const translated = translator(direct);
  const thesaurus = directTranslations(lexicon, stemmer);
  const addThrough = (phrase: string, others: readonly string[], weight: number, more?: { isBridge: true }): void => {
    const terms = translated(others);
    if (terms.length > 0)
      thesaurus.add(
        phrase,
        terms.map((term) => ({ ...term, weight: term.weight * weight, ...more })),
      );
  };
  for (const [phrase, texts] of english.bridges) addThrough(phrase, texts, wordWeights.bridge, { isBridge: true });
  for (const group of english.groups)
    for (const phrase of group)
      addThrough(
        phrase,
        group.filter((other) => other !== phrase),
        wordWeights.synonym,
      );
  return thesaurus;
}

/** The translations of English words alone. */
function directTranslations(lexicon: Lexicon, english: Stemmer): Thesaurus {
  const direct = new Thesaurus(english);
  for (const [phrase, texts] of lexicon.words) direct.add(phrase, weighted(texts, wordWeights.translation));
  return direct;
}

/** Translates lists of words. The phrases of a line of bridges share one list. */
function translator(direct: Thesaurus): (texts: readonly string[]) => readonly Term[] {
  const known = new Map<readonly string[], readonly Term[]>();
  return (texts) => {
    const terms = known.get(texts) ?? texts.flatMap((text) => direct.of(direct.stemmer.sequence(text)));
    known.set(texts, terms);
    return terms;
  };
}

function weighted(texts: readonly string[], weight: number): Term[] {
  return texts.map((text) => ({ text, weight }));
}
