import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AnswersStore, openAnswers } from '../../src/answers/store.ts';
import { bundledRubric, temporaryFolder } from '../fixtures/bundled.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

async function storeWith(
  text: string | undefined,
  name = 'x.answers.yaml',
): Promise<{ store: AnswersStore; path: string; text: () => Promise<string> }> {
  const path = join(await temporaryFolder(), name);
  if (text !== undefined) await writeFile(path, text);
  return { store: await openAnswers(path, name, await bundledRubric()), path, text: () => readFile(path, 'utf8') };
}

const one = { notApplicable: null, evidence: [] };

describe('saving answers', () => {
  it('writes nothing before the first answer', async () => {
    const { text } = await storeWith(undefined);
    await expect(text()).rejects.toThrow('ENOENT');
  });

  it('starts a new file with its format line, and writes answers in the rubric’s order', async () => {
    const { store, text } = await storeWith(undefined);
    await store.setDraft({ title: 'A bill' });
    await store.setAnswer('value-chain.scope', { ...one, level: 2 });
    await store.setAnswer('broad-rights.all-rights', { ...one, level: 1, rationale: 'Because: a colon' });
    expect(await text()).toBe(`format: compass-answers/1
rubric: { id: ungps-compass, version: 1.0.2 }
draft:
  title: A bill
answers:
  broad-rights.all-rights:
    level: 1
    rationale: "Because: a colon"
  value-chain.scope: 2
`);
  });

  it('preserves comments, order and unknown keys', async () => {
    const before = `# my notes
format: compass-answers/1
rubric: {id: ungps-compass, version: 1.0.2}
answers:
  value-chain.scope: 1 # think again
  broad-rights.all-rights:
    # from the hearing
    level: 0
    rationale: a very long rationale that goes on and on, far beyond the width at which other programs would fold it into two
    was: {level: 3}
`;
    const { store, text } = await storeWith(before);
    const current = store.assessment().answers.get('broad-rights.all-rights');
    await store.setAnswer('broad-rights.all-rights', { ...one, ...current, level: 2 });
    expect(await text()).toBe(before.replace('level: 0', 'level: 2'));
  });

  it('preserves the line ends of the file', async () => {
    const { store, text } = await storeWith('format: compass-answers/1\r\nrubric: { id: ungps-compass, version: 1.0.2 }\r\n');
    await store.setAnswer('value-chain.scope', { ...one, level: 2 });
    expect((await text()).replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('renames the former id of an answer to the current one', async () => {
    const prepared = rubricOf([feature('f', [question('f.new-name', { was: ['f.old-name'] })])]);
    const path = join(await temporaryFolder(), 'x.answers.yaml');
    await writeFile(path, 'format: compass-answers/1\nrubric: { id: small, version: 1.0.1 }\nanswers:\n  f.old-name: 1 # mine\n');
    await (await openAnswers(path, 'x', prepared)).setAnswer('f.new-name', { ...one, level: 3 });
    expect(await readFile(path, 'utf8')).toContain('answers:\n  f.new-name: 3 # mine\n');
  });

  it('saves JSON as JSON', async () => {
    const { store, text } = await storeWith(
      '{ "format": "compass-answers/1", "rubric": { "id": "ungps-compass", "version": "1.0.2" } }',
      'x.answers.json',
    );
    await store.setAnswer('value-chain.scope', { ...one, level: 2 });
    expect(JSON.parse(await text()).answers).toEqual({ 'value-chain.scope': 2 });
  });
});
