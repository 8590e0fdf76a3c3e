import { describe, expect, it } from 'vitest';
import { mapIds } from '../../src/answers/id-mapping.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import { problemsOf } from '../fixtures/answers-problems.ts';
import { feature, flag, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf(
  [
    feature('broad', [question('broad.rights', { was: ['broad.old'] }), question('broad.reach', { levels: ['no', 'yes'] })]),
    feature('chain', [question('chain.scope'), question('chain.reach')]),
  ],
  {
    flags: [flag('monitoring')],
    steps: [
      {
        id: 'scoping',
        title: 'Scoping',
        summary: '',
        questions: [{ id: 'scoping.problem', text: 'T', help: '', principles: [], was: ['scoping.issue'] }],
      },
    ],
    more: { version: '1.2.3', retired: [{ id: 'broad.gone', reason: 'asked elsewhere' }] },
  },
);

/** All errors of an answers file with these sections, as `line:column message [hint]`. */
const faults = (sections: string, version = '1.2.3', rubric: PreparedRubric = prepared): string[] =>
  problemsOf(`format: compass-answers/1\nrubric: { id: small, version: ${version} }\n${sections}`, rubric);

describe('an answers file is checked against the rubric:', () => {
  const cases: [name: string, sections: string, expected: string[]][] = [
    [
      'levels from 0 to the highest of the question are valid',
      'answers: { broad.rights: 3, broad.reach: { level: 1 }, chain.scope: 0 }\n',
      [],
    ],
    [
      'each question has its own highest level',
      'answers: { broad.rights: 4, broad.reach: { level: 2 } }\n',
      ['3:26 level 4 is not one of 0..3 (broad.rights)', '3:51 level 2 is not one of 0..1 (broad.reach)'],
    ],
    [
      'notApplicable may be combined with a level of null, but not with a level',
      'answers:\n  broad.rights: { level: null, notApplicable: no duty }\n  broad.reach: { notApplicable: no duty, level: 0 }\n',
      ['5:18 broad.reach has a level and is not applicable [keep one of the two]'],
    ],
    [
      'a question of another feature is suggested, if only one feature has it',
      'answers: { broad.scope: 1 }\n',
      ['3:12 there is no question broad.scope in small 1.2.3 [did you mean chain.scope?]'],
    ],
    [
      'if several features have it, the id nearest in spelling is suggested',
      'answers: { braod.reach: 1 }\n',
      ['3:12 there is no question braod.reach in small 1.2.3 [did you mean broad.reach?]'],
    ],
    [
      'without a similar id, nothing is suggested',
      'answers: { something: 1 }\n',
      ['3:12 there is no question something in small 1.2.3'],
    ],
    [
      'the ids of features, steps and flags are checked too',
      'features: { braod: { notApplicable: why } }\nsteps: { scoping.problm: partly }\nflags: { monitorin: true }\n',
      [
        '3:13 there is no feature braod in small 1.2.3 [did you mean broad?]',
        '4:10 there is no guiding question scoping.problm in small 1.2.3 [did you mean scoping.problem?]',
        '5:10 there is no red flag monitorin in small 1.2.3 [did you mean monitoring?]',
      ],
    ],
    [
      'a status must be one of three',
      'steps: { scoping.problem: done }\n',
      ['3:27 "done" is not one of addressed, partly, missing (scoping.problem)'],
    ],
    ...(['addressed', 'partly', 'missing'] as const).map((status): [string, string, string[]] => [
      `the status "${status}" is valid`,
      `steps: { scoping.problem: ${status} }\n`,
      [],
    ]),
    [
      'a question that is answered under its current and its former id is an error, with the former id',
      'answers: { broad.old: 1, broad.rights: 2 }\nsteps: { scoping.problem: partly, scoping.issue: missing }\n',
      [
        '3:26 broad.rights is answered twice: the question was once called broad.old [keep one of the two answers]',
        '4:35 scoping.problem is answered twice: the question was once called scoping.issue [keep one of the two answers]',
      ],
    ],
    [
      'a list instead of a map is an error, and its entries are not checked as ids',
      'answers: [broad.nothing]\n',
      ['3:10 answers must be keys with values, but is a list'],
    ],
    ['text instead of a map is an error', 'flags: many\n', ['3:8 flags must be keys with values, but is "many"']],
    ['empty sections are valid', 'answers:\nsteps:\nflags:\nfeatures:\n', []],
  ];
  it.each(cases)('%s', (_, sections, expected) => {
    expect(faults(sections)).toEqual(expected);
  });

  it('answers to retired questions are accepted with any level, and so are unknown ids from a newer version', () => {
    expect(faults('answers: { broad.gone: 9 }\n', '1.0.0')).toEqual([]);
    expect(faults('answers: { broad.next: 9 }\nsteps: { scoping.next: partly }\n', '1.3.0')).toEqual([]);
    expect(faults('answers: { broad.next: 9 }\n', '1.2.3')).toEqual(['3:12 there is no question broad.next in small 1.2.3']);
  });
});

describe('mapping the ids of a file to the rubric in use', () => {
  const idsOf = (version: string | undefined, answers: object, steps: object = {}) =>
    mapIds({ rubric: { id: 'small', version }, answers, steps } as Parameters<typeof mapIds>[0], prepared);

  it('nothing is reported for the same version with current ids', () => {
    const { carried, renamed, dropped, idOf } = idsOf('1.2.3', { 'broad.rights': 1 }, { 'scoping.problem': 'partly' });
    expect(carried).toBeUndefined();
    expect([renamed.size, dropped.size]).toEqual([0, 0]);
    expect(idOf('broad.rights')).toBe('broad.rights');
  });

  it('a former or retired id is reported for the same version, and another version always is', () => {
    expect(idsOf('1.2.3', { 'broad.old': 1 }).carried?.renamed).toEqual([{ from: 'broad.old', to: 'broad.rights' }]);
    expect(idsOf('1.2.3', { 'broad.gone': 1 }).carried?.dropped).toEqual([{ question: 'broad.gone', reason: 'asked elsewhere' }]);
    expect(idsOf('1.2.2', {}).carried).toEqual({
      from: '1.2.2',
      renamed: [],
      dropped: [],
      unanswered: ['broad.rights', 'broad.reach', 'chain.scope', 'chain.reach'],
    });
  });

  it('ids of steps are mapped like those of answers', () => {
    const { idOf, carried } = idsOf('1.3.0', { 'broad.rights': 1 }, { 'scoping.issue': 'partly', 'scoping.next': 'partly' });
    expect(idOf('scoping.issue')).toBe('scoping.problem');
    expect(idOf('scoping.next')).toBeUndefined();
    expect(carried?.dropped).toEqual([{ question: 'scoping.next', reason: 'not asked in version 1.2.3' }]);
    expect(carried?.unanswered).toEqual(['broad.reach', 'chain.scope', 'chain.reach']);
  });

  it('a file without a version is taken to be made with the current one', () => {
    expect(idsOf(undefined, { 'broad.next': 1 }).carried).toBeUndefined();
    expect(mapIds({} as Parameters<typeof mapIds>[0], prepared).carried).toBeUndefined();
  });

  it('former ids include those of scored and of guiding questions', () => {
    expect(Object.fromEntries(prepared.formerIds)).toEqual({ 'broad.old': 'broad.rights', 'scoping.issue': 'scoping.problem' });
  });
});
