import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compass } from '../../cli/run.ts';
import { root, temporaryFolder } from '../../fixtures/bundled.ts';
import { pageWith } from '../bare-page.ts';
import { chromiumForTests, executablePath } from '../browser.ts';

const bill = ['examples/bill.answers.yaml', '--draft', 'examples/bill.md'];

/** Asks what the page asks of a draft, and returns the answers. */
function asked(page: Page): Promise<unknown> {
  return page.evaluate(`Promise.all([
    client.search('complaint to a court').then(([{ label, passage }]) => [label, passage]),
    client.check('this text is in no law', 'art. 1').then(({ status, placed }) => [status, placed]),
    client.withChecks({ draft: {}, answers: new Map(), steps: new Map(), flags: new Map() }).then(({ answers }) => answers.size),
  ])`);
}

describe.runIf(executablePath)('the draft of a page in a real Chromium', () => {
  const open = chromiumForTests();

  it('is searched in a worker as compass evidence find does it, and in the page where workers are forbidden', async () => {
    const found = ['complaint to a court', '--draft', 'examples/bill.md', '--format', 'json'];
    const { stdout } = await compass(['evidence', 'find', ...found]);
    const [hit] = JSON.parse(stdout).results[0].hits;
    const file = await pageWith('draft/client-page.js', ...bill);
    const withWorker = await open(file);
    const inWorker = await asked(withWorker.page);
    expect(withWorker.page.workers().length).toBe(1);
    expect(inWorker).toEqual([[hit.label, hit.passage], ['missing', false], 0]);

    const html = await readFile(file, 'utf8');
    await writeFile(file, html.replace('worker-src blob:', "worker-src 'none'"));
    const without = await open(file);
    expect(await asked(without.page)).toEqual(inWorker);
    expect(without.page.workers().length).toBe(0);
  }, 60_000);

  it('leads to the same reports as compass report', async () => {
    const { page } = await open(await pageWith('draft/client-page.js', ...bill));
    const [cwd, folder] = [join(root, 'examples'), await temporaryFolder()];
    const files = ['report.html', 'report.docx'].map((name) => join(folder, name));
    await compass(['report', 'bill.answers.yaml', ...files.flatMap((file) => ['--output', file])], { cwd });
    const [html, docx] = await Promise.all(files.map((file) => readFile(file)));
    expect((await page.evaluate('htmlReport()')) === html?.toString()).toBe(true);
    expect(docx?.equals(Buffer.from((await page.evaluate('docxReport()')) as number[]))).toBe(true);
  }, 60_000);

  it('shows the report in a frame with its style, under the policy of the page', async () => {
    const { page, errors } = await open(await pageWith('draft/client-page.js', ...bill));
    const show = 'Object.assign(document.body.appendChild(document.createElement("iframe")), { srcdoc })';
    await page.evaluate(`htmlReport().then((srcdoc) => void ${show})`);
    const frame = page.frameLocator('iframe');
    await frame.locator('.verdict').waitFor();
    expect(await frame.locator('.figure').evaluate('(element) => getComputedStyle(element).fontSize')).not.toBe('16px');
    expect(errors).toEqual([]);
  }, 60_000);
});
