import { describe, expect, it } from 'vitest';
import { readLevel } from '../../src/filled/values.ts';
import { cutText, keyCell, keyIn, levelChoice, longestCell, tickIn } from '../../src/workbook/questionnaire/layout.ts';

describe('the cell above a column', () => {
  it('has the key of the column, and is known whatever else is in the sheet', () => {
    expect(keyIn(keyCell('level'))).toBe('level');
    expect(keyIn(' compass:mark.1 ')).toBe('mark.1');
    expect(keyIn('Level')).toBeUndefined();
  });
});

describe('the cell of a level', () => {
  it('has its number and the beginning of its text, and is read back', () => {
    const text = `An article ${'very '.repeat(60)}long`;
    const choice = levelChoice(2, text);
    expect(choice).toMatch(/^2 - An article very .*…$/);
    expect(choice.length).toBeLessThan(130);
    expect(readLevel(choice, { levels: ['none', 'little', text] })).toEqual({ level: 2 });
  });
});

describe('the cell of a mark', () => {
  it.each([
    ['x', 'seen'],
    [' X ', 'seen'],
    ['1', 'seen'],
    ['TRUE', 'seen'],
    ['-', 'not-seen'],
    ['–', 'not-seen'],
    ['no', 'not-seen'],
    ['oui', 'seen'],
    ['\u00a0x ', 'seen'],
    ['o', undefined],
    ['1.0', undefined],
    ['', 'open'],
    ['maybe', undefined],
  ])('%j is %s', (text, tick) => expect(tickIn(text)).toBe(tick));
});

describe('a text that is longer than a cell', () => {
  it('is cut, not within a character, with an ellipsis', () => {
    const text = `${'x'.repeat(longestCell - 2)}😀😀`;
    expect(cutText(text)).toBe(`${'x'.repeat(longestCell - 2)}…`);
    expect(cutText('short')).toBe('short');
  });
});
