import { describe, expect, it } from 'vitest';
import { replaced, rowsOf } from '../../../../../src/form/view/item/evidence/rows.ts';

const [first, second, third] = [{ at: 'art. 1' }, { at: 'art. 2' }, { at: 'art. 3' }];

/** The pieces as they are shown; the one with an editor in brackets. */
function shown(...args: Parameters<typeof rowsOf>): string {
  return rowsOf(...args)
    .map(({ piece, isEdited }) => (isEdited ? `[${piece.at ?? ''}]` : piece.at))
    .join(' ');
}

describe('the piece of evidence that is being typed', () => {
  it('keeps its place while it is empty', () => {
    expect(shown([first, third], { piece: {}, index: 1, of: 2 })).toBe('art. 1 [] art. 3');
    expect(shown([], { piece: {}, index: 0, of: 0 })).toBe('[]');
  });

  it('is the same one after a piece has come in before it', () => {
    expect(shown([first, second, third], { piece: third, index: 1, of: 2 })).toBe('art. 1 art. 2 [art. 3]');
  });

  it('is the one of two with the same words that was chosen', () => {
    const again = { ...first };
    expect(rowsOf([first, again], { piece: again, index: 1, of: 2 }).map(({ isEdited }) => isEdited)).toEqual([false, true]);
  });

  it('has the words that undo or another tab gives it', () => {
    expect(shown([first, second], { piece: third, index: 1, of: 2 })).toBe('art. 1 [art. 2]');
  });

  it('is none if the others took it away', () => {
    expect(shown([first], { piece: third, index: 1, of: 2 })).toBe('art. 1');
  });
});

describe('the evidence after a piece was changed', () => {
  it('lacks a piece without words, and has it again at its place', () => {
    const emptied = replaced([first, second, third], second, {}, 1);
    expect(emptied).toEqual([first, third]);
    expect(replaced(emptied, {}, second, 1)).toEqual([first, second, third]);
  });

  it('is as it was if the piece is gone', () => {
    expect(replaced([first], third, second, 1)).toEqual([first]);
  });
});
