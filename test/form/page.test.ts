import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { languages } from '../../src/messages/languages.ts';
import { compass, compassProcess } from '../cli/run.ts';
import { bundledFolder, bundledRubric, changedRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { chromiumForTests, executablePath, writtenForm } from './browser.ts';
import { pageData } from './page-data.ts';

const bill = ['examples/bill.answers.yaml', '--draft', 'examples/bill.md'];
/** Milliseconds. It takes about 150 on an idle machine; the tests of other files run beside this one. */
const soon = 3000;

describe('the page of compass form', () => {
  it.each(languages)('has less than 700 kB without a draft, in %s', async (language) => {
    expect((await readFile(await writtenForm('--language', language))).length).toBeLessThan(700_000);
  });

  it('is the same bytes each time, in any time zone and locale', async () => {
    const folder = await temporaryFolder();
    const environments = [
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' },
      { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
    ];
    const pages = await Promise.all(
      environments.map(async (env, index) => {
        const file = join(folder, `${index}.html`);
        await compassProcess(['form', ...bill, '--output', file], { env });
        return readFile(file, 'utf8');
      }),
    );
    expect(pages[0]?.length).toBeGreaterThan(100_000);
    expect(pages[0] === pages[1]).toBe(true);
  });

  it('names no folder of the machine that it was made on', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'law.md'), 'Article 1\nScope\nThis Act applies to secrets.\n');
    const html = await readFile(await writtenForm('--draft', join(folder, 'law.md')), 'utf8');
    const data = JSON.stringify(pageData(html));
    expect(data).toContain('applies to secrets');
    expect(data).not.toContain(folder);
  });

  it('has a policy that allows its own scripts and styles, and nothing else', async () => {
    const html = await readFile(await writtenForm(...bill), 'utf8');
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const rules = policy.replaceAll('&#39;', "'").split('; ');
    const hashes = (text: string, pattern: RegExp) =>
      [...text.matchAll(pattern)].map(([, each = '']) => `'sha256-${createHash('sha256').update(each).digest('base64')}'`);
    const [engine, ...scripts] = [
      ...hashes(html, /<script type="text\/plain" id="draft-engine">(.*?)<\/script>/gs),
      ...hashes(html, /<script>(.*?)<\/script>/gs),
    ];
    const report = (await compass(['report', 'examples/bill.answers.yaml', '--format', 'html'])).stdout;
    // In the heads: the script has the words too.
    const heads = [html, report].map((page) => page.slice(0, page.indexOf('</head>')));
    const styles = heads.flatMap((head) => hashes(head, /<style>(.*?)<\/style>/gs));
    expect([scripts.length, styles.length]).toEqual([1, 2]);
    expect(rules).toEqual([
      "default-src 'none'",
      `script-src ${scripts.join(' ')} ${engine}`,
      `style-src ${styles.join(' ')}`,
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('keeps a text of a draft or of answers that looks like markup away from the parser', async () => {
    const folder = await temporaryFolder();
    const hostile = '</script><script>globalThis.ran = 1</script><!-- \u2028 <img src=x onerror=alert(1)>';
    await writeFile(join(folder, 'law.txt'), `Article 1\nScope\nThis Act applies to ${hostile} and to providers.\n`);
    const answers = { format: 'compass-answers/1', rubric: { id: 'ungps-compass', version: '2.0.0' }, draft: { title: hostile } };
    await writeFile(join(folder, 'law.answers.json'), JSON.stringify(answers));
    const html = await readFile(await writtenForm(join(folder, 'law.answers.json'), '--draft', join(folder, 'law.txt')), 'utf8');
    expect(html).not.toContain('globalThis.ran');
    const { draft, answers: begun } = pageData(html).payload;
    expect([JSON.stringify(draft?.text.provisions), begun.text].filter((text) => text.includes('globalThis.ran'))).toHaveLength(
      2,
    );
  });

  it('shows a title of a rubric as text, whatever it is', async () => {
    const title = '</title><script>document.title="hacked"</script>';
    const rubric = await changedRubric(bundledFolder, ['rubric.yaml', /^title: .*$/m, `title: '${title}'`]);
    const { stdout } = await compass(['form', '--rubric', rubric]);
    expect(stdout).toContain('<title>&lt;/title&gt;&lt;script&gt;document.title=');
    expect(stdout).not.toContain(title);
  });
});

describe.runIf(executablePath)('the page of compass form in a real Chromium', () => {
  const open = chromiumForTests();

  it('works from a disk without a network: it asks for nothing, and reports no error', async () => {
    const { page, requests, errors } = await open(await writtenForm(), { offline: true });
    const [question] = (await bundledRubric()).questions.values();
    await page
      .getByText(question?.question.text ?? '')
      .first()
      .waitFor({ timeout: soon });
    expect(requests.map((each) => each.replace(/^file:.*\//, ''))).toEqual(['form.html']);
    expect(errors).toEqual([]);
  });

  it('shows the first question soon, also beside a law of a hundred thousand words', async () => {
    const text = Array.from(
      { length: 1000 },
      (_, n) => `Article ${n + 1}\nDuty ${n}\n${'Each provider keeps a register. '.repeat(20)}\n`,
    );
    const law = join(await temporaryFolder(), 'law.txt');
    await writeFile(law, text.join('\n'));
    const { page } = await open(await writtenForm('--draft', law));
    const [question] = (await bundledRubric()).questions.values();
    await page
      .getByText(question?.question.text ?? '')
      .first()
      .waitFor();
    const painted = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
    expect(painted).toBeLessThan(soon);
  });

  it('runs no script, shows no style and fetches nothing that was put into it', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { page } = await open(await writtenForm(...bill));
    const attack = await readFile(join(root, 'test', 'form', 'attack.js'), 'utf8');
    const found = await page.evaluate(`${attack}attack("${address}")`);
    expect(found).toEqual({ ran: [], color: 'rgb(0, 0, 0)', fetched: 'refused', sent: 'refused' });
    expect(asked).toEqual([]);
  });
});
