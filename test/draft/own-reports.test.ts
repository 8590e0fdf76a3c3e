import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/read.ts';

const golden = (name: string): Buffer => readFileSync(new URL(`../golden/${name}`, import.meta.url));
const refusal = { problems: [{ code: 'draft-is-answers' }] };

describe('a report of compass is refused as a draft, because it has the quotes of the answers', () => {
  it.each([
    ['bill.md', 'report.md'],
    ['bill.md', 'report.txt'],
    ['bill.html', 'report.html'],
    ['bill.sarif', 'report.txt'],
    ['bill.csv', 'report.csv'],
    ['panel.md', 'panel.md'],
    ['panel.html', 'panel.html'],
  ])('%s as %s', async (file, name) => {
    await expect(parseDraft(golden(file), name)).rejects.toMatchObject(refusal);
  });

  it('as a Word file', async () => {
    const document = golden('bill.docx.xml');
    await expect(parseDraft(zipSync({ 'word/document.xml': document }), 'report.docx')).rejects.toMatchObject(refusal);
  });

  it.each([
    'Rubric: UNGPs Compass 1.0.2, sha256:d8c0. Made\nwith ungps-compass 0.1.0 from bill.answers.yaml.',
    'UNGPs Compass 1.0.2 (sha256:d8c0b390554b). An unofficial aid.',
    'That a quote stands in the draft does not\nshow that it supports the answer.',
    'These are places to look, not answers: read each provision before you rely on it.',
    'compass compares the words of the two texts. Whether an answer still holds is for the reviewer to decide.',
  ])('copied into another file: %j', async (text) => {
    await expect(parseDraft(strToU8(`Article 1\n\nA provider shall act.\n\n${text}\n`), 'law.txt')).rejects.toMatchObject(
      refusal,
    );
  });

  it('but not a law that speaks of a compass, of answers and of digests', async () => {
    const law =
      'Article 1\n\nA compass made with care shall show north. The register keeps the digest (sha256) of each answer.\n';
    expect((await parseDraft(strToU8(law), 'law.txt')).provisions).toHaveLength(1);
  });
});
