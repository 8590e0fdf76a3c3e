import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { wrapped } from '../../src/text/plain-text.ts';

describe('wrapping', () => {
  it('text in Latin letters is wrapped as the library would, however it is spaced', () => {
    const piece = fc.oneof(fc.stringMatching(/^[!-~é«»’“–…]{1,12}$/), fc.constantFrom('', '', '·'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 20, max: 60 }), (pieces, width) => {
        const text = pieces.join(' ');
        expect(wrapped(text, width)).toBe(wrapAnsi(text, width, { hard: true, trim: true }));
      }),
      { numRuns: 300 },
    );
  });

  it('plain words are wrapped as the library would, which takes longer', () => {
    const word = fc.stringMatching(/^[!-~]{1,30}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 20, max: 100 }), (words, width) => {
        const text = words.join(' ');
        expect(wrapped(text, width)).toBe(wrapAnsi(text, width, { hard: true, trim: true }));
      }),
    );
  });
});
