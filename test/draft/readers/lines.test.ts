import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineFinder } from '../../../src/draft/readers/line-finder.ts';
import { blocksOfLines, type Line } from '../../../src/draft/readers/lines.ts';
import { readPlainText } from '../../../src/draft/readers/text.ts';
import { parseXml } from '../../../src/draft/readers/xml.ts';
import { CompassError } from '../../../src/source/problem.ts';

const blocks = (...texts: string[]): string[] => readPlainText(texts.join('\n')).blocks.map(({ text }) => text);
/** Whether two lines are read as one paragraph. */
const isOne = (before: string, after: string): boolean => blocks(before, after).length === 1;

describe('lines', () => {
  it.each(['\n', '\r\n', '\r', '\f'])('may end in any kind of line break: %j', (end) => {
    expect(readPlainText(`one${end}two${end}${end}three`).blocks).toEqual([
      { text: 'one\ntwo', place: { line: 1 } },
      { text: 'three', place: { line: 4 } },
    ]);
  });

  it.each([
    ['a sentence over two lines', 'This Act applies to', 'providers of platforms.'],
    ['a sentence whose second line begins with an article', 'subject to the rules in', 'Article 14 of this Act.'],
    ['a second line in lower case after a full stop', 'This is so. See also e.g.', 'section 3 of the Act'],
    ['a sentence whose second line begins with a number in brackets', 'as is laid down in paragraph', '(2) of this article'],
    ['a sentence whose second line begins with a year', 'It was adopted in the year', '2020 by the parliament'],
    ['a sentence whose second line looks like the heading of a part', 'subject to the rules laid down in', 'Part 2: Fines'],
    ['the same after capitals and numbers', 'subject to Directive 2011/83/EU and to', 'Part 2: Fines'],
    [
      'the same after a long line',
      'The Authority may impose a fine according to the rules that are laid down in',
      'Part 2: Fines',
    ],
    ['a short line and a cited article', 'Providers shall comply with', 'Article 14.'],
    ['a short line and a cited part', 'Providers shall comply with', 'Part 2 of this Act'],
    ['lower case after a line with only an article', 'Article 14', 'of this Act applies to platforms'],
    ['a lower-case chapter after a line with only a title', 'Title IV', 'chapter 2: consumer contracts'],
    ['a number in brackets after a cited article', 'Article 14 of this Act and paragraph', '(2) of that article'],
    ['a number in brackets after a cited annex', 'as is laid down in Annex 2 Part B and in point', '(3) of this Act'],
    ['a number in brackets after an abbreviation within the line', 'as is laid down in Art. 5, paragraph', '(2) of that Act'],
    ['a number in brackets after "and" within the line', 'the rules and the measures in paragraph', '(2) of this Act'],
  ])('are one paragraph: %s', (_, before, after) => {
    expect(isOne(before, after)).toBe(true);
  });

  it.each([
    ['an article after a full stop', 'It applies.', 'Article 14 - Scope'],
    ['an entry below the heading of the contents', 'Contents', 'Article 1 Scope'],
    ['entries of the contents with dot leaders', 'Article 1 Scope of this Act ...... 1', 'Article 2 Reports ...... 12'],
    ['a title after a line with only an article', 'Article 14', 'Scope'],
    ['a point after a colon', 'It lays down:', '(a) rules on one thing'],
    ['a point after a semicolon', '(a) one thing;', '(b) another thing'],
    ['a point after "and"', '(a) one thing, and', '(b) another thing'],
    ['a point after "oder"', 'a) das eine, oder', 'b) das andere'],
    ['a point below a numbered title', '12 Powers of the Authority', '(1) The Authority may inspect.'],
    ['a point below an article with a title', 'Article 5 Powers of the Authority', '(1) The Authority may inspect.'],
    ['a point below a title with an inserted number', '12A Powers of the Authority', '(1) The Authority may inspect.'],
    ['a point below a title with spaces after its number', '12   Powers of the Authority', '(1) The Authority may inspect.'],
    ['a point after a colon and spaces', 'It lays down:  ', '(a) rules on one thing'],
    ['a point after a line with only "and"', 'and', '(b) another thing'],
    ['a heading after a short title', 'General provisions', '2 Overview'],
    ['a heading with a number of two digits', 'General provisions', '12 Overview'],
    ['a heading with spaces after its number', 'General provisions', '2   Overview'],
    ['a part after a short title', 'Final', 'PART 2'],
    ['a schedule after a full stop', 'It ends.', 'Schedule 1 - Fines'],
  ])('are two paragraphs: %s', (_, before, after) => {
    expect(isOne(before, after)).toBe(false);
  });

  it.each([
    ['a title of 60 characters and a part', 'General provisions on the', 60, 'PART 2', false],
    ['a longer line and a part', 'General provisions on the', 61, 'PART 2', true],
    ['a numbered title of 120 characters and a point', '12 Powers of the', 120, '(1) The Authority may inspect.', false],
    ['a longer numbered line and a point', '12 Powers of the', 121, '(1) The Authority may inspect.', true],
  ])('are separated depending on their length: %s', (_, before, length, after, expected) => {
    expect(isOne(`${before} ${'supervision '.repeat(9)}`.slice(0, length - 1).padEnd(length, 'n'), after)).toBe(expected);
  });

  it.each(['.', ';', ':', ',', '!', '?', '—', '–', ']', ')', '”', '"', '»'])(
    'are separated after %s and before a point',
    (sign) => {
      expect(isOne(`It lays down such rules${sign}`, '(a) on one thing')).toBe(false);
    },
  );

  it.each(['and', 'or', 'und', 'oder', 'et', 'ou', 'y', 'e', 'o', 'u'])(
    'are separated after the word "%s" and before a point',
    (word) => {
      expect(isOne(`it lays down the first ${word}`, '(b) the second')).toBe(false);
      expect(isOne(`it lays down the first x${word}`, '(b) the second')).toBe(true);
    },
  );
});

describe('headings and gaps that the format marks', () => {
  const of = (...lines: Line[]) => blocksOfLines(lines).map(({ text, heading }) => [text, heading === true]);
  const place = { line: 1 };

  it('a heading is a block of its own', () => {
    expect(of({ text: 'one', place }, { text: 'two', place, heading: true }, { text: 'three', place })).toEqual([
      ['one', false],
      ['two', true],
      ['three', false],
    ]);
  });

  it('a gap or any number of empty lines begins a paragraph', () => {
    expect(of({ text: ' one ', place }, { text: 'two', place, gap: true }, { text: 'three', place, gap: false })).toEqual([
      ['one', false],
      ['two\nthree', false],
    ]);
    expect(of({ text: 'one', place }, { text: ' ', place }, { text: '', place }, { text: 'two', place })).toEqual([
      ['one', false],
      ['two', false],
    ]);
  });
});

describe('the line of an offset', () => {
  it('is one more than the number of line breaks before it, in any order of calls (property)', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab\n]{0,30}$/), fc.array(fc.nat(30)), (text, offsets) => {
        const lineAt = lineFinder(text);
        for (const offset of offsets) expect(lineAt(offset)).toBe(text.slice(0, offset).split('\n').length);
      }),
    );
  });
});

describe('the tree of an XML file', () => {
  /** The code of the problem; undefined if the file is read. */
  const codeOf = (text: string): string | undefined => {
    try {
      parseXml(text, 'x.xml');
    } catch (error) {
      return error instanceof CompassError ? error.problems[0]?.code : String(error);
    }
    return undefined;
  };

  it('has names with prefixes, attributes, text and elements in document order, and offsets', () => {
    const top = parseXml('<a:b x="1">one<c/>two</a:b>', 'x');
    expect(top).toMatchObject({
      name: '',
      pieces: [{}],
      children: [{ name: 'a:b', attributes: { x: '1' }, text: 'onetwo', offset: 0 }],
    });
    const [root] = top.children;
    expect(root?.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name))).toEqual(['one', 'c', 'two']);
    expect(root?.children[0]).toEqual({ name: 'c', attributes: {}, children: [], text: '', pieces: [], offset: 14 });
  });

  it('decodes the predefined entities and character references', () => {
    expect(parseXml('<a>&lt;&amp;&#167;</a>', 'x').children[0]?.text).toBe('<&§');
  });

  it.each([
    ['a closed element', '<a><b></b></a>', undefined],
    ['a self-closing element', '<a><b/></a>', undefined],
    ['a self-closing element with a space', '<a><b /></a>', undefined],
    ['an unclosed inner element', '<a><b></a>', 'xml-unclosed'],
    ['an unclosed root element', '<a>', 'xml-unclosed'],
    ['no element', 'words', 'xml-unreadable'],
    ['an empty file', '', 'xml-unreadable'],
    ['a declared entity', '<!DOCTYPE a [<!entity b "c">]><a/>', 'xml-entities'],
    ['399 levels', `${'<a>'.repeat(399)}${'</a>'.repeat(399)}`, undefined],
    ['400 levels', `${'<a>'.repeat(400)}${'</a>'.repeat(400)}`, 'too-deep'],
  ])('is refused or not: %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});
