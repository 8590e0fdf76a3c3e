import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { changedRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';
import { controlC, enter, Person } from './terminal.ts';

const starter = join(root, 'examples', 'starter-rubric');
const oversight = 'features/oversight.yaml';
const before = `format: compass-answers/1
rubric: { id: starter, version: 0.1.0 }
draft: { title: A bill }
answers:
  oversight.authority: 2 # as agreed
  oversight.appeal: { level: 2, marks: [open, time] }
`;

/** A new major version of the starter rubric, in which the first question has other levels and the second another mark. */
const newer = (): Promise<string> =>
  changedRubric(
    starter,
    ['rubric.yaml', 'version: 0.1.0', 'version: 1.0.0'],
    [oversight, 'An authority is named, without powers.', 'An authority is named, without any power.'],
    [oversight, 'id: time, text: decided', 'id: limit, text: decided'],
  );

async function migrate(...options: string[]) {
  const cwd = await temporaryFolder();
  const path = join(cwd, 'x.answers.yaml');
  await writeFile(path, before);
  const rubric = await newer();
  const ran = await compass(['rubric', 'migrate', 'x.answers.yaml', '--rubric', rubric, ...options], { cwd });
  return { ...ran, cwd, rubric, text: () => readFile(path, 'utf8') };
}

describe('compass rubric migrate', () => {
  it('says what it marked, what is unanswered, and how to go on', async () => {
    const { code, stdout, text } = await migrate('--from', starter);
    expect(code).toBe(0);
    expect(stdout).toBe(`x.answers.yaml: from version 0.1.0 to 1.0.0
  oversight.authority needs review: its levels changed in version 1.0.0
  oversight.appeal needs review: its marks changed in version 1.0.0; its marks no longer fit and are kept under was
2 entries need review. To go through them: compass assess x.answers.yaml --only review
`);
    expect(parse(await text()).answers).toEqual({
      'oversight.authority': { level: 2, review: 'its levels changed in version 1.0.0' },
      'oversight.appeal': {
        level: 2,
        was: { marks: ['open', 'time'] },
        review: 'its marks changed in version 1.0.0; its marks no longer fit and are kept under was',
      },
    });
    expect(await text()).toContain('# as agreed');
  });

  it('says without the old rubric that it can tell less', async () => {
    const { stdout, text } = await migrate();
    expect(stdout).toContain(
      'Only the old rubric shows whether the text or the levels of a question changed: add --from FOLDER.',
    );
    expect(parse(await text()).answers['oversight.authority']).toBe(2);
  });

  it('leaves a file whose marked answers assess asks again', async () => {
    const { cwd, rubric } = await migrate('--from', starter);
    const person = new Person(['assess', 'x.answers.yaml', '--only', 'review', '--rubric', rubric], cwd);
    await person.sees('Needs review: its levels changed in version 1.0.0');
    await person.types('s', 'Your answer, 0-3:');
    await person.sees('its marks no longer fit and\nare kept under was');
    await person.types('2', 'Your answer, 0-3:');
    await person.types('1', 'Tick what the text has');
    await person.types(enter, '1 [x]');
    await person.types(controlC, 'Why this level?');
    expect(await person.exited).toBe(130);
  });

  it('refuses a rubric under --from that is another one, or of another major version, and writes nothing', async () => {
    const other = await changedRubric(starter, ['rubric.yaml', 'id: starter', 'id: other']);
    for (const [from, message] of [
      [other, 'other is another rubric, not an older version of starter'],
      [await newer(), 'this is version 1.0.0 of the rubric, but the answers were given for version 0.1.0'],
    ] as const) {
      const { code, stderr, text } = await migrate('--from', from);
      expect(code).toBe(2);
      expect(stderr).toContain(message);
      expect(await text()).toBe(before);
    }
  });
});
