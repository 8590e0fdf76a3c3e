import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../fixtures/bundled.ts';
import { chromiumForTests, executablePath, writtenForm } from '../browser.ts';

const marks = join(root, 'test', 'fixtures', 'marks');
const files = ['ann', 'ben', 'cy'].map((name) => join(marks, 'panel', `${name}.answers.yaml`));

describe.runIf(executablePath)('several reviewers in the form', () => {
  const open = chromiumForTests();

  it('are compared, shown beside each question, and settled into one set of answers that can be undone', async () => {
    const { page, errors } = await open(await writtenForm('--rubric', join(marks, 'rubric')));
    await page.getByRole('button', { name: 'Compare reviewers' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open the reviewers’ files…' }).click();
    await (await chooser).setFiles(files);
    await page.frameLocator('iframe').getByRole('heading', { name: 'Agreement' }).waitFor();

    await page.getByText('Settle on one set of answers').click();
    await page.getByRole('radio', { name: 'take the lowest level' }).check();
    await page.getByRole('button', { name: 'Settle', exact: true }).click();
    await page.getByText('This page now has the settled answers').waitFor();
    expect(await page.getByLabel('Show', { exact: true }).inputValue()).toBe('review');
    await page.getByLabel('Go to a number').fill('1.1');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.panel-views li').allTextContents())
      .toEqual([expect.stringContaining('Ann'), expect.stringContaining('Ben'), expect.stringContaining('Cy')]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.score-line').textContent()).toContain('0 of 4 answered');
    expect(errors).toEqual([]);
  }, 60_000);

  it('can’t be compared with files of another rubric, and the page says why', async () => {
    const { page } = await open(await writtenForm('--rubric', join(marks, 'rubric')));
    await page.getByRole('button', { name: 'Compare reviewers' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open the reviewers’ files…' }).click();
    await (await chooser).setFiles(join(root, 'examples', 'bill.answers.yaml'));
    await page.getByRole('alert').getByText("These files can't be compared.").waitFor();
  }, 60_000);

  it('are gone after everything was deleted', async () => {
    const { page } = await open(await writtenForm('--rubric', join(marks, 'rubric')));
    await page.getByRole('button', { name: 'Compare reviewers' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open the reviewers’ files…' }).click();
    await (await chooser).setFiles(files);
    await page.locator('iframe').waitFor();
    await page.getByRole('button', { name: 'About' }).click();
    await page.getByRole('button', { name: 'Delete the browser' }).click();
    await page.getByRole('button', { name: 'Delete the copy' }).click();
    await page.getByRole('button', { name: 'Compare reviewers' }).click();
    await page.getByRole('button', { name: 'Open the reviewers’ files…' }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  }, 60_000);
});
