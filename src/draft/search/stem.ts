import { fold } from '../structure/numbers/markers.ts';
import type { Lexicon } from './lexicon.ts';
import { loaders, type Reduce } from './stemmers.ts';
import { plainSpelling, wordsOf } from './words.ts';

/** A word of a text. */
export interface Stem {
  /** A function word as it is. */
  readonly text: string;
  readonly isFunctionWord: boolean;
}

/** Reduces words to stems, so that "assessment" is found by "assessing". Stems have no accents. */
export interface Stemmer {
  /** The words of a text in order. */
  readonly read: (text: string) => readonly Stem[];
  /** The stem of a word; empty for a function word. */
  readonly stem: (word: string) => string;
  /** The stems of a text's words in order, without function words. */
  readonly stems: (text: string) => string[];
  /** Like `stems`, with the function words as they are: for phrases. */
  readonly sequence: (text: string) => string[];
}

/** Loads the stemmer of a language. */
export async function stemmerFor(language: string, lexicon: Lexicon): Promise<Stemmer> {
  const reduce = (await loaders[language]?.(lexicon)) ?? ((word: string): string => word);
  const families = familiesOf(lexicon, reduce);
  const cache = new Map<string, Stem>();
  const stemOfWord = (word: string): Stem => {
    const known = cache.get(word);
    if (known) return known;
    const plain = plainWord(word, lexicon);
    const isFunctionWord = lexicon.functionWords.has(fold(plain));
    const stem = { text: isFunctionWord ? fold(plain) : stemOf(plain, lexicon, { reduce, families }), isFunctionWord };
    cache.set(word, stem);
    return stem;
  };
  const read = (text: string): Stem[] => wordsOf(text).map(stemOfWord);
  return {
    read,
    stem: (word) => contentOf([stemOfWord(word)])[0] ?? '',
    stems: (text) => contentOf(read(text)),
    sequence: (text) => read(text).map(({ text: stem }) => stem),
  };
}

/** The stems that are no function words. */
export function contentOf(stems: readonly Stem[]): string[] {
  const content: string[] = [];
  for (const { text, isFunctionWord } of stems) if (!isFunctionWord && text !== '') content.push(text);
  return content;
}

/** A word in lower case, without an elided article or a possessive ending; a number without separators. */
function plainWord(word: string, { elisions }: Lexicon): string {
  const lower = plainSpelling(word);
  if (/^\d/.test(lower)) return lower.replace(/[^\p{L}\p{N}]/gu, '');
  const [before = '', after] = lower.split(/['’]/, 2);
  const own = after !== undefined && elisions.has(before) ? lower.slice(before.length + 1) : lower;
  return own.replace(/[’']s$/, '').replace(/[’']/g, '');
}

interface Reduction {
  readonly reduce: Reduce;
  /** For the stem of a form in the lexicon, the word that it counts as: `complaints` counts as `complain`, because `complaint` does. */
  readonly families: ReadonlyMap<string, string>;
}

/** Letters. A shorter stem may be that of another word: that of `lives` is `live`. Arabic words are short. */
const leastFamily = { usual: 5, arabic: 3 };

function familiesOf({ forms }: Lexicon, reduce: Reduce): ReadonlyMap<string, string> {
  const families = new Map<string, string>();
  for (const [form, base] of forms) {
    const stem = reduce(form);
    const least = /\p{Script=Arabic}/u.test(stem) ? leastFamily.arabic : leastFamily.usual;
    if (stem.length >= least) families.set(stem, base);
  }
  return families;
}

/** The stemmers need accents. They are removed afterwards, because drafts often leave them out. */
function stemOf(word: string, { forms, accented, plurals, endings }: Lexicon, { reduce, families }: Reduction): string {
  const written = accented.get(word) ?? word;
  const singular = withEnding(written, plurals);
  const base = forms.get(written) ?? forms.get(singular) ?? families.get(reduce(singular)) ?? singular;
  return withEnding(fold(/^\d+$/.test(base) ? base : reduce(base)), endings);
}

/** A word with another ending, if it has one of the endings and is long enough. */
function withEnding(word: string, endings: ReadonlyMap<string, string>): string {
  for (const [ending, other] of endings)
    if (word.endsWith(ending) && word.length > ending.length + 2) return word.slice(0, -ending.length) + other;
  return word;
}
