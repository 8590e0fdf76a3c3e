import { describe, expect, it } from 'vitest';
import { bodyOf, box, line, lines, ofRole, type Painted, picture, readAll, type Words } from './pdf-file.ts';

/** Two lines of a law with another one between them. */
const between = (words: Partial<Words>, ...drawings: Painted[]): Painted[] => [
  { text: '(1) A provider shall report.', y: 700 },
  { text: '(2) Anybody may bring a claim.', y: 686, ...words },
  { text: '(3) The regulator publishes decisions.', y: 672 },
  ...drawings,
];
const middle = '(2) Anybody may bring a claim.';
const others = ['(1) A provider shall report.', '(3) The regulator publishes decisions.'];

describe('words that nobody sees on the page', () => {
  it.each<[string, Painted[]]>([
    ['text that is neither filled nor stroked', between({ before: '3 Tr' })],
    ['text that only clips', between({ before: '7 Tr' })],
    ['white text', between({ before: '1 1 1 rg' })],
    ['white text in the colour space of greys', between({ before: '1 g' })],
    ['text in the colour of the box below it', [box(0.6, 60, 680, 400, 16), ...between({ before: '0.6 g' })]],
    ['text of half a point', between({ size: 0.5 })],
    ['text beside the page', between({ x: 700 })],
    ['text above the page', between({ y: 900 })],
    ['text under a white box', between({}, box(1, 60, 682, 400, 13))],
    ['text under a black bar', between({}, box(0, 60, 682, 400, 13))],
    ['text under a picture', between({}, picture(60, 682, 400, 13))],
    ['text outside of the clipping area', between({ before: 'ET 0 0 50 50 re W n BT' })],
  ])('are not the law: %s', async (_, page) => {
    expect(await bodyOf(page)).toEqual(others);
    expect((await ofRole('struck', page)).join(' ')).toContain('Anybody may bring a claim');
  });

  it.each<[string, Painted[]]>([
    ['grey text', between({ before: '0.5 g' })],
    ['white text on a dark box', [box(0.2, 60, 680, 400, 16), ...between({ before: '1 g' })]],
    ['white text on a picture', [picture(60, 680, 400, 16), ...between({ before: '1 g' })]],
    ['stroked text', between({ before: '1 Tr' })],
    ['text over a box', [box(0.9, 60, 680, 400, 16), ...between({})]],
    ['text within the clipping area', between({ before: 'ET 50 600 400 200 re W n BT' })],
  ])('are not these: %s', async (_, page) => {
    expect(await bodyOf(page)).toEqual([others[0], middle, others[1]]);
  });

  it('are the law where the page is a picture, with a warning: the layer of recognised text (OCR)', async () => {
    const layer = between({}).map((words) => ({ ...(words as Words), before: '3 Tr' }));
    const { blocks, warnings } = await readAll([picture(0, 0, 595, 842), ...layer]);
    expect(blocks.map(({ text }) => text)).toEqual([others[0], middle, others[1]]);
    expect(warnings).toContainEqual({ code: 'ocr', n: 1, pages: 1 });
    expect(await bodyOf([...between({}), picture(0, 0, 595, 842)])).toHaveLength(3);
  });

  it('are the law on a page on which nothing can be seen', async () => {
    expect(await bodyOf(between({}).map((words) => ({ ...(words as Words), before: '3 Tr' })))).toHaveLength(3);
  });

  it('stay out of the law on a page with a picture and visible text', async () => {
    expect(await bodyOf([picture(0, 0, 595, 842), ...between({ before: '3 Tr' })])).toEqual(others);
  });
});

describe('words with a line through them', () => {
  const struckLine = (from: number, to: number, y = 690): string => line(from, y, to, y);

  it('are struck, and named after the paragraph in which they stood', async () => {
    const page = between({}, struckLine(72, 240));
    expect((await readAll(page)).blocks.map(({ text, role }) => [role ?? 'body', text])).toEqual([
      ['body', others[0]],
      ['struck', middle],
      ['body', others[1]],
    ]);
  });

  it('are struck by a thin box as by a line', async () => {
    expect(await bodyOf(between({}, box(0, 72, 689, 170, 0.7)))).toEqual(others);
  });

  it('are struck within a sentence, whose other words do not touch', async () => {
    const page: Painted[] = [{ text: 'A provider may not shall report at once.', y: 700 }, line(127, 704, 172, 704)];
    expect(await bodyOf(page)).toEqual(['A provider shall report at once.']);
    expect(await ofRole('struck', page)).toEqual(['may not']);
  });

  it('are struck in a part of a word', async () => {
    const page: Painted[] = [{ text: 'All providers report.', y: 700 }, line(132, 704, 138, 704)];
    expect(await bodyOf(page)).toEqual(['All provider report.']);
  });

  it.each([
    ['a line below them', line(72, 684, 240, 684)],
    ['a line on the baseline', line(72, 686, 240, 686)],
    ['a line above them, as in a table', line(72, 696, 240, 696)],
    ['a thick bar behind them', `0.9 g 72 684 170 12 re f 0 g`],
  ])('are not those with %s', async (_, drawing) => {
    expect(await bodyOf([drawing, ...between({})])).toEqual([others[0], middle, others[1]]);
  });

  it('are found on every page', async () => {
    const pages = [1, 2, 3].map((number) => [
      ...lines(700, `page ${'abc'[number - 1]} holds these words`, 'that were taken out'),
      line(72, 690, 180, 690),
    ]);
    expect(await ofRole('struck', ...pages)).toHaveLength(3);
  });
});
