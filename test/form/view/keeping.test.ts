import { describe, expect, it } from 'vitest';
import { chromiumForTests, executablePath } from '../browser.ts';
import { atFirstQuestion, brokenForm, fileOnDisk, savedFile, smallForm } from './small-form.ts';

describe.runIf(executablePath)('what the form says about the answers that it keeps', () => {
  const open = chromiumForTests();

  it('that the browser has every change, and whether the file has', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    const kept = page.locator('.kept p:not(.hidden)');
    await page.getByLabel('Reasons').fill('Because of Article 1.');
    await page.getByText('Saving in this browser…').waitFor();
    await expect.poll(() => kept.allTextContents()).toContain('Saved in this browser.');
    expect(await kept.allTextContents()).toContain('Not saved in a file yet.');
    await savedFile(page);
    await expect.poll(() => kept.allTextContents()).toContain('law.answers.yaml has every change.');
    await page.getByText('Send law.answers.yaml to whoever asked you: form.html does not contain your answers.').waitFor();
    await page.getByLabel('Reasons').fill('Because of Article 2.');
    await expect.poll(() => kept.allTextContents()).toContain('law.answers.yaml does not have your latest changes.');
  }, 60_000);

  it('that a storage is full, at once, until it is not', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByText('Saved in this browser.').first().waitFor();
    await page.evaluate(`Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); }`);
    await page.keyboard.press('1');
    await page.getByRole('alert').getByText('no room').waitFor();
    await expect
      .poll(() => page.locator('.kept p:not(.hidden)').allTextContents())
      .toContainEqual(expect.stringContaining('NOT saved in this browser.'));
    expect(await page.getByRole('radio', { name: '1 Answering' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('');
  }, 60_000);

  it('how to delete the browser’s copy, and that answers that are in no file are lost with it', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'About' }).click();
    await page.getByRole('button', { name: 'Delete the browser' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete the browser' });
    await dialog.getByText('No file has your latest changes: they will be lost.').waitFor();
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    expect(await page.locator('.score-line').textContent()).toContain('1 of 4 answered');
    await page.getByRole('button', { name: 'Delete the browser' }).click();
    await dialog.getByRole('button', { name: 'Delete the copy' }).click();
    await expect.poll(() => page.locator('.score-line').textContent()).toContain('0 of 4 answered');
    await page.reload();
    expect(await page.locator('.score-line').textContent()).toContain('0 of 4 answered');
  }, 60_000);

  it('shows the item that an undo changes, wherever the reviewer is', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('1');
    await page.keyboard.press('s');
    await page.keyboard.press('s');
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: 1.1').waitFor();
    expect(await page.locator('#heading').textContent()).toContain('Do people have a right to know');
    expect(await page.getByRole('radio', { name: '1 Answering' }).isChecked()).toBe(false);
  }, 60_000);

  it('hands out the report as a web page and as a Word file, under the name of the answers', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.frameLocator('iframe').getByText('Gap report: Rights of Users Act').first().waitFor();
    for (const [button, file] of [
      ['Save as a web page', 'law.html'],
      ['Save as a Word file', 'law.docx'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      expect((await download).suggestedFilename()).toBe(file);
    }
  }, 60_000);

  it('makes the report again when the answers get another file', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByText('law.answers.yaml').first().waitFor();
    await fileOnDisk(page, 'other.answers.yaml');
    await page.getByRole('button', { name: 'Save as…' }).click();
    await frame.getByText('other.answers.yaml').first().waitFor();
  }, 60_000);

  it('says that the report could not be made, and what to do', async () => {
    const { page } = await atFirstQuestion(open, await brokenForm());
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText('The report could not be made (Error: the page may not run its own script). Save your answers')
      .waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  }, 60_000);

  it('asks whose answer to keep where another program changed the file, until it is told', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    const disk = await fileOnDisk(page, 'law.answers.yaml');
    await page.getByLabel('Reasons').fill('As first saved.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved in law.answers.yaml.').waitFor();
    await disk.write((await disk.read()).replace('As first saved.', 'Theirs.'));
    await page.getByLabel('Reasons').fill('Mine.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Changed in the file' });
    await dialog.waitFor();
    for (let pressed = 0; pressed < 4; pressed += 1) await page.keyboard.press('Escape');
    await expect.poll(() => dialog.isVisible()).toBe(true);
    expect(await disk.read()).toContain('Theirs.');
    await dialog.getByRole('button', { name: 'Take the other' }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await page.getByLabel('Reasons').inputValue()).toBe('Theirs.');
  }, 60_000);

  it('when answers were replaced that it still keeps, so that people know which they are', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file, { timezoneId: 'UTC', locale: 'en-GB' });
    await page.clock.setFixedTime(new Date('2026-03-02T14:05:00Z'));
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'About' }).click();
    await page.getByRole('button', { name: 'Begin again…' }).click();
    await page.getByRole('button', { name: 'Begin again', exact: true }).click();
    await page
      .getByText(/Rights of Users Act +1 of 4 questions answered \(until (2 Mar|Mar 2,) 2026, (14:05|2:05.PM)\)/)
      .waitFor();
    await page.getByRole('button', { name: 'Bring back: Rights of Users Act' }).click();
    await expect.poll(() => page.locator('.score-line').textContent()).toContain('1 of 4 answered');
  }, 60_000);

  it('what to do with a file only where it was saved, not where another is opened', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    const text = await savedFile(page);
    const send = page.getByRole('status').getByText('to whoever asked you');
    await send.waitFor();
    await page.evaluate('delete globalThis.showOpenFilePicker');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open…' }).click();
    await (await chooser).setFiles([{ name: 'other.answers.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) }]);
    await page.getByText('other.answers.yaml is open').waitFor();
    expect(await send.count()).toBe(0);
  }, 60_000);
});
