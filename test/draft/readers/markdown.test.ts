import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/draft/readers/markdown/markdown.ts';

const blocks = (text: string): [string, number | undefined, boolean][] =>
  readMarkdown(text).blocks.map(({ text: words, place, heading }) => [words, place.line, heading === true]);
const texts = (text: string): string[] => readMarkdown(text).blocks.map(({ text: words }) => words);

describe('the blocks of a Markdown file', () => {
  it('are separated by blank lines with any kind of line break, and have the line of their first word', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(blocks(['one', 'two.', '', 'Three', ''].join(end))).toEqual([
        ['one\ntwo.', 1, false],
        ['Three', 4, false],
      ]);
    }
  });

  it('do not include front matter, if it is at the beginning and closed; line numbers stay right', () => {
    expect(blocks('---\ntitle: x\n---\nOne.\n')).toEqual([['One.', 4, false]]);
    expect(blocks('--- \ntitle: x\n---\t\nOne.\n')).toEqual([['One.', 4, false]]);
    expect(texts('---\ntitle: x\n')).toEqual(['title: x']);
    expect(texts('One.\n\n---\n\ntitle: x\n\n---\n\nTwo.')).toEqual(['One.', 'title: x', 'Two.']);
  });

  it.each([
    ['# One', 'One'],
    ['###### One', 'One'],
    ['   ## One', 'One'],
    ['## One ##', 'One'],
    ['## One ## ', 'One'],
    ['## C# law', 'C# law'],
    ['##\tOne', 'One'],
  ])('%s is a heading', (line, words) => {
    expect(blocks(`Before.\n${line}\nAfter.`)).toEqual([
      ['Before.', 1, false],
      [words, 2, true],
      ['After.', 3, false],
    ]);
  });

  it.each(['####### One', '#One', '    # One'])('%s is not a heading', (line) => {
    expect(blocks(line).map(([, , heading]) => heading)).toEqual([false]);
  });

  it('an underlined line is a heading, and the underline is not a block', () => {
    expect(blocks('One\n===\n\nTwo\n---\n\nThree\n--\n')).toEqual([
      ['One', 1, true],
      ['Two', 4, true],
      ['Three\n--', 7, false],
    ]);
    expect(blocks('\n---\n\nx --- y\n')).toEqual([['x --- y', 4, false]]);
    expect(blocks('Scope\n=== \n\nThis Act applies')).toEqual([
      ['Scope', 1, true],
      ['This Act applies', 4, false],
    ]);
  });

  it.each(['the register ---', '--- the register'])('a line with words, %s, is not an underline', (line) => {
    expect(blocks(`the authority keeps\n${line}`)).toEqual([[`the authority keeps\n${line}`, 1, false]]);
  });

  it.each(['---', '* * *', '___', '- - - -', '| --- | :-: |', '--- | :-:', '|---|', '<!-- a note -->', '  <!-- a --> '])(
    '%s is not a block but separates blocks',
    (line) => {
      expect(texts(`one\n${line}\ntwo`)).toEqual(['one', 'two']);
    },
  );

  it.each(['--', 'x ---', '--- x', 'a | b', '| a | b', 'a|b|', '<!-- open', 'a --> b'])('%s is ordinary text', (line) => {
    expect(texts(line)).toEqual([line]);
  });

  it('do not include comments on one or several lines; line numbers stay right', () => {
    expect(texts('one <!-- a --> two <!----> three <!-- b -->')).toEqual(['one  two  three']);
    for (const end of ['\n', '\r\n', '\r']) {
      expect(blocks(['One. <!-- to be', '', '# agreed', '--> Two.', '', 'Three.'].join(end))).toEqual([
        ['One.', 1, false],
        ['Two.', 4, false],
        ['Three.', 6, false],
      ]);
    }
    expect(texts('one <!-- a --> two <!-- three')).toEqual(['one  two <!-- three']);
    expect(texts('one <!--> two <!---> three <!-- a -->')).toEqual(['one  two  three']);
  });

  it.each([
    ['`<!--` begins one', '<!-- begins one'],
    ['\\<!-- begins one', '<!-- begins one'],
  ])('%s: an escaped comment is text, and so is what follows it', (line, words) => {
    expect(texts(`The sign ${line}.\n\nThe law.\n\n<!-- a note -->\n\nMore.`)).toEqual([
      `The sign ${words}.`,
      'The law.',
      'More.',
    ]);
    expect(texts('`a` and `b` <!-- a note --> one')).toEqual(['a and b  one']);
  });

  it.each([
    ['is the text of its cells, without empty ones', '| (a) | one |\n|---|---|\n|  | two |  |', ['(a) one', 'two']],
    ['may have an empty cell in the middle or at the end', '| (a) | | one |\n|(b)| |', ['(a) one', '(b)']],
    ['may be indented', '  | (a) | one | ', ['(a) one']],
    [
      'is a block of its own',
      '| a provider | of goods |\n| a platform | of services |',
      ['a provider of goods', 'a platform of services'],
    ],
  ])('a row of a table %s', (_, lines, expected) => {
    expect(texts(lines)).toEqual(expected);
  });

  it.each([
    ['- one', 'one'],
    ['* one', 'one'],
    ['+   one', 'one'],
    ['> one', 'one'],
    ['> > one', 'one'],
    ['>one', 'one'],
    ['> - one', 'one'],
  ])('the sign of a list item or quotation is left out: %s', (line, words) => {
    expect(texts(line)).toEqual([words]);
  });

  it('a list item is a block of its own', () => {
    expect(texts('one of these\n- two of those\n- three')).toEqual(['one of these', 'two of those', 'three']);
  });
});

describe('inline markup is left out, other signs are kept', () => {
  it.each([
    ['**One** and __two__', 'One and two'],
    ['*One* and _two_', 'One and two'],
    ['***One***', 'One'],
    ['a *bona fide* buyer in _good faith_ holds it', 'a bona fide buyer in good faith holds it'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a*b*c', 'a*b*c'],
    ['snake_case_word', 'snake_case_word'],
    ['** not bold **', '** not bold **'],
    ['[Article 4](#art-4)', 'Article 4'],
    ['[Act](https://example.invalid/a_(bill)  "The Act") applies', 'Act applies'],
    ['[not a link]', '[not a link]'],
    ['A word[^1] and[^note] more', 'A word and more'],
    ['`code` and ``', 'code and ``'],
    ['H<sub>2</sub>O and <span class="x">this</span><br/>', 'H2O and this'],
    ['a < b and <article>', 'a < b and <article>'],
    ['1\\. Not a list, \\*not bold\\*', '1. Not a list, *not bold*'],
    ['\\_not\\_ so, \\**nor\\**, nor \\__this\\__', '_not_ so, **nor**, nor __this__'],
    ['C:\\laws', 'C:\\laws'],
    ['a &lt; b &gt; c &amp; d &quot;e&quot; f&nbsp;g', 'a < b > c & d "e" f\u00a0g'],
    ['5&#160;% &mdash; &ldquo;fees&rdquo; &#x3B1; &copy;', '5\u00a0% — “fees” α ©'],
    ['&nosuchname; and AT&T; stay', '&nosuchname; and AT&T; stay'],
    ['a line\\\nthat is broken', 'a line\nthat is broken'],
  ])('%s', (line, words) => {
    expect(texts(line)).toEqual([words]);
  });
});

describe('links by reference', () => {
  const text = 'See [the register][r], [R][] and [the map][m].\n\n[r]: http://example.org/a "Register"\n[m]: <./map.html>\n';

  it('are read as their words, and their definitions are not text', () => {
    expect(texts(text)).toEqual(['See the register, R and the map.']);
  });

  it.each(['[a][b] stays', '[1]: a note without an address', '[^1]: http://example.org'])('but not %s', (line) => {
    expect(texts(`x\n\n${line}\n`).join(' ')).toContain(line.replace('[^1]: ', ''));
  });
});

describe('the fences of a code block', () => {
  it.each(['```', '~~~~', '```text'])('%s are no text, and the lines between them are', (fence) => {
    expect(texts(`${fence}\nA provider acts.\n${fence.replace('text', '')}\n`)).toEqual(['A provider acts.']);
  });
});

describe('what is no text of a page', () => {
  it.each([
    ['the fences of a division', '::: {.note}\nA provider acts.\n:::\n'],
    ['a style sheet', '<style>\n.x{display:none}\n</style>\n\nA provider acts.\n'],
    ['a script', '<SCRIPT>var a = "<p>";</SCRIPT >\nA provider acts.\n'],
  ])('%s is left out', (_, text) => {
    expect(texts(text)).toEqual(['A provider acts.']);
  });

  it('an unclosed style sheet is text', () => {
    expect(texts('<style>.x{}\n\nA provider acts.\n').at(-1)).toBe('A provider acts.');
  });
});

it('a note where it is referred to is a note', () => {
  const { blocks } = readMarkdown('A provider^[A person.] acts.\n');
  expect(blocks.map(({ role = 'body', text }) => `${role}: ${text}`)).toEqual(['body: A provider acts.', 'note: A person.']);
});
