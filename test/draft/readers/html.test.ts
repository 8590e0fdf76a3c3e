import { describe, expect, it } from 'vitest';
import { readHtml, toRoman } from '../../../src/draft/readers/html.ts';
import { CompassError } from '../../../src/source/problem.ts';

const texts = (page: string): string[] => readHtml(page, 'law.html').map(({ text }) => text);

describe('the words of a page', () => {
  it.each([
    ['white space is one space', '<p>  one\n\t two  </p>', ['one two']],
    ['a no-break space is kept', '<p>art.&nbsp;4</p>', ['art.\u00a04']],
    [
      '<br> is a line break, without spaces around it',
      '<p>one <br> two<br/>three <br>four<br> five</p>',
      ['one\ntwo\nthree\nfour\nfive'],
    ],
    ['spaces on both sides of a mark are one', '<p>a provider <b> shall </b> report</p>', ['a provider shall report']],
    ['an item outside of any list has no number', '<li>one</li>', ['one']],
    ['marks within words part nothing', '<p>pro<b>vid</b>er <i>of</i> it</p>', ['provider of it']],
    ['entities are read', '<p>a &lt; b &amp; c &#167; 3</p>', ['a < b & c § 3']],
    ['words outside of any element count too', 'one<p>two</p>three', ['one', 'two', 'three']],
    ['an empty element is no block', '<p> </p><div></div><p>\u200a</p><p>x</p>', ['x']],
    ['block elements part what they hold', '<div>one<ul><li>two</li></ul>three</div>', ['one', 'two', 'three']],
    ['a row of a table is parted by its cells', '<table><tr><td>(a)</td><td>one;</td></tr></table>', ['(a)', 'one;']],
    [
      'each element that a browser shows as a block is one',
      '<section>a<article>b<header>c</header><dl><dt>d<dd>e</dl><blockquote>f</blockquote><pre>g</pre></article></section>',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    ],
  ])('%s', (_, page, expected) => {
    expect(texts(page)).toEqual(expected);
  });

  it.each([
    ['scripts, styles, templates', '<script>x</script><style>x</style><noscript>x</noscript><template>x</template>'],
    ['the head and its title', '<head><title>x</title></head>'],
    ['navigation and forms', '<nav>x<p>x</p></nav><select><option>x</option></select><button>x</button><textarea>x</textarea>'],
    ['pictures and what is embedded', '<svg><text>x</text></svg><math>x</math><object>x</object><iframe>x</iframe>'],
    ['what is hidden, and all within it', '<div hidden><p>x</p>x<br></div>'],
    [
      'footnotes',
      '<p class="footnote">x</p><div class="footnotes"><p>x</p></div><p class="a endnote">x</p><p class="oj-note">x</p>',
    ],
    [
      'what is only for screens or for screen readers',
      '<p class="noprint">x</p><span class="sr-only">x</span><b class="visually-hidden">x</b>',
    ],
  ])('do not have %s', (_, page) => {
    expect(texts(`<p>one</p>${page}<p>two</p>`)).toEqual(['one', 'two']);
  });

  it('go on after what is not read, in the same paragraph', () => {
    const unread = '<span hidden>no<br><span>no</span><div>no</div></span>';
    expect(texts(`<div>one ${unread}two<sup class="oj-note-tag">(1)</sup></div>`)).toEqual(['one two(1)']);
  });

  it.each(['footnote', 'endnotes', 'page-footnotes', 'footnote_text', 'law endnote small'])(
    'of the class "%s" are not read',
    (name) => {
      expect(texts(`<p class="${name}">note</p><p>law</p>`)).toEqual(['law']);
    },
  );

  it.each([
    ['only holds such a word', ['annotated', 'footnoted', 'nofootnote']],
    ['is that of a number that points to a note', ['footnote-ref', 'law footnote-ref', 'footnote-ref law', 'oj-note-tag']],
  ])('of a class that %s are read', (_, names) => {
    for (const name of names) expect(texts(`<p class="${name}">law</p>`)).toEqual(['law']);
  });
});

describe('headings, lists and lines', () => {
  it('h1 to h6 are headings, what follows them is not', () => {
    const page = 'zero<h1><p>one</p>and a half</h1><p>two</p><h6>three <b>four</b></h6>five<h7>six</h7><header>seven</header>';
    expect(readHtml(page, 'x').map(({ text, heading }) => [text, heading === true])).toEqual([
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
  ])('an ordered list %s has the numbers that a browser shows', (attributes, expected) => {
    expect(texts(`<ol ${attributes}><li>x</li><li>x</li></ol>`)).toEqual(expected);
  });

  it('an item may set its number, and the next count on from it', () => {
    expect(texts('<ol><li>a<li value="17">b<li>c<li value="x4">d</ol>')).toEqual(['1. a', '17. b', '18. c', '19. d']);
  });

  it('a list within a list counts for itself, the outer one goes on after it', () => {
    const page = '<ol><li>a<ul><li>b</li></ul></li><li>c<ol type="a"><li>d</li></ol></li><li>e</li></ol><ul><li>f</li></ul>';
    expect(texts(page)).toEqual(['1. a', 'b', '2. c', '(a) d', '3. e', 'f']);
  });

  it('the number stands before the first words of an item only, and an empty item takes it along', () => {
    expect(texts('<ol><li><p></p><p>a</p><p>b</p></li><li></li><li><p>c</p></li><li></li></ol><p>d</p>')).toEqual([
      '1. a',
      'b',
      '3. c',
      'd',
    ]);
  });

  it('a block stands on the line of its first word', () => {
    const page = '<html>\n<p>one\nmore</p>\n\n<p>\n  two</p><p>three\n<b>four</b></p>\n<ol>\n<li>\nfive';
    expect(readHtml(page, 'x').map(({ text, place }) => [place.line, text])).toEqual([
      [2, 'one more'],
      [6, 'two'],
      [6, 'three four'],
      [10, '1. five'],
    ]);
    expect(readHtml('\n\nAct<p>Scope<br>\nof the law</p>', 'x').map(({ place }) => place.line)).toEqual([3, 3]);
  });

  it('a page that nests 2000 deep is read, one deeper is refused', () => {
    expect(texts(`${'<b>'.repeat(1999)}<i>x</i>`)).toEqual(['x']);
    expect(() => texts(`${'<b>'.repeat(2000)}<i>x</i>`)).toThrow(CompassError);
  });
});

describe('small Roman digits', () => {
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
