import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../fixtures/bundled.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// npm brings no browser along: these run wherever one is installed, and are listed as skipped where none is.
describe.runIf(executablePath).each(['bill', 'panel'])('the page of the %s in a real Chromium', (name) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: quiet });
  }, 60_000);
  afterAll(() => browser?.close());

  it.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 390],
    ['dark', 390],
  ] as const)(
    'axe finds nothing in it: %s, %i pixels wide',
    async (colorScheme, width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const url = pathToFileURL(join(root, 'test', 'golden', `${name}.html`)).href;
      await page.goto(url);
      await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
      const overflows = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      await page.evaluate(axe.source);
      const found = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)} })`)) as axe.AxeResults;
      await context.close();
      expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(found.passes.length).toBeGreaterThan(20);
      expect(requests).toEqual([url]);
      expect(overflows).toBe(false);
    },
    60_000,
  );
});
