import { describe, expect, it } from 'vitest';
import { migrateAnswers } from '../../src/answers/migrate.ts';
import { readAnswers } from '../../src/answers/read.ts';
import { CompassError } from '../../src/source/problem.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('f', [question('f.new-name', { was: ['f.old-name'] }), question('f.added')])], {
  more: { version: '1.2.0', retired: [{ id: 'f.gone', reason: 'asked elsewhere' }] },
});

const file = (version: string, answers: string): string =>
  `format: compass-answers/1\nrubric: { id: small, version: ${version} }\nanswers:\n${answers}`;

describe('answers given for another version with the same major number', () => {
  it('are read by current or former id; renamed, dropped and new questions are listed', () => {
    const { assessment } = readAnswers(file('1.0.0', '  f.old-name: 2\n  f.gone: 1\n'), 'x', prepared);
    expect([...assessment.answers.keys()]).toEqual(['f.new-name']);
    expect(assessment.carried).toEqual({
      from: '1.0.0',
      renamed: [{ from: 'f.old-name', to: 'f.new-name' }],
      dropped: [{ question: 'f.gone', reason: 'asked elsewhere' }],
      unanswered: ['f.added'],
    });
  });

  it('may include questions of a newer version, which are dropped', () => {
    const { assessment } = readAnswers(file('1.3.0', '  f.next: 1\n'), 'x', prepared);
    expect(assessment.carried?.dropped).toEqual([{ question: 'f.next', reason: 'not asked in version 1.2.0' }]);
  });

  it('are refused if they have an unknown id and are of an older version', () => {
    expect(() => readAnswers(file('1.0.0', '  f.adedd: 1\n'), 'x', prepared)).toThrow(CompassError);
  });

  it('are refused if they answer a question under its current and its former id', () => {
    expect(() => readAnswers(file('1.0.0', '  f.old-name: 1\n  f.new-name: 2\n'), 'x', prepared)).toThrow('answered twice');
  });
});

describe('compass rubric migrate', () => {
  it('renames former ids, and moves what no longer fits to `was`', () => {
    const before = file('1.0.0', '  f.old-name: 2 # sure\n  f.gone: { level: 1, rationale: why }\n  f.added: 7\n');
    const { text, renamed, movedToWas } = migrateAnswers(before, 'x', prepared);
    expect(text).toBe(`format: compass-answers/1
rubric: { id: small, version: 1.2.0 }
answers:
  f.new-name: 2 # sure
was:
  1.0.0:
    answers:
      f.gone: { level: 1, rationale: why }
      f.added: 7
`);
    expect(renamed).toEqual([{ from: 'f.old-name', to: 'f.new-name' }]);
    expect(movedToWas.map(({ reason }) => reason)).toEqual(['asked elsewhere', 'level 7 is not one of 0..3']);
    expect(readAnswers(text, 'x', prepared).assessment.answers.get('f.new-name')?.level).toBe(2);
  });
});
