import numbering from '../numbering.json' with { type: 'json' };
import { fold } from './fold.ts';

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a Roman numeral; undefined if the text is not one in its standard form. */
export function romanValue(text: string): number | undefined {
  if (!/^(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/i.test(text)) return undefined;
  const values = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

const { digits, values: chineseUnits } = numbering.chineseNumerals;
const chineseDigits = new Map(Object.entries(digits).flatMap(([value, letters]) => [...letters].map((each) => [each, value])));
/** The characters of Chinese and Japanese numerals, for patterns. */
export const chineseNumeral = `[${[...chineseDigits.keys(), ...Object.keys(chineseUnits)].join('')}]{1,9}`;

/** The value of a Chinese or Japanese numeral: 23 for `二十三`, 103 for `一〇三`, 200 for `两百`. */
function chineseValue(text: string): number {
  const units: Readonly<Record<string, number>> = chineseUnits;
  if (![...text].some((letter) => letter in units)) return Number([...text].map((letter) => chineseDigits.get(letter)).join(''));
  let sum = 0;
  let digit = 0;
  for (const letter of text) {
    const unit = units[letter];
    if (unit === undefined) digit = Number(chineseDigits.get(letter));
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

/** Digits of other scripts, and Chinese numerals, as the digits 0 to 9. Every character stays one character, except in numerals. */
export function westernDigits(text: string): string {
  return text
    .replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/gu, (digit) => String(digit.charCodeAt(0) - 0x966));
}

/** The superscript digits, for patterns. */
export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Superscript digits as plain ones after a caret: `15^1` for `15¹`. */
export function withCarets(text: string): string {
  return text.replace(
    new RegExp(`[${superscripts}]+`, 'gu'),
    (digits) => `^${[...digits].map((digit) => superscripts.indexOf(digit)).join('')}`,
  );
}

/** A whole number in any script that this module knows; undefined for other text. */
export function wholeNumber(text: string): string | undefined {
  const western = westernDigits(text);
  if (/^\d{1,4}$/.test(western)) return western;
  return new RegExp(`^${chineseNumeral}$`, 'u').test(text) ? String(chineseValue(text)) : undefined;
}

/** The place of a letter in an alphabet, from 1, and what it is inserted as. */
interface LetterPlace {
  readonly ordinal: number;
  readonly suffix: string;
}

/**
 * The places that a letter may have: the Spanish `ñ` is inserted after `n`, and the Vietnamese `đ` after `d`. Arabic lists follow one
 * of two orders, in which the third letter is `ج` or `ت`.
 */
export function letterOrdinals(letter: string): LetterPlace[] {
  const small = letter.toLowerCase();
  const inserted = insertedLetters.get(small);
  if (inserted !== undefined) return [{ ordinal: inserted, suffix: small }];
  const plain = /[\u0621-\u064a]/u.test(small) ? fold(small) : small;
  return alphabets.flatMap((alphabet) => {
    const index = alphabet.indexOf(plain);
    return index === -1 ? [] : [{ ordinal: index + 1, suffix: '' }];
  });
}

const alphabets = numbering.alphabets.map((each) => [...each]);
const insertedLetters = new Map(Object.entries(numbering.insertedLetters).map(([letter, after]) => [letter, after]));
