import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { writeEntry } from '../../src/answers/entries.ts';
import { migrateAnswers } from '../../src/answers/migrate.ts';
import { reviseAnswers } from '../../src/answers/revise.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('f', [question('f.a'), question('f.b'), question('f.c')])], {
  more: { version: '2.0.0', retired: [{ id: 'f.gone', reason: 'Asked elsewhere.' }] },
});
const file = (answers: string): string =>
  `format: compass-answers/1\nrubric: { id: small, version: 1.0.0 }\nanswers:\n${answers.replaceAll(/^/gm, '  ')}\n`;

const shared = file(
  'f.a: &x { level: 1, evidence: &e [{ at: art. 1 }] } # first\nf.b: *x # second\nf.c: { level: 2, evidence: *e }',
);

describe('an answers file with YAML aliases', () => {
  const save = (text: string): string => {
    const document = parseDocument(text);
    const value = { level: 3, notApplicable: null, evidence: [] };
    writeEntry(document, { section: 'answers', id: 'f.a', value, order: ['f.a', 'f.b', 'f.c'] }, new Map());
    return document.toString();
  };

  it('keeps the answers that shared a part of one that is changed', () => {
    expect(parse(save(shared)).answers).toEqual({
      'f.a': 3,
      'f.b': { level: 1, evidence: [{ at: 'art. 1' }] },
      'f.c': { level: 2, evidence: [{ at: 'art. 1' }] },
    });
    expect(save(shared)).toContain('# second');
    expect(parse(save(file('f.a: &n 1\nf.b: *n'))).answers).toEqual({ 'f.a': 3, 'f.b': 1 });
    expect(parse(save(file('f.b: &n { level: 1, was: old }\nf.a: *n'))).answers).toEqual({
      'f.b': { level: 1, was: 'old' },
      'f.a': { level: 3, was: 'old' },
    });
  });

  it('keeps the aliases that have nothing to do with it', () => {
    const text = file('f.a: 1\nf.b: &x { level: 1 }\nf.c: *x');
    expect(save(text)).toBe(text.replace('f.a: 1', 'f.a: 3'));
  });

  it('keeps a section that is an alias as a whole', () => {
    const document = parseDocument('answers: { f.a: 1 }\nsteps: &s { s.a: partly }\nflags: *s\n');
    const value = { present: true, evidence: [] };
    writeEntry(document, { section: 'flags', id: 'bad', value, order: ['bad'] }, new Map());
    expect(parse(document.toString())).toEqual({
      answers: { 'f.a': 1 },
      steps: { 's.a': 'partly' },
      flags: { 's.a': 'partly', bad: { present: true } },
    });
  });

  it('can be migrated, also if what an alias stands for is moved', () => {
    const { text } = migrateAnswers(file('f.gone: &x { level: 1 }\nf.a: *x\nf.b: &y { level: 2, note: *x }'), 'x', prepared);
    expect(parse(text)).toMatchObject({
      answers: { 'f.a': { level: 1 }, 'f.b': { level: 2, note: { level: 1 } } },
      was: { '1.0.0': { answers: { 'f.gone': { level: 1 } } } },
    });
    expect(text).not.toMatch(/[&*]/);
  });

  it('is revised one answer at a time', () => {
    const change = { section: 'answers', id: 'f.b', index: 0, at: 'art. 2', keep: false } as const;
    const revision = { draft: { text: 'bill.md', sha256: '0' }, evidence: [change], review: [] };
    const { answers } = parse(reviseAnswers({ text: shared, source: 'x', path: 'x.yaml' }, revision, prepared));
    expect(answers['f.a'].evidence).toEqual([{ at: 'art. 1' }]);
    expect(answers['f.b'].evidence).toEqual([{ at: 'art. 2' }]);
    expect(answers['f.c'].evidence).toEqual([{ at: 'art. 1' }]);
  });
});
