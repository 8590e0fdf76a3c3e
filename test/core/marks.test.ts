import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answers.ts';
import { highestLevel, missingMarks, shortfall } from '../../src/core/marks.ts';
import type { Mark } from '../../src/core/rubric.ts';
import { feature, flag, question, rubricOf, score } from '../fixtures/small-rubric.ts';

const mark = (id: string, from?: number): Mark => ({ id, text: `is ${id}`, gap: `Write ${id}.`, ...(from && { from }) });
const marks = [mark('approved'), mark('published'), mark('current')];
const asked = { marks, need: { 2: 2, 3: 3 }, levels: ['none', 'little', 'more', 'all'] };

describe('marks', () => {
  it('that a level lacks: fewer than it needs', () => {
    expect(shortfall(asked, 3, ['approved', 'current'])).toEqual({ need: 3, ticked: 2, missing: [marks[1]], required: false });
    expect(shortfall(asked, 2, ['approved', 'current'])).toBeUndefined();
    expect(shortfall(asked, 1, [])).toBeUndefined();
  });

  it('that a level lacks: one that is required from a lower level on, however many others are ticked', () => {
    const foundation = { ...asked, marks: [mark('approved', 2), mark('published'), mark('current')] };
    expect(shortfall(foundation, 2, ['published', 'current'])).toMatchObject({ required: true, missing: [{ id: 'approved' }] });
    expect(shortfall(foundation, 1, ['published', 'current'])).toBeUndefined();
  });

  it('that are missing stand in the order of the rubric', () => {
    expect(missingMarks(asked, ['published']).map(({ id }) => id)).toEqual(['approved', 'current']);
  });

  it('allow every level below one that they allow', () => {
    const ticks = fc.subarray(['approved', 'published', 'current']);
    fc.assert(
      fc.property(ticks, fc.constantFrom(undefined, 2, 3), (ticked, from) => {
        const each = { ...asked, marks: [mark('approved', from), mark('published'), mark('current')] };
        const highest = highestLevel(each, ticked);
        for (let level = 0; level < asked.levels.length; level++) {
          expect(shortfall(each, level, ticked) === undefined).toBe(level <= highest);
        }
      }),
    );
  });
});

describe('a gap of a question with marks', () => {
  const prepared = rubricOf([feature('f', [question('f.a', { marks, need: asked.need }), question('f.b')])]);
  const gapsOf = (answer: Partial<Answer>) =>
    score(prepared, { answers: { 'f.a': { level: 1, notApplicable: null, evidence: [], ...answer } } }).gaps;

  it('has the marks that are missing, with what to write for each', () => {
    expect(gapsOf({ marks: ['published'] }).find(({ question: id }) => id === 'f.a')?.missing).toEqual([
      { id: 'approved', text: 'is approved', gap: 'Write approved.' },
      { id: 'current', text: 'is current', gap: 'Write current.' },
    ]);
  });

  it('has no such list if no marks were ticked, since nothing is known of them', () => {
    for (const gap of gapsOf({})) expect(gap).not.toHaveProperty('missing');
  });

  it('has the same points whatever is ticked: marks never change a score', () => {
    const without = gapsOf({}).map(({ points }) => points);
    expect(gapsOf({ marks: ['published'] }).map(({ points }) => points)).toEqual(without);
  });
});

describe('the cap for serious flags', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const prepared = rubricOf([feature('f', [question('f.a')])], {
    flags: [...ids.map((id) => flag(id)), flag('severe', { severity: 'severe' }), flag('watch', { severity: 'watch' })],
    more: {
      caps: [
        { when: 'severe-flag', band: 'weak' },
        { when: 'serious-flags', atLeast: 2, band: 'partial' },
        { when: 'serious-flags', atLeast: 4, band: 'weak' },
      ],
    },
  });
  const resultOf = (flags: readonly string[]) => score(prepared, { answers: { 'f.a': 3 }, flags });

  it.each([
    [['a'], 'aligned', []],
    [['a', 'watch'], 'aligned', []],
    [['a', 'b'], 'partial', [{ when: 'serious-flags', because: ['a', 'b'], band: 'partial' }]],
    [['a', 'b', 'c', 'd'], 'weak', [{ when: 'serious-flags', because: ['a', 'b', 'c', 'd'], band: 'weak' }]],
    [['a', 'severe'], 'weak', [{ when: 'severe-flag', because: ['severe'], band: 'weak' }]],
  ])('counts the serious ones alone: %j gives %s', (present, band, caps) => {
    expect(resultOf(present)).toMatchObject({ band, uncappedBand: 'aligned', caps, score: 100 });
  });
});

describe('what other law in force gives', () => {
  const prepared = rubricOf([
    feature('f', [question('f.a', { critical: true }), question('f.b', { when: { question: 'f.a', atLeast: 1 } })]),
  ]);
  const elsewhere = { level: 2, law: 'Data Protection Act', at: 'sec. 3' };

  it('raises the figures in context, and never those of the text', () => {
    const answers = { 'f.a': { level: 0, notApplicable: null, evidence: [], elsewhere }, 'f.b': 3 };
    const result = score(prepared, { answers });
    expect(result).toMatchObject({ score: 0, band: 'absent' });
    expect(result.inContext).toMatchObject({ band: 'aligned', caps: [] });
    expect(result.inContext?.score).toBeCloseTo((100 * (2 / 3 + 1)) / 2, 12);
  });

  it('never lowers a level', () => {
    const answers = { 'f.a': { level: 3, notApplicable: null, evidence: [], elsewhere } };
    expect(score(prepared, { answers }).inContext?.score).toBe(100);
  });

  it('is left out of the result where no answer names other law', () => {
    expect(score(prepared, { answers: { 'f.a': 1 } })).not.toHaveProperty('inContext');
  });
});
