import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paceBy } from '../../src/cli/commands/assess/pace.ts';
import { placesFor } from '../../src/cli/commands/assess/places.ts';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass, type Run } from './run.ts';

const rubric = ['--rubric', join(root, 'examples', 'starter-rubric')];

async function listed(answers: string, ...list: string[]): Promise<Run> {
  const cwd = await temporaryFolder();
  const head = 'format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\ndraft: { title: A bill }\n';
  await writeFile(join(cwd, 'x.answers.yaml'), head + answers);
  return compass(['assess', 'x.answers.yaml', ...rubric, '--list', ...list], { cwd });
}

const mixed = `answers:
  oversight.authority: { level: 2, rationale: It says so., confidence: low, review: the words changed }
`;

describe('compass assess --list', () => {
  it('prints what is open, unsure, to review or not to be traced, with ids, reasons and counts, without a terminal', async () => {
    expect(await listed(mixed)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `Oversight
  oversight.authority (low confidence, review: the words changed, no evidence)
    Is an authority named that supervises the duties?
  oversight.appeal (open)
    Can its decisions be appealed to a court?

2 items: 1 open, 1 unsure, 1 to review, 1 without evidence
`,
    });
  });

  it('prints only one of them', async () => {
    expect((await listed(mixed, 'open')).stdout).toContain('\n1 item: 1 open\n');
    expect((await listed(mixed, 'unsure')).stdout).not.toContain('oversight.appeal');
    expect((await listed('answers:\n  oversight.authority: 2\n', 'review')).stdout).toBe(
      'Nothing needs review in x.answers.yaml.\n',
    );
    expect((await listed(mixed, 'no-reason')).stdout).toBe('No answer in x.answers.yaml lacks a reason.\n');
    expect((await listed(mixed, 'no-evidence')).stdout).toContain('\n1 item: 1 without evidence\n');
    const done = '{ level: 0, rationale: The bill is silent. }';
    expect((await listed(`answers:\n  oversight.authority: ${done}\n  oversight.appeal: ${done}\n`)).stdout).toMatch(
      /^Nothing is left to do in x[.]answers[.]yaml/,
    );
  });

  it('refuses another word, a missing file, and no file', async () => {
    expect(await listed(mixed, 'done')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--list must be open, unsure, review, no-reason, no-evidence or no-case, not "done"'),
    });
    const cwd = await temporaryFolder();
    const gone = await compass(['assess', 'gone.answers.yaml', '--list', ...rubric], { cwd });
    expect(gone).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no such file') });
    const none = await compass(['assess', '--list', ...rubric], { cwd });
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('--list needs an answers file') });
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('the pace of a reviewer', () => {
  it('is the median of the seconds for an answer, once five were given', () => {
    let now = 0;
    const pace = paceBy(() => now);
    for (const [index, seconds] of [10, 500, 20, 40, 30, 50].entries()) {
      expect(pace.seconds()).toBe(index < 5 ? undefined : 30);
      pace.arrive(`q${index}`);
      now += seconds * 1000;
      pace.arrive(`q${index}`);
      pace.answer(`q${index}`);
    }
    expect(pace.seconds()).toBe(35);
    pace.answer('another');
    expect(pace.seconds()).toBe(35);
  });
});

describe('the place of an interview', () => {
  it('is remembered for each answers file, in the user’s state folder and not beside the answers', async () => {
    const state = await temporaryFolder();
    const places = (path: string) => placesFor({ env: { XDG_STATE_HOME: state } }, path);
    expect(await places('/a').last()).toBeUndefined();
    await places('/a').remember('f.a');
    await places('/b').remember('f.b');
    await places('/a').remember('f.c');
    expect(await places('/a').last()).toBe('f.c');
    expect(await places('/b').last()).toBe('f.b');
    expect(JSON.parse(await readFile(join(state, 'compass', 'places.json'), 'utf8'))).toEqual({ '/b': 'f.b', '/a': 'f.c' });
  });

  it('is forgotten for the oldest of more than a hundred files', async () => {
    const state = await temporaryFolder();
    const places = (number: number) => placesFor({ env: { XDG_STATE_HOME: state } }, `/${number}`);
    for (let number = 0; number < 102; number++) await places(number).remember('f.a');
    expect(await places(1).last()).toBeUndefined();
    expect(await places(2).last()).toBe('f.a');
  });

  it('is unknown if its file is broken, and nothing fails if it can’t be written', async () => {
    const state = await temporaryFolder();
    const places = placesFor({ env: { XDG_STATE_HOME: state } }, '/a');
    await mkdir(join(state, 'compass'));
    await writeFile(join(state, 'compass', 'places.json'), '{"/a": 1, broken');
    expect(await places.last()).toBeUndefined();
    await places.remember('f.a');
    expect(await places.last()).toBe('f.a');
    const nowhere = placesFor({ env: { XDG_STATE_HOME: '/proc/none' } }, '/a');
    await nowhere.remember('f.a');
    expect(await nowhere.last()).toBeUndefined();
  });
});
