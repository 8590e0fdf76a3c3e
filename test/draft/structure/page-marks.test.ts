import { describe, expect, it } from 'vitest';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { outlineOf } from './outline.ts';

const law = (...text: readonly string[]) => ['Article 1', ...text, 'Article 2', 'It is in force.'];

describe('the mark of a printed page', () => {
  it.each([
    '[[Page 125 STAT. 754]]',
    '125 STAT. 754',
    '[125 STAT. 754]',
    '[[Page 12345]]',
    'PUBLIC LAW 112–61—NOV. 29, 2011 125 STAT. 754',
  ])('%s between paragraphs is not in the sentence that it cuts', async (mark) => {
    expect(await outlineOf(...law('A provider shall publish', mark, 'its assessment.'))).toEqual([
      'art. 1 A provider shall publish its assessment.',
      'art. 2 It is in force.',
    ]);
  });

  it('is not in a sentence in whose middle it stands', async () => {
    expect(await outlineOf(...law('A provider shall publish [[Page 125 STAT. 754]] its\n125 STAT. 755\nassessment.'))).toEqual([
      'art. 1 A provider shall publish its assessment.',
      'art. 2 It is in force.',
    ]);
  });

  it('between two sentences leaves both as they are', async () => {
    expect(await outlineOf(...law('1. Providers publish.', '[[Page 125 STAT. 754]]', '2. Users read.'))).toEqual([
      'art. 1',
      'art. 1(1) Providers publish.',
      'art. 1(2) Users read.',
      'art. 2 It is in force.',
    ]);
  });

  it('is not a citation in a sentence', async () => {
    const [text] = await outlineOf(...law('The law at 124 Stat. 1376 is repealed, as is 125 STAT. 754.'));
    expect(text).toBe('art. 1 The law at 124 Stat. 1376 is repealed, as is 125 STAT. 754.');
  });

  it('leaves the numbers of the lines as they are', async () => {
    const text = ['Article 1', '', 'A provider shall publish', '', '[[Page 125 STAT. 754]]', '', 'its assessment.'].join('\n');
    const [place] = quoteFinder(await parseDraft(Buffer.from(text), 'law.txt')).find('its assessment').places;
    expect(place?.place.line).toBe(7);
  });
});

it('a note of the margin is a note', async () => {
  expect(await outlineOf(...law('<<NOTE: Deadline.>> The report is due <<NOTE: 15 USC 1.>> yearly.'))).toEqual([
    'art. 1 The report is due yearly.',
    'art. 2 It is in force.',
    'note 1 Deadline.',
    'note 2 15 USC 1.',
  ]);
});
