import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { readAnswersText } from '../../src/answers/answers-text.ts';
import { parseDraft } from '../../src/draft/read.ts';
import { draftEngine } from '../../src/form/draft/engine.ts';
import { docxReport, htmlReport, type ReportSource } from '../../src/form/report.ts';
import { homesOf } from '../../src/form/view/place.ts';
import { compass } from '../cli/run.ts';
import { bundledRubric, root, temporaryFolder } from '../fixtures/bundled.ts';

const examples = join(root, 'examples');
const { version } = packageJson;

/** What the page has after an answers file was opened in it. */
async function opened(fileName: string, draftName?: string): Promise<ReportSource> {
  const prepared = await bundledRubric();
  const text = await readFile(join(examples, fileName), 'utf8');
  const { assessment } = readAnswersText(text, fileName, prepared);
  if (draftName === undefined) return { prepared, payload: { version }, assessment, fileName, client: undefined };
  const draft = await parseDraft(await readFile(join(examples, draftName)), draftName);
  const payload = { version, draft: { text: draft, suggestions: {} } };
  return { prepared, payload, assessment, fileName, client: draftEngine(draft, {}) };
}

/** What `compass report` writes in the folder of the file. */
async function reported(fileName: string): Promise<{ html: string; docx: Buffer }> {
  const folder = await temporaryFolder();
  const files = [join(folder, 'report.html'), join(folder, 'report.docx')];
  await compass(['report', fileName, ...files.flatMap((file) => ['--output', file])], { cwd: examples });
  const [html, docx] = await Promise.all(files.map((file) => readFile(file)));
  return { html: String(html), docx: docx ?? Buffer.alloc(0) };
}

describe('the report of the page is that of compass report, byte for byte', () => {
  it.each([
    ['bill.answers.yaml', 'bill.md'],
    ['bill-v2.answers.yaml', 'bill-v2.md'],
    ['eu-csddd.answers.yaml', undefined],
  ])('%s with the draft %s', async (fileName, draftName) => {
    const source = await opened(fileName, draftName);
    const { html, docx } = await reported(fileName);
    expect((await htmlReport(source)) === html).toBe(true);
    expect(docx.equals(await docxReport(source))).toBe(true);
  });

  it('says that no quote was looked up, if the answers name a draft that the page lacks', async () => {
    const html = await htmlReport(await opened('bill.answers.yaml'));
    expect(html.includes('No quote was looked up. ./bill.md: this form was made without the text of the draft.')).toBe(true);
  });

  it('looks no quote up in the draft of the page, if the answers name another one', async () => {
    const source = await opened('bill.answers.yaml', 'bill-v2.md');
    const { sha256: _, ...draft } = source.assessment.draft;
    const html = await htmlReport({ ...source, assessment: { ...source.assessment, draft } });
    expect(html.includes('No quote was looked up. ./bill.md: this form was made with another draft.')).toBe(true);
  });

  it('says so, if the draft of the page is another text than the one that was assessed', async () => {
    const source = await opened('bill.answers.yaml', 'bill.md');
    const draft = { ...source.assessment.draft, sha256: 'a'.repeat(64) };
    const html = await htmlReport({ ...source, assessment: { ...source.assessment, draft } });
    expect(html.includes('The file is not the one that was assessed')).toBe(true);
  });

  it('calls every question and every red flag by the number that the page shows', async () => {
    const source = await opened('bill.answers.yaml', 'bill.md');
    const html = await htmlReport(source);
    const homes = [...homesOf(source.prepared).values()].filter(({ kind, item: { id } }) =>
      kind === 'flag' ? source.assessment.flags.get(id)?.present : true,
    );
    expect(homes.length).toBeGreaterThan(100);
    for (const { name, text } of homes)
      expect(html.includes(`${name} ${text.replaceAll("'", '&#39;')}`), `${name} ${text}`).toBe(true);
  });

  it('names the file of the draft only where the method is described', async () => {
    const html = await htmlReport(await opened('bill.answers.yaml', 'bill.md'));
    expect(html.split('./bill.md').length).toBe(2);
    expect(html.indexOf('./bill.md')).toBeGreaterThan(html.indexOf('Method and limits</h2>'));
  });
});
