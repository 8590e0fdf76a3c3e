import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answers.ts';
import { compareLaws } from '../../../src/core/compare/laws.ts';
import { assessmentOf, feature, notApplicable, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { assessed, moved } from './between.ts';

const marks = ['approved', 'published', 'current'].map((id) => ({ id, text: `is ${id}`, gap: '' }));
const prepared = rubricOf([
  feature('f', [
    question('f.a', { marks, need: { 2: 2, 3: 3 } }),
    question('f.b', { marks, need: { 2: 2, 3: 3 }, when: { question: 'f.c', atLeast: 1 } }),
    question('f.c'),
  ]),
]);
const ticked = (level: number | null, ...ids: string[]): Answer => ({ level, notApplicable: null, evidence: [], marks: ids });
const marksOf = (before: Readonly<Record<string, Answer | number>>, after: Readonly<Record<string, Answer | number>>) =>
  moved(prepared, { answers: before }, { answers: after }).marks;

describe('the marks that came and went', () => {
  it('are told where the level moved, and where it did not, in the order of the rubric', () => {
    expect(marksOf({ 'f.a': ticked(1, 'current') }, { 'f.a': ticked(2, 'published', 'approved') })).toEqual([
      { question: 'f.a', before: 1, after: 2, added: ['approved', 'published'], removed: ['current'] },
    ]);
    expect(marksOf({ 'f.a': ticked(1) }, { 'f.a': { ...ticked(1, 'current'), rationale: 'Clause 3.' } })).toEqual([
      { question: 'f.a', before: 1, after: 1, added: ['current'], removed: [], rationale: 'Clause 3.' },
    ]);
  });

  it('are not told where the same ones are ticked, in whatever order', () => {
    expect(marksOf({ 'f.a': ticked(2, 'current', 'approved') }, { 'f.a': ticked(1, 'approved', 'current') })).toEqual([]);
  });

  it('are not told where one version was answered without marks: nothing is known of them', () => {
    expect(marksOf({ 'f.a': 2 }, { 'f.a': ticked(2, 'approved', 'current') })).toEqual([]);
    expect(marksOf({ 'f.a': ticked(2, 'approved', 'current') }, { 'f.a': 2 })).toEqual([]);
  });

  it('are not told of a question that does not count in one of the versions', () => {
    expect(marksOf({ 'f.a': ticked(1, 'current') }, { 'f.a': { ...notApplicable(), marks: ['approved'] } })).toEqual([]);
    expect(marksOf({ 'f.b': ticked(1, 'current'), 'f.c': 1 }, { 'f.b': ticked(1), 'f.c': 0 })).toEqual([]);
  });

  it('are told of a question that has no level yet', () => {
    expect(marksOf({ 'f.a': ticked(null, 'current') }, { 'f.a': ticked(1) })).toEqual([
      { question: 'f.a', before: null, after: 1, added: [], removed: ['current'] },
    ]);
  });

  it('never change points', () => {
    const [before, after] = [
      { 'f.a': ticked(1), 'f.c': 1 },
      { 'f.a': ticked(1, 'current'), 'f.c': 1 },
    ];
    const comparison = moved(prepared, { answers: before }, { answers: after });
    expect(comparison).toMatchObject({ score: { change: 0 }, questions: [], gaps: [] });
  });

  it('are listed for each of several laws', () => {
    const laws = [ticked(1, 'current'), 2].map((answer) => assessed(prepared, assessmentOf({ answers: { 'f.a': answer } })));
    expect(compareLaws(prepared, laws).questions[0]?.standings).toEqual([
      { state: 'scored', level: 1, marks: ['current'] },
      { state: 'scored', level: 2 },
    ]);
  });
});
