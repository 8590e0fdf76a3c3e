import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { markedFolder as cwd } from '../fixtures/marked.ts';
import { compass } from './run.ts';

const rubric = ['--rubric', 'rubric'];

/** What does not fit the schema of a result; null if all does. */
async function faults(name: string, json: string) {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const schema = JSON.parse(await readFile(join(root, 'schemas', `${name}.schema.json`), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema);
  validate(JSON.parse(json));
  return validate.errors ?? null;
}

describe('marks on the command line', () => {
  it('score --explain shows which are ticked and what the levels need', async () => {
    const { code, stdout } = await compass(['score', 'first.answers.yaml', ...rubric, '--explain', 'engagement.information'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(stdout).toContain(`  information, level 2: 3 of 5 marks ticked, enough for level 2.
    Needed: 3 for level 2, all 5 for level 3.
    anyone: anyone may ask (ticked)
    answered: answered in time and in full (ticked)
    form: in a form people understand (ticked)
    single: on one product, service or decision (missing)
    refusals: refusals have narrow grounds, open to challenge (missing)
`);
  });

  it('compare names those that came and went, in the result too, which fits its schema', async () => {
    const files = ['first.answers.yaml', 'second.answers.yaml'];
    const { code, stdout } = await compass(['compare', ...files, ...rubric], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('Marks: 4 new, 2\ngone.');
    const asJson = async (mode: string) =>
      (await compass(['compare', ...files, ...rubric, '--as', mode, '-f', 'json'], { cwd })).stdout;
    const [versions, laws] = [await asJson('versions'), await asJson('laws')];
    expect([await faults('compare', versions), await faults('compare', laws)]).toEqual([null, null]);
    expect(JSON.parse(versions).comparisons[0].marks[0]).toEqual({
      question: 'engagement.information',
      before: 2,
      after: 2,
      added: ['single', 'refusals'],
      removed: ['answered'],
      rationale: 'Clause 6 has grounds for refusal now and lost its time limit.',
    });
    expect(JSON.parse(laws).laws.questions[0].standings[0].marks).toEqual(['anyone', 'answered', 'form']);
  });

  it('panel has the agreement on marks in its result, which fits its schema, and the marks to discuss', async () => {
    const { code, stdout } = await compass(['panel', 'panel', ...rubric, '-f', 'json'], { cwd });
    expect(code).toBe(0);
    expect(await faults('panel', stdout)).toBeNull();
    const { agreement, discuss } = JSON.parse(stdout);
    expect(agreement.overall.marks).toMatchObject({ percent: expect.closeTo(69.444, 2), compared: 12, alike: 7 });
    expect(agreement.questions[1].marks.each[1]).toEqual({ id: 'heard', ticked: ['Ben Bodin'], unticked: ['Ann Ahlberg'] });
    expect(discuss.at(-1)).toMatchObject({ question: 'engagement.information', points: 0, marks: ['answered', 'refusals'] });
  });

  it('panel --settle keeps all marks, and says which answers need another look', async () => {
    const folder = await temporaryFolder();
    const options = [...rubric, '--settle', 'lowest', '--output', join(folder, 'settled.answers.yaml')];
    const { code, stderr } = await compass(['panel', 'panel', ...options], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('In 1 answer with a settled level, the marks need another look.');
    expect(stderr).toContain('--only review');
    const { answers, panel } = parse(await readFile(join(folder, 'settled.answers.yaml'), 'utf8'));
    expect(answers['engagement.consulted']).toMatchObject({
      level: 1,
      marks: ['early'],
      dissent: [{ marks: ['early', 'heard'] }],
    });
    expect(answers['engagement.information']).toMatchObject({
      level: 2,
      review: expect.stringContaining('too few for this level'),
    });
    expect(answers['engagement.information'].dissent).toHaveLength(3);
    expect(panel.agreement.marks).toEqual({ percent: expect.closeTo(69.444, 2), alpha: expect.closeTo(0.365, 2) });
    const score = await compass(['score', 'settled.answers.yaml', '--rubric', join(cwd, 'rubric'), '-f', 'json'], {
      cwd: folder,
    });
    expect(await faults('result', score.stdout)).toBeNull();
    expect(JSON.parse(score.stdout).assessments[0].review).toHaveLength(1);
    const report = await compass(['report', 'settled.answers.yaml', '--rubric', join(cwd, 'rubric')], { cwd: folder });
    expect(report.stdout).toContain('On a mark, they decided alike in 69.4 of 100 cases (nominal alpha 0.365).');
    expect(report.stdout).toContain('Ben Bodin: level 2, marks: early, heard: Clause 9 obliges.');
  });
});
