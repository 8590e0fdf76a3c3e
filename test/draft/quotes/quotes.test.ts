import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../src/draft/quotes/check.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';

const law = `Article 1 - Scope

1. This Act applies to providers of “online platforms” whose turnover exceeds 2.5 million crowns, and to cross-
border services which they offer.

2. A provider shall inform the user without undue delay; the infor-
mation shall be clear. Non-compliance is an infringement.

Article 2 - Fines

1. The Authority may impose  a fine, of up to 6 % of turnover, where:

(a) the infringement was intentional; or

(b) the provider — though warned — has not brought it to an end.

2. A provider shall keep the records for five years.

Article 3 - Records

A provider shall keep the records for five years.
`;
const finder = quoteFinder(await parseDraft(Buffer.from(law), 'law.txt'));

function check(quote: string, at?: string): [string, readonly string[], boolean | null] {
  const { status, foundAt, placed } = checkOf(finder.find(quote), at);
  return [status, foundAt, placed];
}

describe('a quote is exact', () => {
  it('if the draft has it letter by letter', () => {
    expect(check('A provider shall inform the user without undue delay', 'art. 1(2)')).toEqual(['exact', ['art. 1(2)'], true]);
  });

  it.each([
    ['with the number of its paragraph', '2. A provider shall inform the user without undue delay', 'art. 1(2)'],
    ['with the letter of its point', '(a) the infringement was intentional; or', 'art. 2(1)(a)'],
    ['with a dash at its beginning', '— though warned — has not', 'art. 2(1)(b)'],
    ['with a quotation mark at its end', 'This Act applies to providers of “', 'art. 1(1)'],
  ])('%s', (_, quote, place) => {
    expect(check(quote)).toEqual(['exact', [place], true]);
  });

  it('in all its places, with the cited one first', () => {
    const quote = 'A provider shall keep the records for five years.';
    expect(check(quote)).toEqual(['exact', ['art. 2(2)', 'art. 3'], true]);
    expect(check(quote, 'art. 3')).toEqual(['exact', ['art. 3', 'art. 2(2)'], true]);
    expect(check(quote, 'art. 1')).toEqual(['exact', ['art. 2(2)', 'art. 3'], false]);
  });
});

describe('a quote that differs only by layout has the status "layout"', () => {
  it.each([
    ['line breaks', 'whose turnover exceeds 2.5 million crowns, and to cross-border services which'],
    ['a word divided at the end of a line of the draft', 'the information shall be clear'],
    ['a word divided at the end of a line of the quote', 'without undue de-\nlay; the'],
    ['a dash after its last word', 'A provider shall inform the user —'],
    ['quotation marks', 'providers of "online platforms" whose'],
    ['other quotation marks, with spaces', 'providers of « online platforms » whose'],
    ['dashes', 'the provider - though warned - has not'],
    ['spaces before punctuation', 'up to 6% of turnover'],
    ['ligatures', 'may impose a ﬁne, of up to'],
    ['no-break and thin spaces', 'shall\u00a0inform the\u2009user'],
    ['soft hyphens', 'without un\u00addue delay'],
    ['white space', '  The   Authority\n may impose'],
    ['numbers of points left out', 'where: the infringement was intentional; or'],
    [
      'numbers of points left out, with the line breaks of the draft',
      'of up to 6 % of turnover, where:\nthe infringement was intentional; or',
    ],
  ])('%s', (_, quote) => {
    expect(check(quote)[0]).toBe('layout');
  });
});

it('a quote that has the glued points of the draft is found among them', async () => {
  const loi = 'Article 1er\n\nSont interdits :1° Les frais ;2° Les dons.\n';
  const found = quoteFinder(await parseDraft(Buffer.from(loi), 'loi.txt')).find('interdits :1° Les frais ;2° Les');
  expect(checkOf(found, 'article 1er')).toMatchObject({ status: 'exact', placed: true });
});

describe('a quote that differs in a word is never exact or "layout"', () => {
  it.each([
    ['another word', 'A provider may inform the user without undue delay'],
    ['a word left out', 'A provider shall inform the user without delay'],
    ['a word added', 'A provider shall promptly inform the user without undue delay'],
    ['another number', 'whose turnover exceeds 2.6 million crowns'],
    ['a capital', 'a provider shall inform the user without undue delay'],
    ['a plural', 'A provider shall inform the users without undue delay'],
    ['a comma', 'A provider shall inform the user, without undue delay'],
  ])('%s', (_, quote) => {
    expect(check(quote)[0]).toBe('near');
  });

  it.each([
    [
      'a full stop in place of words that were left out',
      'shall inform the user without undue delay. Non-compliance is an infringement.',
    ],
    ['part of a hyphenated word', 'compliance is an infringement'],
    ['part of a number', '5 million crowns'],
    ['part of a word', 'form the user without'],
    ['a hyphen that is not in the draft', 'A provider shall in-form the user'],
    ['words without the space between them', 'A providershall inform the user without undue delay'],
  ])('%s', (_, quote) => {
    expect(['near', 'missing']).toContain(check(quote)[0]);
  });

  it('any word replaced, inserted or removed (property)', () => {
    const words = 'A provider shall inform the user without undue delay; the information shall be clear.'.split(' ');
    fc.assert(
      fc.property(
        fc.nat(words.length - 1),
        fc.stringMatching(/^[a-z]{2,9}$/),
        fc.constantFrom('replace', 'insert', 'remove'),
        (at, word, how) => {
          fc.pre(word !== words[at]);
          const changed = [...words];
          changed.splice(at, how === 'insert' ? 0 : 1, ...(how === 'remove' ? [] : [word]));
          // Without its first or last word the quote is shorter, but still exact.
          fc.pre(how !== 'remove' || (at > 0 && at < words.length - 1));
          expect(['near', 'missing']).toContain(check(changed.join(' '))[0]);
        },
      ),
    );
  });

  it('a near quote shows how the draft differs', () => {
    const { differences } = checkOf(finder.find('A provider may inform the user without any delay'), undefined);
    expect(differences).toEqual([
      { kind: 'same', text: 'A provider' },
      { kind: 'gone', text: 'may' },
      { kind: 'new', text: 'shall' },
      { kind: 'same', text: 'inform the user without' },
      { kind: 'gone', text: 'any' },
      { kind: 'new', text: 'undue' },
      { kind: 'same', text: 'delay' },
    ]);
  });

  it('a near quote has the draft’s words on one line, with numbers of points only if that is more similar', () => {
    const found = finder.find('may impose fines, of up to 6 % of turnover, where: the infringement was deliberate; or');
    expect(found).toMatchObject({
      status: 'near',
      words: 'may impose a fine, of up to 6 % of turnover, where: the infringement was intentional; or',
    });
    expect(found.differences?.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: 'fines,' },
      { kind: 'new', text: 'a fine,' },
      { kind: 'gone', text: 'deliberate;' },
      { kind: 'new', text: 'intentional;' },
    ]);
  });

  it('a quote that resembles nothing in the draft is missing', () => {
    expect(check('Whistle-blowers shall be protected from reprisals', 'art. 1')).toEqual(['missing', [], false]);
  });
});

describe('an ellipsis', () => {
  it.each(['[...]', '[…]', '(...)', '[. . .]', '……', ' . . . '])('%s joins two parts of one provision', (mark) => {
    expect(check(`A provider shall inform ${mark} shall be clear`, 'art. 1(2)')).toEqual(['exact', ['art. 1(2)'], true]);
    expect(check(`The Authority may impose ${mark} though warned`)).toEqual(['exact', ['art. 2(1)'], true]);
  });

  it('does not join parts of two articles', () => {
    expect(checkOf(finder.find('This Act applies [...] The Authority may impose a fine'), undefined)).toMatchObject({
      status: 'missing',
      apart: true,
    });
  });

  it('does not join parts in the wrong order', () => {
    expect(check('shall be clear [...] A provider shall inform')[0]).toBe('missing');
  });
});

describe('a quote with an ellipsis', () => {
  it('is near if one of its parts is: with the differences in that part and the place of the first part', () => {
    const found = finder.find('A provider may inform the user without undue delay [...] shall be clear');
    expect(found.status).toBe('near');
    expect(found.words).toBeUndefined();
    expect(found.differences?.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: 'may' },
      { kind: 'new', text: 'shall' },
    ]);
    expect(found.places).toHaveLength(1);
    expect(check('A provider may inform the user without undue delay [...] shall be clear')[1]).toEqual(['art. 1(2)']);
    expect(check('The Authority may impose [...] has not yet brought it to an end.')).toEqual(['near', ['art. 2(1)'], true]);
  });

  it('is missing if one of its parts is', () => {
    expect(
      check('A provider may inform the user without undue delay [...] whistle-blowers are protected from reprisals')[0],
    ).toBe('missing');
  });

  it('may have it without brackets, with spaces inside the brackets, and at the beginning or end', () => {
    expect(check('A provider shall inform ... shall be clear')[0]).toBe('exact');
    expect(check('A provider shall inform… shall be clear')[0]).toBe('exact');
    expect(check('A provider shall inform [ … ] shall be clear')[0]).toBe('exact');
    expect(check('[...] shall inform the user without undue delay')[0]).toBe('exact');
    expect(check('shall inform the user without undue delay (…)')[0]).toBe('exact');
    expect(check('A provider shall inform ( … ) shall be clear')[0]).toBe('exact');
    expect(check('shall inform the user without undue delay (…).')[0]).toBe('exact');
    expect(check('provider…delay')).toEqual(['exact', ['art. 1(2)'], true]);
    expect(finder.find('[...]')).toEqual({ status: 'missing', places: [] });
  });

  it('may have more than two parts, which must be in order', () => {
    expect(check('A provider [...] the user [...] shall be clear')).toEqual(['exact', ['art. 1(2)'], true]);
    expect(check('A provider [...] shall be clear [...] the user')[0]).toBe('missing');
  });

  it('does not find two equal parts in the same words', () => {
    expect(check('without undue delay [...] without undue delay')[0]).toBe('missing');
  });
});

describe('a quote does not begin or end within a word or number', () => {
  const text = `Article 1

A re-use of e-mail and of 1,000.5 items, the co-
operation of user-friendly and well­known services, at 10.30 or in 2020/21. State-owned enter­prises.

Firms of category-A, open from 10.30–12 noon in 2021, or for 1.5 years.

Article 2

Non-State actors use non‑binding rules -- and more.
`;
  const found = async (quote: string): Promise<string> =>
    quoteFinder(await parseDraft(Buffer.from(text), 'law.txt')).find(quote).status;

  it.each([
    ['re-use of e-mail', 'exact'],
    ['e-mail and', 'exact'],
    ['use of e-mail', 'missing'],
    ['mail and of', 'missing'],
    ['A re', 'missing'],
    ['1,000.5 items', 'exact'],
    ['000.5 items', 'missing'],
    ['5 items', 'missing'],
    ['of 1,000', 'missing'],
    ['cooperation of', 'layout'],
    ['co-operation of', 'layout'],
    ['operation of', 'missing'],
    ['the co', 'missing'],
    ['friendly and', 'missing'],
    ['of user', 'missing'],
    ['userfriendly and', 'missing'],
    ['Firms of categoryA', 'missing'],
    ['12 noon', 'missing'],
    ['10.30–12 noon', 'exact'],
    ['noon in 2021', 'exact'],
    ['wellknown services', 'layout'],
    ['known services', 'missing'],
    ['at 10', 'missing'],
    ['at 10.30', 'exact'],
    ['in 2020', 'exact'],
    ['owned enterprises', 'missing'],
    ['State actors use', 'missing'],
    ['binding rules', 'missing'],
    ['Non-State', 'exact'],
    ['non-binding rules', 'layout'],
    ['rules', 'exact'],
    ['rules -- and more', 'exact'],
    ['e', 'missing'],
    ['-', 'missing'],
    ['', 'missing'],
    ['.', 'missing'],
  ])('%s: %s', async (quote, expected) => {
    // Whether a short quote counts as near or missing does not matter here.
    expect((await found(quote)).replace('near', 'missing')).toBe(expected);
  });
});
