import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/draft/readers/pdf.ts';

/** Words at a place of a page: from the left and from the bottom, in points. */
interface Words {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A PDF with one page for each list of words, in Helvetica. */
function pdf(...pages: readonly (readonly Words[])[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  ];
  for (const [index, words] of pages.entries()) {
    const content = words
      .map(
        ({ text, x = 72, y, size = 12, bold = false }) => `BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`,
      )
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const read = async (...pages: (readonly Words[])[]): Promise<[string, number | undefined][]> =>
  (await readPdf(pdf(...pages), 'law.pdf')).map(({ text, place }) => [text, place.page]);

/** Lines of text one under the other, 14 points apart, from a height on. */
const lines = (from: number, ...texts: string[]): Words[] => texts.map((text, index) => ({ text, y: from - 14 * index }));

describe('the lines of a page', () => {
  it('are words on one height; the gap between them is a space where it is as wide as one', async () => {
    // In Helvetica of 12 points "provider" is some 45 points wide.
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

  it('take in what stands a little higher or lower, and no more', async () => {
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

  it('do not run on from one column into the next further left', async () => {
    const [block] = await read([
      { text: 'right column', x: 300, y: 700 },
      { text: 'left column', x: 72, y: 700 },
    ]);
    expect(block?.[0]).toBe('right column\nleft column');
  });
});

describe('paragraphs', () => {
  it('begin where the distance is larger than usual', async () => {
    const page = [
      ...lines(700, 'The first paragraph goes on', 'and on to its end'),
      ...lines(650, 'the second begins lower', 'and goes on'),
    ];
    expect(await read(page)).toEqual([
      ['The first paragraph goes on\nand on to its end', 1],
      ['the second begins lower\nand goes on', 1],
    ]);
  });

  it('begin where the letters grow or shrink, or the font is another one', async () => {
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

  it('a word in another font within a line makes none', async () => {
    const page: Words[] = [
      { text: 'it applies to', y: 700, bold: true },
      { text: 'providers', x: 145, y: 700 },
      { text: 'of platforms and others', y: 686 },
    ];
    expect((await read(page)).map(([text]) => text)).toEqual(['it applies to providers\nof platforms and others']);
  });

  it('go on from page to page, unless the last line has ended well before the margin', async () => {
    const long = 'a line that goes all the way to the margin of the page, as lines do';
    expect(await read(lines(100, long, `${long} x`), lines(700, 'and goes on over here', long))).toEqual([
      [`${long}\n${long} x\nand goes on over here\n${long}`, 1],
    ]);
    expect((await read(lines(100, long, 'it ends.'), lines(700, 'the next begins here', long))).map(([, page]) => page)).toEqual([
      1, 2,
    ]);
  });

  it('stand on the page on which they begin', async () => {
    const first = lines(700, 'some words that are long enough to be the text of a page.');
    expect((await read(first, [{ text: 'Article 1 - Scope of what is meant here', y: 700, size: 16 }])).at(-1)?.[1]).toBe(2);
  });
});

describe('what stands at the head and the foot of pages', () => {
  const page = (number: number, head: string, foot: string): Words[] => [
    { text: head, y: 800 },
    ...lines(700, `the text of page ${'abcdef'[number]} goes on and on`, 'with a second line of its own', 'and a third one'),
    { text: foot, y: 30 },
  ];
  const shown = async (head: string, foot: (number: number) => string, pages = 4): Promise<string> =>
    (await read(...Array.from({ length: pages }, (_, index) => page(index, head, foot(index + 1)))))
      .map(([text]) => text)
      .join('\n');

  it('is left out where it returns on most pages, but for its number', async () => {
    const text = await shown('Draft Bill, second reading', (number) => `OFFICIAL ${number}`);
    expect(text).not.toMatch(/second reading|OFFICIAL/);
    expect(text.match(/the text of page/g)).toHaveLength(4);
  });

  it.each(['1', '- 2 -', 'Page 3', 'page 3 of 9', '4/12', 'Seite 3 von 9', '| 5'])(
    'a page number is left out even of a single page: %s',
    async (foot) => {
      const text = await shown('A head that stands there once', () => foot, 1);
      expect(text.split('\n').at(-1)).toBe('and a third one');
      expect(text).toContain('A head that stands there once');
    },
  );

  it('is kept on few pages, and in the middle of a page', async () => {
    expect(await shown('Draft Bill', (number) => `Foot ${number}`, 2)).toContain('Draft Bill');
    const repeated = Array.from({ length: 4 }, (_, index) => [
      ...lines(
        700,
        `first ${'abcd'[index]} line`,
        `next ${'abcd'[index]} line`,
        'The same sentence.',
        `more ${'abcd'[index]}`,
        `last ${'abcd'[index]}`,
      ),
    ]);
    expect(
      (await read(...repeated))
        .map(([text]) => text)
        .join('\n')
        .match(/The same sentence/g),
    ).toHaveLength(4);
  });
});

describe('a PDF without text worth the name', () => {
  it('is a scan, which is told with its number of pages', async () => {
    await expect(readPdf(pdf([{ text: 'Scanned page', y: 700 }], []), 'x.pdf')).rejects.toMatchObject({
      problems: [{ code: 'pdf-scanned', args: { n: 2 } }],
    });
  });

  it('fifteen letters a page are text', async () => {
    expect(
      await read([
        { text: 'fifteen letters x', y: 700 },
        { text: '1', x: 300, y: 600 },
      ]),
    ).not.toEqual([]);
    await expect(readPdf(pdf([{ text: 'fourteen chars x 12345', y: 700 }]), 'x.pdf')).rejects.toMatchObject({
      problems: [{ code: 'pdf-scanned' }],
    });
  });
});
