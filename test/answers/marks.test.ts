import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { problemsOf as problemsIn } from '../fixtures/answers-problems.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const mark = (id: string, from?: number) => ({ id, text: id, gap: '', ...(from && { from }) });
const prepared = rubricOf([
  feature('f', [
    question('f.two', { marks: [mark('approved'), mark('published')], need: { 2: 1, 3: 2 } }),
    question('f.five', { marks: ['a', 'b', 'c', 'd', 'e'].map((id) => mark(id)), need: { 2: 3, 3: 5 } }),
    question('f.first', { marks: [mark('right', 2), mark('costs'), mark('time')], need: { 2: 1, 3: 3 } }),
    question('f.none'),
  ]),
]);
const text = (answers: string): string =>
  `format: compass-answers/1\nrubric: { id: small, version: 1.0.0 }\nanswers:\n${answers.replaceAll(/^/gm, '  ')}\n`;

const problemsOf = (answers: string): string[] => problemsIn(text(answers), prepared);

describe('the marks of an answer', () => {
  it('are read as they stand, and an empty list is not the same as none', () => {
    const { assessment } = readAnswers(
      text('f.two: { level: 2, marks: [published] }\nf.five: { level: 0, marks: [] }'),
      'x',
      prepared,
    );
    expect(assessment.answers.get('f.two')?.marks).toEqual(['published']);
    expect(assessment.answers.get('f.five')?.marks).toEqual([]);
    expect(problemsOf('f.two: 3')).toEqual([]);
  });

  it.each([
    [
      'f.two: { level: 3, marks: [approved] }',
      '4:29 level 3 needs all 2 marks, 1 is ticked: published is missing (f.two) [tick them if they are seen in the text, or give a lower level]',
    ],
    [
      'f.two: { level: 3, marks: [] }',
      '4:29 level 3 needs all 2 marks, 0 are ticked: approved, published are missing (f.two) [tick them if they are seen in the text, or give a lower level]',
    ],
    [
      'f.five: { level: 2, marks: [a, e] }',
      '4:30 level 2 needs 3 of 5 marks, 2 are ticked: b, c, d are missing (f.five) [tick those that are seen in the text, or give a lower level]',
    ],
    [
      'f.first: { level: 2, marks: [costs, time] }',
      '4:31 level 2 needs the mark right, which is not ticked (f.first) [tick it if it is seen in the text, or give a lower level]',
    ],
    ['f.two: { level: 1, marks: [aproved] }', '4:30 f.two has no mark aproved [did you mean approved?]'],
    ['f.two: { level: 1, marks: [approved, approved] }', '4:40 approved is ticked twice (f.two)'],
    ['f.none: { level: 1, marks: [approved] }', '4:23 f.none has no marks to tick [remove the marks: the level alone counts]'],
    ['f.none: { level: 1, elsewhere: { level: 4 } }', '4:43 level 4 is not one of 0..3 (f.none)'],
    ['f.none: { level: 1, elsewhere: { level: -1 } }', '4:43 level -1 is not one of 0..3 (f.none)'],
    ['f.none: { level: 1, dissent: [{ level: -1 }] }', '4:42 level is -1; it must be >= 0'],
    ['f.first: { level: 4, marks: [costs] }', '4:21 level 4 is not one of 0..3 (f.first)'],
  ])('are refused with their place where they contradict the level or the rubric: %s', (answers, problem) => {
    expect(problemsOf(answers)).toEqual([problem]);
  });

  it('may allow a higher level than the one that is given: its force or scope can hold it back', () => {
    expect(problemsOf('f.two: { level: 1, marks: [approved, published] }')).toEqual([]);
  });

  it('are all checked, and so is the rest of the file', () => {
    expect(problemsOf('f.two: { level: 3, marks: [] }\nf.five: { level: 3, marks: [x] }\nf.nope: 1')).toHaveLength(3);
  });
});
