import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { blankAnswersText } from '../../src/answers/blank.ts';
import { schemaComment } from '../../src/run/editor-schemas.ts';
import { bundledFolder, bundledRubric, root } from '../fixtures/bundled.ts';

const folder = join(root, 'dist', 'schemas');

/** Like an editor, ignores unknown keywords: `enumDescriptions` is one of VS Code's. Inlining takes three times as long. */
const options = { strict: false, inlineRefs: false };

async function validatorOf(name: string): Promise<ValidateFunction> {
  return new Ajv(options).compile(JSON.parse(await readFile(join(folder, `${name}.schema.json`), 'utf8')));
}

async function yaml(...path: string[]): Promise<unknown> {
  return parse(await readFile(join(root, ...path), 'utf8'));
}

const head = { format: 'compass-answers/1', rubric: { id: 'ungps-compass', version: '2.0.0' } };

describe('the schemas for editors', () => {
  it('are whole in one file each, since an editor fetches no other', async () => {
    const files = await readdir(folder);
    expect(files).toHaveLength(8);
    for (const file of files) {
      const text = await readFile(join(folder, file), 'utf8');
      expect(() => new Ajv(options).compile(JSON.parse(text)), file).not.toThrow();
      expect(text.match(/"\$ref":"[^#][^"]*"/g), file).toBeNull();
    }
  });

  it('accept the files of the bundled rubric and of the starter', async () => {
    const [rubric, feature, step, flags, locale] = await Promise.all(
      ['rubric', 'feature', 'step', 'flags', 'locale'].map(validatorOf),
    );
    for (const place of [bundledFolder, join(root, 'examples', 'starter-rubric')]) {
      for (const name of await readdir(place, { recursive: true })) {
        if (!name.endsWith('.yaml')) continue;
        const [folder = ''] = name.split('/');
        const byFolder = { locales: locale, steps: step }[folder] ?? feature;
        const validate = { 'rubric.yaml': rubric, 'flags.yaml': flags }[name] ?? byFolder;
        expect(validate?.(parse(await readFile(join(place, name), 'utf8'))), `${place}/${name}`).toBe(true);
      }
    }
  });
});

describe('the schema of the answers to a bundled rubric', async () => {
  const validate = await validatorOf('ungps-compass.answers');

  it('accepts the examples, and a file in which nothing is answered yet', async () => {
    const examples = (await readdir(join(root, 'examples'))).filter((name) => name.endsWith('.answers.yaml'));
    expect(examples.length).toBeGreaterThanOrEqual(5);
    for (const name of examples) expect(validate(await yaml('examples', name)), name).toBe(true);
    expect(validate(parse(blankAnswersText(await bundledRubric(), {})))).toBe(true);
  });

  it.each([
    ['a level', { answers: { 'access-to-remedy.judicial': 3 } }],
    ['a level with reasons', { answers: { 'access-to-remedy.judicial': { level: 0, rationale: 'why', confidence: 'low' } } }],
    ['a question that does not apply', { answers: { 'access-to-remedy.judicial': { notApplicable: 'why' } } }],
    ['a feature that does not apply', { features: { 'value-chain': { notApplicable: 'why' } } }],
    ['a short step', { steps: { 'scoping.problem': 'partly' } }],
    ['a short flag', { flags: { 'general-monitoring': true } }],
  ])('accepts %s', (_, part) => {
    expect(validate({ ...head, ...part })).toBe(true);
  });

  it.each([
    ['a question that the rubric does not have', { answers: { 'access-to-remedy.judical': 1 } }],
    ['a level that the question does not have', { answers: { 'access-to-remedy.judicial': 4 } }],
    ['such a level with its reasons', { answers: { 'access-to-remedy.judicial': { level: 4 } } }],
    ['an unknown key of an answer', { answers: { 'access-to-remedy.judicial': { levle: 1 } } }],
    ['an unknown feature', { features: { remedy: { notApplicable: 'why' } } }],
    ['an unknown guiding question', { steps: { 'scoping.problems': 'partly' } }],
    ['an unknown state of a guiding question', { steps: { 'scoping.problem': 'maybe' } }],
    ['an unknown flag', { flags: { 'general-monitorng': true } }],
    ['another rubric', { rubric: { id: 'other', version: '1.0.0' } }],
  ])('rejects %s', (_, part) => {
    expect(validate({ ...head, ...part })).toBe(false);
  });

  it('shows the text and the levels of every question', async () => {
    const { questions } = await bundledRubric();
    const { properties } = (validate.schema as { properties: { answers: { properties: Record<string, Property> } } }).properties
      .answers;
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...questions.keys()]));
    for (const [id, { question }] of questions) {
      const [level] = properties[id]?.anyOf ?? [];
      expect(level?.enum).toEqual([...question.levels.keys(), null]);
      expect(level?.enumDescriptions.slice(0, -1)).toEqual(question.levels);
      for (const text of [question.text, ...question.levels]) expect(properties[id]?.description).toContain(text);
    }
  });
});

interface Property {
  readonly description: string;
  readonly anyOf: readonly { readonly enum: readonly unknown[]; readonly enumDescriptions: readonly string[] }[];
}

describe('the comment that names a schema', () => {
  const local = '/home/ann/laws/node_modules/ungps-compass/';

  it.each([
    [local, '/home/ann/laws/drafts/a.answers.yaml', '../node_modules/ungps-compass/dist/schemas/answers.schema.json'],
    [local, '/home/ann/laws/a.answers.yaml', 'node_modules/ungps-compass/dist/schemas/answers.schema.json'],
    [
      local,
      '/home/ann/other/a.answers.yaml',
      'file:///home/ann/laws/node_modules/ungps-compass/dist/schemas/answers.schema.json',
    ],
    [
      '/usr/lib/node_modules/ungps-compass/',
      '/home/me/a.answers.yaml',
      'file:///usr/lib/node_modules/ungps-compass/dist/schemas/answers.schema.json',
    ],
    ['/opt/my tools/compass/', '/opt/my tools/a.answers.yaml', 'file:///opt/my%20tools/compass/dist/schemas/answers.schema.json'],
  ])('of a package in %s, in %s', (packageRoot, file, address) => {
    expect(schemaComment(packageRoot, 'answers', file)).toBe(`# yaml-language-server: $schema=${address}\n`);
  });
});
