import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compass } from '../../cli/run.ts';
import { root, temporaryFolder } from '../../fixtures/bundled.ts';
import { chromiumForTests, executablePath, writtenForm } from '../browser.ts';
import { atFirstQuestion, savedFile } from './small-form.ts';

/** Presses a digit at each item and goes on, until as many items are answered. */
async function answer(page: Page, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index += 1) {
    await page.keyboard.press(String(index % 3));
    await page.keyboard.press('s');
  }
}

describe.runIf(executablePath)('a whole law in the form', () => {
  const open = chromiumForTests();

  it('is answered by keyboard without a network, goes on after a reload, and scores as compass scores the saved file', async () => {
    const file = await writtenForm('--draft', join(root, 'examples', 'bill.md'));
    const { page, requests, errors } = await atFirstQuestion(open, file, { offline: true });
    const shown = async (): Promise<string> => (await page.locator('.score-line').textContent()) ?? '';
    await answer(page, 0, 30);
    await expect.poll(shown).toMatch(/30 of 66 answered/);
    await page.reload();
    await expect.poll(shown).toMatch(/30 of 66 answered/);
    await page.getByRole('button', { name: 'next open question' }).click();
    await answer(page, 30, 66);
    await expect.poll(shown).toMatch(/66 of 66 answered/);

    const text = await savedFile(page);
    const answers = join(await temporaryFolder(), 'law.answers.yaml');
    await writeFile(answers, text);
    const { stdout } = await compass(['score', answers, '--format', 'json', '--no-config', '--allow-outside-draft']);
    const [assessment] = JSON.parse(stdout).assessments;
    expect(assessment.answered).toBe(66);
    expect(await shown()).toContain(assessment.score.toFixed(1));
    expect(requests.every((address) => address.startsWith('file:') || address.startsWith('blob:'))).toBe(true);
    expect(errors).toEqual([]);
  }, 120_000);
});
