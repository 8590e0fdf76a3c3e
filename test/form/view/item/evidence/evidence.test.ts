import { describe, expect, it } from 'vitest';
import { chromiumForTests, executablePath } from '../../../browser.ts';
import { atFirstQuestion, savedFile, smallForm } from '../../small-form.ts';

describe.runIf(executablePath)('a piece of evidence that is typed', () => {
  const open = chromiumForTests();

  it('takes nothing away that came in before the page was drawn again', async () => {
    const { page } = await atFirstQuestion(open, (await smallForm()).file);
    await page.getByRole('button', { name: 'Add by hand' }).click();
    await page.getByLabel('Provision, for instance').fill('art. 3');
    // Both in one task, as when another tab writes while one types.
    await page.evaluate(`(() => {
      [...document.querySelectorAll('button')].find((button) => button.getAttribute('aria-label')?.startsWith('Take as evidence: art. 1')).click();
      const field = document.getElementById('evidence-at');
      field.value = 'art. 3(1)';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()`);
    await expect.poll(() => page.locator('.pieces li').count()).toBe(2);
    const saved = await savedFile(page);
    expect(saved).toContain('at: art. 1');
    expect(saved).toContain('at: art. 3(1)');
  }, 60_000);
});
