import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseDraft } from '../../../src/draft/read.ts';
import { searchDraft } from '../../../src/run/drafts/search-draft.ts';
import { testRun } from '../../fixtures/test-run.ts';

const folder = join(import.meta.dirname, 'gold');

describe.each(['fr', 'es', 'ar', 'ru', 'zh'])('everyday words typed for the invented law in %s', (language) => {
  const gold = parse(readFileSync(join(folder, 'typed', `${language}.yaml`), 'utf8')) as Record<string, string[]>;

  it('find a right article among the first five for eight searches in ten', async () => {
    const draft = await parseDraft(readFileSync(join(folder, `${language}.txt`)), `${language}.txt`);
    const search = await searchDraft(testRun().run, draft);
    const missed = Object.entries(gold).filter(([words, right]) => {
      const found = search.find({ words, terms: [] }, 5).map(({ label }) => label.replace(/[,(].*/, ''));
      return !right.some((label) => found.includes(label));
    });
    expect(missed.length / Object.keys(gold).length, missed.join('; ')).toBeLessThanOrEqual(0.2);
  });
});
