import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { shownText } from '../fixtures/document-text.ts';
import { compass } from './run.ts';

const panel = join(root, 'test', 'fixtures', 'panel');

/** Each command that makes a document, and what any format of it says. */
const commands: readonly (readonly [args: readonly string[], facts: readonly string[]])[] = [
  [
    ['evidence', 'check', 'bill.answers.yaml'],
    ['bill.answers.yaml, quotes looked up in bill.md', '159 of 159 quotes'],
  ],
  [
    ['evidence', 'find', 'access-to-remedy.judicial', '--draft', 'bill.md'],
    ['access-to-remedy.judicial', 'art. 29(1)'],
  ],
  [
    ['evidence', 'rebase', 'bill.answers.yaml', '--draft', 'bill-v2.md', '--dry-run'],
    ['bill.answers.yaml, carried over to bill-v2.md', '65 moved', 'art. 30(1)'],
  ],
  [
    ['evidence', 'outline', 'bill.md'],
    ['chap. V', 'Remedies and enforcement', 'art. 29(1)'],
  ],
  [
    ['rubric', 'show'],
    ['UNGPs Compass', 'access-to-remedy.judicial', 'encryption'],
  ],
  [
    ['panel', panel],
    ['Panel on Online Platforms Accountability Bill', 'A. Reviewer', 'strict -0.24', '0.878'],
  ],
  [
    ['score', 'bill.answers.yaml', '--explain'],
    ['Online Platforms Accountability Bill', '0.6667', '/ 12 = 33.3'],
  ],
];

const starts = { txt: /^\S/, md: /^# /, html: /^<!doctype html>/, docx: /^PK/ };
const formats = { txt: 'terminal', md: 'markdown', html: 'html', docx: 'docx' };

describe.each(commands)('compass %j', (args, facts) => {
  it.each(['txt', 'md', 'html', 'docx'] as const)('makes a .%s, by the ending of its output', async (ending) => {
    const cwd = await temporaryFolder();
    for (const file of ['bill.answers.yaml', 'bill.md', 'bill-v2.md']) await cp(join(root, 'examples', file), join(cwd, file));
    const { code, stdout, stderr } = await compass([...args, '--output', `report.${ending}`], { cwd });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`Written to report.${ending}`);
    const bytes = await readFile(join(cwd, `report.${ending}`));
    expect(bytes.toString('latin1')).toMatch(starts[ending]);
    const text = shownText(formats[ending], ending === 'docx' ? new Uint8Array(bytes) : bytes.toString());
    for (const fact of facts) expect(text).toContain(fact);
    expect(await readFile(join(cwd, 'bill.answers.yaml'))).toEqual(await readFile(join(root, 'examples', 'bill.answers.yaml')));
  });
});

describe('compass evidence rebase --output', () => {
  async function workplace(): Promise<string> {
    const cwd = await temporaryFolder();
    for (const file of ['bill.answers.yaml', 'bill.md', 'bill-v2.md']) await cp(join(root, 'examples', file), join(cwd, file));
    return cwd;
  }
  const rebase = ['evidence', 'rebase', 'bill.answers.yaml', '--draft', 'bill-v2.md'];

  it('tells the new answers file from reports by their endings', async () => {
    const cwd = await workplace();
    const outputs = ['--output', 'new.answers.yaml', '--output', 'changes.docx', '--output', 'changes.md'];
    const { code, stderr } = await compass([...rebase, ...outputs], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('Written to new.answers.yaml. To review them');
    expect(await readFile(join(cwd, 'new.answers.yaml'), 'utf8')).toContain('text: ./bill-v2.md');
    expect(await readFile(join(cwd, 'changes.md'), 'utf8')).toMatch(/^# bill\.answers\.yaml, carried over/);
    expect(await readFile(join(cwd, 'bill.answers.yaml'))).toEqual(await readFile(join(root, 'examples', 'bill.answers.yaml')));
  });

  it('takes one answers file, not two', async () => {
    const { code, stderr } = await compass([...rebase, '-o', 'a.answers.yaml', '-o', 'b.answers.yaml'], {
      cwd: await workplace(),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('b.answers.yaml: is the second answers file');
  });
});

describe('compass score --explain', () => {
  it.each([
    ['--format', 'csv'],
    ['--output', 'sums.json'],
  ])('is for people: %s %s is refused', async (...option) => {
    const { code, stderr } = await compass(['score', 'examples/bill.answers.yaml', '--explain', ...option]);
    expect(code).toBe(2);
    expect(stderr).toContain('--explain prints only');
  });
});
