import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

const csddd = 'examples/eu-csddd.answers.yaml';
const bill = 'examples/bill.answers.yaml';
const fewer = ['--robustness', '--draws', '1000'];

async function blankFile(): Promise<string> {
  const file = join(await temporaryFolder(), 'blank.answers.yaml');
  await writeFile(file, 'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\n');
  return file;
}

describe('compass score --robustness', () => {
  it('says in words in which range the score lies, how often the band holds, and how it was drawn', async () => {
    const { code, stdout } = await compass(['score', csddd, '--robustness']);
    expect(code).toBe(0);
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toMatch(
      /If each weight were up to 25 % higher or lower, and the 6 answers given with low confidence one level off, the score would lie between 6\d\.\d and 6\d\.\d in nine cases of ten, and the band would be the same in 99 of 100\./,
    );
    expect(text).toContain('10,000 draws, seed 1;');
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('shows how sure the order of several drafts is', async () => {
    const { stdout } = await compass(['score', 'examples', ...fewer]);
    expect(stdout).toContain('How certain the order is');
    expect(stdout).toMatch(/^ {3}1 {2}Corporate Sustainab.* 1: 100$/m);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('gives the same bytes again, and other figures for another seed', async () => {
    const args = ['score', csddd, bill, '--format', 'json', ...fewer];
    const [first, again, other] = await Promise.all([compass(args), compass(args), compass([...args, '--seed', '2'])]);
    expect(again.stdout).toBe(first.stdout);
    const intervals = [first, other].map(({ stdout }) => JSON.parse(stdout).assessments[0].robustness.interval90);
    expect(intervals[0]).not.toEqual(intervals[1]);
  });

  it('fits schemas/result.schema.json, with null if there is no score; without the option there is no such key', async () => {
    const schema = JSON.parse(await readFile(join(root, 'schemas', 'result.schema.json'), 'utf8'));
    const validate = new Ajv2020({ allowUnionTypes: true, strictTypes: false }).compile(schema);
    const blank = await blankFile();
    const args = ['score', csddd, bill, blank, '--format', 'json'];
    const [plain, ...robust] = await Promise.all([
      compass(args),
      ...['uniform', 'dirichlet'].map((weights) => compass([...args, ...fewer, '--weights', weights])),
    ]);
    expect(plain?.stdout).not.toContain('robustness');
    for (const [index, { stdout }] of robust.entries()) {
      const result = JSON.parse(stdout);
      validate(result);
      expect(validate.errors).toBeNull();
      const weights = ['uniform', 'dirichlet'][index];
      expect(result.robustness.method).toEqual({ weights, spread: 25, draws: 1000, seed: 1 });
      expect(result.assessments.map(({ robustness }: { robustness: unknown }) => robustness === null)).toEqual([
        true,
        false,
        false,
      ]);
      expect(result.robustness.ranks).toHaveLength(2);
    }
  });

  it('says so if there is no score yet', async () => {
    const { code, stdout } = await compass(['score', await blankFile(), '--robustness']);
    expect(code).toBe(0);
    expect(stdout).toContain('There is no score yet, so nothing can be said about how certain it is.');
  });

  it('streams one line a draft, each with the robustness that it has in a batch', async () => {
    const [lines, whole] = await Promise.all(
      ['ndjson', 'json'].map((format) => compass(['score', csddd, bill, '--format', format, ...fewer])),
    );
    const streamed = lines?.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(streamed).toEqual(JSON.parse(whole?.stdout ?? '').assessments);
  });

  it.each([
    [['--seed', '3'], '--seed needs --robustness'],
    [['--weights', 'dirichlet', '--draws', '500'], '--draws needs --robustness'],
    [['--robustness', '--seed', '-1'], '--seed takes a whole number from 0 to 9007199254740991, not "-1"'],
    [['--robustness', '--seed', '1.5'], '--seed takes a whole number'],
    [['--robustness', '--draws', '99'], '--draws takes a whole number from 100 to 100000, not "99"'],
    [['--robustness', '--draws', '1e6'], '--draws takes a whole number'],
    [['--robustness', '--spread', '101'], '--spread takes a number from 0 to 100, not "101"'],
    [['--robustness', '--weights', 'normal'], '--weights must be one of uniform, dirichlet, not "normal"'],
  ])('refuses %j with exit code 2 and says why', async (flags, message) => {
    const { code, stderr } = await compass(['score', bill, ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('compass report --robustness', () => {
  it.each(['markdown', 'html', 'terminal'])('has a section on it: %s', async (format) => {
    const args = ['report', csddd, '--format', format];
    const [plain, robust] = await Promise.all([compass(args), compass([...args, ...fewer])]);
    expect(robust.code).toBe(0);
    expect(robust.stdout).toContain('How certain the score is');
    expect(plain.stdout).not.toContain('How certain the score is');
  });
});
