import { describe, expect, it, vi } from 'vitest';
import { readPdf } from '../../../src/draft/readers/pdf/pdf.ts';
import { box, lines, type Painted, pdf, picture, read, readAll, type Words } from './pdf-file.ts';

describe('the first and last lines of pages', () => {
  const page = (number: number, head: string, foot: string): Words[] => [
    { text: head, y: 800 },
    ...lines(700, `the text of page ${'abcdefgh'[number]} goes on and on`, 'with a second line of its own', 'and a third one'),
    { text: foot, y: 30 },
  ];
  const shown = async (head: string, foot: (number: number) => string, pages = 4): Promise<string> =>
    (await read(...Array.from({ length: pages }, (_, index) => page(index, head, foot(index + 1)))))
      .map(([text]) => text)
      .join('\n');

  it('are left out if most pages repeat them with other numbers', async () => {
    const text = await shown('Draft Bill, second reading', (number) => `OFFICIAL ${number}`);
    expect(text).not.toMatch(/second reading|OFFICIAL/);
    expect(text.match(/the text of page/g)).toHaveLength(4);
  });

  it.each(['1', '- 2 -', 'Page 3', 'page 3 of 9', '4/12', 'Seite 3 von 9', '| 5'])(
    'are left out if they are a page number, even on a single page: %s',
    async (foot) => {
      const text = await shown('A head that stands there once', () => foot, 1);
      expect(text.split('\n').at(-1)).toBe('and a third one');
      expect(text).toContain('A head that stands there once');
    },
  );

  it.each(['Article 3', 'as shown on page 3', '3 of the articles'])(
    'are kept if they are words with a number: %s',
    async (foot) => {
      expect((await shown('A head that stands there once', () => foot, 1)).split('\n').at(-1)).toBe(foot);
    },
  );

  it('do not include a number in the middle of a page', async () => {
    const table = lines(700, 'fines by gravity of the breach', 'minor breaches', '1000', 'grave breaches', 'ten times as much');
    expect((await read(table)).map(([text]) => text).join('\n')).toContain('minor breaches\n1000\ngrave breaches');
  });

  it.each([
    ['two of four pages are kept', 4, 2],
    ['three of three pages are left out', 3, 3],
    ['three of four pages are left out', 4, 3],
    ['three of eight pages are kept', 8, 3],
    ['half of eight pages are left out', 8, 4],
  ])('that are the same on %s', async (rule, pages, times) => {
    const all = Array.from({ length: pages }, (_, index) =>
      page(index, index < times ? 'PART ONE' : `Head ${'abcdefgh'[index]}`, ''),
    );
    const text = (await read(...all)).map(([words]) => words).join('\n');
    expect(text.includes('PART ONE')).toBe(rule.endsWith('kept'));
  });

  it('are kept on few pages, and so are repeated lines in the middle of a page', async () => {
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

describe('a PDF with hardly any text', () => {
  it('is refused as a scan, with its number of pages', async () => {
    await expect(readPdf(pdf([{ text: 'Scanned on two pages', y: 700 }], []), 'x.pdf')).rejects.toMatchObject({
      problems: [{ code: 'pdf-scanned', args: { n: 2 } }],
    });
  });

  it('is read from fifteen letters a page on', async () => {
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

describe('pages that are pictures', () => {
  const law = lines(
    700,
    'A provider must assess the risks of its service to the human rights of its',
    'users every year, and must publish the assessment on its website.',
  );
  const long = [
    ...law,
    ...lines(
      660,
      'The regulator may order the provider to mend its assessment, and may impose a fine',
      'on a provider that does not do so within the time that the order names for it.',
    ),
  ];
  const head = (number: number): Words[] => [
    { text: 'Government Gazette', y: 815, size: 9 },
    { text: `${number}`, x: 300, y: 30, size: 9 },
  ];
  const scan = (number: number): Painted[] => [...head(number), picture(60, 70, 475, 700)];

  it('are counted and told, although they have a running head', async () => {
    const { pages, imagePages, warnings } = await readAll([...head(1), ...long], scan(2), scan(3));
    expect([pages, imagePages]).toEqual([3, 2]);
    expect(warnings).toEqual([{ code: 'image-pages', n: 2, pages: 3 }]);
  });

  it('are told even if their heads cannot be proved to be such', async () => {
    const { warnings } = await readAll(long, [{ text: 'Annex of the third of May', y: 780 }, picture(60, 70, 475, 650)]);
    expect(warnings).toEqual([{ code: 'image-pages', n: 1, pages: 2 }]);
  });

  it('may consist of strips', async () => {
    const strips = Array.from({ length: 10 }, (_, index) => picture(60, 70 + 70 * index, 475, 70));
    expect((await readAll(long, [...head(2), ...strips])).imagePages).toBe(1);
  });

  it('are refused as a scan if all pages are such', async () => {
    await expect(readAll(scan(1), scan(2), scan(3))).rejects.toMatchObject({
      problems: [{ code: 'pdf-scanned', args: { n: 3 } }],
    });
  });

  it.each<[string, Painted[]]>([
    ['blank pages', []],
    ['pages with a picture beside the text', [...long, picture(60, 400, 200, 200)]],
    ['pages with a background', [box(0.95, 0, 0, 595, 842), ...long]],
  ])('are not %s', async (_, page) => {
    expect((await readAll(long, page)).imagePages).toBe(0);
  });
});

describe('promises that pdf.js leaves without a handler', () => {
  it('do not end the process while a PDF is read; others do', async () => {
    const before = process.listenerCount('unhandledRejection');
    const reading = readPdf(pdf([{ text: 'A provider shall report at once.', y: 700 }]), 'law.pdf');
    const handle = process.listeners('unhandledRejection').at(-1);
    const damage = Object.assign(new Error('Bad XRef entry'), { stack: 'Error\n    at file:///unpdf/dist/pdfjs.mjs:1:7046' });
    expect(() => handle?.(damage, Promise.resolve())).not.toThrow();
    expect(() => handle?.(new TypeError('x'), Promise.resolve())).toThrow('x');
    await reading;
    expect(process.listenerCount('unhandledRejection')).toBe(before);
  });
});

describe('a damaged PDF', () => {
  const page = [{ text: 'A provider shall report at once.', y: 700 }];

  it.each([
    ['the cross-reference table is not at its offset', (file: string) => file.replace(/startxref\n\d+/, 'startxref\n9')],
    ['a font is missing', (file: string) => file.replace('/F1 3 0 R', '/F7 3 0 R')],
  ])('is read without console output if %s', async (_, damage) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { blocks } = await readPdf(Buffer.from(damage(Buffer.from(pdf(page)).toString('latin1')), 'latin1'), 'law.pdf');
    expect(blocks.map(({ text }) => text)).toEqual(['A provider shall report at once.']);
    expect([...log.mock.calls, ...warn.mock.calls]).toEqual([]);
    vi.restoreAllMocks();
  });
});
