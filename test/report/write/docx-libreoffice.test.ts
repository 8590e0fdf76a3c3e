import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../fixtures/bundled.ts';

const program = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);

// npm brings no office program along: these run wherever one is installed, and are listed as skipped where none is.
describe.runIf(program)('the Word document of the bill in LibreOffice', () => {
  let folder = '';
  let pages: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'compass-docx-'));
    const report = join(folder, 'bill.docx');
    const answers = join(root, 'examples', 'bill.answers.yaml');
    execFileSync(process.execPath, [join(root, 'bin', 'compass.js'), 'report', answers, '--output', report], { stdio: 'ignore' });
    // A profile of its own: an office that is open would take the file and convert nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const convert = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, report];
    // With a new profile it may ask to be started again instead.
    for (let tries = 0; tries < 2 && !existsSync(join(folder, 'bill.pdf')); tries++) spawnSync(program ?? '', convert);
    const pdf = await getDocumentProxy(new Uint8Array(await readFile(join(folder, 'bill.pdf'))));
    pages = (await extractText(pdf, { mergePages: false })).text;
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('becomes a document of some thirty pages, each with its number and the notice', () => {
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.length).toBeLessThan(40);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('An unofficial aid to judgement, not a certificate.');
    }
  });

  it('has the verdict and the whole chart on its first page, and the draft above every other', () => {
    expect(pages[0]).toContain('45.6 of 100: Weakly aligned.');
    expect(pages[0]).toContain('Each bar runs from 0 to 100.');
    for (const page of pages.slice(1)) expect(page).toContain('Online Platforms Accountability Bill, first reading');
  });

  it('repeats the head of a table that goes on over the page', () => {
    const heads = pages.join('\n').match(/Guiding question\s+Status\s+Notes/g);
    // Four steps have a table each.
    expect(heads?.length).toBeGreaterThan(4);
  });
});
