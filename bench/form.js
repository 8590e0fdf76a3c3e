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
  const file = writtenForm();
  const rows = new Map();
  // The least of three rounds: other programs make single keys slow.
  for (let round = 0; round < 3; round += 1) await measureAll(await opened(file), rows);
  console.log('keys                               count   median      95 %     most');
  for (const [name, { count, taken }] of rows)
    console.log(`${name.padEnd(34)} ${String(count).padStart(5)} ${taken.map((each) => `${each} ms`.padStart(8)).join('  ')}`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

function writtenForm() {
  const draft = join(folder, 'law.md');
  const file = join(folder, 'form.html');
  writeFileSync(draft, longLaw());
  const form = ['form', join(root, 'examples', 'bill.answers.yaml'), '--draft', draft, '--output', file, '--quiet'];
  execFileSync(process.execPath, [join(root, 'bin', 'compass.js'), ...form], { stdio: ['ignore', 'ignore', 'ignore'] });
  console.log(`${(readFileSync(file).length / 1000).toFixed(0)} kB`);
  return file;
}

async function opened(file) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(pathToFileURL(file).href);
  await page.getByRole('button', { name: 'Go through the answers' }).click();
  const painted = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  console.log(`painted after ${painted.toFixed(0)} ms`);
  await page.evaluate(`
    globalThis.taken = [];
    new PerformanceObserver((list) => taken.push(...list.getEntries().filter(({ name }) => name === 'keydown').map(({ duration }) => duration)))
      .observe({ type: 'event', durationThreshold: 16 });`);
  return page;
}

/** Clicks by id: finding an element by its role looks at the whole page, which is measured too. */
async function measureAll(page, rows) {
  const row = (name, act) => measure(page, rows, name, act);
  await row('reasons, beside the passages', () => typeIn(page, '#reasons'));
  await page.click('#tab-outline');
  await row('reasons, beside the whole outline', () => typeIn(page, '#reasons'));
  await page.click('#tab-score');
  await row('reasons, beside the score', () => typeIn(page, '#reasons'));
  await page.click('#tab-list');
  await page.click('#add-evidence');
  await row('a quote, looked up meanwhile', () => typeIn(page, '#evidence-quote'));
  await page.click('#tab-search');
  await row('words to find in the draft', () => typeIn(page, '#search-words'));
  await page.focus('#heading');
  await row('levels', () => press(page, '0123'.repeat(8)));
  await row('from question to question', () => press(page, 's'.repeat(30)));
  await page.context().close();
}

/** Keeps the milliseconds from a key to the next paint. Keys that took less than 16 are not reported by the browser. */
async function measure(page, rows, name, act) {
  await page.evaluate('taken.length = 0');
  const count = await act();
  await page.waitForTimeout(800);
  const slow = await page.evaluate('taken');
  const all = [...slow, ...Array(Math.max(0, count - slow.length)).fill(16)].sort((a, b) => a - b);
  const taken = [0.5, 0.95, 1].map((share) => all[Math.min(all.length - 1, Math.floor(share * all.length))]);
  const before = rows.get(name)?.taken ?? taken;
  rows.set(name, { count, taken: taken.map((each, index) => Math.min(each, before[index])) });
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
