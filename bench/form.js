// Measures the page of `compass form` with a law of 200 pages (about 100,000 words) in Chromium: the time until the first question is
// painted, and the time from a key to the next paint, by the browser's Event Timing (in steps of 8 ms).
//   npm run build && node bench/form.js
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = 100_000;
const sentence = 'The duty of care in this law is narrow, and nobody checks whether it is kept. ';
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const folder = mkdtempSync(join(tmpdir(), 'compass-form-'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await opened();
  await page.getByRole('button', { name: 'Go through the answers' }).click();
  console.log('keys                               count   median      95 %     most');
  await measure(page, 'reasons, beside the passages', () => typeIn(page, '#reasons'));
  await page.getByRole('tab', { name: 'Outline' }).click();
  await measure(page, 'reasons, beside the whole outline', () => typeIn(page, '#reasons'));
  await page.getByRole('tab', { name: 'Score' }).click();
  await measure(page, 'reasons, beside the score', () => typeIn(page, '#reasons'));
  await page.getByRole('tab', { name: 'Questions' }).click();
  await page.getByRole('button', { name: 'Add by hand' }).click();
  await measure(page, 'a quote, looked up meanwhile', () => typeIn(page, '#evidence-quote'));
  await page.getByRole('tab', { name: 'Search' }).click();
  await measure(page, 'words to find in the draft', () => typeIn(page, '#search-words'));
  await page.locator('#heading').focus();
  await measure(page, 'levels', () => press(page, '0123'.repeat(8)));
  await measure(page, 'from question to question', () => press(page, 's'.repeat(30)));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function opened() {
  const draft = join(folder, 'law.md');
  const file = join(folder, 'form.html');
  writeFileSync(draft, longLaw());
  const form = ['form', join(root, 'examples', 'bill.answers.yaml'), '--draft', draft, '--output', file, '--quiet'];
  execFileSync(process.execPath, [join(root, 'bin', 'compass.js'), ...form], { stdio: ['ignore', 'ignore', 'ignore'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  const button = page.getByRole('button', { name: 'Go through the answers' });
  await button.waitFor();
  const painted = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  console.log(`${(readFileSync(file).length / 1000).toFixed(0)} kB, painted after ${painted.toFixed(0)} ms\n`);
  await page.evaluate(`
    globalThis.taken = [];
    new PerformanceObserver((list) => taken.push(...list.getEntries().filter(({ name }) => name === 'keydown').map(({ duration }) => duration)))
      .observe({ type: 'event', durationThreshold: 16 });`);
  return page;
}

/** Prints the milliseconds from a key to the next paint. Keys that took less than 16 are not reported by the browser. */
async function measure(page, name, act) {
  await page.evaluate('taken.length = 0');
  const count = await act();
  await page.waitForTimeout(800);
  const slow = await page.evaluate('taken');
  const taken = [...slow, ...Array(Math.max(0, count - slow.length)).fill(16)].sort((a, b) => a - b);
  const at = (share) => `${taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]} ms`.padStart(8);
  console.log(`${name.padEnd(34)} ${String(count).padStart(5)} ${at(0.5)}  ${at(0.95)} ${at(1)}`);
}

async function typeIn(page, field) {
  await page.locator(field).click();
  await page.keyboard.type(sentence, { delay: 40 });
  return sentence.length;
}

async function press(page, keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  return keys.length;
}

/** The articles of the bundled bill, repeated and renumbered. */
function longLaw() {
  const bill = readFileSync(join(root, 'examples', 'bill.md'), 'utf8');
  const articles = bill.match(/^### Article \d+ [\s\S]*?(?=^##|(?![\s\S]))/gm);
  const parts = [bill];
  let count = bill.split(/\s+/).length;
  for (let number = 101; count < words; number += 1) {
    const article = articles[number % articles.length].replace(/^### Article \d+/, `### Article ${number}`);
    parts.push(article);
    count += article.split(/\s+/).length;
  }
  return parts.join('\n');
}
