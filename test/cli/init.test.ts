import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blankAnswersText } from '../../src/answers/blank.ts';
import { readAnswers } from '../../src/answers/read.ts';
import { openAnswers } from '../../src/answers/store.ts';
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

  it('ties the answers to the text of the draft', async () => {
    const folder = await temporaryFolder();
    await cp(join(root, 'examples', 'bill.md'), join(folder, 'bill.md'));
    await compass(['init', 'work', '--draft', 'bill.md'], { cwd: folder });
    expect(await readFile(join(folder, 'work', 'work.answers.yaml'), 'utf8')).toMatch(/text: \.\.\/bill\.md\n +sha256: \w{64}/);
  });

  it('overwrites nothing, and then makes nothing', async () => {
    const folder = await temporaryFolder();
    await compass(['init', '.', '--title', 'A'], { cwd: folder });
    const again = await compass(['init', '.', '--title', 'B'], { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('compass.config.yaml: exists already');
    expect((await readdir(folder)).sort()).toEqual(['a.answers.yaml', 'compass.config.yaml']);
  });

  it('makes nothing where the text of the draft can’t be read', async () => {
    const folder = await temporaryFolder();
    expect(await compass(['init', 'work', '--draft', 'none.md'], { cwd: folder })).toMatchObject({ code: 2, stdout: '' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('the blank file holds every question, step and flag, and its comments survive the first answer', async () => {
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

describe('compass help', () => {
  it.each([
    [['help', 'exit-codes'], '130  interrupted; what was answered is saved'],
    [['help', 'scoring'], 'level 2 of 3\n             is worth 2/3'],
    [['help', 'formats'], 'html      one page in one file'],
    [['help', 'evidence', 'find'], 'Usage: compass evidence find'],
    [['help'], 'Usage: compass [options] [command]'],
  ])('%j', async (args, expected) => {
    const { code, stdout } = await compass(args);
    expect(stdout).toContain(expected);
    expect(code).toBe(0);
  });

  it('of what there is not: says what there is, exit 2', async () => {
    const { code, stderr } = await compass(['help', 'scorring']);
    expect(stderr).toContain('there is no command scorring; did you mean scoring?');
    expect(code).toBe(2);
  });
});
