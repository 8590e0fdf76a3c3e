import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/core/evidence.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { readLexicon } from '../../../src/draft/read-lexicon.ts';
import { draftSearch } from '../../../src/draft/search/search.ts';

const folder = join(import.meta.dirname, '../../../lexicon');

async function hitIn(article: string, words: string): Promise<Hit | undefined> {
  const text = `Article 1 Scope\n\nThis Act applies to providers.\n\nArticle 2 Removal\n\n${article}\n\nArticle 3 Entry\n\nIt enters into force.\n`;
  const draft = await parseDraft(new TextEncoder().encode(text), 'law.txt');
  const search = await draftSearch(draft, (language) => readLexicon(folder, language));
  return search.find({ words, terms: [] }, 1)[0];
}

describe('the passage of a hit', () => {
  it('is the whole sentence that matches best, with its exceptions', async () => {
    const rule = 'The provider deletes the post within 24 hours; this does not apply if the police need a longer time.';
    const hit = await hitIn(`A first sentence. ${rule} A last sentence.`, 'longer time for the police');
    expect([hit?.passage, hit?.cut]).toEqual([rule, undefined]);
  });

  it('says which end of a long sentence is cut', async () => {
    const filler = 'the records of the undertaking are kept in good order and shown at any time; '.repeat(5);
    const hit = await hitIn(`Where ${filler}the post is deleted within a day; ${filler}so be it.`, 'delete a post');
    expect(hit?.passage).toContain('the post is deleted within a day;');
    expect(hit?.passage.length).toBeLessThanOrEqual(400);
    expect(hit?.cut).toEqual({ before: true, after: true });
  });

  it('begins where a sentence without semicolons begins, and is cut after it', async () => {
    const filler = 'with the records of the undertaking which are kept in good order '.repeat(8);
    const hit = await hitIn(`The provider deletes the post ${filler}before the post is shown.`, 'delete a post');
    expect(hit?.passage).toMatch(/^The provider deletes the post with/);
    expect(hit?.cut).toEqual({ before: false, after: true });
  });

  it('never ends with the number of the next paragraph', async () => {
    const hit = await hitIn('1. A user may appeal to the tribunal. 2. The tribunal decides.', 'appeal');
    expect(hit?.passage).toMatch(/A user may appeal to the tribunal\.$/);
  });
});
