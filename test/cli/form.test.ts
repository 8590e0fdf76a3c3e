import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { pageData } from '../form/page-data.ts';
import { compass } from './run.ts';
import { Person } from './terminal.ts';

const head = 'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\n';
const law = 'Article 1\nScope\nThis Act applies to providers.\n';

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

const form = (...args: readonly string[]) => compass(['form', ...args], { cwd });
const file = (name: string, text: string) => writeFile(join(cwd, name), text);
const written = async (name = 'form.html') => pageData(await readFile(join(cwd, name), 'utf8')).payload;

describe('compass form', () => {
  it('begins with the answers file, as it is on disk', async () => {
    const text = `${head}# a comment\nanswers:\n  value-chain.scope: 1\n`;
    await file('bill.answers.yaml', text);
    const { code, stdout, stderr } = await form('bill.answers.yaml', '--output', 'form.html');
    expect([code, stdout, stderr]).toEqual([0, '', 'Written to form.html\n']);
    expect((await written()).answers).toEqual({ name: 'bill.answers.yaml', text });
  });

  it('begins a new answers file, named after the draft', async () => {
    await file('bill.md', law);
    expect((await form('--output', 'form.html')).code).toBe(0);
    expect((await written()).answers).toEqual({ name: 'assessment.answers.yaml', text: head });
    await form('--draft', 'bill.md', '--output', 'form.html');
    expect((await written()).answers).toEqual({ name: 'bill.answers.yaml', text: head });
  });

  it('takes the answers file of the configuration, and one on standard input', async () => {
    await file('compass.config.yaml', 'format: compass-config/1\nfiles: [bill.answers.yaml]\n');
    await file('bill.answers.yaml', head);
    await form('--output', 'form.html', '--quiet');
    expect((await written()).answers.name).toBe('bill.answers.yaml');
    const { stdout } = await compass(['form', '-'], { cwd, input: `${head}# piped\n` });
    expect(pageData(stdout).payload.answers.text).toBe(`${head}# piped\n`);
  });

  it('writes to standard output if no file is named', async () => {
    const { code, stdout, stderr } = await form();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^<!doctype html>\n.*<\/html>\n$/s);
  });

  it('is not printed in a terminal', async () => {
    const person = new Person(['form'], cwd);
    await person.sees("html can't be shown in a terminal");
    await person.sees('name a file: --output FILE');
    expect(await person.exited).toBe(2);
  });

  it('puts the draft into the page: its provisions, and passages for each question', async () => {
    await file('bill.md', law);
    await form('--draft', 'bill.md', '--output', 'form.html');
    const { draft } = await written();
    expect(draft?.text.provisions.map(({ label, heading }) => [label, heading])).toEqual([['art. 1', 'Scope']]);
    expect(Object.keys(draft?.suggestions ?? {}).length).toBeGreaterThan(50);
  });

  it('takes the draft that the answers name', async () => {
    await file('bill.md', law);
    await file('bill.answers.yaml', `${head}draft: { text: ./bill.md }\n`);
    await form('bill.answers.yaml', '--output', 'form.html');
    expect((await written()).draft?.text.source).toBe('bill.md');
  });
});

describe('the draft that the answers will name', () => {
  it('is the file beside them if they are new: it is not known where they will be saved', async () => {
    await mkdir(join(cwd, 'laws'));
    await file('laws/bill.md', law);
    await form('--draft', 'laws/bill.md', '--output', 'form.html');
    const { draft } = await written();
    expect(draft?.link).toEqual({ text: './bill.md', sha256: draft?.text.sha256 });
  });

  it('is the path from the answers file if there is one', async () => {
    await mkdir(join(cwd, 'answers'));
    await file('answers/bill.answers.yaml', head);
    await file('bill.md', law);
    const { stderr } = await form('answers/bill.answers.yaml', '--draft', 'bill.md', '--output', 'form.html');
    expect((await written()).draft?.link?.text).toBe('../bill.md');
    expect(stderr).toContain('../bill.md is outside the folder of the answers file.');
  });

  it('stays as it is if they were made with another text, which is said', async () => {
    await file('bill.md', law);
    await file('bill.answers.yaml', `${head}draft: { text: ./bill.md, sha256: ${'a'.repeat(64)} }\n`);
    const { code, stderr } = await form('bill.answers.yaml', '--output', 'form.html');
    expect([code, (await written()).draft?.link]).toEqual([0, undefined]);
    expect(stderr).toContain('bill.md is not the text that was assessed.');
  });
});

describe('what has to be known about the draft is on standard error, and in the page', () => {
  it('how it was read', async () => {
    await file('bill.md', `${law}\n~~Article 2 is struck.~~\n`);
    const { code, stderr } = await form('--draft', 'bill.md', '--output', 'form.html');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^bill\.md: .*struck/);
    expect((await written()).draft?.text.reading.warnings.map((warning) => warning.code)).toEqual(['struck']);
  });

  it('that the one which the answers name can not be read: the page is written without it', async () => {
    await file('bill.answers.yaml', `${head}draft: { text: ./gone.md }\n`);
    const { code, stderr } = await form('bill.answers.yaml', '--output', 'form.html');
    expect([code, (await written()).draft]).toEqual([0, undefined]);
    expect(stderr).toContain('The text of the draft is not used: gone.md: there is no such file or folder.');
  });
});

describe('what can not be done is an error, and nothing is written', () => {
  it.each([
    [['--output', 'form.html', 'no.answers.yaml'], 'no.answers.yaml: there is no such file or folder'],
    [['--output', 'form.html', 'bad.answers.yaml'], 'bad.answers.yaml:4:22: level 9 is not one of 0..3 (value-chain.scope)'],
    [['--output', 'form.html', '--draft', 'no.md'], 'no.md: there is no such file or folder'],
    [['--output', 'form.html', 'away.answers.yaml'], 'away.answers.yaml:3:16: '],
    [['--output', 'form.html', 'good.answers.yaml', '--draft', 'good.answers.yaml'], 'good.answers.yaml: '],
    [['--output', 'form.docx'], 'form.docx: .docx is not a file extension that this command writes'],
    [['--format', 'docx'], 'compass form: there is no format docx'],
    [['--output', 'form.html', '--language', 'xx'], 'compass: --language must be one of en, '],
    [['--output', 'good.answers.yaml', 'good.answers.yaml'], 'good.answers.yaml: '],
    [['--output', 'bill.md', '--draft', 'bill.md'], 'bill.md: '],
    [['--output', 'named.md', 'named.answers.yaml'], 'named.md: '],
  ])('compass form %j', async (args, message) => {
    await file('good.answers.yaml', head);
    await file('bad.answers.yaml', `${head}answers:\n  value-chain.scope: 9\n`);
    await file('away.answers.yaml', `${head}draft: { text: ../../secret.md }\n`);
    await file('named.answers.yaml', `${head}draft: { text: ./named.md }\n`);
    await file('bill.md', law);
    await file('named.md', law);
    const before = await Promise.all((await readdir(cwd)).map((name) => readFile(join(cwd, name), 'utf8')));
    const { code, stdout, stderr } = await form(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(await Promise.all((await readdir(cwd)).map((name) => readFile(join(cwd, name), 'utf8')))).toEqual(before);
  });
});
