import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { pseudoRoot } from '../fixtures/pseudo.ts';
import { compass } from './run.ts';

let speaking: Awaited<ReturnType<typeof pseudoRoot>>;
beforeAll(async () => {
  speaking = await pseudoRoot();
});
afterAll(() => speaking.remove());

/** A folder with an answers file, and a configuration if one is given. */
async function folder(config = ''): Promise<string> {
  const cwd = await temporaryFolder();
  copyFileSync(join(root, 'examples', 'bill.answers.yaml'), join(cwd, 'bill.answers.yaml'));
  if (config !== '') writeFileSync(join(cwd, 'compass.config.yaml'), config);
  return cwd;
}

const [english, accented] = ['Design features', 'Ðéšíĝñ ƒéáŧúŕéš'];

describe('the language of a run', () => {
  it('is English where none is named, whatever the locale of the machine', async () => {
    const cwd = await folder();
    const env = { LANG: 'fr_FR.UTF-8', LC_ALL: 'ar_EG.UTF-8', LANGUAGE: 'zh' };
    expect((await compass(['score', 'bill.answers.yaml'], { cwd, env, root: speaking.path })).stdout).toContain(english);
  });

  it('is that of --language, in whatever case and place', async () => {
    const cwd = await folder();
    for (const args of [
      ['score', 'bill.answers.yaml', '--language', 'en-XA'],
      ['score', '--language=EN-xa', 'bill.answers.yaml'],
    ])
      expect((await compass(args, { cwd, root: speaking.path })).stdout).toContain(accented);
  });

  it('is that of the configuration, for help too; --language goes before it', async () => {
    const cwd = await folder('language: en-XA\n');
    const run = (...args: string[]) => compass(args, { cwd, root: speaking.path });
    expect((await run('score', 'bill.answers.yaml')).stdout).toContain(accented);
    expect((await run('--help')).stdout).toContain('Úšáĝé:');
    expect((await run('score', 'bill.answers.yaml', '--language', 'en')).stdout).toContain(english);
    expect((await run('score', 'bill.answers.yaml', '--no-config')).stdout).toContain(english);
  });

  it('reads the configuration once: a warning about it comes once', async () => {
    const cwd = await folder('language: en-XA\nnonsense: 1\n');
    const { code, stderr } = await compass(['score', 'bill.answers.yaml'], { cwd, root: speaking.path });
    expect(code).toBe(2);
    expect(stderr.match(/nonsense/g)?.length).toBe(2);
  });

  it('is an error if compass does not offer it, with the list, also in the configuration', async () => {
    const cwd = await folder();
    const option = await compass(['score', 'bill.answers.yaml', '--language', 'tlh'], { cwd, root: speaking.path });
    expect([option.code, option.stderr]).toEqual([2, 'compass: --language must be one of en, ar-XB, en-XA, zh-XC, not "tlh"\n']);
    const config = await compass(['score', 'bill.answers.yaml'], { cwd: await folder('language: tlh\n'), root: speaking.path });
    expect(config.code).toBe(2);
    expect(config.stderr).toContain('compass.config.yaml:1:11: language is "tlh", which is not one of en, ar-XB');
  });

  it('is spoken by worker threads', async () => {
    const cwd = await folder();
    const bad = 'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\nanswers: { value-chain.scope: 9 }\n';
    const names = Array.from({ length: 400 }, (_, index) => `bad-${index}.answers.yaml`);
    for (const name of names) writeFileSync(join(cwd, name), bad);
    const { stderr } = await compass(['score', '.', '--language', 'en-XA'], { cwd, root: speaking.path });
    const lines = stderr.split('\n').filter((line) => line.includes('.answers.yaml:'));
    expect(lines).toHaveLength(names.length);
    expect(lines.filter((line) => !line.includes('ļéṽéļ 9'))).toEqual([]);
  });
});

describe('texts of a rubric that are not translated', () => {
  it('stay as they are, and the report says how many', async () => {
    const cwd = await folder();
    writeFileSync(
      join(cwd, 'starter.answers.yaml'),
      'format: compass-answers/1\nrubric: { id: starter, version: 1.0.0 }\nanswers: {}\n',
    );
    const starter = join(root, 'examples', 'starter-rubric');
    const args = ['rubric', 'show', starter, '--language', 'en-XA', '--format', 'markdown'];
    const { stdout } = await compass(args, { cwd, root: speaking.path });
    expect(stdout).toContain('Is an authority named');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d+ ŧéẋŧš óƒ ŧĥé ŕúƀŕíç/);
  });

  it('need no word where the rubric is in its own language', async () => {
    const cwd = await folder();
    const { stdout } = await compass(['report', 'bill.answers.yaml', '--language', 'en'], { cwd, root: speaking.path });
    expect(stdout).not.toContain('not translated');
  });
});

it('words to search for are those of the rubric, whatever the language of the reader', async () => {
  const cwd = await folder();
  copyFileSync(join(root, 'examples', 'bill.md'), join(cwd, 'bill.md'));
  const args = ['evidence', 'find', 'access-to-remedy.judicial', '--draft', 'bill.md', '--format', 'json'];
  const labels = (json: string): unknown =>
    JSON.parse(json).results[0].hits.map(({ label, score }: Record<string, unknown>) => [label, score]);
  const [own, plain] = [
    await compass([...args, '--language', 'en-XA'], { cwd, root: speaking.path }),
    await compass(args, { cwd, root: speaking.path }),
  ];
  expect(labels(own.stdout)).toEqual(labels(plain.stdout));
});
