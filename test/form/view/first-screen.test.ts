import { describe, expect, it } from 'vitest';
import { chromiumForTests, executablePath } from '../browser.ts';
import { atFirstQuestion, savedFile, smallForm } from './small-form.ts';

describe.runIf(executablePath)('the first screen of the form', () => {
  const open = chromiumForTests();

  it('says how much there is to answer, and which file to send', async () => {
    const { page } = await open((await smallForm()).file);
    await page.getByText('4 questions, 1 red flag, 1 question on the steps (not scored).').waitFor();
    await page.getByText('Send law.answers.yaml to whoever asked you: form.html does not contain your answers.').waitFor();
  }, 60_000);

  it('asks for the title at its field, and for a date in the right form', async () => {
    const { page } = await open((await smallForm()).file);
    await page.getByRole('button', { name: 'Begin with the first question' }).click();
    await page.getByRole('alert').getByText('Please type the title of the draft first.').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('fact-title');
    const date = page.getByLabel('Date of the draft');
    await date.pressSequentially('31 March');
    expect(await page.getByText('year, month, day').count()).toBe(0);
    await date.blur();
    await page.getByRole('alert').getByText('The date is written as 2026-03-31').waitFor();
    await date.fill('2026-03-31');
    expect(await page.getByText('year, month, day').count()).toBe(0);
  }, 60_000);

  it('goes on with the question where the reviewer stopped, if it has no answer', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('1');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'About' }).click();
    await page.getByRole('button', { name: 'Continue with the next open question' }).click();
    expect(await page.locator('#heading').textContent()).toBe('Must companies consult the people affected?');
  }, 60_000);

  it('asks before it begins again, and brings the answers that were there back', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'About' }).click();
    await page.getByRole('button', { name: 'Begin again' }).click();
    const dialog = page.getByRole('dialog', { name: 'Begin again' });
    await dialog.getByText('Yours are not lost').waitFor();
    await dialog.getByRole('button', { name: 'Go on with these answers' }).click();
    expect(await page.locator('.score-line').textContent()).toContain('1 of 4 answered');
    await page.getByRole('button', { name: 'Begin again' }).click();
    await dialog.getByRole('button', { name: 'Begin again' }).click();
    await expect.poll(() => page.locator('.score-line').textContent()).toContain('0 of 4 answered');
    await expect
      .poll(() => page.locator('.copies li > p:first-child').allTextContents())
      .toEqual([expect.stringMatching(/^Rights of Users Act 1 of 4 questions answered \(until .+\)$/)]);
    await page.getByRole('button', { name: 'Bring back: Rights of Users Act' }).click();
    await expect.poll(() => page.locator('.score-line').textContent()).toContain('1 of 4 answered');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.score-line').textContent()).toContain('0 of 4 answered');
  }, 60_000);

  it('is one of the screens that the Back button of the browser goes through', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('1');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.evaluate('history.back()');
    await expect.poll(() => page.locator('#heading').textContent()).toBe('Must companies consult the people affected?');
    await page.evaluate('history.back()');
    await expect.poll(() => page.locator('#heading').textContent()).toContain('Do people have a right to know');
    await page.evaluate('history.back()');
    await page.getByRole('heading', { name: 'Where you stand' }).waitFor();
    await page.evaluate('history.forward()');
    await expect.poll(() => page.locator('#heading').textContent()).toContain('Do people have a right to know');
    expect(await page.getByRole('radio', { name: '1 Answering' }).isChecked()).toBe(true);
  }, 60_000);
});

describe.runIf(executablePath)('a question of the form', () => {
  const open = chromiumForTests();

  it('keeps its help open from question to question, and after the page was closed', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    const isOpen = (): Promise<unknown> => page.evaluate('document.getElementById("help").open');
    expect(await isOpen()).toBe(false);
    await page.keyboard.press('?');
    await page.keyboard.press('s');
    expect(await isOpen()).toBe(true);
    await page.reload();
    await page.getByRole('button', { name: /^(Begin with|Continue)/ }).click();
    expect(await isOpen()).toBe(true);
  }, 60_000);

  it('says what other law in force gives, once a level is chosen for it', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.keyboard.press('1');
    await page.getByText('Other law in force (elsewhere)').click();
    await page.getByLabel('The other law').fill('Courts Act');
    await page.getByText('Choose a level first').waitFor();
    await page.getByText('Saved in this browser.').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.keyboard.press('b');
    await expect.poll(() => page.getByLabel('The other law').inputValue()).toBe('Courts Act');
    await page.getByRole('group', { name: 'Level with other law' }).getByRole('radio', { name: '3 Companies' }).check();
    await page.getByLabel('Where that law says it').fill('sec. 12');
    expect(await savedFile(page)).toMatch(/elsewhere:\n +level: 3\n +law: Courts Act\n +at: sec\. 12\n/);
    expect(await page.locator('.score-line').textContent()).toContain('1 of 4 answered');
  }, 60_000);

  it('takes a provision with all that is in it as one piece, in the draft’s order, and shows what is taken', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('button', { name: 'art. 3 Remedy' }).click();
    await page.getByRole('button', { name: 'Take art. 3' }).click();
    await page.getByText('Taken as evidence: art. 3, found word for word.').waitFor();
    expect(await page.locator('mark.taken').allTextContents()).toEqual(['Users may sue a provider before any civil court.']);
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('button', { name: 'art. 2 Consultation' }).click();
    await page.getByRole('button', { name: 'Take art. 2 with 1. to 2.' }).click();
    await expect.poll(() => page.locator('.pieces .at').allTextContents()).toEqual(['art. 2', 'art. 3']);
    await page.getByText('Found at art. 2').waitFor();
    expect(await page.locator('mark.taken').count()).toBe(2);
  }, 60_000);

  it('is left by Escape where one types, and the rules are one key away', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByLabel('Reasons').focus();
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('heading');
  }, 60_000);
});
