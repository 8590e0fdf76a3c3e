import { expect, it } from 'vitest';
import { dissentWords, formerWords } from '../../src/interview/dissent.ts';

const named = (ids: readonly string[]): string => ids.join(' and ');

it('what a reviewer of a panel answered is said in words, whatever kind of answer it is', () => {
  const views = [
    { reviewer: 'Ann', level: 2, marks: ['x', 'y'], rationale: 'Because.' },
    { reviewer: 'Ben', level: 0, marks: [] },
    { reviewer: 'Cy', notApplicable: 'No companies.' },
    { reviewer: 'Di', present: true },
    { reviewer: 'Ed', status: 'partly' },
  ] as const;
  expect(views.map((view) => dissentWords(view, named))).toEqual([
    'Ann: level 2, marks: x and y: Because.',
    'Ben: level 0, marks: -',
    'Cy: not applicable: No companies.',
    'Di: present',
    'Ed: partly',
  ]);
});

it('what a piece of evidence was is its place and its words', () => {
  expect(formerWords({ was: { at: 'art. 1', quote: 'old words' } })).toBe('art. 1: "old words"');
  expect(formerWords({ at: 'art. 1' })).toBe('');
});
