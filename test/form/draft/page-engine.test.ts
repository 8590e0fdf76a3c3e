import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/core/evidence.ts';
import type { Call, EngineData, Reply } from '../../../src/form/draft/calls.ts';
import { pagePart } from '../../../src/form/page-ids.ts';
import { root } from '../../fixtures/bundled.ts';
import { writtenForm } from '../browser.ts';
import { pageData } from '../page-data.ts';

const law = (language: string): string => join(root, 'test', 'draft', 'search', 'gold', `${language}.txt`);

/** The engine's script in a page, run as a worker runs it. */
async function workerOf(html: string): Promise<(words: string) => Promise<readonly Hit[]>> {
  const part = (id: string): string => new RegExp(`id="${id}">(.*?)</script>`, 's').exec(html)?.[1] ?? '';
  const waiting: ((reply: Reply) => void)[] = [];
  const scope = createContext({
    ...{ atob, TextDecoder, TextEncoder, Uint8Array },
    postMessage: (reply: Reply) => waiting.shift()?.(reply),
  }) as { onmessage?: (event: { data: EngineData | Call }) => void };
  const send = (data: EngineData | Call) =>
    new Promise<Reply>((resolve) => {
      waiting.push(resolve);
      scope.onmessage?.({ data });
    });
  runInContext(part(pagePart.engine), scope);
  await send({ draft: part(pagePart.draft), lexicons: part(pagePart.lexicons) });
  return async (words) => {
    const reply = await send({ id: 1, name: 'search', args: [words] });
    return 'value' in reply ? (reply.value as Hit[]) : [];
  };
}

describe('the page with a draft in another language', () => {
  it.each([
    ['ar', 'للشكاوى', 'art. 30', 'can the victim sue?'],
    ['ru', 'жалобами', 'art. 30', 'can the victim sue?'],
    ['zh', '投诉机制', 'art. 30', 'can the victim sue?'],
    ['fr', 'réclamations', 'art. 27', 'can the victim sue?'],
  ])('has passages for the questions, and finds words in any form: %s', async (language, words, label, english) => {
    const html = await readFile(await writtenForm('--draft', law(language)), 'utf8');
    const suggestions = pageData(html).payload.draft?.suggestions ?? {};
    expect(suggestions['access-to-remedy.judicial']?.[0]?.label).toBe(language === 'fr' ? 'art. 39' : 'art. 41');
    const search = await workerOf(html);
    const found = (await search(words)).slice(0, 3).map((hit) => hit.label.replace(/\(.*/, ''));
    expect(found).toContain(label);
    expect((await search(english)).length).toBeGreaterThan(0);
  });

  it('has the stemmer of its language alone, and in English no other', async () => {
    const sizeOf = async (draft: string) => {
      const html = await readFile(await writtenForm('--draft', draft), 'utf8');
      return new RegExp(`id="${pagePart.engine}">(.*?)</script>`, 's').exec(html)?.[1]?.length ?? 0;
    };
    const english = await sizeOf(join(root, 'examples', 'bill.md'));
    expect(english).toBeLessThan(165_000);
    expect((await sizeOf(law('ru'))) - english).toBeLessThan(12_000);
    expect(await sizeOf(law('zh'))).toBe(english);
  });
});
