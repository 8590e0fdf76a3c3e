import { describe, expect, it } from 'vitest';
import { prepareRubric } from '../../../src/core/rubric.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import type { Query } from '../../../src/draft/search/query.ts';
import { queriesFor } from '../../../src/run/drafts/search-draft.ts';
import { bundledFolder, bundledRubric, changedRubric } from '../../fixtures/bundled.ts';
import { testRun } from '../../fixtures/test-run.ts';

const laws = {
  en: 'Article 1\nThe provider shall publish the report and the user may go to court.',
  ar: 'المادة 1\nينشر مقدم الخدمة التقرير.',
  it: "Art. 1\nIl fornitore pubblica la relazione e l'utente può agire in giudizio.",
};

async function queryIn(language: keyof typeof laws, named?: string): Promise<(id: string) => Query> {
  const draft = await parseDraft(new TextEncoder().encode(laws[language]), 'law.txt');
  expect(draft.reading.language).toBe(language);
  return queriesFor(testRun().run, { prepared: await bundledRubric(), named, draft });
}

describe('what a draft is searched for', () => {
  it('is the English of a question, and its terms in the language of the draft where the rubric has them', async () => {
    const [english, arabic, italian] = [await queryIn('en'), await queryIn('ar'), await queryIn('it')];
    const query = arabic('access-to-remedy.judicial');
    expect(query.terms).toEqual(english('access-to-remedy.judicial').terms);
    expect(query.words).toContain('go to court');
    expect(query.own?.join()).toMatch(/\p{Script=Arabic}/u);
    expect(english('access-to-remedy.judicial').own).toBeUndefined();
    expect(italian('access-to-remedy.judicial').own).toBeUndefined();
  });

  it('has the terms of a red flag too', async () => {
    expect((await queryIn('ar'))('encryption').own?.join(' ')).toContain('تشفير');
  });

  it('leaves out terms whose English has changed since they were translated', async () => {
    const file = 'locales/ar/features/access-to-remedy.yaml';
    const folder = await changedRubric(bundledFolder, [
      file,
      /("access-to-remedy\.judicial\.terms":\n\s+of: )"\w+"/,
      '$1"00000000"',
    ]);
    const query = await queryIn('ar', folder);
    expect(query('access-to-remedy.judicial').own).toBeUndefined();
    expect(query('access-to-remedy.burden').own).toBeDefined();
  });

  it('is in the language of the draft where the rubric is', async () => {
    const { rubric, digest } = await bundledRubric();
    const draft = await parseDraft(new TextEncoder().encode(laws.it), 'law.txt');
    const prepared = prepareRubric({ ...rubric, language: 'it' }, digest);
    const query = (await queriesFor(testRun().run, { prepared, named: undefined, draft }))('access-to-remedy.judicial');
    expect(query).toMatchObject({ words: '', terms: [] });
    expect(query.own?.length).toBeGreaterThan(0);
  });
});
