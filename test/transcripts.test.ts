// Checks that the transcripts in README.md and docs/ are what compass prints at 80 columns. A line `...` stands for omitted lines.
import { execFile } from 'node:child_process';
import { chmod, copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { enter, Person } from './cli/terminal.ts';
import { root, temporaryFolder } from './fixtures/bundled.ts';

const run = promisify(execFile);

/** The fenced code blocks without a language or with `console`, as lines. */
function blocksOf(markdown: string): string[][] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)\n```$/gm)]
    .filter(([, language]) => language === '' || language === 'console')
    .map(([, , text]) => (text ?? '').split('\n'));
}

function isCommand(line: string): boolean {
  return line.startsWith('$ ');
}

/** The output of a command in a shell that is 80 columns wide. */
async function printed(command: string, cwd = root): Promise<string[]> {
  const bin = await temporaryFolder();
  await writeFile(join(bin, 'compass'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin', 'compass.js')}" "$@"\n`);
  await chmod(join(bin, 'compass'), 0o755);
  const env = { PATH: `${bin}:${process.env['PATH']}`, COLUMNS: '80' };
  const { stdout } = await run('bash', ['-c', command], { cwd, env }).catch((error: { stdout: string }) => error);
  return linesOf(stdout);
}

function linesOf(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}

/** Checks that a transcript matches the output. Each line `...` matches any number of lines. */
function expectTranscript(shown: readonly string[], output: readonly string[]): void {
  const gap = shown.indexOf('...');
  if (gap === -1) {
    expect(output).toEqual(shown);
    return;
  }
  const rest = shown.slice(gap + 1);
  expect(output.slice(0, gap)).toEqual(shown.slice(0, gap));
  if (rest.length === 0) return;
  const found = output.indexOf(rest[0] ?? '', gap);
  expect(found, `"${rest[0]}" is not printed`).not.toBe(-1);
  expectTranscript(rest, output.slice(found));
}

/** The screen of an interview that asks the second question of the last feature, with all questions before it answered. */
async function nextQuestion(): Promise<string[]> {
  const folder = await temporaryFolder();
  const whole = await readFile(join(root, 'examples', 'bill.answers.yaml'), 'utf8');
  const answered = whole.slice(0, whole.indexOf('  access-to-remedy.burden:')).replace('  text: ./bill.md\n', '');
  await writeFile(join(folder, 'bill.answers.yaml'), answered);
  const person = new Person(['assess', 'bill.answers.yaml'], folder);
  await person.types(enter, 'What next?');
  await person.sees('q stop');
  const lines = person.screen().map((line) => line.trimEnd());
  person.kill('SIGKILL');
  return lines;
}

/** The output of `evidence check` for a quote with one word changed. */
async function changedQuote(): Promise<string[]> {
  const folder = await temporaryFolder();
  const answers = await readFile(join(root, 'examples', 'bill.answers.yaml'), 'utf8');
  await writeFile(
    join(folder, 'bill.answers.yaml'),
    answers.replace('quote: "may bring proceedings', 'quote: "shall bring proceedings'),
  );
  await copyFile(join(root, 'examples', 'bill.md'), join(folder, 'bill.md'));
  const lines = await printed('compass evidence check bill.answers.yaml', folder);
  const start = lines.findIndex((line) => line.startsWith('NEAR'));
  return lines.slice(start, lines.indexOf('', start));
}

/** Transcripts without their command, by their first line. */
const withoutCommand: Readonly<Record<string, () => Promise<string[]>>> = {
  'Online Platforms Accountability Bill': () => printed('compass score examples/bill.answers.yaml'),
  'Clear provisions for access to remedy, question 2 of 9   no. 59 of 66': nextQuestion,
  'NEAR  access-to-remedy.judicial  art. 29(1)': changedQuote,
};

const readme = blocksOf(await readFile(join(root, 'README.md'), 'utf8'));

describe('README.md', () => {
  it('has the transcripts that are tested here', () => {
    const first = readme.map((block) => block[0] ?? '');
    expect(first.filter((line) => !isCommand(line))).toEqual(Object.keys(withoutCommand));
    expect(first.filter(isCommand).length).toBeGreaterThanOrEqual(6);
  });

  it.each(readme.map((block) => [block[0] ?? '', block] as const))(
    '%s',
    async (first, block) => {
      if (isCommand(first)) expectTranscript(block.slice(1), await printed(first.slice(2)));
      else expectTranscript(block, (await withoutCommand[first]?.()) ?? []);
    },
    20_000,
  );
});

describe('docs', async () => {
  const pages = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md'));
  const transcripts = await Promise.all(
    pages.map(async (page) => {
      const blocks = blocksOf(await readFile(join(root, 'docs', page), 'utf8'));
      // Commands alone are examples to be adapted.
      return blocks.filter((block) => isCommand(block[0] ?? '') && !block.every(isCommand)).map((block) => ({ page, block }));
    }),
  );

  it('a transcript shows what its command prints', async () => {
    for (const { page, block } of transcripts.flat()) {
      const [command = '', ...shown] = block;
      const output = await printed(command.slice(2));
      expect(() => expectTranscript(shown, output), page).not.toThrow();
    }
  });
});

describe('the comparison of a transcript', () => {
  const output = ['a', 'b', 'c', 'd', 'e'];

  it.each([[['a', 'b', 'c', 'd', 'e']], [['a', '...']], [['...', 'c', 'd', '...']], [['a', '...', 'd', 'e']], [['...', 'e']]])(
    '%j is a transcript of abcde',
    (shown) => expectTranscript(shown, output),
  );

  it.each([
    [['a', 'b']],
    [['b', '...']],
    [['...', 'd']],
    [['a', 'c', '...']],
    [['...', 'd', '...', 'c', '...']],
    [['a', '...', 'x']],
  ])('%j is not', (shown) => expect(() => expectTranscript(shown, output)).toThrow());
});
