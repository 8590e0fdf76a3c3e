import numbering from '../numbering.json' with { type: 'json' };

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a Roman numeral; undefined if the text is not one in its standard form. */
export function romanValue(text: string): number | undefined {
  if (!/^(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/i.test(text)) return undefined;
  const values = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

const chineseDigits = '零一二三四五六七八九';
const chineseUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** The characters of Chinese and Japanese numerals, for patterns. */
export const chineseNumeral = '[〇零一二三四五六七八九十百千]{1,7}';

/** The value of a Chinese or Japanese numeral: 23 for `二十三`. */
function chineseValue(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const letter of text) {
    const unit = chineseUnits[letter];
    if (unit === undefined) digit = Math.max(0, chineseDigits.indexOf(letter));
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

/** A whole number in any script that this module knows; undefined for other text. */
export function wholeNumber(text: string): string | undefined {
  const western = westernDigits(text);
  if (/^\d{1,4}$/.test(western)) return western;
  return new RegExp(`^${chineseNumeral}$`, 'u').test(text) ? String(chineseValue(text)) : undefined;
}

/** The place of a letter in its alphabet, from 1, and what it is inserted as: the Spanish `ñ` comes after `n`. */
export function letterOrdinal(letter: string): { readonly ordinal: number; readonly suffix: string } | undefined {
  const small = letter.toLowerCase();
  if (small === 'ñ') return { ordinal: 14, suffix: 'ñ' };
  for (const alphabet of numbering.alphabets) {
    const index = [...alphabet].indexOf(small);
    if (index !== -1) return { ordinal: index + 1, suffix: '' };
  }
  return undefined;
}
