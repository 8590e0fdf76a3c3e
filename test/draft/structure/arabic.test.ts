import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';
import { numberInWords } from '../../../src/draft/structure/numbers/number-words.ts';
import { labelsOf, outlineOf } from './outline.ts';

describe('Arabic ordinals', () => {
  it.each([
    ['الأولى', '1'],
    ['أولى', '1'],
    ['الاولى', '1'],
    ['العاشرة', '10'],
    ['الحادية عشرة', '11'],
    ['الثانية عشرة', '12'],
    ['التاسعة عشر', '19'],
    ['العشرون', '20'],
    ['العشرين', '20'],
    ['الحادية والعشرون', '21'],
    ['الخامسة والتسعين', '95'],
    ['المائة', '100'],
    ['المئة', '100'],
    ['الأولى بعد المائة', '101'],
    ['الحادية عشرة بعد المائة', '111'],
    ['الحادية والعشرون بعد المائة', '121'],
    ['المائة والحادية والعشرون', '121'],
    ['السابعة والأربعون بعد المائتين', '247'],
    ['التاسعة والتسعون بعد الثلاثمائة', '399'],
    ['الثَّالِثَةَ عَشْرَةَ', '13'],
    ['الثانى', '2'],
  ])('%s is %s', (words, number) => {
    expect(numberInWords(words)).toEqual({ number, length: words.length });
  });

  it.each([
    ['الأولى والثانية', 'الأولى'],
    ['الثالثة من القانون', 'الثالثة'],
    ['الأولى بعد النشر', 'الأولى'],
  ])('%s: only %s is the number', (words, number) => {
    expect(numberInWords(words)?.length).toBe(number.length);
  });

  it('other words are none', () => {
    expect(numberInWords('القانون')).toBeUndefined();
  });
});

describe('Arabic articles', () => {
  it.each([
    ['with a digit', 'المادة 1', 'المادة 2'],
    ['with Arabic-Indic digits', 'مادة ١', 'مادة ٢'],
    ['with Persian digits', 'مادة ۱', 'مادة ۲'],
    ['in brackets', 'مادة (١)', 'مادة (٢)'],
    ['without a space', 'مادة(1)', 'مادة(2)'],
    ['with the word for number', 'المادة رقم (1)', 'المادة رقم (2)'],
    ['as a line in brackets', '(المادة الأولى)', '(المادة الثانية)'],
    ['with a colon', 'المادة الأولى:', 'المادة الثانية:'],
    ['with vowel signs', 'المَادَّة الأولى', 'المَادَّة الثانية'],
    ['drawn out', 'المـــادة (1)', 'المـــادة (2)'],
    ['after a mark of direction', '\u200fالمادة 1', '\u200fالمادة 2'],
  ])('%s', async (_, first, second) => {
    expect(await labelsOf(first, 'يسري القانون على المنصات.', second, 'ينشر القانون.')).toEqual(['art. 1', 'art. 2']);
  });

  it('the sentence may follow a dash or a tatweel', async () => {
    expect(await outlineOf('مادة ١- يسري القانون.', 'مادة ٢ ـ ينشر القانون.', 'مادة ٣ – يلغى ما سبق.')).toEqual([
      'art. 1 يسري القانون.',
      'art. 2 ينشر القانون.',
      'art. 3 يلغى ما سبق.',
    ]);
  });

  it.each([
    ['مادة 1 مكرر', 'art. 1 bis'],
    ['المادة ١ مكرراً:', 'art. 1 bis'],
    ['المادة (1) مكررة', 'art. 1 bis'],
  ])('that are inserted: %s', async (heading, label) => {
    expect(await labelsOf('المادة 1', 'يسري القانون.', heading, 'يلغى ما سبق.', 'المادة 2', 'ينشر القانون.')).toEqual([
      'art. 1',
      label,
      'art. 2',
    ]);
    expect(readCitations(heading.replace(':', ''))).toEqual([{ word: 'art.', numbers: ['1bis'] }]);
  });

  it('a sentence that begins with an article is none', async () => {
    expect(await labelsOf('المادة 1', 'يسري القانون.', 'المادة 2', 'المادة 1 من الدستور تكفل الحق في الرأي.')).toEqual([
      'art. 1',
      'art. 2',
    ]);
  });
});

describe('Arabic lists', () => {
  it.each([
    ['in the order of the numerals', ['أ', 'ب', 'ج', 'د', 'هـ', 'و']],
    ['in the order of the dictionary', ['أ', 'ب', 'ت', 'ث', 'ج', 'ح']],
  ])('%s', async (_, letters) => {
    for (const sign of ['-', ')', ' -', '.']) {
      const items = letters.map((letter) => `${letter}${sign} بند؛`);
      expect(await labelsOf('المادة 1', 'يشمل ما يأتي:', ...items, 'المادة 2', 'ينشر القانون.')).toEqual([
        'art. 1',
        ...letters.map((letter) => `art. 1(${letter.replace('ـ', '')})`),
        'art. 2',
      ]);
    }
  });

  it('letters in brackets stand in numbers with any sign', async () => {
    const items = ['١- أول:', '(أ) بند؛', '(ب) بند؛', '٢) ثان؛', '3. ثالث.'];
    expect((await labelsOf('المادة 1', ...items, 'المادة 2', 'ينشر.')).slice(0, 4)).toEqual([
      'art. 1',
      'art. 1(1)',
      'art. 1(1)(أ)',
      'art. 1(1)(ب)',
    ]);
  });
});
