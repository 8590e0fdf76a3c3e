import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { compass } from '../cli/run.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';

/** Chromium on this machine; undefined if there is none: npm brings no browser along. */
export const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** A page that is open in Chromium, and what happened in it so far. */
export interface OpenPage {
  readonly page: Page;
  /** The addresses that were asked for, that of the page first. */
  readonly requests: readonly string[];
  /** Errors and warnings of the console, and errors that nobody caught. */
  readonly errors: readonly string[];
}

/**
 * Starts Chromium before the tests of a `describe` and closes it after them.
 * @returns opens a file in a browser of its own, with its own storage, which is closed after the test
 */
export function chromiumForTests(): (file: string, options?: BrowserContextOptions) => Promise<OpenPage> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: quiet });
  }, 60_000);
  afterAll(() => browser?.close());
  return async (file, options = {}) => {
    if (!browser) throw new Error('Chromium has not started');
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const [requests, errors]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
    });
    await page.goto(pathToFileURL(file).href);
    return { page, requests, errors };
  };
}

/**
 * Runs `compass form` with these arguments.
 * @returns the file that it wrote, in a folder that is deleted after the test
 */
export async function writtenForm(...args: readonly string[]): Promise<string> {
  const file = join(await temporaryFolder(), 'form.html');
  const { code, stderr } = await compass(['form', ...args, '--output', file]);
  if (code !== 0) throw new Error(`compass form: ${stderr}`);
  return file;
}
