import type { Word } from '../paint/page.ts';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const mirrored = new Map(
  [...'()[]{}<>«»'].map((sign, index, all) => [sign, all[index % 2 === 0 ? index + 1 : index - 1] ?? sign]),
);

/**
 * The words of a row in the order in which they are read. PDF paints Arabic and Hebrew from left to right: their words and
 * letters are turned around, but not the numbers and Latin words among them.
 */
export function inReadingDirection(words: readonly Word[]): readonly Word[] {
  const count = words.filter((word) => rightToLeft.test(word.text)).length;
  if (count === 0) return words;
  const isMainly = count * 2 >= words.filter((word) => /\p{L}/u.test(word.text)).length;
  return isMainly ? turnedRow(words) : words.map(turned);
}

function turnedRow(words: readonly Word[]): Word[] {
  const found: Word[] = [];
  let latin: Word[] = [];
  for (const word of [...words].reverse()) {
    if (/[\p{L}\p{N}]/u.test(word.text) && !rightToLeft.test(word.text)) {
      latin.unshift(word);
      continue;
    }
    found.push(...latin, turned(word));
    latin = [];
  }
  return [...found, ...latin];
}

function turned(word: Word): Word {
  if (/[\p{L}\p{N}]/u.test(word.text) && !rightToLeft.test(word.text)) return word;
  const letters = glyphsOf(word)
    .reverse()
    .map((letter) => mirrored.get(letter) ?? letter);
  // Numbers inside the word keep their direction.
  const text = letters.join('').replace(/\d[\d.,/]*\d/g, (number) => [...number].reverse().join(''));
  return { ...word, text };
}

/** The letters of a word, those of a ligature together. */
function glyphsOf({ text, starts }: Word): string[] {
  const glyphs: string[] = [];
  for (let index = 0; index < text.length; index++) {
    if (index > 0 && starts[index] === starts[index - 1]) glyphs.push(`${glyphs.pop()}${text[index]}`);
    else glyphs.push(text[index] ?? '');
  }
  return glyphs;
}
