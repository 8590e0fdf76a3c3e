import { describe, expect, it } from 'vitest';
import { rowOf, textOfRow } from '../../../src/draft/readers/pdf/layout/rows.ts';
import type { Word } from '../../../src/draft/readers/pdf/paint/page.ts';

/** A word at a position; `glyphs` are its letters from left to right. */
const word = (x: number, glyphs: readonly string[], order = x): Word => {
  const starts = glyphs.flatMap((glyph, index) => Array<number>(glyph.length).fill(x + 6 * index));
  const clip = { left: 0, top: 0, right: 600, bottom: 800 };
  return {
    ...{
      text: glyphs.join(''),
      starts,
      x,
      right: x + 6 * glyphs.length,
      y: 100,
      size: 12,
      font: 'f',
      italic: false,
      bold: false,
    },
    ...{ spaceBefore: false, spaceAfter: false, angle: 0, order },
    ink: { color: '#000000', invisible: false, hidden: false, clip, artifact: false },
  };
};
const read = (...words: Word[]): string => textOfRow(rowOf(words)).text;

describe('a row of Arabic or Hebrew', () => {
  it('is read from right to left, in whatever order it is painted', () => {
    const words = [word(200, [...'تحق']), word(150, [...'صخشلل'])];
    expect(read(...words)).toBe('قحت للشخص');
    expect(read(...words.map((each) => ({ ...each, order: 400 - each.x })))).toBe('قحت للشخص');
  });

  it('keeps the direction of numbers and Latin words', () => {
    const latin = [word(200, [...'OECD']), word(240, [...'Guide'])];
    const arabic = [word(300, [...'قفو']), word(150, [...'ةنس'])];
    expect(read(...arabic, ...latin, word(100, [...'2023']))).toBe('وفق OECD Guide سنة 2023');
  });

  it('has its brackets the right way round', () => {
    expect(read(word(300, [')']), word(270, [...'ىلع']), word(255, ['(']))).toBe('( على )');
  });

  it('keeps the letters of a ligature in order', () => {
    expect(read(word(100, ['ن', 'لإ']))).toBe('لإن');
  });
});
