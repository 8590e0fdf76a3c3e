import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compass } from '../../cli/run.ts';
import { temporaryFolder } from '../../fixtures/bundled.ts';
import { chromiumForTests, executablePath } from '../browser.ts';
import { atFirstQuestion, savedFile, smallForm } from './small-form.ts';

/** Presses Tab until the element that has the focus contains these words, as its name or text. */
async function tabTo(page: Page, words: string): Promise<void> {
  const focused = `(({ ariaLabel, labels, textContent }) =>
    [ariaLabel, ...[...(labels ?? [])].map((label) => label.textContent), textContent].join(' '))(document.activeElement)`;
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (String(await page.evaluate(focused)).includes(words)) return;
  }
  throw new Error(`Tab does not lead to ${words}`);
}

describe.runIf(executablePath)('a reviewer with only a keyboard', () => {
  const open = chromiumForTests();

  it('answers a law from the first to the last question, and the saved file has the score that was shown', async () => {
    const { file, rubric } = await smallForm();
    const { page, errors } = await open(file);
    const { keyboard } = page;

    await tabTo(page, 'Title of the draft');
    await keyboard.type('Rights of Users Act');
    await tabTo(page, 'Begin with the first question');
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Do people have a right to know' }).waitFor();

    // The first question: a level, its marks, reasons, a passage of the draft, how sure.
    await keyboard.press('2');
    await keyboard.press('m');
    for (const mark of ['anyone may ask', 'answered in time', 'in a form']) {
      if (mark !== 'anyone may ask') await tabTo(page, mark);
      await keyboard.press('Space');
    }
    await keyboard.press('e');
    await keyboard.type('Article 1 gives the right to anyone.');
    await tabTo(page, 'no answer');
    await keyboard.press('ArrowLeft');
    await tabTo(page, 'Take as evidence: art. 1');
    await keyboard.press('Enter');
    await page.getByText('Found word for word at art. 1').waitFor();

    // The second: it does not apply. The third: typed evidence. The fourth: a plain level.
    await keyboard.press('s');
    await keyboard.press('n');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('not-applicable-reason');
    await keyboard.type('Consultation has a law of its own.');
    await tabTo(page, 'Next');
    await keyboard.press('Enter');
    await keyboard.press('1');
    await keyboard.press('t');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('evidence-at');
    await keyboard.type('art. 3');
    await keyboard.press('Tab');
    await keyboard.type('Users may sue a provider before any civil court.');
    await page.getByText('Found word for word at art. 3').waitFor();
    await tabTo(page, 'Done');
    await keyboard.press('Enter');
    await keyboard.press('s');
    await keyboard.press('3');

    // The step and the red flag.
    await keyboard.press('s');
    await keyboard.press('p');
    await keyboard.press('s');
    await keyboard.press('n');

    await expect.poll(() => page.locator('.score-line').textContent()).toMatch(/3 of 3 answered$/);
    const shown = /Score ([\d.]+),/.exec((await page.locator('.score-line').textContent()) ?? '')?.[1];
    const text = await savedFile(page);
    const answers = join(await temporaryFolder(), 'law.answers.yaml');
    await writeFile(answers, text);
    const { stdout } = await compass(['score', answers, '--rubric', rubric, '--format', 'json']);
    const [assessment] = JSON.parse(stdout).assessments;
    expect(assessment.score.toFixed(1)).toBe(shown);
    expect(assessment).toMatchObject({ answered: 3, notApplicable: 1, flagsChecked: 1 });
    expect(text).toContain('Article 1 gives the right to anyone.');
    expect(text).toContain('confidence: high');
    expect(errors).toEqual([]);
  }, 90_000);

  it('types digits and letters into fields without answering, and can turn single keys off', async () => {
    const { file } = await smallForm();
    const { page } = await atFirstQuestion(open, file);
    await page.getByLabel('Reasons').fill('');
    await page.keyboard.type('s 3 n');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
    expect(await page.getByLabel('Reasons').inputValue()).toBe('s 3 n');

    await page.getByRole('button', { name: 'Keyboard' }).click();
    await page.getByLabel('Use single-key shortcuts').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('3');
    await page.keyboard.press('s');
    expect(await page.locator('#heading').textContent()).toContain('Do people have a right to know');
    expect(await page.getByRole('radio', { name: '3 Companies' }).isChecked()).toBe(false);

    await page.reload();
    await page.getByRole('button', { name: 'Keyboard' }).click();
    expect(await page.getByLabel('Use single-key shortcuts').isChecked()).toBe(false);
  }, 60_000);

  it('has the focus on the heading of the item that was gone to', async () => {
    const { file } = await smallForm();
    const { page } = await atFirstQuestion(open, file);
    await page.keyboard.press('s');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('heading');
    expect(await page.locator(':focus').textContent()).toBe('Must companies consult the people affected?');
    await page.keyboard.press('b');
    await expect
      .poll(() => page.locator(':focus').textContent())
      .toBe('Do people have a right to know how a company deals with its impacts?');
  }, 60_000);

  it('has the same keys on a keyboard with Arabic or Cyrillic letters, and its digits', async () => {
    const { file } = await smallForm();
    const { page } = await atFirstQuestion(open, file);
    const press = (key: string, code: string) =>
      page.evaluate(`document.body.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ key, code, bubbles: true })}))`);
    const title = () => page.locator('#question-pane h2').textContent();
    const first = await title();
    await press('٢', 'Digit2');
    await page.getByRole('radio', { checked: true }).first().waitFor();
    await press('س', 'KeyS');
    await expect.poll(title).not.toBe(first);
    await press('и', 'KeyB');
    await expect.poll(title).toBe(first);
  });
});
