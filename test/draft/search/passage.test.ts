import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Hit, isVerified } from '../../../src/core/evidence.ts';
import { checkOf } from '../../../src/draft/quotes/check.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { readLexicon } from '../../../src/draft/read-lexicon.ts';
import { draftSearch } from '../../../src/draft/search/search.ts';

const folder = join(import.meta.dirname, '../../../lexicon');

async function hitIn(article: string, words: string): Promise<Hit | undefined> {
  return (await searched(article, words)).hit;
}

/** What taking a hit as evidence takes, and whether a check finds it in its place. */
async function takenFrom(article: string, words: string): Promise<{ readonly words: string; readonly isFound: boolean }> {
  const { hit, search, draft } = await searched(article, words);
  const whole = hit ? search.whole(hit) : '';
  const finder = quoteFinder(draft);
  return { words: whole, isFound: isVerified(checkOf(finder.find(whole), hit?.label ?? '', finder)) };
}

async function searched(article: string, words: string) {
  const text = `Article 1 Scope\n\nThis Act applies to providers.\n\nArticle 2 Removal\n\n${article}\n\nArticle 3 Entry\n\nIt enters into force.\n`;
  const draft = await parseDraft(new TextEncoder().encode(text), 'law.txt');
  const search = await draftSearch(draft, (language) => readLexicon(folder, language));
  return { hit: search.find({ words, terms: [] }, 1)[0], search, draft };
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

describe('what is taken of a hit as evidence', () => {
  it('is the whole sentence, although the passage is cut', async () => {
    const filler = 'with the records of the undertaking which are kept in good order '.repeat(8);
    const sentence = `The provider deletes the post ${filler}before the post is shown.`;
    expect(await takenFrom(`A first sentence. ${sentence}`, 'delete a post')).toEqual({
      words: sentence.replace(/\s+/g, ' '),
      isFound: true,
    });
  });

  it('is the whole point of a list', async () => {
    const article =
      '1. The provider shall:\n\n(a) keep records;\n\n(b) delete the post within a day, unless a court decides otherwise.';
    expect(await takenFrom(article, 'delete a post')).toEqual({
      words: 'delete the post within a day, unless a court decides otherwise.',
      isFound: true,
    });
  });

  it('has the points after opening words, which say nothing without them', async () => {
    const article = '1. The supervisory tribunal shall without delay:\n\n(a) keep records;\n\n(b) publish them.';
    expect(await takenFrom(article, 'supervisory tribunal without delay')).toEqual({
      words: 'The supervisory tribunal shall without delay: (a) keep records; (b) publish them.',
      isFound: true,
    });
  });
});
