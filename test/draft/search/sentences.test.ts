import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/draft/search/sentences.ts';

const marks = { abbreviations: new Set(['art', 'no', 'abs', 's', 'bgbl']), months: new Set(['marz', 'april', 'august']) };
const split = (text: string): string[] => sentencesOf(text, marks).map((sentence) => sentence.text);

describe('sentences of a passage', () => {
  it('end with a full stop, a semicolon or a colon', () => {
    expect(split('One thing. Another: a third; a fourth.')).toEqual(['One thing.', 'Another:', 'a third;', 'a fourth.']);
  });

  it.each([
    'im Sinne von Art. 5 Abs. 2 des Gesetzes',
    'Regulation No. 300 and Art. Five',
    'die Richtlinie vom 10. März 2010 und vom 3. April 2013',
    'z. B. Beschwerden, d. h. Meldungen',
    'Gesetz vom 14. August 2006 (BGBl. I S. 1897), das geändert ist',
    'the U. S. Code applies',
    'the provider, cf. the second one',
  ])('do not end after an abbreviation, an initial or a day: %s', (text) => {
    expect(split(text)).toEqual([text]);
  });

  it('end after a number that is no day', () => {
    expect(split('It applies Article 10. The provider reports.')).toEqual(['It applies Article 10.', 'The provider reports.']);
    expect(split('It is of 2010. März is a month.')).toEqual(['It is of 2010.', 'März is a month.']);
  });

  it('end before the number of the next paragraph, which belongs to that paragraph', () => {
    expect(split('A right of appeal.\n2. The Authority decides.')).toEqual(['A right of appeal.', '2. The Authority decides.']);
    expect(split('im Sinne von Abs. 2. Der Anbieter')).toEqual(['im Sinne von Abs. 2.', 'Der Anbieter']);
  });

  it('know where they begin', () => {
    const text = 'One.  Two.\nThree';
    expect(sentencesOf(text, marks).map(({ text: sentence, offset }) => text.slice(offset, offset + sentence.length))).toEqual([
      'One.',
      'Two.',
      'Three',
    ]);
  });
});
