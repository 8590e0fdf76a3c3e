import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkVersion } from '../../src/rubric/against.ts';
import { lintRubric } from '../../src/rubric/lint.ts';
import { loadRubric, readRubricFolder } from '../../src/rubric/load.ts';
import { bundledIn } from '../../src/rubric/two-questions.ts';
import { problemMessage } from '../../src/source/problem.ts';
import { changedRubric, root } from '../fixtures/bundled.ts';

const starter = join(root, 'examples', 'starter-rubric');
const oversight = 'features/oversight.yaml';
const anchor = '    critical: true\n';

/** The starter rubric whose first question has these lines more. */
const withLines = (...lines: string[]) =>
  changedRubric(starter, [oversight, anchor, `${anchor}${lines.map((line) => `    ${line}\n`).join('')}`]);

const three = [
  'marks:',
  '  - { id: named, text: named in the draft, gap: Name it. }',
  '  - { id: budget, text: a budget of its own, gap: Give it a budget. }',
  '  - { id: free, text: free of instructions, gap: Say that it takes no instructions., from: 2 }',
];

async function found(...lines: string[]): Promise<{ errors: string[]; notes: string[] }> {
  const { errors, notes } = lintRubric(await readRubricFolder(await withLines(...lines), 'starter'));
  return { errors: errors.map(problemMessage), notes: notes.map(problemMessage) };
}

describe('the marks of a question', () => {
  const first = async (...lines: string[]) => (await loadRubric(await withLines(...lines))).rubric.features[0]?.questions[0];

  it('are in the rubric as they are in its file', async () => {
    expect((await first(...three))?.marks).toEqual([
      { id: 'named', text: 'named in the draft', gap: 'Name it.' },
      { id: 'budget', text: 'a budget of its own', gap: 'Give it a budget.' },
      { id: 'free', text: 'free of instructions', gap: 'Say that it takes no instructions.', from: 2 },
    ]);
  });

  it('are needed by level: half of them, rounded up, for level 2 and all for the top one, unless the rubric says so', async () => {
    expect((await first(...three))?.need).toEqual({ 2: 2, 3: 3 });
    expect((await first(...three, 'need: { 1: 1, 3: 2 }'))?.need).toEqual({ 1: 1, 3: 2 });
  });

  it('leave the digest of a rubric without marks as it was', async () => {
    const conventions = /conventions:[\s\S]*?(?=caps:)/.exec(await readFile(join(starter, 'rubric.yaml'), 'utf8'))?.[0] ?? '';
    const { rubric } = await loadRubric(await changedRubric(starter, ['rubric.yaml', conventions, '']));
    expect(Object.keys(rubric.features[0]?.questions[0] ?? {})).not.toContain('marks');
    expect(Object.keys(rubric)).not.toContain('conventions');
  });
});

describe('rubric lint finds', () => {
  it.each([
    ['need: { 3: 4 }', 'level 3 of oversight.authority needs 4 marks, and there are 3'],
    ['need: { 4: 1 }', 'need names level 4 of oversight.authority, whose highest level is 3'],
    ['need: { 2: 3, 3: 2 }', 'level 3 of oversight.authority needs 2 marks, fewer than level 2, which needs 3'],
  ])('a need that no answer can meet, or that falls: %s', async (need, error) => {
    expect((await found(...three, need)).errors).toEqual([error]);
    await expect(loadRubric(await withLines(...three, need))).rejects.toThrow();
  });

  it('marks with one id, with one text, and one that is required from a level that there is not', async () => {
    const { errors } = await found(
      ...three,
      '  - { id: budget, text: Named in the draft!, gap: x }',
      '  - { id: late, text: late, gap: x, from: 4 }',
    );
    expect(errors).toEqual([
      'oversight.authority has two marks budget',
      'the mark late of oversight.authority is required from level 4, and the highest level is 3',
      'the marks named and budget of oversight.authority say the same',
    ]);
  });

  it('as advice: a level 2 that pays for no mark, a mark without a gap, and one that contains another', async () => {
    const { notes } = await found(
      ...three,
      '  - { id: whole, text: a yearly budget of its own, gap: x }',
      '  - { id: bare, text: bare }',
    );
    expect(notes).toEqual(['the mark bare of oversight.authority has no gap: what should a drafter write?']);
    const floorless = await found(...three, 'need: { 3: 3 }');
    expect(floorless.notes).toEqual(['level 2 of oversight.authority needs no mark: it pays for none of them']);
    const topless = await found(...three, 'need: { 2: 2 }');
    expect(topless.notes).toEqual(['level 3 of oversight.authority needs no mark: it pays for none of them']);
    const within = await found(...three, '  - { id: more, text: also a budget of its own, gap: x }');
    expect(within.notes).toEqual([
      'the mark more of oversight.authority contains the words of budget: can one be seen without the other?',
    ]);
  });

  it.each([
    ['Must companies find harm? And must they end it?', 'it has two question marks'],
    ['Must companies identify and prevent harm?', '"identify and prevent"'],
    ['Can people complain, and are they heard?', '"complain and are"'],
    ['Is there an independent and competent authority?', undefined],
    ['Are notice and reasons given?', undefined],
  ])('a question that may be two: %s', (text, why) => {
    expect(bundledIn(text)).toBe(why);
  });
});

describe('the rules of a rubric about marks and caps', () => {
  it('name each level once, from 1 up', async () => {
    expect((await found(...three, 'need: { 0: 1, 2: 2, 3: 3 }')).errors).toEqual(['level 0 of oversight.authority needs 1 mark']);
    await expect(found(...three, 'need: { "02": 2, 3: 3 }')).rejects.toThrow('"02"');
  });

  it('have no two conventions with the same id', async () => {
    const twice = await changedRubric(join(root, 'rubrics', 'ungps-compass'), [
      'rubric.yaml',
      'conventions:\n',
      'conventions:\n  - { id: twice, text: One. }\n  - { id: twice, text: Two. }\n',
    ]);
    const { errors } = lintRubric(await readRubricFolder(twice, 'starter'));
    expect(errors.map(problemMessage)).toEqual([expect.stringContaining('the id twice is used twice')]);
  });

  it('have no cap that counts more than there is', async () => {
    const caps = 'caps:\n  - { when: serious-flags, atLeast: 30, band: partial }\n';
    const ours = await changedRubric(join(root, 'rubrics', 'ungps-compass'), ['rubric.yaml', 'caps:\n', caps]);
    const { notes } = lintRubric(await readRubricFolder(ours, 'ours'));
    expect(notes.map(problemMessage)).toEqual([
      expect.stringMatching(/^this cap never applies: it counts from 30 up, and the rubric has \d+$/),
    ]);
  });
});

describe('the version of a rubric', () => {
  const versionOf = async (...lines: string[]) => (await loadRubric(await withLines(...lines))).rubric;

  it('is a new major one if other marks are needed, and a patch if only their words change', async () => {
    const old = await versionOf(...three);
    const needed = async (...lines: string[]) =>
      checkVersion(await versionOf(...lines), old, 'x').map(({ args }) => args['needed']);
    expect(await needed(...three.map((line) => line.replace('named in the draft', 'named in it')))).toEqual(['0.1.1']);
    expect(await needed(...three, 'need: { 2: 1, 3: 3 }')).toEqual(['1.0.0']);
    expect(await needed(...three.map((line) => line.replace(', from: 2', '')))).toEqual(['1.0.0']);
    expect(await needed(...three.slice(0, -1))).toEqual(['1.0.0', '1.0.0']);
    const reworded = { ...old, conventions: [{ id: 'doubt', text: 'Take the lower level.' }] };
    expect(checkVersion(reworded, old, 'x').map(({ args }) => args['needed'])).toEqual(['0.1.1']);
  });
});
