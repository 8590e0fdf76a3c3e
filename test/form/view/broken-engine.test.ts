import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { chromiumForTests, executablePath } from '../browser.ts';
import { atFirstQuestion, smallForm } from './small-form.ts';

/** A page whose engine runs neither in a worker nor in the page. */
async function brokenForm(): Promise<string> {
  const { file } = await smallForm();
  const html = await readFile(file, 'utf8');
  const broken = html.replace(/(<script[^>]*id="draft-engine"[^>]*>)[\s\S]*?<\/script>/, '$1throw new Error("broken")</script>');
  if (broken === html) throw new Error('the page has no engine');
  await writeFile(file, broken);
  return file;
}

describe.runIf(executablePath)('a draft that can’t be searched', () => {
  const open = chromiumForTests();

  it('is said at a quote, when taking one and at the search', async () => {
    const { page, errors } = await atFirstQuestion(open, await brokenForm());
    const why = 'the page may not run its own script';
    await page.getByRole('button', { name: 'Add by hand' }).click();
    await page.getByLabel('Its words').fill('Any person may ask');
    await page.locator('.verdict.bad').getByText(`could not be looked up in the draft: ${why}`).waitFor();
    await page.getByRole('tab', { name: 'Search' }).click();
    await page.getByLabel('Words to find in the draft').fill('provider');
    await page.locator('search').getByText(`The draft could not be searched: ${why}`).waitFor();
    expect(await page.locator('search').getByText('found').count()).toBe(0);
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('button', { name: 'art. 3 Remedy' }).click();
    await page.getByRole('button', { name: 'Take art. 3' }).click();
    await page.getByText('Taken as evidence: art. 3. These words could not be looked up').waitFor();
    expect(errors.filter((each) => each.includes('Unhandled') || each.includes('may not run'))).toEqual([]);
  }, 60_000);
});
