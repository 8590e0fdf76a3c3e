import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { changedRubric, root, temporaryFolder } from '../../fixtures/bundled.ts';
import { type OpenPage, writtenForm } from '../browser.ts';

const steps = `id: scoping
title: Scoping
summary: What was looked at.
questions:
  - { id: evidence, text: Do the documents say what harm the law answers?, help: Read the memorandum., principles: [3] }
`;

const flags = `flags:
  - { id: immunity, text: The draft bars people from going to court., help: Look for bars., severity: severe, principles: [25] }
`;

/** A law that people may type anything into. */
const law = `# Rights of Users Act

## Article 1
Information
Any person may ask a provider how its service works. The provider answers within 30 days.

## Article 2
Consultation
1. Providers consult users before a decision.
2. Providers <img src="x" onerror="document.title = 'hacked'"> pay for it.

## Article 3
Remedy
Users may sue a provider before any civil court.
`;

/** A rubric with four questions, one question on a step and one red flag. */
export async function smallRubric(): Promise<string> {
  const folder = await changedRubric(join(root, 'test', 'fixtures', 'marks', 'rubric'));
  await mkdir(join(folder, 'steps'));
  await writeFile(join(folder, 'steps', 'scoping.yaml'), steps);
  await writeFile(join(folder, 'flags.yaml'), flags);
  await appendFile(join(folder, 'rubric.yaml'), 'steps: [scoping]\n');
  return folder;
}

export interface SmallForm {
  /** The page that `compass form` wrote. */
  readonly file: string;
  readonly rubric: string;
  readonly draft: string;
}

/** A page with the small rubric, the small law and no answers. */
export async function smallForm(): Promise<SmallForm> {
  const rubric = await smallRubric();
  const draft = join(await temporaryFolder(), 'law.md');
  await writeFile(draft, law);
  return { file: await writtenForm('--rubric', rubric, '--draft', draft), rubric, draft };
}

type Open = (file: string, options?: BrowserContextOptions) => Promise<OpenPage>;

/** Opens a new assessment at its first question. */
export async function atFirstQuestion(open: Open, file: string, options?: BrowserContextOptions): Promise<OpenPage> {
  const opened = await open(file, options);
  await opened.page.getByLabel('Title of the draft').fill('Rights of Users Act');
  await opened.page.getByRole('button', { name: 'Begin with the first question' }).click();
  return opened;
}

/** The answers file that Save makes, in a browser that can only download. */
export async function savedFile(page: Page): Promise<string> {
  await page.evaluate('delete globalThis.showSaveFilePicker');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  return readFile(await (await download).path(), 'utf8');
}

/**
 * A file on disk that the page saves in from now on, as in a browser that lets pages write files.
 * @returns reads the file, and writes it as another program does
 */
export async function fileOnDisk(
  page: Page,
  name: string,
): Promise<{ read: () => Promise<string>; write: (text: string) => Promise<void> }> {
  await page.evaluate(`(() => {
    globalThis.disk = { text: '' };
    const handle = {
      name: ${JSON.stringify(name)},
      getFile: async () => new File([disk.text], ${JSON.stringify(name)}),
      createWritable: async () => ({ write: async (text) => { disk.text = text; }, close: async () => {} }),
    };
    globalThis.showSaveFilePicker = async () => handle;
  })()`);
  return {
    read: () => page.evaluate('disk.text') as Promise<string>,
    write: (text) => page.evaluate(`disk.text = ${JSON.stringify(text)}`) as Promise<void>,
  };
}

/** A page whose engine runs neither in a worker nor in the page. */
export async function brokenForm(): Promise<string> {
  const { file } = await smallForm();
  const html = await readFile(file, 'utf8');
  const broken = html.replace(/(<script[^>]*id="draft-engine"[^>]*>)[\s\S]*?<\/script>/, '$1throw new Error("broken")</script>');
  if (broken === html) throw new Error('the page has no engine');
  await writeFile(file, broken);
  return file;
}
