import numbering from '../numbering.json' with { type: 'json' };
import { fold } from './fold.ts';

/** A number in words at the beginning of a text, as labels show it, and its length in characters as printed. */
export interface NumberInWords {
  readonly number: string;
  readonly length: number;
}

/** Words. The longest number, such as `on birinci` or `kumi na mbili`, has no more. */
const mostWords = 3;
/** The numbers in words of numbering.json, by their folded words. */
export const numberWords = folded(numbering.numberWords);
/** The ordinals that stand before the word for a group: `first` part, `birinci` bölüm. */
export const ordinals = folded(numbering.ordinals);

function folded(words: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(words).map(([word, number]) => [fold(word), number]));
}

/** Reads a number in words: `first`, `vigésimo`, `kumi na moja`, `الحادية والعشرون بعد المائة`. */
export function numberInWords(text: string): NumberInWords | undefined {
  if (/^[\u0621-\u06d3]/u.test(text)) return arabicOrdinal(text);
  const words = /^\p{L}+(?:\s\p{L}+){0,2}/u.exec(text)?.[0].split(/\s/) ?? [];
  for (let count = Math.min(mostWords, words.length); count > 0; count--) {
    const written = words.slice(0, count).join(' ');
    const number = numberWords.get(fold(written));
    if (number !== undefined) return { number, length: written.length };
  }
  return undefined;
}

const arabic = numbering.arabicOrdinals;
const arabicUnits = values(arabic.units);
const arabicTens = values(arabic.tens);
const arabicHundreds = values(arabic.hundreds);
const arabicTen = new Set(arabic.ten.map(bare));

function values(words: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(Object.entries(words).map(([word, value]) => [bare(word), value]));
}

/** An Arabic word without vowel signs, tatweel and article, and with one letter for the forms of alef and of final ya. */
function bare(word: string): string {
  return fold(word)
    .replaceAll('ـ', '')
    .replaceAll('ى', 'ي')
    .replace(/^ال(?=..)/u, '');
}

/** Reads an Arabic ordinal: a unit, with "ten" or with "and" and tens, and hundreds with "and" or "after". */
function arabicOrdinal(text: string): NumberInWords | undefined {
  let [sum, length] = [0, 0];
  /** Units, tens and hundreds may each come once: "the first and second" is no number. */
  const read = new Set<Size>();
  let joined = true;
  for (const { 0: whole, 1: written = '', index } of text.slice(0, 120).matchAll(/(?<=^|\s)([\p{L}\p{M}ـ]+)/gu)) {
    const word = bare(written);
    const own = joined ? word : word.startsWith('و') ? bare(word.slice(1)) : '';
    if (sum > 0 && !joined && word === bare(arabic.after)) {
      joined = true;
      continue;
    }
    const { value, size } = partOf(own, sum < 10 && !joined ? word : '');
    if (value === undefined || read.has(size)) break;
    sum += value;
    read.add(size);
    joined = false;
    length = index + whole.length;
  }
  return sum === 0 ? undefined : { number: String(sum), length };
}

type Size = 'unit' | 'ten' | 'tens' | 'hundreds';

/**
 * What a word adds to a number, and its size.
 * @param afterUnit the word if it may be the ten after a unit: `عشرة` in `الثالثة عشرة`
 */
function partOf(word: string, afterUnit: string): { readonly value: number | undefined; readonly size: Size } {
  if (arabicTen.has(afterUnit)) return { value: 10, size: 'ten' };
  const unit = arabicUnits.get(word);
  if (unit !== undefined) return { value: unit, size: 'unit' };
  const tens = arabicTens.get(word);
  return tens === undefined ? { value: arabicHundreds.get(word), size: 'hundreds' } : { value: tens, size: 'tens' };
}
