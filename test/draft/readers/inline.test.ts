import { describe, expect, it } from 'vitest';
import { InlineText } from '../../../src/draft/readers/inline.ts';

/** `may|-shall|^2`: pieces with a minus are struck, with a circumflex raised. */
function read(pieces: string) {
  const inline = new InlineText();
  for (const piece of pieces.split('|'))
    inline.add(piece.replace(/^[-^]/, ''), { struck: piece.startsWith('-'), raised: piece.startsWith('^') });
  return inline.finish();
}

describe('struck words', () => {
  it.each([
    ['a provider |-may|shall| assess', 'a provider shall assess', ['may']],
    ['may|-shall|assess', 'may assess', ['shall']],
    ['may |-not |assess', 'may assess', ['not']],
    ['the fee|-, which is due|, is paid', 'the fee, is paid', [', which is due']],
    ['It acts|- at once|.', 'It acts.', ['at once']],
    ['organi|-s|z|ation', 'organization', ['s']],
    ['1|-0|5 days', '15 days', ['0']],
    ['-all of it', '', ['all of it']],
    ['-one|two|-three', 'two', ['one', 'three']],
    ['a|-.|b', 'a b', []],
  ])('never touch their neighbours: %s', (pieces, text, struck) => {
    expect(read(pieces)).toEqual({ text, struck });
  });
});

describe('a raised', () => {
  it.each([
    ['10|^6| pounds', '10^6 pounds'],
    ['20 m|^2', '20 m^2'],
    ['10|^-3', '10^-3'],
    ['^2| apples', '2 apples'],
    ['the 1|^er| janvier', 'the 1er janvier'],
    ['10 |^6', '10 6'],
  ])('figure is set off, a letter is not: %s', (pieces, text) => {
    expect(read(pieces).text).toBe(text);
  });
});

it('is empty again once it is read', () => {
  const inline = new InlineText();
  expect(inline.isBlank).toBe(true);
  inline.add(' x\n y ');
  expect(inline.isBlank).toBe(false);
  expect(inline.finish().text).toBe('x\ny');
  expect(inline.finish()).toEqual({ text: '', struck: [] });
});
