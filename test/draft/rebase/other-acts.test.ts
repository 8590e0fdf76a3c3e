import { describe, expect, it } from 'vitest';
import { type Evidence, emptyAssessment } from '../../../src/core/answers.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { type RebasedItem, rebaseEvidence, type Version } from '../../../src/draft/rebase/rebase.ts';

const before = `Article 5
Scope
This Act binds operators of platforms.

Article 6
Register
Operators keep a register of their users.

Article 7
Courts
Users may take operators to court.
`;
/** The same with another article before Article 6. */
const after = before
  .replace('Article 7', 'Article 8')
  .replace('Article 6', 'Article 6\nFees\nOperators pay a fee.\n\nArticle 7')
  .replace('a register of their users', 'a public register of their users');

async function version(text: string): Promise<Version> {
  const draft = await parseDraft(Buffer.from(text), 'law.txt');
  return { draft, finder: quoteFinder(draft) };
}

async function rebased(evidence: Evidence): Promise<Pick<RebasedItem, 'fate' | 'at'>> {
  const answers = new Map([['f.a', { level: 1, notApplicable: null, evidence: [evidence] }]]);
  const assessment = { ...emptyAssessment(), draft: { title: 'Platforms Act' }, answers };
  const [found] = rebaseEvidence(assessment, await version(before), await version(after));
  return { fate: found?.fate ?? 'gone', at: found?.at ?? null };
}

describe('rebase reads a citation as check does', () => {
  it.each(['Article 6 GDPR', 'Article 6 of Regulation (EU) 2016/679', 'art. 6 of the Data Protection Act 2018'])(
    '%s is not the Article 6 that moves',
    async (at) => {
      expect(await rebased({ at })).toEqual({ fate: 'unknown', at: null });
      expect(await rebased({ at, quote: 'processing shall be lawful only if' })).toEqual({ fate: 'unknown', at: null });
      expect(await rebased({ at, quote: 'Users may take operators to court.' })).toEqual({ fate: 'unchanged', at });
      expect(await rebased({ at, quote: 'Operators keep a register of their users.' })).toEqual({ fate: 'changed', at });
    },
  );

  it.each(['Article 6', 'Article 6 of the Platforms Act', 'art. 6 of this Act'])('%s moves', async (at) => {
    expect(await rebased({ at })).toEqual({ fate: 'changed', at: 'art. 7' });
    expect(await rebased({ at, quote: 'Operators keep a register of their users.' })).toEqual({ fate: 'changed', at: 'art. 7' });
  });

  it('of two acts, only the own one moves', async () => {
    expect(await rebased({ at: 'art. 7; art. 6 GDPR' })).toEqual({ fate: 'moved', at: 'art. 8; art. 6 GDPR' });
    expect(await rebased({ at: 'art. 7; art. 6 GDPR', quote: 'Users may take operators to court.' })).toEqual({
      fate: 'moved',
      at: 'art. 8; art. 6 GDPR',
    });
  });

  it('a page is no provision', async () => {
    expect(await rebased({ at: 'page 6' })).toEqual({ fate: 'unknown', at: null });
  });
});
