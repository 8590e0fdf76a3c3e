import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromiumForTests, executablePath } from '../browser.ts';
import { atFirstQuestion, savedFile, smallForm } from './small-form.ts';

/** Selects words of the draft that is shown, as a mouse would. */
function select(page: Page, words: string): Promise<void> {
  return page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.getElementById('draft-pane'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(${JSON.stringify(words)});
      if (at < 0) continue;
      document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + ${words.length});
      return;
    }
    throw new Error('the draft does not show these words');
  })()`);
}

describe.runIf(executablePath)('a question in the form', () => {
  const open = chromiumForTests();

  it('says which marks a level lacks, and is saved only once they go together', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByLabel('anyone may ask').check();
    await page.getByText('1 mark: it allows level 1.').waitFor();
    await page.getByRole('radio', { name: '3 Companies' }).check();
    await page.getByText('Level 3 is not in your answers yet: it needs all 5 marks, 1 is ticked.').waitFor();
    await page.getByText('Your answers have no level yet.').waitFor();
    expect(await savedFile(page)).not.toMatch(/^ {4}level:/m);

    await page.getByRole('button', { name: 'Take level 1' }).click();
    expect(await page.getByRole('radio', { name: '1 Answering' }).isChecked()).toBe(true);
    expect(await page.getByText('is not in your answers yet').count()).toBe(0);
    expect(await savedFile(page)).toMatch(/level: 1\n {4}marks:\n {6}- anyone\n/);
  }, 60_000);

  it('can leave its marks open, or say that none is there', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('3');
    await page.getByText('You have not said which marks the text has: the level alone counts.').waitFor();
    await page.getByRole('button', { name: 'None of these' }).click();
    await page.getByText('These marks are not in your answers yet: level 3 needs all 5, 0 are ticked.').waitFor();
    await page.getByText('Your answers still have level 3 with the marks left open.').waitFor();
    await page.getByRole('button', { name: 'Leave the marks open' }).click();
    expect(await savedFile(page)).toMatch(/information: 3$/m);
  }, 60_000);

  it('needs a reason where it does not apply', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    const score = page.locator('.score-line');
    await page.getByRole('radio', { name: 'The question does not apply' }).check();
    await page.getByText('Without a reason this is not in your answers.').waitFor();
    expect(await score.textContent()).toContain('0 of 4 answered');
    await page.getByLabel('Why does it not apply?').fill('No company is in scope.');
    expect(await score.textContent()).toContain('0 of 3 answered');
    await page.getByRole('radio', { name: '2 Companies' }).check();
    expect(await score.textContent()).toContain('1 of 4 answered');
    expect(await page.getByLabel('Why does it not apply?').count()).toBe(0);
  }, 60_000);

  it('takes selected words as evidence, whole and with the label of their provision', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('button', { name: 'art. 2 Consultation' }).click();
    await select(page, 'onsult users before a deci');
    await page.getByRole('button', { name: 'Take the selected words as evidence (art. 2(1))' }).click();
    await page.getByText('Found word for word at art. 2(1)').waitFor();
    expect(await savedFile(page)).toMatch(/at: art\. 2\(1\)\n +quote: consult users before a decision\n/);
  }, 60_000);

  it('shows how a typed quote differs from the draft, and takes the words and the place of the draft', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByRole('button', { name: 'Add by hand' }).click();
    await page.getByLabel('Provision, for instance').fill('art. 3');
    await page.getByLabel('Its words').fill('Any person may ask a company how its service works.');
    await page.locator('.differences del', { hasText: 'company' }).waitFor();
    await page.getByRole('button', { name: "Take the draft's words" }).click();
    await page.getByText(', not at art. 3.').waitFor();
    await page.getByRole('button', { name: 'Cite art. 1' }).click();
    await page.getByText('Found word for word at art. 1').waitFor();
    expect(await page.getByLabel('Its words').inputValue()).toBe('Any person may ask a provider how its service works.');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Remove: art. 1' }).click();
    await page.getByText('No provision is named yet.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Edit: art. 1' }).waitFor();
  }, 60_000);

  it('goes on with the same piece of evidence after a field of it was emptied', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    for (const label of ['art. 1', 'art. 3']) {
      await page.getByRole('button', { name: 'Add by hand' }).click();
      await page.getByLabel('Provision, for instance').fill(label);
      await page.getByRole('button', { name: 'Done' }).click();
    }
    await page.getByRole('button', { name: 'Edit: art. 1' }).click();
    await page.getByLabel('Provision, for instance').fill('');
    await page.getByRole('button', { name: 'Edit: art. 3' }).waitFor();
    await page.getByLabel('Provision, for instance').pressSequentially('art. 2(1)');
    expect(await savedFile(page)).toMatch(/- at: art\. 2\(1\)\n +- at: art\. 3\n/);
    await page.getByLabel('Provision, for instance').fill('');
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.locator('.pieces li').count()).toBe(1);
    await page.getByRole('button', { name: 'Edit: art. 3' }).waitFor();
  }, 60_000);

  it('shows markup in a draft and in answers as text', async () => {
    const { page, errors } = await atFirstQuestion(open, (await smallForm()).file);
    const markup = '<img src="x" onerror="document.title = \'hacked\'">';
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('button', { name: 'art. 2 Consultation' }).click();
    await page.getByText('onerror=').waitFor();
    await page.getByRole('button', { name: 'Take art. 2(2)' }).click();
    await page.getByLabel('Reasons').fill(markup);
    await page.getByRole('button', { name: 'About' }).click();
    await page.getByLabel('Title of the draft').fill(markup);
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByText('onerror=').first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await frame.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('hacked');
    expect(errors).toEqual([]);
  }, 60_000);

  it('undoes and redoes an answer, and what was typed at once', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('2');
    await page.getByLabel('Reasons').pressSequentially('Because of Article 1.');
    await page.locator('#heading').focus();
    await page.keyboard.press('Control+z');
    expect(await page.getByLabel('Reasons').inputValue()).toBe('');
    await page.keyboard.press('Control+z');
    expect(await page.getByRole('radio', { name: '2 Companies' }).isChecked()).toBe(false);
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+y');
    expect(await page.getByLabel('Reasons').inputValue()).toBe('Because of Article 1.');
    expect(await page.getByRole('radio', { name: '2 Companies' }).isChecked()).toBe(true);
  }, 60_000);

  it('looks a quote up again when the draft gets another title, since a citation may name it', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByRole('button', { name: 'Add by hand' }).click();
    await page.getByLabel('Provision, for instance').fill('Digital Clarity Act, art. 3');
    await page.getByLabel('Its words').fill('Users may sue a provider before any civil court.');
    await page.getByText('The evidence names another act').waitFor();
    const renamed = (await savedFile(page)).replace('title: Rights of Users Act', 'title: Digital Clarity Act');
    await page.evaluate('delete globalThis.showOpenFilePicker');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open…' }).click();
    await (await chooser).setFiles([{ name: 'law.answers.yaml', mimeType: 'application/yaml', buffer: Buffer.from(renamed) }]);
    await page.getByText('Found word for word at art. 3').waitFor();
  }, 60_000);

  it('is searched for in the draft from where passages are offered, by one’s own words or those of the rubric', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByLabel('Words to find in the draft').fill('court');
    await page.keyboard.press('Enter');
    await page.getByText('1 passage found.').waitFor();
    expect(await page.getByRole('tab', { name: 'Search' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.evaluate('document.activeElement.id')).toBe('search-words');
    await page.getByRole('tab', { name: 'Passages' }).click();
    expect(await page.getByLabel('Words to find in the draft').inputValue()).toBe('court');
    await page.getByText('Words that drafts use for this').click();
    await page.getByRole('button', { name: 'Find in the draft: request' }).click();
    expect(await page.getByLabel('Words to find in the draft').inputValue()).toBe('request');
  }, 60_000);
});
