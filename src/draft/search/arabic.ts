/** What is written before a noun as one word with it: a conjunction, a preposition, the article. The longest first. */
const prefixes = ['وبال', 'وكال', 'فبال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال', 'و', 'ف', 'ب', 'ل', 'ك'];
const articles = prefixes.filter((prefix) => prefix.length > 1);
/** Of an unknown word only these are taken off: a single letter is more often its first one. `و` is the most frequent word. */
const surePrefixes: ReadonlySet<string> = new Set([...articles, 'و']);
const leastLetters = { noun: 3, afterConjunction: 4, stem: 3 };
/** Possessive pronouns, then the endings of number and gender, then that of adjectives. */
const endings = [['هما', 'هم', 'هن', 'ها', 'نا', 'كم', 'ه'], ['ات', 'ون', 'ين', 'ان', 'وا', 'ة', 'ا'], ['ي']];

/**
 * The first letters of words that look like a prefix and are none: those of words that stand alone in the lexicon. In a phrase, words have
 * the article.
 */
function knownStems(texts: Iterable<string>): ReadonlySet<string> {
  const known = new Set<string>();
  for (const text of texts) {
    const words = text.split(' ');
    for (const word of words)
      if (words.length === 1 || !articles.some((each) => word.startsWith(each))) known.add(withoutEndings(word));
  }
  return known;
}

/**
 * Makes a stemmer of Arabic words in plain spelling, after the "light stemming" of information retrieval. The stemmer of the library
 * gives a noun with its article another stem than the same noun without one (`البيانات`, `بيانات`).
 * @param texts the words and phrases of the lexicon
 */
export function arabicStemmer(texts: Iterable<string>): (word: string) => string {
  const known = knownStems(texts);
  return (word) => {
    const whole = withoutEndings(word);
    if (known.has(whole)) return whole;
    const rests = prefixes.flatMap((prefix) => {
      const rest = word.slice(prefix.length);
      const least = prefix === 'و' ? leastLetters.afterConjunction : leastLetters.noun;
      return word.startsWith(prefix) && rest.length >= least ? [{ prefix, stem: withoutEndings(rest) }] : [];
    });
    const found = rests.find(({ stem }) => known.has(stem)) ?? rests.find(({ prefix }) => surePrefixes.has(prefix));
    return found?.stem ?? whole;
  };
}

function withoutEndings(word: string): string {
  let stem = word;
  for (const group of endings) {
    const ending = group.find((each) => stem.endsWith(each) && stem.length - each.length >= leastLetters.stem);
    if (ending === undefined) continue;
    stem = stem.slice(0, -ending.length);
    // Before a pronoun the ending of a feminine noun is written as a letter of its own kind.
    if (group === endings[0] && stem.endsWith('ت') && !stem.endsWith('ات') && stem.length > leastLetters.stem)
      stem = stem.slice(0, -1);
  }
  return stem;
}
