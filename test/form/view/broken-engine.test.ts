import { describe, expect, it } from 'vitest';
import { chromiumForTests, executablePath } from '../browser.ts';
import { atFirstQuestion, brokenForm } from './small-form.ts';

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
