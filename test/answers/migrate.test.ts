import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { migrateAnswers } from '../../src/answers/migrate.ts';
import { readAnswers } from '../../src/answers/read.ts';
import type { Mark, PreparedRubric, Question } from '../../src/core/rubric.ts';
import { feature, flag, question, rubricOf } from '../fixtures/small-rubric.ts';

const mark = (id: string, from?: number): Mark => ({ id, text: `is ${id}`, gap: '', ...(from && { from }) });
const marks = [mark('right', 2), mark('costs')];
const need = { 2: 1, 3: 2 };

const guiding = (id: string, text = `Guiding ${id}?`) => ({ id, text, help: '', principles: [], was: [] });

function rubric(version: string, questions: readonly Question[], steps = [guiding('s.a'), guiding('s.b')]): PreparedRubric {
  const step = { id: 's', title: 'Step', summary: '', questions: steps };
  return rubricOf([feature('f', questions)], { flags: [flag('bad')], steps: [step], more: { version } });
}

const one = rubric('1.0.2', [
  question('f.same'),
  question('f.marked'),
  question('f.levels'),
  question('f.asks'),
  question('f.old'),
  question('f.first'),
  question('f.second'),
]);
const two = rubric(
  '2.0.0',
  [
    question('f.same'),
    question('f.marked', { marks, need }),
    question('f.levels', { levels: ['none', 'a bit', 'more', 'all'] }),
    question('f.asks', { text: 'Something else?' }),
    question('f.new', { text: 'Question f.old?', was: ['f.old'] }),
    question('f.both', { was: ['f.first', 'f.second'] }),
    question('f.added'),
  ],
  [guiding('s.a'), guiding('s.b', 'Another one?')],
);

const head = 'format: compass-answers/1\nrubric: { id: small, version: 1.0.2 }\n';
const file = (answers: string, more = ''): string => `${head}answers:\n${answers.replaceAll(/^/gm, '  ')}\n${more}`;

/** The migrated file, which must be one that can be read. */
function migrated(text: string, older?: PreparedRubric, to = two) {
  const migration = migrateAnswers(text, 'x', to, older?.rubric);
  readAnswers(migration.text, 'x', to);
  return { ...migration, file: parse(migration.text) };
}

describe('migration to a new major version', () => {
  it('carries an answer as it is where nothing is known to have changed', () => {
    const before = file('f.same: 2 # sure\nf.levels: { level: 1, rationale: why }');
    expect(migrated(before).text).toBe(before.replace('1.0.2', '2.0.0'));
    expect(migrated(before).review).toEqual([]);
  });

  it('marks an answer for review if the question has marks now; its short form and its comment stay readable', () => {
    const { text, review } = migrated(file('f.marked: 2 # as agreed'));
    expect(text).toContain('  f.marked: { level: 2, review: version 2.0.0 asks for marks } # as agreed\n');
    expect(review).toEqual([{ question: 'f.marked', because: 'version 2.0.0 asks for marks' }]);
  });

  it('marks no empty answer, and no answer that says that the question does not apply, for new marks', () => {
    expect(migrated(file('f.marked: null')).review).toEqual([]);
    expect(migrated(file('f.marked: { notApplicable: no courts }')).review).toEqual([]);
  });

  it('carries an answer by a former id, and says what it was', () => {
    const { file: after } = migrated(file('f.old: { level: 2, owner: Ministry, due: 2026-05-01 }'));
    expect(after.answers).toEqual({ 'f.new': { level: 2, owner: 'Ministry', due: '2026-05-01', review: 'was f.old' } });
  });

  it('carries the first of two answers that are one question now, keeps the other, and marks it', () => {
    const { file: after } = migrated(file('f.first: { level: 2, rationale: A }\nf.second: { level: 1, rationale: B }'));
    expect(after.answers['f.both']).toMatchObject({ level: 2, rationale: 'A' });
    expect(after.answers['f.both'].review).toContain(
      'f.first, f.second are now one question, f.both: this is the answer to f.first, the others are kept under was',
    );
    expect(after.was).toEqual({ '1.0.2': { answers: { 'f.second': { level: 1, rationale: 'B' } } } });
  });

  it('loses nothing: reasons, evidence, comments, dissent and an earlier mark stay', () => {
    const entry = `f.marked:
  level: 1
  # the committee asked
  rationale: why
  evidence:
    - { at: art. 1, quote: words, note: N } # checked
  confidence: low
  review: art. 1 changed
  dissent:
    - { reviewer: B, level: 2 }`;
    const { text } = migrated(file(entry));
    expect(text).toBe(
      file(entry).replace('1.0.2', '2.0.0').replace('art. 1 changed', 'art. 1 changed; version 2.0.0 asks for marks'),
    );
  });

  it('leaves a JSON file JSON', () => {
    const text = JSON.stringify({ ...parse(file('f.marked: 2')) });
    const { answers } = JSON.parse(migrateAnswers(text, 'x.answers.json', two).text);
    expect(answers).toEqual({ 'f.marked': { level: 2, review: 'version 2.0.0 asks for marks' } });
  });

  it('adds no reason twice', () => {
    const once = migrated(file('f.marked: 2')).text.replace('2.0.0 }', '1.0.2 }');
    expect(migrated(once).file.answers['f.marked'].review).toBe('version 2.0.0 asks for marks');
  });
});

describe('migration with the old rubric at hand', () => {
  it('marks every answer whose question or levels changed, and leaves those of an unchanged question alone', () => {
    const answers = ['same', 'marked', 'levels', 'asks', 'old'].map((id) => `f.${id}: 2`).join('\n');
    const { review, file: after } = migrated(file(answers), one);
    expect(review).toEqual([
      { question: 'f.marked', because: 'version 2.0.0 asks for marks' },
      { question: 'f.levels', because: 'its levels changed in version 2.0.0' },
      { question: 'f.asks', because: 'the question changed in version 2.0.0' },
    ]);
    expect(after.answers).toMatchObject({ 'f.same': 2, 'f.new': 2 });
  });

  it('marks a step whose question changed', () => {
    const { file: after } = migrated(file('f.same: 1', 'steps:\n  s.a: addressed\n  s.b: partly\nflags:\n  bad: true\n'), one);
    expect(after.steps).toEqual({
      's.a': 'addressed',
      's.b': { status: 'partly', review: 'the question changed in version 2.0.0' },
    });
    expect(after.flags).toEqual({ bad: true });
  });

  it('marks an answer whose marks changed, and keeps marks that no longer fit under was', () => {
    const three = rubric('3.0.0', [question('f.marked', { marks: [mark('right'), mark('time')], need })]);
    const before = file('f.marked: { level: 3, marks: [right, costs] }').replace('1.0.2', '2.0.0');
    const { file: after } = migrated(before, two, three);
    expect(after.answers['f.marked']).toEqual({
      level: 3,
      was: { marks: ['right', 'costs'] },
      review: 'its marks changed in version 3.0.0; its marks no longer fit and are kept under was',
    });
  });

  it('keeps marks under was that are too few for the level now', () => {
    const three = rubric('3.0.0', [question('f.marked', { marks, need: { 2: 2, 3: 2 } })]);
    const before = file('f.marked: { level: 2, marks: [right] }').replace('1.0.2', '2.0.0');
    expect(migrated(before, two, three).file.answers['f.marked']).toMatchObject({ level: 2, was: { marks: ['right'] } });
  });
});

describe('a level of other law', () => {
  it('above the highest one is kept under was, beside marks that no longer fit', () => {
    const three = rubric('3.0.0', [question('f.marked', { marks: [mark('time')], levels: ['no', 'some', 'all'] })]);
    const entry = 'f.marked: { level: 2, marks: [right], elsewhere: { level: 3, law: Civil Code } }';
    const { file: after } = migrated(file(entry).replace('1.0.2', '2.0.0'), two, three);
    expect(after.answers['f.marked']).toMatchObject({
      level: 2,
      was: { marks: ['right'], elsewhere: { level: 3, law: 'Civil Code' } },
      review: expect.stringContaining('the level of other law no longer fits and is kept under was'),
    });
    expect(after.answers['f.marked']).not.toHaveProperty('elsewhere');
  });
});

describe('migration within a major version', () => {
  it('marks nothing: such versions never change the meaning of an answer', () => {
    const next = rubric('1.1.0', [question('f.new', { was: ['f.old'] }), question('f.same', { text: 'Reworded?' })]);
    expect(migrated(file('f.old: 2\nf.same: 1'), one, next)).toMatchObject({
      review: [],
      renamed: [{ from: 'f.old', to: 'f.new' }],
    });
  });
});
