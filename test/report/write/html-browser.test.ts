import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compass } from '../../cli/run.ts';
import { root, temporaryFolder } from '../../fixtures/bundled.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// npm brings no browser along: these run wherever one is installed, and are listed as skipped where none is.
describe.runIf(executablePath)('the pages of the examples in a real Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: quiet });
  }, 60_000);
  afterAll(() => browser?.close());

  it.each([
    ['one law', ['report', 'examples/eu-csddd.answers.yaml'], 'section[aria-labelledby=robustness]', 6],
    ['several laws', ['score', 'examples'], 'main', 5],
  ] as const)(
    'axe finds nothing in how sure the scores are: %s',
    async (_, command, part, drawn) => {
      const file = join(await temporaryFolder(), 'robust.html');
      await compass([...command, '--robustness', '--draws', '100', '--output', file]);
      const context = await browser.newContext({ viewport: { width: 390, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe.source);
      const found = (await page.evaluate(
        `axe.run('${part}', { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
      )) as axe.AxeResults;
      const overflows = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      const charts = await page.locator(`${part} svg[role=img]`).count();
      await context.close();
      expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(charts).toBe(drawn);
      expect(overflows).toBe(false);
    },
    60_000,
  );

  it.each([
    ['evidence', 'check', 'examples/bill.answers.yaml', '--draft', 'examples/bill-v2.md'],
    ['evidence', 'outline', 'examples/bill.md'],
  ])(
    'axe finds nothing in the page of %s %s, and only its tables scroll',
    async (...args) => {
      const file = join(await temporaryFolder(), 'page.html');
      await compass([...args, '--output', file]);
      const context = await browser.newContext({ viewport: { width: 390, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
      await page.evaluate(axe.source);
      const found = (await page.evaluate(
        `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
      )) as axe.AxeResults;
      const overflows = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      await context.close();
      expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(found.passes.length).toBeGreaterThan(20);
      expect(overflows).toBe(false);
    },
    60_000,
  );

  it.each([
    ['bill', 'light', 1200],
    ['bill', 'dark', 390],
    ['compare-bill', 'dark', 390],
    ['compare-eu', 'dark', 1200],
    ['panel', 'light', 1200],
  ] as const)(
    'axe finds nothing in %s: %s, %i pixels wide',
    async (golden, colorScheme, width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const url = pathToFileURL(join(root, 'test', 'golden', `${golden}.html`)).href;
      await page.goto(url);
      await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
      const overflows = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      await page.evaluate(axe.source);
      const found = (await page.evaluate(
        `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
      )) as axe.AxeResults;
      await context.close();
      expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(found.passes.length).toBeGreaterThan(20);
      expect(requests).toEqual([url]);
      expect(overflows).toBe(false);
    },
    60_000,
  );

  it('a table that is wider than the window has shadows for its edges, and scrolls with the arrow keys', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(root, 'test', 'golden', 'compare-eu.html')).href);
    const wide = "document.querySelector('.scroll:not(:has(table.chart))')";
    const left = () => page.evaluate(`${wide}.scrollLeft`);
    const overflows = await page.evaluate(`${wide}.scrollWidth > ${wide}.clientWidth`);
    const shadows = await page.evaluate(`getComputedStyle(${wide}).backgroundAttachment`);
    await page.evaluate(`${wide}.focus()`);
    for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowRight');
    await expect.poll(left).toBeGreaterThan(0);
    await context.close();
    expect([overflows, shadows]).toEqual([true, 'local, local, scroll, scroll']);
  }, 60_000);
});
