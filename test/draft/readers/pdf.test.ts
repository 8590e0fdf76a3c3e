import { describe, expect, it } from 'vitest';
import { lines, read, type Words } from './pdf-file.ts';

describe('the lines of a page', () => {
  it('are words at one height, with a space in each gap that is as wide as a space', async () => {
    // "provider" in 12-point Helvetica is about 45 points wide.
    expect(
      await read([
        { text: 'A provider', y: 700 },
        { text: 'shall report', x: 140, y: 700 },
        { text: 'at once.', x: 72, y: 686 },
      ]),
    ).toEqual([['A provider shall report\nat once.', 1]]);
    expect(
      (
        await read([
          { text: 'pro', y: 700 },
          { text: 'vider of platforms', x: 72 + 17.4, y: 700 },
        ])
      )[0]?.[0],
    ).toBe('provider of platforms');
  });

  it('include words that are slightly higher or lower, such as raised letters', async () => {
    expect(
      (
        await read([
          { text: 'a law of the 3', y: 700 },
          { text: 'rd kind', x: 143, y: 704, size: 11 },
        ])
      )[0]?.[0],
    ).toBe('a law of the 3rd kind');
    const [first] = await read([
      { text: 'first words here', y: 700 },
      { text: 'second words', x: 200, y: 690 },
    ]);
    expect(first?.[0]).toBe('first words here\nsecond words');
  });

  it('are read from left to right, in whatever order they are painted', async () => {
    const [block] = await read([
      { text: 'the right words', x: 300, y: 700 },
      { text: 'the left words', x: 72, y: 700 },
    ]);
    expect(block?.[0]).toBe('the left words the right words');
  });
});

describe('the words of a line', () => {
  it.each<[string, Words[], string]>([
    [
      'are one word if they touch, even in different fonts',
      [
        { text: 'pro', y: 700 },
        { text: 'vid', x: 89.4, y: 700, bold: true },
        { text: 'er of platforms', x: 104.7, y: 700 },
      ],
      'provider of platforms',
    ],
    [
      'are separated by one space if the size comes from the text matrix',
      [
        { text: 'A provider', y: 700, scaled: true },
        { text: 'shall report', x: 145, y: 700, scaled: true },
      ],
      'A provider shall report',
    ],
    [
      'are separated by a space after a large raised number',
      [
        { text: 'Under section', y: 700 },
        { text: '3', x: 150, y: 705, size: 14 },
        { text: 'applies to all', x: 165, y: 700 },
      ],
      'Under section 3 applies to all',
    ],
    [
      'are on the next line if they are two fifths of their size lower',
      [
        { text: 'the first column', y: 700, size: 10 },
        { text: 'the second column', x: 200, y: 696, size: 10 },
      ],
      'the first column\nthe second column',
    ],
  ])('%s', async (_, page, expected) => {
    expect((await read(page)).map(([text]) => text)).toEqual([expected]);
  });
});

describe('paragraphs', () => {
  it('begin after a larger distance than usual', async () => {
    const page = [
      ...lines(700, 'The first paragraph goes on', 'and on to its end'),
      ...lines(650, 'the second begins lower', 'and goes on'),
    ];
    expect(await read(page)).toEqual([
      ['The first paragraph goes on\nand on to its end', 1],
      ['the second begins lower\nand goes on', 1],
    ]);
  });

  /** Lines named by letters, at the given heights. */
  const at = (...heights: number[]): Words[] =>
    heights.map((y, index) => ({ text: `the line ${'abcdefgh'[index]} of a law`, y }));
  it.each([
    ['double spacing does not separate', at(700, 676, 652, 604, 580), 'abc de'],
    [
      'the most frequent distance is the usual one, not those around a title and an address',
      at(740, 680, 668, 644, 620, 596, 552),
      'a bcdef g',
    ],
    ['of two equally frequent distances the smaller is the usual one', at(700, 672, 658, 630, 616), 'a bc de'],
    [
      'a line further up, in the next column, goes on with the sentence',
      [...at(700, 686, 672), { text: 'the line x of a law', x: 320, y: 700 }],
      'abcx',
    ],
    ['so does a line only one line further up', [...at(700, 686), { text: 'the line x of a law', x: 320, y: 700 }], 'abx'],
  ])('depend on the distance of lines: %s', async (_, page, expected) => {
    expect(
      (await read(page)).map(([text]) => [...text.matchAll(/line (.)/g)].map(([, letter]) => letter).join('')).join(' '),
    ).toBe(expected);
  });

  it('begin where the size or the font changes', async () => {
    const page: Words[] = [
      { text: 'on the scope of this law', y: 700, bold: true },
      { text: 'it applies to providers', y: 686 },
      { text: 'of platforms and others', y: 672 },
      { text: 'with larger letters here', y: 658, size: 14 },
    ];
    expect((await read(page)).map(([text]) => text)).toEqual([
      'on the scope of this law',
      'it applies to providers\nof platforms and others',
      'with larger letters here',
    ]);
  });

  it('begin after a title in another font, even with a wide gap in it', async () => {
    const page: Words[] = [
      { text: 'scope', y: 700, bold: true },
      { text: 'of this law', x: 150, y: 700, bold: true },
      { text: 'it applies to providers', y: 686 },
    ];
    expect((await read(page)).map(([text]) => text)).toEqual(['scope of this law', 'it applies to providers']);
  });

  it.each<[string, Words[]]>([
    [
      'after a word in another font within a line',
      [
        { text: 'it applies to', y: 700, bold: true },
        { text: 'providers', x: 145, y: 700 },
        { text: 'of platforms and others', y: 686 },
      ],
    ],
    [
      'at a word in another font within the next line',
      [
        { text: 'it applies to providers', y: 700 },
        { text: 'of platforms', y: 686, bold: true },
        { text: 'and others', x: 150, y: 686 },
      ],
    ],
    [
      'at letters larger by one point',
      [
        { text: 'it applies to providers', y: 700 },
        { text: 'of platforms and others', y: 686, size: 13 },
      ],
    ],
  ])('do not begin %s', async (_, page) => {
    expect((await read(page)).map(([text]) => text.replace(/\s/g, ' '))).toEqual([
      'it applies to providers of platforms and others',
    ]);
  });

  it('go on from page to page, unless a sentence ends well before the margin', async () => {
    const long = 'a line that goes all the way to the margin of the page, as lines do';
    expect(await read(lines(100, long, `${long} x`), lines(700, 'and goes on over here', long))).toEqual([
      [`${long}\n${long} x\nand goes on over here\n${long}`, 1],
    ]);
    expect((await read(lines(100, long, 'it ends.'), lines(700, 'the next begins here', long))).map(([, page]) => page)).toEqual([
      1, 2,
    ]);
  });

  it.each([
    [
      'a full stop at the margin does not end a paragraph',
      'a line that goes all the way to the margin of a page of a law.',
      'and the next',
      1,
    ],
    ['a short line without a full stop does not end a paragraph', 'under art. 4 of this law', 'a provider reports', 1],
    ['a full stop well before the margin ends a paragraph', 'a provider reports at once.', 'the end', 2],
  ])('at the end of a page, %s', async (_, last, next, expected) => {
    const long = 'a line that goes all the way to the margin of a page of a law,';
    expect(await read(lines(100, long, long, last), lines(700, next))).toHaveLength(expected);
  });

  it('have the page on which they begin', async () => {
    const first = lines(700, 'some words that are long enough to be the text of a page.');
    expect((await read(first, [{ text: 'Article 1 - Scope of what is meant here', y: 700, size: 16 }])).at(-1)?.[1]).toBe(2);
  });
});
