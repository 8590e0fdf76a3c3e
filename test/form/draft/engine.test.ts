import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { readLexiconFile } from '../../../src/draft/read-lexicon.ts';
import { draftEngine } from '../../../src/form/draft/engine.ts';
import { compass } from '../../cli/run.ts';
import { root } from '../../fixtures/bundled.ts';

const draft = await parseDraft(await readFile(join(root, 'examples', 'bill.md')), 'bill.md');
const engine = draftEngine(draft, { en: await readLexiconFile(join(root, 'lexicon'), 'en') });

it('the page finds the passages that compass evidence find finds', async () => {
  const words = 'people can complain to a court';
  const { stdout } = await compass(['evidence', 'find', words, '--draft', 'examples/bill.md', '-n', '5', '--format', 'json']);
  const hits = await engine.search(words);
  expect(hits.slice(0, 5)).toEqual(JSON.parse(stdout).results[0].hits);
  expect(hits.length).toBeGreaterThan(5);
});

it('a quote is looked up with the place beside it', async () => {
  const quote = 'may bring proceedings against the provider before the High Court';
  const checked = await Promise.all(['art. 29(1)', 'art. 30', ''].map((at) => engine.check(quote, at)));
  expect(checked.map(({ status, placed }) => [status, placed])).toEqual([
    ['exact', true],
    ['exact', false],
    ['exact', true],
  ]);
});

it('a citation may name the draft by the title that the answers give it', async () => {
  const quote = 'may bring proceedings against the provider before the High Court';
  const check = (title?: string) => engine.check(quote, 'Article 29(1) of the Zebra Act', title);
  expect([(await check()).placed, (await check('Zebra Act')).placed]).toEqual([null, true]);
});

it('an index that could not be made is made at the next search', async () => {
  const lexicon = await readLexiconFile(join(root, 'lexicon'), 'en');
  let isBroken = true;
  const lexicons = {
    get en() {
      if (isBroken) throw new Error('no memory');
      return lexicon;
    },
  };
  const broken = draftEngine(draft, lexicons);
  await expect(broken.search('complaint')).rejects.toThrow('no memory');
  isBroken = false;
  expect((await broken.search('complaint')).length).toBeGreaterThan(0);
});
