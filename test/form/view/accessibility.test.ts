import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../../fixtures/bundled.ts';
import { chromiumForTests, executablePath, writtenForm } from '../browser.ts';
import { atFirstQuestion, smallForm } from './small-form.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const bill = ['examples/bill.answers.yaml', '--draft', 'examples/bill.md'];

/** What axe finds, and whether something is wider than the window. */
async function faultsOf(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)} })`)) as axe.AxeResults;
  const overflows = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect(found.passes.length).toBeGreaterThan(15);
  return [...found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), ...(overflows ? ['overflows'] : [])];
}

// A zoom of 200 % makes a window of 1280 by 900 as wide as one of 640.
const windows = [
  ['in a light window', { viewport: { width: 1280, height: 900 } }],
  ['dark and 320 pixels wide', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
  ['at a zoom of 200 %', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
] as const;

describe.runIf(executablePath)('the form for everybody, in a real Chromium', () => {
  const open = chromiumForTests();

  it.each(windows)(
    'axe finds nothing in the first screen, a question, the list, the score, the draft and the report: %s',
    async (_, window) => {
      const { page } = await open(await writtenForm(...bill), { ...window, bypassCSP: true });
      const isNarrow = window.viewport.width < 1000;
      const faults: Record<string, unknown> = {};
      const look = async (name: string): Promise<void> => void Object.assign(faults, { [name]: await faultsOf(page) });
      const show = async (pane: string): Promise<void> => {
        if (isNarrow) await page.getByRole('button', { name: pane, exact: true }).click();
      };
      // A narrow window has it in a menu.
      const press = async (name: string): Promise<void> => {
        await show('Menu');
        await page.getByRole('button', { name, exact: true }).click();
      };
      await look('first screen');
      await page.getByRole('button', { name: 'Go through the answers' }).click();
      await page.getByText('Found word for word').first().waitFor();
      await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
      await look('question');
      await show('List');
      await look('list');
      await page.getByRole('tab', { name: 'Score' }).click();
      await look('score');
      await show('Draft');
      for (const tab of ['Passages', 'Search', 'Outline', 'Text']) {
        await page.getByRole('tab', { name: tab }).click();
        await look(tab);
      }
      await press('Keyboard');
      await look('keys');
      await page.keyboard.press('Escape');
      await press('Report');
      await page.frameLocator('iframe').locator('.verdict').waitFor();
      await look('report');
      expect(Object.entries(faults).filter(([, found]) => (found as unknown[]).length > 0)).toEqual([]);
    },
    120_000,
  );

  it('axe finds nothing in marks that are not enough, in a quote that differs, and in a message', async () => {
    const { file } = await smallForm();
    const { page } = await atFirstQuestion(open, file, { bypassCSP: true });
    await page.keyboard.press('3');
    await page.getByLabel('anyone may ask').check();
    await page.getByRole('button', { name: 'Add by hand' }).click();
    await page.getByLabel('Its words').fill('Any person may ask a company how its service works.');
    await page.getByText('The draft has other words').waitFor();
    await page.evaluate('delete globalThis.showSaveFilePicker');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Dismiss' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  }, 60_000);

  // On a busy machine one tab may have noticed the other before it is typed in: then nothing is asked.
  it('axe finds nothing in a comparison of reviewers, and where two tabs answered the same question', {
    timeout: 60_000,
    retry: 2,
  }, async () => {
    const marks = join(root, 'test', 'fixtures', 'marks');
    const { page } = await open(await writtenForm('--rubric', join(marks, 'rubric')), { bypassCSP: true });
    await page.getByRole('button', { name: 'Compare reviewers' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open the reviewers’ files…' }).click();
    await (await chooser).setFiles(['ann', 'ben'].map((name) => join(marks, 'panel', `${name}.answers.yaml`)));
    await page.frameLocator('iframe').getByRole('heading', { name: 'Agreement' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'About' }).click();
    await page.getByLabel('Title of the draft').fill('Rights of Users Act');
    await page.getByText('Saved in this browser.').first().waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await Promise.all([page.getByLabel('Your name').fill('Mine'), other.getByLabel('Your name').fill('Theirs')]);
    await expect
      .poll(async () => (await page.getByRole('dialog').count()) + (await other.getByRole('dialog').count()))
      .toBeGreaterThan(0);
    expect(await faultsOf((await page.getByRole('dialog').count()) > 0 ? page : other)).toEqual([]);
  });

  it('a question is a form that a screen reader can read', async () => {
    const { file } = await smallForm();
    const { page } = await atFirstQuestion(open, file);
    await page.keyboard.press('3');
    await page.getByLabel('anyone may ask').check();
    await page.getByRole('button', { name: 'Take as evidence: art. 1' }).first().click();
    await page.getByText('Found word for word at art. 1').waitFor();
    await page.getByText('Saved in this browser.').first().waitFor();
    expect(await page.getByRole('article').ariaSnapshot()).toMatchInlineSnapshot(`
      "- article "Do people have a right to know how a company deals with its impacts?":
        - paragraph: 1.1 Engagement, question 1 of 2
        - heading "Do people have a right to know how a company deals with its impacts?" [level=2]
        - group: How to decide
        - group "Which level does the text reach?":
          - text: Which level does the text reach?
          - radio "0 No company has to tell anybody who asks."
          - text: 0 No company has to tell anybody who asks.
          - radio "1 Answering is voluntary, or a duty has fewer than three of the marks."
          - text: 1 Answering is voluntary, or a duty has fewer than three of the marks.
          - radio "2 Companies must answer, with at least three of the marks."
          - text: 2 Companies must answer, with at least three of the marks.
          - radio "3 Companies must answer, with all five marks." [checked]
          - text: 3 Companies must answer, with all five marks.
          - radio "The question does not apply Choose this only where the help of the question (\\"How to decide\\") names the case."
          - text: The question does not apply Choose this only where the help of the question ("How to decide") names the case.
          - paragraph: "Level 3 is in your answers, but not with these marks: see below."
          - paragraph:
            - button "Take the answer back"
        - group "Which of these does the text have?":
          - text: Which of these does the text have?
          - paragraph: "1 of 5 ticked. Needed: 3 for level 2, all 5 for level 3."
          - checkbox "anyone may ask" [checked]
          - text: anyone may ask
          - checkbox "answered in time and in full"
          - text: answered in time and in full
          - checkbox "in a form people understand"
          - text: in a form people understand
          - checkbox "on one product, service or decision"
          - text: on one product, service or decision
          - checkbox "refusals have narrow grounds, open to challenge"
          - text: refusals have narrow grounds, open to challenge
          - status:
            - paragraph:
              - strong: "These marks are not in your answers yet: level 3 needs all 5, 1 is ticked."
              - text: Your answers still have level 3 with the marks left open.
            - paragraph: "Not ticked:"
            - list:
              - listitem: answered in time and in full
              - listitem: in a form people understand
              - listitem: on one product, service or decision
              - listitem: refusals have narrow grounds, open to challenge
            - paragraph:
              - button "Take level 1"
              - button "Leave the marks open"
          - paragraph
        - text: Reasons
        - textbox "Reasons"
        - region "Evidence":
          - heading "Evidence" [level=3]
          - list:
            - listitem:
              - paragraph:
                - strong: art. 1
              - blockquote: Any person may ask a provider how its service works.
              - paragraph: Found word for word at art. 1, line 4.
              - paragraph:
                - 'button "Read in full: art. 1"': Read in full
                - 'button "Edit: art. 1"': Edit
                - 'button "Remove: art. 1"': Remove
          - paragraph:
            - button "Add by hand"
        - group "How sure are you? (confidence)":
          - text: How sure are you? (confidence)
          - radio "low"
          - text: low
          - radio "medium"
          - text: medium
          - radio "high"
          - text: high
          - radio "no answer" [checked]
          - text: no answer
        - group: Other law in force (elsewhere)
        - checkbox "Needs review"
        - text: Needs review
        - navigation "Other questions":
          - button "Previous"
          - button "Next"
          - button "Next open""
    `);
    expect(await page.getByRole('banner').ariaSnapshot()).toMatchInlineSnapshot(`
      "- banner:
        - heading "Rights of Users Act" [level=1]
        - paragraph:
          - button "Score 25.0 to 100.0, 1 of 4 answered"
        - status: Saved in this browser.
        - paragraph: Not saved in a file yet.
        - status: Level 3
        - button "Undo"
        - button "Redo" [disabled]
        - button "Save"
        - button "Save as…"
        - button "Open…"
        - button "Report"
        - button "Compare reviewers"
        - button "About"
        - button "Keyboard""
    `);
  }, 60_000);

  it('names the language of a draft that is not in that of the page', async () => {
    const draft = join(await temporaryFolder(), 'loi.md');
    const duty = "Toute personne peut demander au fournisseur d'expliquer le fonctionnement de son service et ses décisions.";
    await writeFile(
      draft,
      `## Article 1\nInformation\n${duty}\n\n## Article 2\nRecours\nToute personne peut saisir le tribunal.\n`,
    );
    const { page } = await open(await writtenForm('--draft', draft));
    await page.getByRole('button', { name: 'Do the duties attach' }).click();
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('button', { name: 'art. 1 Information' }).click();
    expect(await page.getByText(duty).locator('..').getAttribute('lang')).toBe('fr');
    await page.getByRole('button', { name: 'Take art. 1' }).click();
    expect(await page.getByRole('blockquote').getAttribute('lang')).toBe('fr');
    expect(await page.locator('#heading').getAttribute('lang')).toBe(null);
  }, 60_000);

  it('has one heading of the first level, and none is left out below it', async () => {
    const { page } = await open(await writtenForm(...bill));
    const levels = async (): Promise<number[]> =>
      (await page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].filter((each) => each.checkVisibility()).map(({ tagName }) => Number(tagName[1]))",
      )) as number[];
    for (const step of ['Go through the answers', 'Report']) {
      const found = await levels();
      expect(found.filter((level) => level === 1)).toHaveLength(1);
      expect(found.every((level, index) => index === 0 || level - (found[index - 1] ?? 0) <= 1)).toBe(true);
      await page.getByRole('button', { name: step, exact: true }).click();
    }
  }, 60_000);

  it('every control is at least 24 pixels high and wide', async () => {
    const { page } = await open(await writtenForm(...bill), { viewport: { width: 320, height: 640 } });
    await page.getByRole('button', { name: 'Go through the answers' }).click();
    await page.getByText('Found word for word').first().waitFor();
    // The whole line of a choice is the target, not only its box.
    const small =
      await page.evaluate(`[...document.querySelectorAll('button, select, summary, a, label.choice, input[type=text], textarea')]
      .filter((each) => each.checkVisibility() && !each.closest('.skip'))
      .filter((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 24)
      .map(({ outerHTML }) => outerHTML.slice(0, 100))`);
    expect(small).toEqual([]);
  }, 60_000);

  it('is laid out from right to left where the language is', async () => {
    const { page } = await open(await writtenForm(...bill));
    await page.evaluate("document.documentElement.dir = 'rtl'");
    await page.getByRole('button', { name: 'Go through the answers' }).click();
    const box = async (id: string): Promise<number> => (await page.locator(id).boundingBox())?.x ?? Number.NaN;
    const [list, question, draft] = await Promise.all(['#list-pane', '#question-pane', '#draft-pane'].map(box));
    expect([draft, question, list]).toEqual([draft, question, list].map(Number).sort((a, b) => a - b));
    expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(false);
  }, 60_000);
});
