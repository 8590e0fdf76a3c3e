import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { fitted, linesOf, unwrapped, wrapped } from '../../src/text/plain-text.ts';

/** Words in several scripts, and characters that are two columns wide or have no width. */
const word = fc.oneof(
  fc.stringMatching(/^[!-~é«»’“–…]{1,12}$/),
  fc.constantFrom(
    '平台经营者',
    'ナ',
    '개인정보',
    'الحَقُّ',
    'المادة',
    'حقوق',
    'कंपनी',
    'é',
    '👩‍👩‍👧‍👦',
    '🇪🇺',
    '⚖️',
    '✅',
    '①',
    'отчёт',
  ),
);

describe('wrapping', () => {
  it('keeps all words in order, and starts a new line only if the next word does not fit', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 20, max: 100 }), (words, width) => {
        const lines = wrapped(words.join(' '), width).split('\n');
        expect(lines.flatMap((line) => line.split(' '))).toEqual(words.map((each) => each.normalize()));
        for (const [index, line] of lines.entries()) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
          const [next] = lines[index + 1]?.split(' ') ?? [];
          if (next !== undefined) expect(stringWidth(`${line} ${next}`)).toBeGreaterThan(width);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('breaks a word that is longer than a line, so that no line exceeds the width', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z平台]{60,200}$/), fc.integer({ min: 20, max: 40 }), (long, width) => {
        const lines = wrapped(`a ${long} z`, width).split('\n');
        expect(lines.join('').replaceAll(' ', '')).toBe(`a${long}z`);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it.each([
    [
      'Latin',
      'The authority publishes its decision — with reasons.',
      ['The authority publishes', 'its decision — with', 'reasons.'],
    ],
    [
      'Chinese, two columns a character',
      '平台经营者 应当 建立健全 投诉 举报 机制',
      ['平台经营者 应当', '建立健全 投诉 举报 机制'],
    ],
    ['Chinese without spaces', '平台经营者应当建立健全投诉举报机制', ['平台经营者应当建立健全', '投诉举报机制']],
    ['Korean', '플랫폼 사업자는 이용자의 권리 구제', ['플랫폼 사업자는', '이용자의 권리 구제']],
    [
      'Arabic with vowel signs, which take no column',
      'لِكُلِّ شَخْصٍ الحَقُّ فِي اللُّجُوءِ إِلَى المَحَاكِمِ',
      ['لِكُلِّ شَخْصٍ الحَقُّ فِي اللُّجُوءِ', 'إِلَى المَحَاكِمِ'],
    ],
    [
      'emoji of several characters, two columns each',
      '👩‍👩‍👧‍👦 🇪🇺 ⚖️ 👍🏽 ❤️ ✅ 👩‍👩‍👧‍👦 🇪🇺 ⚖️',
      ['👩‍👩‍👧‍👦 🇪🇺 ⚖️ 👍🏽 ❤️ ✅ 👩‍👩‍👧‍👦 🇪🇺', '⚖️'],
    ],
  ])('%s', (_, text, lines) => {
    expect(wrapped(text, 23).split('\n')).toEqual(lines);
  });

  it('indents every line, within the width', () => {
    expect(wrapped('The authority publishes its decision', 26, 4)).toBe('    The authority\n    publishes its decision');
  });
});

describe('fitting to a width', () => {
  it.each([
    ['a short text is padded', 'Bill', 8, 'Bill    '],
    ['a text of that width is unchanged', 'The Bill', 8, 'The Bill'],
    ['a longer text is truncated with an ellipsis', 'The Bills', 8, 'The Bil…'],
    ['a character of two columns is not split', '平台经营者', 7, '平台经…'],
    ['the remaining column is filled with a space', '平台经营者', 8, '平台经… '],
    ['a vowel sign stays with its letter', 'لِكُلِّ شَخْصٍ', 4, 'لِكُلِّ…'],
    ['a grapheme of several code points is not split', '🇪🇺🇪🇺🇪🇺', 5, '🇪🇺🇪🇺…'],
    ['a zero-width non-joiner takes no column', 'می‌شود', 6, 'می‌شود '],
    ['a soft hyphen takes no column', 'reg\u00adu\u00adla\u00adtion', 11, 'reg\u00adu\u00adla\u00adtion '],
  ])('%s', (_, text, width, shown) => {
    expect(fitted(text, width)).toBe(shown);
  });

  it('every result takes exactly the width', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.integer({ min: 2, max: 40 }), (words, width) => {
        expect(stringWidth(fitted(words.join(' '), width))).toBe(width);
      }),
    );
  });
});

it('wrapped lines are one text again, without spaces that Chinese did not have', () => {
  const chinese = '有约束力：条文、附表或附件设定了义务，且草案规定了由谁执行。';
  expect(unwrapped(linesOf(chinese, 20))).toBe(chinese);
  expect(unwrapped(linesOf('An article or annex obliges, and somebody enforces it.', 20))).toBe(
    'An article or annex obliges, and somebody enforces it.',
  );
});
