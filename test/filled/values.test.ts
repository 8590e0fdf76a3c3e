import { describe, expect, it } from 'vitest';
import { hasTwoLevels, readLevel, readMarks, readYesNo } from '../../src/filled/values.ts';

const levels = ['Nothing.', 'A word.', 'An article, with 2 marks.', 'All of it.'];
const question = {
  marks: [
    { id: 'state-owned', text: 'companies of the State', gap: '' },
    { id: 'state', text: 'the State', gap: '', from: 2 },
    { id: 'foreign', text: 'foreign companies', gap: '' },
  ],
};

describe('a list of marks', () => {
  it.each([
    ['state_owned foreign', ['state-owned', 'foreign']],
    ['state-owned, foreign', ['state-owned', 'foreign']],
    ['foreign', ['foreign']],
    ['none__seen', []],
    ['None of these is in the text', []],
    ['companies of the State foreign companies', ['state-owned', 'foreign']],
    ['the State (needed from level 2)', ['state']],
  ])('is read out of %j', (text, ids) => expect(readMarks(text, question)).toEqual({ ids, unknown: [] }));

  it('names what is no mark', () => {
    expect(readMarks('foreign galactic', question)).toEqual({ ids: ['foreign'], unknown: ['galactic'] });
    expect(readMarks('foreign companies and others', question)).toEqual({ ids: ['foreign'], unknown: ['and others'] });
  });
});

describe('a level', () => {
  it.each([
    ['2', { level: 2 }],
    ['2 - An article, with 2 marks.', { level: 2 }],
    ['2 – An arti…', { level: 2 }],
    ['an article,  with 2 MARKS.', { level: 2 }],
    ['2) see below', { level: 2, rest: 'see below' }],
    ['2 - 3.5', undefined],
    ['7', { level: 7 }],
    ['n/a', { notApplicable: true }],
    ['Not applicable', { notApplicable: true }],
    ['2.5', undefined],
    ['2026-03-02', undefined],
    ['2-3', undefined],
    ['2 – 3', undefined],
    ['2 - 3 articles', { level: 2, rest: '3 articles' }],
    ['some', undefined],
  ])('is read out of %j', (text, read) => expect(readLevel(text, { levels })).toEqual(read));
});

describe('two levels', () => {
  it.each(['2-3', '2–3', '1/2', '2 - 3'])('are in %j', (text) => expect(hasTwoLevels(text)).toBe(true));
  it.each(['2', '2.5', '2,5', '2 - 3 articles', 'two'])('are not in %j', (text) => expect(hasTwoLevels(text)).toBe(false));
});

describe('yes and no', () => {
  it.each(['1', '1.0', 'x', 'X', 'Yes', 'TRUE', '✓', 'oui', 'да', '是'])('%j is yes', (text) =>
    expect(readYesNo(text)).toBe(true),
  );
  it.each(['0', '-', 'no', 'FALSE', '–', 'нет', '否'])('%j is no', (text) => expect(readYesNo(text)).toBe(false));
  it.each(['maybe', '2', '?', 'o', 'O'])('%j is neither', (text) => expect(readYesNo(text)).toBeUndefined());
});
