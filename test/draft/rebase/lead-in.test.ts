import { describe, expect, it } from 'vitest';
import { type Evidence, emptyAssessment } from '../../../src/core/answers.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { rebaseEvidence, type Version } from '../../../src/draft/rebase/rebase.ts';

const law = `Article 1
Scope
1. This Act binds operators.

Article 2
Conduct
1. Operators keep a register. The following conduct is allowed:
(a) operators sharing their findings;
(b) users taking operators to court:
(i) in their own country;
(ii) abroad;
(c) researchers reading the register.

This is without prejudice to Article 1.

2. The Authority publishes a list every year.

Article 3
Last
1. The end.
`;

async function version(text: string): Promise<Version> {
  const draft = await parseDraft(Buffer.from(text), 'law.txt');
  return { draft, finder: quoteFinder(draft) };
}

/** The fate of evidence from the old law in a new one, with `!` where it needs review. */
async function fate(evidence: Evidence, after: string, before = law): Promise<string> {
  const answers = new Map([['f.a', { level: 1, notApplicable: null, evidence: [evidence] }]]);
  const [found] = rebaseEvidence({ ...emptyAssessment(), answers }, await version(before), await version(after));
  return `${found?.fate}${found?.sentenceChanged ? '!' : ''}`;
}

const point = { at: 'art. 2(1)(b)', quote: 'users taking operators to court' };
const deep = { at: 'art. 2(1)(b)(ii)', quote: 'abroad' };
const change = (from: string, to: string): string => {
  expect(law).toContain(from);
  return law.replace(from, to);
};

describe('a point whose words stay needs review if what introduces or ends its list changes', () => {
  it.each([
    ['allowed, then forbidden', 'is allowed:', 'is forbidden:'],
    ['is, then is not', 'conduct is', 'conduct is not'],
    ['a condition is new', 'is allowed:', 'is allowed, where the ministry agrees:'],
    ['a condition is gone', 'The following conduct', 'Any conduct'],
    ['the words after the list', 'without prejudice to', 'subject to'],
  ])('%s', async (_, from, to) => {
    const after = change(from, to);
    expect(await fate(point, after)).toBe('unchanged!');
    expect(await fate(deep, after)).toBe('unchanged!');
    expect(await fate({ at: 'art. 2(1)(b)(ii)' }, after)).toBe('unchanged!');
    expect(await fate({ at: 'art. 2(1)(a), art. 2(1)(c)' }, after)).toBe('unchanged!');
    expect(await fate({ at: 'art. 2(1)', quote: '(a) operators sharing their findings; (b) users taking' }, after)).toBe(
      'unchanged!',
    );
  });

  it('a point of a point, if the point above it changes', async () => {
    const after = change('users taking operators to court:', 'users taking operators to arbitration:');
    expect(await fate(deep, after)).toBe('unchanged!');
    expect(await fate({ at: 'art. 2(1)(c)', quote: 'researchers reading the register' }, after)).toBe('unchanged');
  });

  it('also where the article has moved', async () => {
    const after = law
      .replace('Article 3', 'Article 4')
      .replace('Article 2\n', 'Article 3\n')
      .replace('is allowed', 'is forbidden');
    const moved = after.replace(
      'Article 3\nConduct',
      'Article 2\nNew\n1. A register is open to all people.\n\nArticle 3\nConduct',
    );
    expect(await fate(point, moved)).toBe('moved!');
  });

  it('where a list has no sentence before it, if the heading changes', async () => {
    const list = (heading: string) =>
      `Article 1\n${heading}\n(a) social scoring by operators;\n(b) reading the faces of passers-by.\n`;
    const evidence = { at: 'art. 1(b)', quote: 'reading the faces of passers-by' };
    expect(await fate(evidence, list('Permitted practices'), list('Prohibited practices'))).toBe('unchanged!');
    expect(await fate(evidence, list('Prohibited practices'), list('Prohibited practices'))).toBe('unchanged');
  });

  it.each([
    [
      'the quote leaves out words that are new',
      { quote: 'Operators keep [...] register' },
      'keep a register',
      'keep no register',
    ],
    [
      'the quote leaves out a point that changes',
      { quote: 'sharing their findings [...] reading the register' },
      'in their own country',
      'in no country',
    ],
  ])('and evidence with an ellipsis, if %s', async (_, evidence, from, to) => {
    expect(await fate(evidence, change(from, to))).toBe('unchanged!');
  });
});

describe('a point needs no review if', () => {
  it.each([
    ['another article changes', 'binds operators', 'binds all operators'],
    ['the last article changes', 'The end', 'It is over'],
    ['another paragraph changes', 'every year', 'every month'],
    ['another point changes', 'reading the register', 'copying the register'],
    ['an earlier sentence of the paragraph changes', 'keep a register', 'keep two registers'],
    ['only white space changes', 'The following', 'The  following'],
    ['only a quotation mark changes', 'is allowed:', 'is allowed :'],
  ])('%s', async (_, from, to) => {
    expect(await fate(point, change(from, to))).toBe('unchanged');
    expect(await fate(deep, change(from, to))).toBe('unchanged');
  });
});
