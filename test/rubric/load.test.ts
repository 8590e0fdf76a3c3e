import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRubric, readRubricFolder } from '../../src/rubric/load.ts';
import { CompassError, problemHint, problemMessage } from '../../src/source/problem.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';

const main = `format: compass-rubric/1
id: tiny
version: 1.0.0
title: Tiny
notice: |
  For tests.
levels: [none, all]
bands: [{ id: good, from: 50, title: Good }, { id: bad, from: 0, title: Bad }]
features: [first]
`;
const asked = (id: string, more = '') => `  - { id: ${id}, text: T, ${more} }\n`;
const first = `id: first\ntitle: First\nquestions:\n${asked('a')}`;
const step = `id: scope\ntitle: Scope\nquestions:\n${asked('q')}`;

/** A folder with the smallest valid rubric, with these files added or replaced. */
async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries({ 'rubric.yaml': main, 'features/first.yaml': first, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** All errors of a rubric, as `file:line:column message [hint]`. */
async function faults(files: Record<string, string>): Promise<string[]> {
  const error = await loadRubric(await folderOf(files), 'tiny').catch((caught: unknown) => caught);
  if (!(error instanceof CompassError)) return [];
  return error.problems.map((problem) => {
    const hint = problemHint(problem);
    return `${problem.source}:${problem.line}:${problem.column} ${problemMessage(problem)}${hint ? ` [${hint}]` : ''}`;
  });
}

describe('loading a rubric', () => {
  it('fills in all defaults', async () => {
    const { rubric } = await loadRubric(
      await folderOf({
        'rubric.yaml': `${main}steps: [scope]\n`,
        'steps/scope.yaml': step,
        'flags.yaml': 'flags: [{ id: fl, text: F, severity: watch }]\n',
      }),
    );
    expect(rubric).toEqual({
      format: 'compass-rubric/1',
      id: 'tiny',
      version: '1.0.0',
      title: 'Tiny',
      language: 'en',
      notice: 'For tests.',
      levels: ['none', 'all'],
      bands: [
        { id: 'good', from: 50, title: 'Good' },
        { id: 'bad', from: 0, title: 'Bad' },
      ],
      features: [
        {
          id: 'first',
          title: 'First',
          summary: '',
          principles: [],
          weight: 1,
          questions: [
            {
              id: 'first.a',
              text: 'T',
              help: '',
              levels: ['none', 'all'],
              values: [0, 1],
              weight: 1,
              critical: false,
              principles: [],
              gap: '',
              terms: [],
              was: [],
            },
          ],
        },
      ],
      steps: [
        {
          id: 'scope',
          title: 'Scope',
          summary: '',
          questions: [{ id: 'scope.q', text: 'T', help: '', principles: [], was: [] }],
        },
      ],
      flags: [{ id: 'fl', text: 'F', help: '', severity: 'watch', principles: [], terms: [], deduct: 0 }],
      caps: [],
      retired: [],
      principles: {},
      sources: [],
    });
  });

  it('keeps all keys of the files, and trims text', async () => {
    const { rubric } = await loadRubric(
      await folderOf({
        'rubric.yaml': `${main
          .replace('notice', 'language: fr\nnotice')
          .replace('title: Good', 'title: Good, summary: " Well done. "')}steps: [scope]
caps: [{ when: severe-flag, band: bad }]
retired: [{ id: first.z, reason: gone }]
`,
        'features/first.yaml': `id: first
title: First
summary: >
  In
  short.
principles: [2]
weight: 3
questions:
  - id: a
    text: |
      Text?
    help: |
      Help.
    levels: [" no ", half, "yes"]
    values: [0, 3, 4]
    weight: 2
    critical: true
    principles: [25]
    gap: |
      Gap.
    terms: [court]
    was: [first.old]
${asked('b', 'when: { question: first.a, atLeast: 2 }')}`,
        'steps/scope.yaml': `id: scope
title: Scope
summary: |
  Step.
questions:
  - { id: q, text: "T ", help: " H", principles: [3], was: [scope.old] }
`,
        'flags.yaml': 'flags: [{ id: fl, text: "F ", help: " H", severity: severe, principles: [4], terms: [spy], deduct: 5 }]\n',
      }),
    );
    expect(rubric).toMatchObject({
      language: 'fr',
      bands: [{ summary: 'Well done.' }, {}],
      caps: [{ when: 'severe-flag', band: 'bad' }],
      retired: [{ id: 'first.z', reason: 'gone' }],
      features: [
        {
          summary: 'In short.',
          principles: [2],
          weight: 3,
          questions: [
            {
              text: 'Text?',
              help: 'Help.',
              levels: ['no', 'half', 'yes'],
              values: [0, 3, 4],
              weight: 2,
              critical: true,
              principles: [25],
              gap: 'Gap.',
              terms: ['court'],
              was: ['first.old'],
            },
            { id: 'first.b', when: { question: 'first.a', atLeast: 2 } },
          ],
        },
      ],
      steps: [{ summary: 'Step.', questions: [{ text: 'T', help: 'H', principles: [3], was: ['scope.old'] }] }],
      flags: [{ text: 'F', help: 'H', principles: [4], terms: ['spy'], deduct: 5 }],
    });
    expect(rubric.features[0]?.questions[0]).not.toHaveProperty('when');
    expect(rubric.bands[1]).not.toHaveProperty('summary');
  });

  it('reports YAML files that rubric.yaml does not list, sorted', async () => {
    const folder = await folderOf({
      'features/spare.yaml': first,
      'features/also.yaml': first,
      'features/notes.txt': 'x',
      'steps/loose.yaml': step,
    });
    expect((await readRubricFolder(folder, 'tiny')).unlisted).toEqual([
      { source: 'tiny/features/also.yaml', list: 'features' },
      { source: 'tiny/features/spare.yaml', list: 'features' },
      { source: 'tiny/steps/loose.yaml', list: 'steps' },
    ]);
  });

  it('uses the folder’s path in messages if no name is given', async () => {
    const folder = await folderOf({ 'rubric.yaml': main.replace('version: 1.0.0\n', '') });
    await expect(loadRubric(folder)).rejects.toMatchObject({
      problems: [{ source: `${folder}/rubric.yaml`, code: 'missing-key' }],
    });
  });
});

describe('an invalid rubric is refused:', () => {
  const two = (more: string) => `id: first\ntitle: First\nquestions:\n${more}`;
  const cases: [name: string, files: Record<string, string>, expected: string[]][] = [
    [
      'a file that is not YAML',
      { 'features/first.yaml': 'id: [' },
      [expect.stringMatching(/^tiny\/features\/first.yaml:1:\d+ not valid YAML/)],
    ],
    [
      'missing files of features and steps',
      { 'rubric.yaml': main.replace('[first]', '[first, more]\nsteps: [scope]') },
      [
        'tiny/features/more.yaml:undefined:undefined the file is missing; features in rubric.yaml names more [create the file, or remove more from the list]',
        'tiny/steps/scope.yaml:undefined:undefined the file is missing; steps in rubric.yaml names scope [create the file, or remove scope from the list]',
      ],
    ],
    [
      'red flags that do not match their schema',
      { 'flags.yaml': 'flags: [{ id: fl, text: F, severity: bad }]\n' },
      ['tiny/flags.yaml:1:38 severity is "bad", which is not one of severe, serious, watch'],
    ],
    [
      'a duplicate question id',
      { 'features/first.yaml': two(asked('a') + asked('b') + asked('a')) },
      [
        'tiny/features/first.yaml:6:11 the id first.a is used twice; first in tiny/features/first.yaml:4 [answers are found by their id: rename one]',
      ],
    ],
    [
      'a duplicate guiding question id',
      { 'rubric.yaml': `${main}steps: [scope]\n`, 'steps/scope.yaml': step + asked('q') },
      [
        'tiny/steps/scope.yaml:5:11 the id scope.q is used twice; first in tiny/steps/scope.yaml:4 [answers are found by their id: rename one]',
      ],
    ],
    [
      'a duplicate flag id',
      { 'flags.yaml': 'flags:\n  - { id: fl, text: F, severity: watch }\n  - { id: fl, text: G, severity: watch }\n' },
      ['tiny/flags.yaml:3:11 the id fl is used twice; first in tiny/flags.yaml:2 [answers are found by their id: rename one]'],
    ],
    [
      'a duplicate band id',
      { 'rubric.yaml': main.replace('id: bad', 'id: good') },
      [
        'tiny/rubric.yaml:8:52 the id good is used twice; first in tiny/rubric.yaml:8 [answers are found by their id: rename one]',
      ],
    ],
    [
      'a step whose file name is not its id',
      { 'rubric.yaml': `${main}steps: [scope]\n`, 'steps/scope.yaml': step.replace('id: scope', 'id: scoping') },
      ['tiny/steps/scope.yaml:1:5 the id is scoping, but the file is named scope.yaml [make them the same]'],
    ],
    [
      'more values than levels, without further errors of these values',
      { 'features/first.yaml': two(asked('a', 'values: [0, 3, 2]')) },
      ['tiny/features/first.yaml:4:31 first.a has 3 values for 2 levels'],
    ],
    [
      'a highest level without points, and values that fall',
      { 'features/first.yaml': two(asked('a', 'values: [1, 0]')) },
      [
        'tiny/features/first.yaml:4:31 the highest level of first.a earns nothing [the last value is the maximum and must be above 0]',
        'tiny/features/first.yaml:4:35 the values of first.a fall from 1 to 0 [a higher level must not earn less than a lower one]',
      ],
    ],
    ['but not equal values', { 'features/first.yaml': two(asked('a', 'levels: [x, y, z], values: [0, 1, 1]')) }, []],
    [
      'a condition on an unknown question, with a suggestion if the id resembles a known one',
      {
        'features/first.yaml': two(
          asked('a') +
            asked('b', 'when: { question: first.aa, atLeast: 1 }') +
            asked('c', 'when: { question: something-else.entirely, atLeast: 1 }'),
        ),
      },
      [
        'tiny/features/first.yaml:5:41 when refers to first.aa, which is not a question [did you mean first.a?]',
        'tiny/features/first.yaml:6:41 when refers to something-else.entirely, which is not a question',
      ],
    ],
    [
      'a condition that no level can meet, but not one that the highest level meets',
      {
        'features/first.yaml': two(
          asked('a') +
            asked('b', 'when: { question: first.a, atLeast: 1 }') +
            asked('c', 'when: { question: first.a, atLeast: 2 }'),
        ),
      },
      [
        'tiny/features/first.yaml:6:59 when requires level 2 of first.a, whose highest level is 1 [lower atLeast, or remove the condition; otherwise the question is never asked]',
      ],
    ],
    [
      'each cycle of conditions once, at its first question, but not conditions that only lead into it',
      {
        'features/first.yaml': two(
          asked('z', 'when: { question: first.a, atLeast: 1 }') +
            asked('a', 'when: { question: first.b, atLeast: 1 }') +
            asked('b', 'when: { question: first.a, atLeast: 1 }') +
            asked('c', 'when: { question: first.c, atLeast: 1 }'),
        ),
      },
      [
        'tiny/features/first.yaml:5:41 conditions form a cycle: first.a → first.b → first.a [remove one of the when conditions]',
        'tiny/features/first.yaml:7:41 conditions form a cycle: first.c → first.c [remove one of the when conditions]',
      ],
    ],
    [
      'bands in the wrong order, and a last band above 0',
      { 'rubric.yaml': main.replace('from: 0', 'from: 50') },
      [
        'tiny/rubric.yaml:8:63 band bad starts at 50, and the one above it at 50 [list the highest band first; each one after it starts at a lower score]',
        'tiny/rubric.yaml:8:63 no band covers the lowest scores: the last one starts at 50 [let the last band start at 0]',
      ],
    ],
    [
      'a cap that names an unknown band, with a suggestion if the id resembles a known one',
      { 'rubric.yaml': `${main}caps: [{ when: severe-flag, band: goood }, { when: critical-at-zero, band: unheard-of }]\n` },
      [
        'tiny/rubric.yaml:10:35 the cap names the band goood, which does not exist [did you mean good?]',
        'tiny/rubric.yaml:10:76 the cap names the band unheard-of, which does not exist',
      ],
    ],
  ];
  it.each(cases)('%s', async (_, files, expected) => {
    expect(await faults(files)).toEqual(expected);
  });

  it('a folder without rubric.yaml', async () => {
    await expect(loadRubric(await temporaryFolder(), 'here')).rejects.toMatchObject({
      problems: [{ code: 'no-rubric-file', source: 'here' }],
    });
  });

  it('a folder with the name of a file', async () => {
    const folder = await folderOf({});
    await mkdir(join(folder, 'flags.yaml'));
    await expect(loadRubric(folder, 'tiny')).rejects.toMatchObject({
      problems: [{ code: 'is-a-folder', source: 'tiny/flags.yaml' }],
    });
  });
});
