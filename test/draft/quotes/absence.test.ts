import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../src/draft/quotes/check.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';

const act = `CHAPTER I
General

Article 13
Scope
This Act binds operators of platforms.

Article 14
Register
1. Operators keep a register. It is public. The Authority may inspect it.
2. The register lists
(a) users; and
(b) complaints.

CHAPTER II
Courts

Article 15
Claims
Users may sue.

Courts may order access.

Annex I
Forms
`;
const gesetz = `§ 1 Pflichten

(1) Die Daten (ABl. L 178 vom 17. Juli 2000, S. 1; ABl. L 95 vom 15. April 2010) sind zu löschen. Der Anbieter berichtet nach Art. Die Frist läuft.

§ 2 Klage

Der Mieter kann klagen.
`;

async function because(text: string, at: string, quote: string, file = 'law.txt') {
  const finder = quoteFinder(await parseDraft(Buffer.from(text), file));
  const { placed, because } = checkOf(finder.find(quote), at, finder);
  return { placed, because };
}

describe('a citation that is not there says why:', () => {
  it.each([
    ['Schedule 1', { code: 'absent', cited: 'sched. 1' }],
    ['Annex II', { code: 'absent', cited: 'annex II' }],
    ['Article 99(2)', { code: 'absent', cited: 'art. 99' }],
    ['Article 14(5)', { code: 'absent', cited: 'art. 14(5)' }],
    ['Article 14(2)(d)', { code: 'absent', cited: 'art. 14(2)(d)' }],
    ['Chapter IX', { code: 'absent', cited: 'chap. IX' }],
    ['arts. 98 and 99', { code: 'absent', cited: 'art. 98' }],
    ['Article 14(1), fourth sentence', { code: 'sentences', cited: 'art. 14(1)', n: 3 }],
    ['Article 15, third subparagraph', { code: 'paragraphs', cited: 'art. 15', n: 2 }],
  ])('%s', async (at, reason) => {
    expect(await because(act, at, 'Operators keep a register.')).toEqual({ placed: false, because: reason });
    expect(await because(act, at, 'no such words at all')).toEqual({ placed: false, because: reason });
  });

  it.each(['Article 15', 'Article 14(2)', 'Article 14(1), second sentence', 'arts. 15 and 99', 'Chapter II', 'Annex I'])(
    'no reason for %s, which the draft has elsewhere',
    async (at) => {
      expect(await because(act, at, 'Operators keep a register.')).toEqual({ placed: false, because: undefined });
    },
  );

  it.each(['Article 14', 'Article 14(1), first sentence', 'Chapter I'])('no reason for %s, where the words stand', async (at) => {
    expect(await because(act, at, 'Operators keep a register.')).toEqual({ placed: true, because: undefined });
  });

  it('what could not be read is not said to be absent', async () => {
    const page = `${act.replaceAll('\n\n', '</p><p>')}<img src="page-7.png" alt="">`;
    const draft = await parseDraft(Buffer.from(`<p>${page}</p>`), 'law.html');
    const finder = quoteFinder({ ...draft, reading: { ...draft.reading, warnings: [{ code: 'image-pages', pages: '7' }] } });
    const { because } = checkOf(finder.find('Operators keep a register.'), 'Schedule 1', finder);
    expect(because).toEqual({ code: 'unfound', cited: 'sched. 1' });
  });
});

describe('sentences are counted', () => {
  it.each([
    ['§ 1 Abs. 1 Satz 2', true],
    ['§ 1 Abs. 1 Satz 3', false],
    ['§ 1 Abs. 1 Satz 4', false],
    ['§ 1 Abs. 1 Satz 5', false],
  ])('without full stops in brackets and after abbreviations: %s', async (at, placed) => {
    expect((await because(gesetz, at, 'Der Anbieter berichtet')).placed).toBe(placed);
  });
});
