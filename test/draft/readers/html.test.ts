import { describe, expect, it } from 'vitest';
import { isBody } from '../../../src/draft/block.ts';
import { readHtml } from '../../../src/draft/readers/html/html.ts';
import { toRoman } from '../../../src/draft/readers/html/numbers.ts';
import { CompassError } from '../../../src/source/problem.ts';

const texts = (page: string): string[] =>
  readHtml(page, 'law.html')
    .blocks.filter(isBody)
    .map(({ text }) => text);

describe('the text of a page', () => {
  it.each([
    ['white space becomes one space', '<p>  one\n\t two  </p>', ['one two']],
    ['a no-break space is kept', '<p>art.&nbsp;4</p>', ['art.\u00a04']],
    [
      '<br> becomes a line break without spaces around it',
      '<p>one <br> two<br/>three <br>four<br> five</p>',
      ['one\ntwo\nthree\nfour\nfive'],
    ],
    [
      'spaces inside and outside an inline element become one',
      '<p>a provider <b> shall </b> report</p>',
      ['a provider shall report'],
    ],
    ['a list item outside a list has no number', '<li>one</li>', ['one']],
    ['inline elements do not divide words', '<p>pro<b>vid</b>er <i>of</i> it</p>', ['provider of it']],
    ['entities are decoded', '<p>a &lt; b &amp; c &#167; 3</p>', ['a < b & c § 3']],
    ['text outside any element is a block', 'one<p>two</p>three', ['one', 'two', 'three']],
    ['an empty element makes no block', '<p> </p><div></div><p>\u200a</p><p>x</p>', ['x']],
    ['nested block elements are separate blocks', '<div>one<ul><li>two</li></ul>three</div>', ['one', 'two', 'three']],
    ['the cells of a row are separate blocks', '<table><tr><td>(a)</td><td>one;</td></tr></table>', ['(a)', 'one;']],
    [
      'every block-level element makes a block',
      '<section>a<article>b<header>c</header><dl><dt>d<dd>e</dl><blockquote>f</blockquote><pre>g</pre></article></section>',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    ],
  ])('%s', (_, page, expected) => {
    expect(texts(page)).toEqual(expected);
  });

  it.each([
    ['scripts, styles, templates', '<script>x</script><style>x</style><noscript>x</noscript><template>x</template>'],
    ['the head with its title', '<head><title>x</title></head>'],
    ['navigation and forms', '<nav>x<p>x</p></nav><select><option>x</option></select><button>x</button><textarea>x</textarea>'],
    ['pictures and embedded content', '<svg><text>x</text></svg><object>x</object><iframe>x</iframe>'],
    ['hidden elements and their content', '<div hidden><p>x</p>x<br></div>'],
    [
      'footnotes',
      '<p class="footnote">x</p><div class="footnotes"><p>x</p></div><p class="a endnote">x</p><p class="oj-note">x</p>',
    ],
    [
      'elements only for screens or screen readers',
      '<p class="noprint">x</p><span class="sr-only">x</span><b class="visually-hidden">x</b>',
    ],
  ])('does not include %s', (_, page) => {
    expect(texts(`<p>one</p>${page}<p>two</p>`)).toEqual(['one', 'two']);
  });

  it('goes on in the same paragraph after a skipped element', () => {
    const unread = '<span hidden>no<br><span>no</span><div>no</div></span>';
    expect(texts(`<div>one ${unread}two<sup class="oj-note-tag">(1)</sup></div>`)).toEqual(['one two(1)']);
  });

  it.each(['footnote', 'endnotes', 'page-footnotes', 'footnote_text', 'law endnote small'])(
    'does not include elements of the class "%s"',
    (name) => {
      expect(texts(`<p class="${name}">note</p><p>law</p>`)).toEqual(['law']);
    },
  );

  it.each([
    ['only resembles one for footnotes', ['annotated', 'footnoted', 'nofootnote']],
    ['marks a reference to a note', ['footnote-ref', 'law footnote-ref', 'footnote-ref law', 'oj-note-tag']],
  ])('includes elements whose class %s', (_, names) => {
    for (const name of names) expect(texts(`<p class="${name}">law</p>`)).toEqual(['law']);
  });
});

describe('headings, lists and lines', () => {
  it('h1 to h6 are headings, the text after them is not', () => {
    const page = 'zero<h1><p>one</p>and a half</h1><p>two</p><h6>three <b>four</b></h6>five<h7>six</h7><header>seven</header>';
    expect(readHtml(page, 'x').blocks.map(({ text, heading }) => [text, heading === true])).toEqual([
      ['zero', false],
      ['one', true],
      ['and a half', true],
      ['two', false],
      ['three four', true],
      ['fivesix', false],
      ['seven', false],
    ]);
  });

  it.each([
    ['', ['1. x', '2. x']],
    ['start="4"', ['4. x', '5. x']],
    ['start="no"', ['1. x', '2. x']],
    ['type="a"', ['(a) x', '(b) x']],
    ['type="A"', ['(A) x', '(B) x']],
    ['type="a" start="26"', ['(z) x', '(aa) x']],
    ['type="A" start="27"', ['(AA) x', '(BB) x']],
    ['type="i" start="3"', ['(iii) x', '(iv) x']],
    ['type="I" start="9"', ['(IX) x', '(X) x']],
  ])('<ol %s> has the numbers that a browser shows', (attributes, expected) => {
    expect(texts(`<ol ${attributes}><li>x</li><li>x</li></ol>`)).toEqual(expected);
  });

  it('an item may set its number, and the next items continue from it', () => {
    expect(texts('<ol><li>a<li value="17">b<li>c<li value="x4">d</ol>')).toEqual(['1. a', '17. b', '18. c', '19. d']);
  });

  it('a nested list has its own numbers, and the outer list continues after it', () => {
    const page = '<ol><li>a<ul><li>b</li></ul></li><li>c<ol type="a"><li>d</li></ol></li><li>e</li></ol><ul><li>f</li></ul>';
    expect(texts(page)).toEqual(['1. a', 'b', '2. c', '(a) d', '3. e', 'f']);
  });

  it('only the first block of an item has its number, and an empty item is counted', () => {
    expect(texts('<ol><li><p></p><p>a</p><p>b</p></li><li></li><li><p>c</p></li><li></li></ol><p>d</p>')).toEqual([
      '1. a',
      'b',
      '3. c',
      'd',
    ]);
  });

  it('the line of a block is that of its first word', () => {
    const page = '<html>\n<p>one\nmore</p>\n\n<p>\n  two</p><p>three\n<b>four</b></p>\n<ol>\n<li>\nfive';
    expect(readHtml(page, 'x').blocks.map(({ text, place }) => [place.line, text])).toEqual([
      [2, 'one more'],
      [6, 'two'],
      [6, 'three four'],
      [10, '1. five'],
    ]);
    expect(readHtml('\n\nAct<p>Scope<br>\nof the law</p>', 'x').blocks.map(({ place }) => place.line)).toEqual([3, 3]);
  });

  it('a page nested 2,000 deep is read, a deeper one is refused', () => {
    expect(texts(`${'<b>'.repeat(1999)}<i>x</i>`)).toEqual(['x']);
    expect(() => texts(`${'<b>'.repeat(2000)}<i>x</i>`)).toThrow(CompassError);
  });
});

describe('lower-case Roman numerals', () => {
  it.each([
    [1, 'i'],
    [4, 'iv'],
    [5, 'v'],
    [9, 'ix'],
    [10, 'x'],
    [40, 'xl'],
    [49, 'xlix'],
    [50, 'l'],
    [90, 'xc'],
    [100, 'c'],
    [444, 'cdxliv'],
    [500, 'd'],
    [900, 'cm'],
    [1999, 'mcmxcix'],
    [3888, 'mmmdccclxxxviii'],
  ])('%i is %s', (value, roman) => {
    expect(toRoman(value)).toBe(roman);
  });
});
