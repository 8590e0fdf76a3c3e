import { describe, expect, it } from 'vitest';
import type { FailOn } from '../../src/core/gate-names.ts';
import { evaluateGates, type Gates } from '../../src/core/gates.ts';
import { scoreInContext } from '../../src/core/score.ts';
import { gateSentence } from '../../src/report/words/score.ts';
import { assessmentOf, feature, flag, type Given, question, rubricOf, score } from '../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('f', [question('f.a', { critical: true }), question('f.b')])], { flags: [flag('bad')] });

function gates(given: Given, asked: Partial<Gates>) {
  return evaluateGates(score(prepared, given), { minFeature: new Map(), failOn: new Set(), ...asked });
}

const failOn = (...names: FailOn[]): Partial<Gates> => ({ failOn: new Set(names) });

describe('scoring rule 6: gates', () => {
  it('test the low, so that they cannot be passed by leaving questions blank', () => {
    expect(gates({ answers: { 'f.a': 3 } }, { min: 60 })).toMatchObject([{ gate: 'min', holds: false, actual: 50 }]);
    expect(gates({ answers: { 'f.a': 3, 'f.b': 3 } }, { min: 100 })).toMatchObject([{ holds: true }]);
  });

  it('hold if the low equals the minimum; a minimum of 0 is a gate too', () => {
    expect(gates({}, { min: 0 })).toMatchObject([{ gate: 'min', holds: true, actual: 0 }]);
  });

  it('fail a draft to which no question applies', () => {
    expect(gates({ features: { f: 'x' } }, { min: 0 })).toMatchObject([{ holds: false, actual: null }]);
  });

  it('test single features', () => {
    expect(gates({ answers: { 'f.a': 3 } }, { minFeature: new Map([['f', 51]]) })).toMatchObject([
      { gate: 'min-feature', feature: 'f', holds: false },
    ]);
  });

  it('fail on a critical question that is at level 0 or unanswered', () => {
    expect(gates({ answers: { 'f.a': 0 } }, failOn('critical'))).toMatchObject([
      { gate: 'critical', holds: false, because: ['f.a'] },
    ]);
    expect(gates({}, failOn('critical'))).toMatchObject([{ holds: false }]);
    expect(gates({ answers: { 'f.a': 1 } }, failOn('critical'))).toMatchObject([{ holds: true }]);
  });

  it('fail on any red flag and on any unanswered question', () => {
    expect(gates({ flags: ['bad'] }, failOn('flag', 'unanswered'))).toMatchObject([
      { gate: 'flag', holds: false, because: ['bad'] },
      { gate: 'unanswered', holds: false, because: ['f.a', 'f.b'] },
    ]);
  });

  it('fail on review only if an answer needs another look', () => {
    const marked = { level: 3, notApplicable: null, evidence: [], review: 'art. 5 changed' };
    expect(gates({ answers: { 'f.b': marked } }, failOn('review'))).toEqual([{ gate: 'review', holds: false, because: ['f.b'] }]);
    expect(gates({ answers: { 'f.b': 3 } }, failOn('review'))).toEqual([{ gate: 'review', holds: true, because: [] }]);
  });

  it('fail a minimum for a feature that does not exist; each outcome has the minimum and the actual low', () => {
    expect(gates({ answers: { 'f.a': 3 } }, { minFeature: new Map([['g', 0]]), min: 10 })).toEqual([
      { gate: 'min', holds: true, bound: 10, actual: 50, because: [] },
      { gate: 'min-feature', feature: 'g', holds: false, bound: 0, actual: null, because: [] },
    ]);
  });

  it('have no outcome unless asked for', () => {
    expect(gates({ flags: ['bad'] }, {})).toEqual([]);
  });

  it('show enough digits to tell the low from the minimum', () => {
    const sentence = gateSentence({ gate: 'min', holds: false, bound: 60, actual: 59.96, because: [] });
    expect(sentence).toBe('fails: overall, lower bound 59.96 < 60');
  });
});

describe('gates and other law in force', () => {
  const elsewhere = (level: number, other: number) => ({
    level,
    notApplicable: null,
    evidence: [],
    elsewhere: { level: other, law: 'Another Act' },
  });
  const given: Given = { answers: { 'f.a': elsewhere(0, 3), 'f.b': 3 } };
  const asked: Partial<Gates> = { min: 60, minFeature: new Map([['f', 60]]), ...failOn('critical', 'flag', 'unanswered') };
  const inContext = scoreInContext(prepared, assessmentOf(given), 'x');
  const outcomes = (more: Partial<Gates>) =>
    evaluateGates(score(prepared, given), { minFeature: new Map(), failOn: new Set(), ...asked, ...more }, inContext);

  it('look at the text alone unless asked otherwise, and say so where other law makes a difference', () => {
    expect(outcomes({})).toMatchObject([
      { gate: 'min', holds: false, actual: 50, inContext: false },
      { gate: 'min-feature', holds: false, actual: 50, inContext: false },
      { gate: 'critical', holds: false, because: ['f.a'], inContext: false },
      { gate: 'flag', holds: true },
      { gate: 'unanswered', holds: true },
    ]);
    expect(outcomes({}).map(gateSentence)).toEqual([
      'fails: overall, the text alone, lower bound 50.0 < 60',
      'fails: f, the text alone, lower bound 50.0 < 60',
      'fails: critical, the text alone: f.a',
      'holds: flag',
      'holds: unanswered',
    ]);
  });

  it('look at the score with other law in force if asked to, and say that', () => {
    expect(outcomes({ inContext: true }).map(gateSentence)).toEqual([
      'holds: overall, with other law in force, lower bound 100.0 >= 60',
      'holds: f, with other law in force, lower bound 100.0 >= 60',
      'holds: critical, with other law in force',
      'holds: flag',
      'holds: unanswered',
    ]);
  });

  it('look for flags and blanks in the answers themselves: other law neither removes a flag nor answers a question', () => {
    const blank: Given = {
      answers: { 'f.b': { level: null, notApplicable: null, evidence: [], elsewhere: { level: 3 } } },
      flags: ['bad'],
    };
    const result = evaluateGates(
      score(prepared, blank),
      { minFeature: new Map(), inContext: true, ...failOn('flag', 'unanswered') } as Gates,
      scoreInContext(prepared, assessmentOf(blank), 'x'),
    );
    expect(result.map(({ because }) => because)).toEqual([['bad'], ['f.a', 'f.b']]);
  });

  it('say nothing of it where no answer names other law and nobody asked', () => {
    expect(gates({ answers: { 'f.a': 3, 'f.b': 3 } }, { min: 60 })).toEqual([
      { gate: 'min', holds: true, bound: 60, actual: 100, because: [] },
    ]);
    expect(gates({ answers: { 'f.a': 3 } }, { min: 60, inContext: true }).map(gateSentence)).toEqual([
      'fails: overall, with other law in force, lower bound 50.0 < 60',
    ]);
  });
});
