import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, SettleRule } from '../../../src/core/answers.ts';
import { shortfall } from '../../../src/core/marks.ts';
import { settleRules } from '../../../src/core/panel/rules.ts';
import { settlePanel } from '../../../src/core/panel/settle.ts';
import { assessmentOf, feature, question, rubricOf } from '../../fixtures/small-rubric.ts';

const ids = ['a', 'b', 'c'];
const asked = question('f.a', { marks: ids.map((id) => ({ id, text: `is ${id}`, gap: '' })), need: { 2: 2, 3: 3 } });
const prepared = rubricOf([feature('f', [asked])]);
const ticks = (level: number, ...marks: string[]): Answer => ({ level, notApplicable: null, evidence: [], marks });

function settle(rule: SettleRule, ...answers: readonly (number | Answer)[]) {
  const members = answers.map((answer, index) => ({
    label: `R${index}`,
    assessment: assessmentOf({ answers: { 'f.a': answer } }),
  }));
  return settlePanel(prepared, members, rule).questions[0];
}

describe('settling the marks of a level', () => {
  it.each(settleRules)('keeps the marks on which all who gave the level agree: %s', (rule) => {
    const settled = settle(rule, ticks(2, 'a', 'b'), ticks(2, 'b', 'a'));
    expect(settled).toMatchObject({ how: 'agreed', value: { level: 2, marks: ['a', 'b'] }, dissent: [] });
    expect(settled).not.toHaveProperty('openMarks');
  });

  it('keeps the difference between no list of marks and an empty one', () => {
    expect(settle('median', 1, 1)?.value).toEqual({ level: 1 });
    expect(settle('median', 1, ticks(1))?.value).toEqual({ level: 1, marks: [] });
  });

  it('by median ticks what most ticked, and keeps the other views', () => {
    expect(settle('median', ticks(1, 'a', 'b'), ticks(1, 'a'), ticks(1, 'c'))).toMatchObject({
      how: 'agreed',
      value: { level: 1, marks: ['a'] },
      dissent: [
        { reviewer: 'R0', level: 1, marks: ['a', 'b'] },
        { reviewer: 'R2', level: 1, marks: ['c'] },
      ],
    });
  });

  it('leaves a mark open on which the rule decides nothing: it is not ticked, and needs another look', () => {
    const divided = [{ id: 'b', ticked: ['R0'], unticked: ['R1'] }];
    for (const rule of ['median', 'unanimous'] as const) {
      expect(settle(rule, ticks(1, 'a', 'b'), ticks(1, 'a'))).toMatchObject({
        value: { level: 1, marks: ['a'] },
        openMarks: { divided },
      });
    }
  });

  it('by lowest ticks only what all ticked', () => {
    const settled = settle('lowest', ticks(1, 'a', 'b'), ticks(1, 'a'), ticks(1, 'a', 'b'));
    expect(settled?.value).toEqual({ level: 1, marks: ['a'] });
    expect(settled).not.toHaveProperty('openMarks');
  });

  it('takes only the marks of those who gave the level, and keeps the others with their dissent', () => {
    expect(settle('median', ticks(2, 'a', 'b'), ticks(2, 'a', 'b'), ticks(3, 'a', 'b', 'c'))).toMatchObject({
      how: 'rule',
      value: { level: 2, marks: ['a', 'b'] },
      dissent: [{ reviewer: 'R2', level: 3, marks: ['a', 'b', 'c'] }],
    });
  });

  it('gives no list of marks if those that were settled on are too few for the level', () => {
    const settled = settle('lowest', ticks(2, 'a', 'b'), ticks(2, 'b', 'c'));
    expect(settled).toMatchObject({ how: 'agreed', value: { level: 2 }, openMarks: { divided: [], tooFew: ['b'] } });
    expect(settled?.value).not.toHaveProperty('marks');
    expect(settled?.dissent).toEqual([
      { reviewer: 'R0', level: 2, marks: ['a', 'b'] },
      { reviewer: 'R1', level: 2, marks: ['b', 'c'] },
    ]);
  });

  it('of an open level keeps every reviewer’s marks', () => {
    expect(settle('unanimous', ticks(1, 'a'), ticks(2, 'a', 'b'))).toMatchObject({
      value: null,
      dissent: [{ marks: ['a'] }, { marks: ['a', 'b'] }],
    });
  });

  it('never contradicts the level, and loses no reviewer’s marks', () => {
    const answer = fc
      .record({ level: fc.integer({ min: 0, max: 3 }), marks: fc.subarray(ids) })
      .filter(({ level, marks }) => !shortfall(asked, level, marks))
      .map(({ level, marks }) => ticks(level, ...marks));
    fc.assert(
      fc.property(fc.constantFrom(...settleRules), fc.array(answer, { minLength: 2, maxLength: 5 }), (rule, answers) => {
        const settled = settle(rule, ...answers);
        const value = settled?.value && 'level' in settled.value ? settled.value : undefined;
        if (value?.marks) expect(shortfall(asked, value.level, value.marks)).toBeUndefined();
        for (const [index, { marks }] of answers.entries()) {
          const kept = settled?.dissent.find(({ reviewer }) => reviewer === `R${index}`)?.marks ?? value?.marks;
          expect(kept).toEqual(marks);
        }
      }),
    );
  });
});
