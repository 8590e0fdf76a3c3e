import { westernDigits } from '../structure/numbers/numerals.ts';

/** A word of a text, as it is written there. */
export interface Word {
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
}

/** Digits with separators between thousands; a word with its apostrophes; a per cent sign. A hyphen separates two words. */
const wordPattern = /(?<!\p{N})\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\p{N})|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*|[%％٪]/gu;

/** Characters of Chinese and Japanese, which put no spaces between words. */
const character = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** The words of a text in order. */
export function wordsOf(text: string): string[] {
  const words = text.match(wordPattern) ?? [];
  return character.test(text)
    ? words.flatMap((word) => (character.test(word) ? partsOf(word).map((part) => part.text) : [word]))
    : words;
}

/** The words of a text in order, with their places. Those in Chinese overlap. */
export function placedWords(text: string): Word[] {
  return [...text.matchAll(wordPattern)].flatMap(({ 0: word, index }): Word[] =>
    character.test(word) ? partsOf(word).map((part) => ({ ...part, at: index + part.at })) : [{ text: word, at: index }],
  );
}

/**
 * Text without spaces in pairs of characters, each beginning at the second of the one before. Most Chinese words have two characters; a
 * longer one is a phrase of its pairs. Where a dictionary would divide a text depends on its version, which differs between browsers and
 * versions of Node, and on the words around; pairs are the same everywhere.
 */
function partsOf(text: string): Word[] {
  return [...text.matchAll(runs)].flatMap(({ 0: run, index }): Word[] => {
    const characters = [...run];
    if (characters.length < 2 || !character.test(run)) return [{ text: run, at: index }];
    let at = index;
    return characters.slice(1).map((second, before) => {
      const first = characters[before] ?? '';
      const part = { text: first + second, at };
      at += first.length;
      return part;
    });
  });
}

/** Marks that Arabic texts have or leave out: vowel signs and the stroke that lengthens a word. */
const arabicMarks = /[\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;
const arabicLetters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ؤ: 'و',
  ئ: 'ي',
  ی: 'ي',
  ک: 'ك',
};

/**
 * A word in the spelling that is compared: small letters of usual width, digits from 0 to 9, Russian without ё, Arabic without vowel
 * signs and with one form of alef. For search only: a quote has to have the letters of the draft.
 */
export function plainSpelling(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase();
  const plain = westernDigits(word.normalize('NFKC')).toLowerCase().replaceAll('ё', 'е').replaceAll('\u066a', '%');
  if (!/\p{Script=Arabic}/u.test(plain)) return plain;
  // The last letter of short function words stays as it is: `إلى` is not `آلي`. An alef with the sign of an indefinite noun is an ending.
  return plain
    .replace(/\u064b\u0627$|\u0627\u064b$/u, '')
    .replace(arabicMarks, '')
    .replace(/[أإآٱؤئیک]|(?<=\p{L}{3})ى/gu, (letter) => arabicLetters[letter] ?? letter);
}
