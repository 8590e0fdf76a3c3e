import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

async function rubric(): Promise<string> {
  const cwd = await temporaryFolder();
  cpSync(join(root, 'examples', 'starter-rubric'), join(cwd, 'my-rubric'), { recursive: true });
  return cwd;
}

it('compass rubric translate writes a file for each file of the rubric, and says what is missing', async () => {
  const cwd = await rubric();
  const { code, stdout } = await compass(['rubric', 'translate', 'FR', 'my-rubric'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^my-rubric\/locales\/fr\/rubric\.yaml: \d+ texts, \d+ not translated, 0 to be checked again$/m);
  expect(readdirSync(join(cwd, 'my-rubric', 'locales', 'fr'))).toEqual(['features', 'rubric.yaml']);
  expect((await compass(['rubric', 'lint', 'my-rubric'], { cwd })).stdout).toMatch(/^fr: 0 of \d+ texts translated/m);
  const file = join(cwd, 'my-rubric', 'locales', 'fr', 'rubric.yaml');
  const before = readFileSync(file, 'utf8');
  await compass(['rubric', 'translate', 'fr', 'my-rubric'], { cwd });
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('refuses what is no language tag, and the language of the rubric', async () => {
  const cwd = await rubric();
  const run = async (tag: string) => {
    const { code, stderr } = await compass(['rubric', 'translate', tag, 'my-rubric'], { cwd });
    return [code, stderr];
  };
  expect(await run('../up')).toEqual([2, 'compass rubric translate: "../up" is not a language tag such as fr or zh\n']);
  expect(await run('en')).toEqual([2, "my-rubric: en is the rubric's own language\n"]);
});

it('a broken translation is an error with its place, and nothing is written', async () => {
  const cwd = await rubric();
  await compass(['rubric', 'translate', 'fr', 'my-rubric'], { cwd });
  const file = join(cwd, 'my-rubric', 'locales', 'fr', 'rubric.yaml');
  const broken = readFileSync(file, 'utf8').replace(/of: "\w+"/, 'of: 12345678');
  writeFileSync(file, broken);
  const { code, stderr } = await compass(['rubric', 'translate', 'fr', 'my-rubric'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('my-rubric/locales/fr/rubric.yaml:');
  expect(readFileSync(file, 'utf8')).toBe(broken);
});
