import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { blankAnswersText } from '../../src/answers/blank.ts';
import { readAnswers } from '../../src/answers/read.ts';
import { openAnswers } from '../../src/answers/store.ts';
import { interruptions } from '../../src/cli/commands/assess/interrupted.ts';
import { exitCode } from '../../src/cli/exit-codes.ts';
import { bundledRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

describe('compass init', () => {
  it('makes a folder in which score works at once, and says how to go on', async () => {
    const folder = await temporaryFolder();
    const made = await compass(['init', 'bill', '--title', 'Data Bill: part 2'], { cwd: folder });
    expect(made.code).toBe(0);
    expect(made.stdout).toContain('compass assess bill/data-bill-part-2.answers.yaml');
    expect((await readdir(join(folder, 'bill'))).sort()).toEqual(['compass.config.yaml', 'data-bill-part-2.answers.yaml']);
    const { code, stdout } = await compass(['score', '--format', 'json'], { cwd: join(folder, 'bill') });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).assessments).toMatchObject([
      { draft: { title: 'Data Bill: part 2' }, score: null, low: 0, high: 100, answered: 0 },
    ]);
  });

  it('writes path and digest of the draft’s text into the answers file', async () => {
    const folder = await temporaryFolder();
    await cp(join(root, 'examples', 'bill.md'), join(folder, 'bill.md'));
    await compass(['init', 'work', '--draft', 'bill.md'], { cwd: folder });
    expect(await readFile(join(folder, 'work', 'work.answers.yaml'), 'utf8')).toMatch(/text: \.\.\/bill\.md\n +sha256: \w{64}/);
  });

  it.each([
    ['work', '../bill.md'],
    ['.', '../bill.md'],
    ['.', 'bill.md'],
  ])('prints next steps that work: in %s with the draft %s', async (folder, draft) => {
    const cwd = join(await temporaryFolder(), 'project');
    await mkdir(cwd);
    await cp(join(root, 'examples', 'bill.md'), join(cwd, draft));
    const { stdout } = await compass(['init', folder, '--title', 'A', '--draft', draft], { cwd });
    expect(stdout.includes('--allow-outside-draft')).toBe(draft !== 'bill.md');
    const steps = [...stdout.matchAll(/^ {2}compass ((?:score|report) .*)$/gm)].map(([, step = '']) => step.split(' '));
    expect(steps).toHaveLength(2);
    for (const step of steps) expect(await compass(step, { cwd }), step.join(' ')).toMatchObject({ code: 0 });
  });

  it('makes nothing if it would overwrite a file', async () => {
    const folder = await temporaryFolder();
    await compass(['init', '.', '--title', 'A'], { cwd: folder });
    const again = await compass(['init', '.', '--title', 'B'], { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('compass.config.yaml: exists already');
    expect((await readdir(folder)).sort()).toEqual(['a.answers.yaml', 'compass.config.yaml']);
  });

  it('makes nothing if the text of the draft can’t be read', async () => {
    const folder = await temporaryFolder();
    expect(await compass(['init', 'work', '--draft', 'none.md'], { cwd: folder })).toMatchObject({ code: 2, stdout: '' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('the blank file has every question, step and flag, and keeps its comments at the first answer', async () => {
    const prepared = await bundledRubric();
    const text = blankAnswersText(prepared, {});
    const { assessment } = readAnswers(text, 'blank', prepared);
    expect([...assessment.answers.keys()]).toEqual([...prepared.questions.keys()]);
    expect([...assessment.steps.keys()]).toEqual([...prepared.guidingQuestions.keys()]);
    expect([...assessment.flags.keys()]).toEqual([...prepared.flags.keys()]);
    const folder = await temporaryFolder();
    const path = join(folder, 'x.answers.yaml');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path, text);
    const store = await openAnswers(path, 'x', prepared);
    await store.setAnswer('access-to-remedy.judicial', { level: 2, notApplicable: null, rationale: 'why', evidence: [] });
    const saved = await readFile(path, 'utf8');
    expect(saved.split('\n').filter((line) => line.includes('#'))).toEqual(text.split('\n').filter((line) => line.includes('#')));
    expect(saved).toMatch(/access-to-remedy\.judicial:\n {4}level: 2\n {4}rationale: why\n/);
  });
});

/** The file that the first line of a YAML file names as its schema. */
async function schemaOf(file: string): Promise<string> {
  const [line = ''] = (await readFile(file, 'utf8')).split('\n');
  const [, address = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(line) ?? [];
  return fileURLToPath(new URL(address, pathToFileURL(file)));
}

describe('the schema that an editor finds in the first line', () => {
  const schemas = join(root, 'dist', 'schemas');

  it('of the files that compass init makes, in a folder with spaces too', async () => {
    const folder = join(await temporaryFolder(), 'my drafts');
    await mkdir(folder);
    await compass(['init', '.', '--title', 'A'], { cwd: folder });
    expect(await schemaOf(join(folder, 'a.answers.yaml'))).toBe(join(schemas, 'ungps-compass.answers.schema.json'));
    expect(await schemaOf(join(folder, 'compass.config.yaml'))).toBe(join(schemas, 'config.schema.json'));
    for (const name of ['ungps-compass.answers', 'config']) {
      const { stdout } = await compass(['config', 'schema', name]);
      expect(stdout).toBe(`${join(schemas, `${name}.schema.json`)}\n`);
      expect(JSON.parse(await readFile(stdout.trim(), 'utf8'))).toHaveProperty('properties');
    }
  });

  it('of the files of a new rubric, and of the answers to it', async () => {
    const folder = await temporaryFolder();
    await compass(['rubric', 'new', 'mine'], { cwd: folder });
    expect(await schemaOf(join(folder, 'mine', 'rubric.yaml'))).toBe(join(schemas, 'rubric.schema.json'));
    expect(await schemaOf(join(folder, 'mine', 'features', 'oversight.yaml'))).toBe(join(schemas, 'feature.schema.json'));
    await compass(['init', 'work', '--rubric', 'mine'], { cwd: folder });
    expect(await schemaOf(join(folder, 'work', 'work.answers.yaml'))).toBe(join(schemas, 'answers.schema.json'));
  });

  it('of a rubric outside the new folder is not named in its configuration, which may name nothing there', async () => {
    const folder = await temporaryFolder();
    await compass(['rubric', 'new', 'mine'], { cwd: folder });
    const { stdout } = await compass(['init', 'work', '--rubric', 'mine'], { cwd: folder });
    expect(stdout).toContain('compass score work/work.answers.yaml --rubric mine');
    expect((await compass(['config'], { cwd: join(folder, 'work') })).code).toBe(0);
    const args = ['score', 'work.answers.yaml', '--rubric', '../mine', '--quiet'];
    expect((await compass(args, { cwd: join(folder, 'work') })).code).toBe(0);
  });

  it('stays when an answer is saved', async () => {
    const folder = await temporaryFolder();
    await compass(['init', '.', '--title', 'A'], { cwd: folder });
    const path = join(folder, 'a.answers.yaml');
    const before = (await readFile(path, 'utf8')).split('\n')[0];
    const store = await openAnswers(path, 'a', await bundledRubric());
    await store.setAnswer('access-to-remedy.judicial', { level: 2, notApplicable: null, rationale: 'why', evidence: [] });
    expect((await readFile(path, 'utf8')).split('\n').slice(0, 2)).toEqual([before, 'format: compass-answers/1']);
  });
});

describe('compass config schema', () => {
  it('lists all schemas with their paths', async () => {
    const { code, stdout } = await compass(['config', 'schema']);
    expect(code).toBe(0);
    expect(
      stdout.replaceAll(join(root, 'dist', 'schemas'), 'FOLDER'),
    ).toBe(`An editor completes and checks a file whose first line names its schema:
# yaml-language-server: $schema=PATH

  answers                FOLDER/answers.schema.json
  config                 FOLDER/config.schema.json
  feature                FOLDER/feature.schema.json
  flags                  FOLDER/flags.schema.json
  locale                 FOLDER/locale.schema.json
  rubric                 FOLDER/rubric.schema.json
  step                   FOLDER/step.schema.json
  ungps-compass.answers  FOLDER/ungps-compass.answers.schema.json
`);
  });

  it('lists the schemas for an unknown name, exit code 2', async () => {
    const { code, stderr } = await compass(['config', 'schema', 'anwsers']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is no schema anwsers');
    expect(stderr).toContain('known schemas: answers, config, ');
  });
});

describe('compass help', () => {
  it.each([
    [['help', 'exit-codes'], '130  interrupted with Ctrl-C; what was answered is saved'],
    [['help', 'scoring'], 'level 2 of 3\n             is worth 2/3'],
    [['help', 'formats'], 'html      one page in one file'],
    [['help', 'evidence', 'find'], 'Usage: compass evidence find'],
    [['help'], 'Usage: compass [options] [command]'],
  ])('%j', async (args, expected) => {
    const { code, stdout } = await compass(args);
    expect(stdout).toContain(expected);
    expect(code).toBe(0);
  });

  it('names every exit code that compass can end with', async () => {
    const { stdout } = await compass(['help', 'exit-codes']);
    const listed = [...stdout.matchAll(/^ {2}(\d+) /gm)].map(([, code]) => Number(code));
    expect(listed).toEqual([...Object.values(exitCode), ...Object.values(interruptions)].sort((a, b) => a - b));
  });

  it('lists commands and topics, but no hidden command, for a word that is like none of them', async () => {
    const { code, stderr } = await compass(['help', 'nonsense']);
    expect(stderr).toContain('known: assess, score, ');
    expect(stderr).toContain(', completion, scoring, formats, exit-codes\n');
    expect(code).toBe(2);
  });

  it('suggests the command or topic that was probably meant, exit code 2', async () => {
    const { code, stderr } = await compass(['help', 'scorring']);
    expect(stderr).toContain('there is no command scorring; did you mean scoring?');
    expect(code).toBe(2);
  });
});
