import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compass } from '../cli/run.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { greekAnswers, greekDraft } from '../fixtures/greek.ts';
import { pseudoRoot, pseudos } from '../fixtures/pseudo.ts';
import { english, knownIds } from './leftover.ts';

let speaking: Awaited<ReturnType<typeof pseudoRoot>>;
let browser: Browser;
beforeAll(async () => {
  speaking = await pseudoRoot();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}, 60_000);
afterAll(async () => {
  await browser.close();
  speaking.remove();
});

it.each(pseudos)(
  'in %s the form speaks the language, in its direction',
  async (language) => {
    const cwd = await temporaryFolder();
    writeFileSync(join(cwd, 'bill.answers.yaml'), greekAnswers('bill.answers.yaml'));
    writeFileSync(join(cwd, 'bill.md'), greekDraft('bill.md'));
    const args = ['form', 'bill.answers.yaml', '--draft', 'bill.md', '--output', 'form.html', '--language', language];
    expect((await compass(args, { cwd, root: speaking.path })).code).toBe(0);
    const page = await browser.newPage();
    await page.goto(`file://${join(cwd, 'form.html')}`);
    await page.waitForSelector('main');
    expect(await page.evaluate('[document.documentElement.lang, getComputedStyle(document.documentElement).direction]')).toEqual([
      language,
      language === 'ar-XB' ? 'rtl' : 'ltr',
    ]);
    const words = String(await page.evaluate('document.title + " " + document.body.innerText'));
    expect(words.length).toBeGreaterThan(500);
    expect(english(words, await knownIds())).toEqual([]);
    await page.close();
  },
  60_000,
);
