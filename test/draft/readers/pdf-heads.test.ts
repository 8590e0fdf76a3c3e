import { describe, expect, it } from 'vitest';
import { bodyOf, lines, type Painted, type Words } from './pdf-file.ts';

const letters = 'abcdefghijkl';
/** The text of a page: sentences that no other page has. */
const text = (page: number, from = 700): Words[] =>
  lines(
    from,
    `(${page}) The provider reports on the matter ${letters[page]} to the regulator and to`,
    'all persons who ask for it, within a month of the day on',
    `which the matter ${letters[page]} became known.`,
  );
const bodies = (count: number, parts: (page: number) => Painted[]): Promise<string[]> =>
  bodyOf(...Array.from({ length: count }, (_, index) => [...parts(index + 1), ...text(index + 1)]));
/** The text of the pages without anything around it. */
const bare = (count: number): Promise<string[]> => bodies(count, () => []);

describe('running heads and feet', () => {
  it.each<[string, number, (page: number) => Painted[]]>([
    [
      'a title that changes sides, with the part and the clause',
      6,
      (page) => [
        { text: 'Platform Redress Bill', x: page % 2 ? 60 : 400, y: 800, size: 9, italic: true },
        { text: page < 4 ? 'Part 1 — Duties' : 'Part 2 — Remedies', x: page % 2 ? 420 : 60, y: 800, size: 9, italic: true },
        { text: `Clause ${page + 3}`, x: 60, y: 788, size: 9, italic: true },
      ],
    ],
    [
      'three pieces',
      4,
      (page) => [
        { text: 'EN', x: 60, y: 40, size: 10 },
        { text: `${page}`, x: 300, y: 40, size: 10 },
        { text: 'EN', x: 500, y: 40, size: 10 },
      ],
    ],
    [
      'the same head on two pages, in type of its own',
      2,
      () => [{ text: 'Platform Redress Bill', y: 800, size: 8, italic: true }],
    ],
    [
      'a head beside the page number on two pages',
      2,
      (page) => [
        { text: 'Platform Redress Bill', y: 800 },
        { text: `${page}`, x: 500, y: 800 },
      ],
    ],
    ['the foot of a bill of the US Congress', 2, () => [{ text: 'HR 9999 IH', x: 72, y: 40, size: 7 }]],
    ['page numbers in Roman numerals', 3, (page) => [{ text: ['', 'i', 'ii', 'iii'][page] ?? '', x: 300, y: 40 }]],
    [
      'page numbers of a part of a gazette',
      3,
      (page) => [
        { text: `L 119/${page + 30}`, x: 400, y: 800 },
        { text: 'Official Journal', x: 200, y: 800 },
      ],
    ],
    [
      'the date and address of a printed web page',
      3,
      (page) => [
        { text: '28/11/2026, 10:30', x: 30, y: 820, size: 8 },
        { text: 'Platform Redress Bill', x: 260, y: 820, size: 8 },
        { text: 'https://laws.example/bill', x: 30, y: 20, size: 8 },
        { text: `${page}/3`, x: 550, y: 20, size: 8 },
      ],
    ],
    [
      'a head that the file marks as no part of the text',
      2,
      (page) => ['/Artifact <</Type /Pagination>> BDC', { text: `Reading ${page} of the bill`, y: 800 }, 'EMC'],
    ],
  ])('are left out: %s', async (_, count, parts) => {
    expect(await bodies(count, parts)).toEqual(await bare(count));
  });

  it.each<[string, number, (page: number) => string, boolean]>([
    ['the heading of an article at the top of every page', 5, (page) => `Article ${page}`, true],
    ['the heading of an article at the top of every page from Article 7', 4, (page) => `Article ${page + 6}`, true],
    ['a section at the top of every page', 4, (page) => `Section ${2 * page}`, true],
    ['titles that differ', 4, (page) => ['', 'Scope', 'Duties', 'Remedies', 'Penalties'][page] ?? '', true],
    ['words that come on one of two pages', 2, (page) => (page === 1 ? 'A bill to give redress' : 'Duties of providers'), false],
  ])('do not include %s', async (_, count, heading, bold) => {
    const texts = (await bodies(count, (page) => [{ text: heading(page), y: 720, bold }])).join('\n');
    for (let page = 1; page <= count; page++) expect(texts).toContain(heading(page));
  });

  it('do not include the heading of an article below a running head', async () => {
    const texts = await bodies(4, (page) => [
      { text: 'Platform Redress Bill', y: 800, size: 9, italic: true },
      { text: `Article ${page}`, x: 250, y: 775, bold: true },
    ]);
    expect(texts.filter((each) => /^Article \d$/.test(each))).toHaveLength(4);
    expect(texts.join(' ')).not.toContain('Redress');
  });

  it('include a head that repeats the article of the page, but not the article', async () => {
    const texts = await bodyOf(
      ...[1, 2, 3].map((page): Painted[] => [
        { text: 'Article 1', x: 450, y: 800, size: 8, italic: true },
        ...(page === 1 ? [{ text: 'Article 1', y: 720, bold: true }] : []),
        ...text(page),
      ]),
    );
    expect(texts.filter((each) => each.includes('Article 1'))).toEqual(['Article 1']);
  });

  it('do not include a number of a provision at the end of a page', async () => {
    const texts = await bodyOf([...text(1, 100), { text: '14', y: 58 }], text(2));
    expect(texts.join(' ')).toContain('14');
  });

  it('never leave a sentence that goes on overleaf broken', async () => {
    const first: Painted[] = [
      { text: 'Bill 12', x: 250, y: 800, size: 9 },
      ...lines(100, 'A person who is harmed by the failure of a provider may bring an'),
      { text: '1', x: 300, y: 40 },
    ];
    const second: Painted[] = [
      { text: 'Bill 12', x: 250, y: 800, size: 9 },
      ...lines(760, 'action before the court.'),
      { text: '2', x: 300, y: 40 },
    ];
    expect(await bodyOf(first, second)).toEqual([
      'A person who is harmed by the failure of a provider may bring an action before the court.',
    ]);
  });
});
