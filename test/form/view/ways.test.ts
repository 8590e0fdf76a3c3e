import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromiumForTests, executablePath } from '../browser.ts';
import { atFirstQuestion, smallForm } from './small-form.ts';

const heading = (page: Page): Promise<string | null> => page.locator('#heading').textContent();

describe.runIf(executablePath)('the ways through the form', () => {
  const open = chromiumForTests();

  it('a filter shows only what is open, unsure, marked for review or flagged, and Next goes through that', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    const listed = page.locator('#list-pane .entry');
    await page.keyboard.press('1');
    await page.getByRole('radio', { name: 'low' }).check();
    await page.getByLabel('Show', { exact: true }).selectOption('open');
    await expect.poll(() => listed.count()).toBe(5);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    expect(await heading(page)).toBe('Must companies consult the people affected?');
    await page.getByLabel('Needs review').check();
    await page.getByLabel('What to look at again').fill('Ask the ministry.');

    await page.getByLabel('Show', { exact: true }).selectOption('review');
    await expect.poll(() => listed.allTextContents()).toEqual([expect.stringContaining('needs review')]);
    await page.getByLabel('Show', { exact: true }).selectOption('unsure');
    await expect.poll(() => listed.allTextContents()).toEqual([expect.stringContaining('level 1, unsure')]);
    await page.getByLabel('Show', { exact: true }).selectOption('flagged');
    await page.getByText('Nothing to show here.').waitFor();
  }, 60_000);

  it('jumps to a number, or to words of a question', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('j');
    await page.keyboard.type('2.1');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page)).toBe('Can people harmed go to court?');
    await page.getByLabel('Go to a number').fill('bars court');
    await page.getByText('1 item found.').waitFor();
    await page.getByRole('button', { name: 'The draft bars people' }).click();
    await expect.poll(() => heading(page)).toBe('The draft bars people from going to court.');
    await page.getByLabel('Go to a number').fill('nothing of the kind');
    await page.getByText('0 items found.').waitFor();
  }, 60_000);

  it('goes to the next open item, from the last to the first again', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('s');
    await page.keyboard.press('1');
    await page.keyboard.press('b');
    await page.getByRole('button', { name: 'Next open' }).click();
    expect(await heading(page)).toBe('Can people harmed go to court?');
    await page.getByLabel('Go to a number').fill('f1');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Next open' }).click();
    expect(await heading(page)).toBe('Do people have a right to know how a company deals with its impacts?');
  }, 60_000);

  it('shows one column at a time in a narrow window, and comes back to the question', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file, { viewport: { width: 390, height: 800 } });
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    expect(await page.locator('#heading').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Take as evidence: art. 1' }).first().click();
    await page.getByRole('button', { name: 'Question', exact: true }).click();
    await page.getByText('Found word for word at art. 1').waitFor();
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.getByRole('button', { name: 'Must companies consult' }).click();
    expect(await page.locator('#heading').isVisible()).toBe(true);
  }, 60_000);

  it('a score of the list leads to the question that it is about', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByLabel('Go to a number').fill('2.1');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: '0 No way to a court.' }).check();
    await page.keyboard.press('b');
    await page.getByRole('button', { name: /^Score / }).click();
    const critical = page.getByRole('region', { name: 'Critical questions at the lowest level' });
    await critical.getByRole('button', { name: 'Can people harmed go to court?' }).click();
    await expect.poll(() => heading(page)).toBe('Can people harmed go to court?');
  }, 60_000);

  // On a busy machine one tab may have noticed the other before it is typed in: then nothing is asked.
  it('asks which answer to keep where two tabs answered the same question', { timeout: 60_000, retry: 2 }, async () => {
    const { file } = await smallForm();
    const { page } = await atFirstQuestion(open, file);
    await page.getByText('Saved in this browser.').first().waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: /^(Begin with|Continue)/ }).click();
    await Promise.all([page.getByLabel('Reasons').fill('Mine.'), other.getByLabel('Reasons').fill('Theirs.')]);
    await expect
      .poll(async () => (await page.getByRole('dialog').count()) + (await other.getByRole('dialog').count()))
      .toBeGreaterThan(0);
    const tab = (await page.getByRole('dialog').count()) > 0 ? page : other;
    expect(await tab.getByRole('dialog').textContent()).toMatch(/Mine\..*Theirs\.|Theirs\..*Mine\./s);
    await tab.getByRole('button', { name: 'Keep what is here' }).click();
    await expect.poll(() => tab.getByRole('dialog').count()).toBe(0);
    const kept = await tab.getByLabel('Reasons').inputValue();
    const rest = tab === page ? other : page;
    await expect.poll(() => rest.getByLabel('Reasons').inputValue()).toBe(kept);
  });
});
