import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../src/draft/quotes/check.ts';
import { type QuoteFinder, quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { plainReading } from '../../fixtures/plain-reading.ts';

const finderOf = async (text: string, name = 'law.txt'): Promise<QuoteFinder> =>
  quoteFinder(await parseDraft(Buffer.from(text), name));

const finder = await finderOf(`REGULATION ON ONLINE PLATFORMS

THE PARLIAMENT,

having heard the Central Bank,

Whereas:

(1) Users need clear information about the services which they use.

(2) Small providers should not be burdened beyond measure.

CHAPTER I
GENERAL PROVISIONS

Article 1
Information

1. A provider shall inform the user without undue delay; the information shall be clear.

2. The Authority may impose a fine, where:

(a) the infringement was intentional; or

(b) the provider has not brought it to an end.

Article 2
Records

A provider shall keep the records for five years.

Article 3
Accounts

A provider shall keep the records for five years.

ANNEX

The following are high-risk services: social networks, market places, and search engines.

1. Social networks with more than a million users.

2. Market places for second-hand goods.
`);
const found = (quote: string): [string, readonly string[]] => {
  const { status, foundAt } = checkOf(finder.find(quote), undefined);
  return [status, foundAt];
};

describe('the place of a quote is the innermost provision that contains all of it', () => {
  it.each([
    ['a point quoted to its last letter', '(a) the infringement was intentional; or', ['art. 1(2)(a)']],
    ['the paragraph, if the quote is from two of its points', 'was intentional; or\n(b) the provider has not', ['art. 1(2)']],
  ])('%s', (_, quote, places) => {
    expect(found(quote)).toEqual(['exact', places]);
  });
});

describe('a quote that runs on into another provision joins two, and is missing', () => {
  it.each([
    ['from an article into the annex', 'five years.\nANNEX\nThe following'],
    ['from an article into the next', 'keep the records for five years. Article 3'],
  ])('%s', (_, quote) => {
    expect(finder.find(quote)).toEqual({ status: 'missing', places: [], apart: true });
  });
});

describe('an ellipsis joins parts of one provision', () => {
  it.each([
    ['two points of a paragraph', 'infringement was intentional [...] brought it to an end', ['art. 1(2)']],
    [
      'an article up to its last word, in every article that has both parts',
      'keep the records [...] five years.',
      ['art. 2', 'art. 3'],
    ],
    ['the words before the first recital', 'THE PARLIAMENT [...] Central Bank', ['preamble']],
    ['an annex’s own text', 'high-risk services: [...] search engines', ['annex']],
    ['even if nothing is left out between them', 'without undue delay[...]; the information shall be clear', ['art. 1(1)']],
  ])('%s', (_, quote, places) => {
    expect(found(quote)).toEqual(['exact', places]);
  });

  it('with the status "layout" if one of them differs in layout', () => {
    expect(found('A provider shall inform [...] the  information shall be clear')).toEqual(['layout', ['art. 1(1)']]);
  });

  it.each([
    ['two recitals', 'Users need clear information [...] should not be burdened'],
    ['two articles of a chapter', 'The Authority may impose a fine [...] shall keep the records'],
    ['two numbered paragraphs of an annex', 'Social networks with more than [...] second-hand goods'],
  ])('but not of %s', (_, quote) => {
    expect(finder.find(quote)).toEqual({ status: 'missing', places: [], apart: true });
  });

  it('with the place of the first part, if another part is only near', () => {
    expect(found('A provider [...] inform the user without undue hesitation; the information')).toEqual(['near', ['art. 1(1)']]);
  });

  it('forty times at most', async () => {
    const fees = Array.from({ length: 41 }, (_, index) => `${index + 1}`);
    const table = await finderOf(`Article 1\n\nThe fee is, by the years of delay, ${fees.join(' or ')} crowns.`);
    expect(table.find(fees.slice(1).join(' [...] ')).status).toBe('exact');
    expect(table.find(fees.join(' [...] '))).toEqual({ status: 'missing', places: [] });
  });
});

describe('hyphens', () => {
  it('that are not in the draft make another word, in its first provision too', async () => {
    const act = await finderOf('§ 1 Wiederaufnahme\n\n(1) Die Wiederaufnahme des Verfahrens ist stets zulässig.');
    expect(act.find('Die Wieder-aufnahme des Verfahrens ist stets').status).toBe('near');
  });

  it.each([
    ['cooperation of the authorities', 'layout'],
    ['operation of the authorities', 'missing'],
    ['Rules on the co', 'missing'],
  ])('at the end of a line are optional, whatever white space is around the line break: %s is %s', (quote, expected) => {
    const text = 'Rules on the co- \n operation of the authorities.';
    const unit = { label: 'art. 1', kind: 'unit', text, place: {}, children: [] } as const;
    const { find } = quoteFinder({
      source: 'law.pdf',
      format: 'pdf',
      sha256: '',
      provisions: [unit],
      struck: [],
      reading: plainReading,
    });
    expect(find(quote).status.replace('near', 'missing')).toBe(expected);
  });
});

describe('the line of a quote', () => {
  const lines = [
    '# Bill',
    '',
    '## Article 1 Alpha',
    '',
    'First sentence here about apples.',
    '',
    'Second paragraph concerns bananas and pears.',
    '',
    'Third paragraph is about',
    'cherries and plums.',
    '',
    '(1) Numbered, about',
    'dates.',
    '',
    'And a word on figs.',
  ];
  const html = lines.map((line) =>
    line === '' ? '' : /^#/.test(line) ? `<h2>${line.replace(/^#+ /, '')}</h2>` : `<p>${line}</p>`,
  );

  it.each([
    ['sentence here about apples', 5],
    ['concerns bananas', 7],
    ['Third paragraph is about cherries', 9],
    ['cherries and plums', 10],
    ['Numbered, about dates', 12],
    ['dates', 13],
    ['a word on figs', 15],
  ])('is that of its first word, however many paragraphs come before: %s', async (quote, line) => {
    const inMarkdown = await finderOf(lines.join('\n'), 'law.md');
    expect(checkOf(inMarkdown.find(quote), undefined).line).toBe(line);
    const inHtml = await finderOf(html.join('\n'), 'law.html');
    expect(checkOf(inHtml.find(quote), undefined).line).toBe(line);
  });

  it.each([
    ['counts line breaks within a paragraph of a text file', 'law.txt', 'Article 1\n\nThis Act is about\ncherries and plums.', 4],
    ['does not count <br> in HTML', 'law.html', '<h2>Article 1</h2>\n\n<p>This Act is about<br>cherries and plums.</p>', 3],
  ])('%s', async (_, name, text, line) => {
    expect(checkOf((await finderOf(text, name)).find('cherries and plums'), undefined).line).toBe(line);
  });
});

describe('a quote that joins the opening words of a list to one of its points without an ellipsis', () => {
  it.each<[string, true | undefined]>([
    ['The Authority may impose a fine, where: the provider has not brought it to an end.', true],
    ['The Authority may impose a fine, where: the infringement was not intentional', undefined],
    ['The Authority may impose fine', undefined],
  ])('%s', (quote, expected) => {
    const { status, joins } = checkOf(finder.find(quote));
    expect([status, joins]).toEqual(['near', expected]);
  });
});

describe('a quote outside of the provisions is marked', () => {
  const outside = (quote: string, at?: string) => checkOf(finder.find(quote), at).outside;

  it.each<[string, string | undefined, true | undefined]>([
    ['having heard the Central Bank', undefined, true],
    ['having heard the Central Bank', 'art. 1', true],
    ['having heard the Central Bank', 'preamble', undefined],
    ['Users need clear information', undefined, undefined],
    ['shall inform the user', undefined, undefined],
    ['Market places for second-hand goods', undefined, undefined],
    ['no such words anywhere in this law', undefined, undefined],
  ])('%s, cited %s', (quote, at, expected) => {
    expect(outside(quote, at)).toBe(expected);
  });

  it('in a footnote', async () => {
    const law = '# Article 1\n\nA provider shall pay.[^1]\n\n[^1]: The old rate was higher.\n\n# Article 2\n\nThe end.\n';
    const check = checkOf((await finderOf(law, 'law.md')).find('The old rate was higher'));
    expect([check.foundAt, check.outside]).toEqual([['note 1'], true]);
  });
});
