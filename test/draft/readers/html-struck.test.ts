import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/draft/readers/html/html.ts';

/** Each block as `role: text`. */
const read = (page: string): string[] =>
  readHtml(page, 'law.html').blocks.map(({ role = 'body', number, text }) => `${role}${number ? ` ${number}` : ''}: ${text}`);

describe('a custom property of the page', () => {
  it('hides words also if the style sheet stands in the body', () => {
    const page = '<html><body><p>One.</p><style>:root{--a:none}</style><p style="display:var(--a)">no</p></body></html>';
    expect(read(page)).toEqual(['body: One.', 'struck: no']);
  });
});

describe('words that are struck or hidden are apart from the law', () => {
  it.each([
    '<del>no</del>',
    '<s>no</s>',
    '<strike>no</strike>',
    '<span style="text-decoration: line-through">no</span>',
    '<span style="text-decoration-line:underline line-through;">no</span>',
    '<span style="display:none">no</span>',
    '<span style="visibility: hidden">no</span>',
    '<span style="mso-hide: all">no</span>',
    '<span style="font-size:0">no</span>',
    '<span hidden>no</span>',
    '<span hidden=""><b>no</b></span>',
    '<b style="DISPLAY: NONE"><i>no</i></b>',
    '<span style="display:/* not shown */none">no</span>',
    '<span style="position:absolute;left:-9999px">no</span>',
    '<span style="position:fixed;top:-100em">no</span>',
    '<span style="position:absolute;clip:rect(0,0,0,0)">no</span>',
    '<span style="clip-path: inset(50%)">no</span>',
    '<span style="max-height:0;overflow:hidden">no</span>',
    '<span style="width:1px;height:1px;overflow:hidden">no</span>',
    '<span style="text-indent:-999em">no</span>',
    '<span style="transform: scale(0)">no</span>',
    '<span style="filter: opacity(0%)">no</span>',
    '<span style="content-visibility:hidden">no</span>',
    '<span style="color:transparent">no</span>',
    '<span style="color:rgba(0, 0, 0, 0)">no</span>',
    '<span style="color:#0000"><b>no</b></span>',
    '<span style="visibility:hidden"><b style="visibility:inherit">no</b></span>',
    '<span style="font-size:0"><b style="font-size:120%">no</b></span>',
    '<span popover>no</span>',
    '<span style="opacity:.0">no</span>',
    '<span style="opacity:1%">no</span>',
    '<span style="font-size:1px">no</span>',
    '<span style="font-size:calc(0px)">no</span>',
    '<span style="font:0/0 serif">no</span>',
    '<span style="zoom:0">no</span>',
    '<span style="-webkit-text-security:disc">no</span>',
    '<span style="-webkit-text-fill-color:transparent">no</span>',
    '<span style="margin-left:-9999px">no</span>',
    '<span style="position:relative;left:-9999px">no</span>',
    '<span style="position:absolute;left:99999px">no</span>',
    '<span style="position:absolute;inset:0 auto auto -5000px">no</span>',
    '<span style="transform:translateX(-9999px)">no</span>',
    '<span style="clip-path:polygon(0 0, 0 0, 0 0)">no</span>',
    '<span style="clip-path:ellipse(0 0)">no</span>',
    '<span style="--x:none;display:var(--x)">no</span>',
    '<span style="display:var(--unknown, none)">no</span>',
    '<span style="--a:var(--b);--b:none"><b style="display:var(--a)">no</b></span>',
    '<span style="color:red;background:red">no</span>',
    '<span style="background-color:#333"><b style="color:rgb(51,51,51)">no</b></span>',
    '<span style="background:hsl(0 0% 20%) none"><font color="323232">no</font></span>',
    '<template>no</template>',
    '<noscript>no</noscript>',
    '<dialog>no</dialog>',
  ])('%s', (element) => {
    expect(read(`<p>They ${element}act.</p>`)).toEqual(['body: They act.', 'struck: no']);
  });

  it.each([
    '<ins>yes</ins>',
    '<u>yes</u>',
    '<span aria-hidden="true">yes</span>',
    '<span style="display:inline">yes</span>',
    '<span style="text-decoration: underline">yes</span>',
    '<span hidden style="display: inline">yes</span>',
    '<span style="visibility:hidden"><b style="visibility:visible">yes</b></span>',
    '<span style="opacity:0.5;font-size:10pt">yes</span>',
    '<span style="font-size:0"><b style="font-size:12px">yes</b></span>',
    '<span style="color:transparent"><b style="color:black">yes</b></span>',
    '<span style="color:transparent;background-clip:text">yes</span>',
    '<span style="position:relative;left:-3px;overflow:hidden">yes</span>',
    '<span style="text-indent:-2em;clip-path:inset(0)">yes</span>',
    '<span style="color:rgba(0,0,0,0.6)">yes</span>',
    '<span style="height:0">yes</span>',
    '<span style="--x:none;display:inline">yes</span>',
    '<span style="display:var(--unknown)">yes</span>',
    '<span style="--a:var(--b);--b:var(--a);display:var(--a)">yes</span>',
    '<span style="color:red;background:red url(a.png)">yes</span>',
    '<span style="color:red;background:red;text-shadow:1px 1px black">yes</span>',
    '<span style="background:#333"><b style="color:#333;background:white">yes</b></span>',
    '<span style="background:#333"><b style="color:#333;position:absolute">yes</b></span>',
    '<span style="font:italic 700 12px/1.5 serif;margin-left:-3em">yes</span>',
    '<span style="transform:translateX(-50%)">yes</span>',
    '<span style="opacity:0.4;filter:opacity(50%)">yes</span>',
  ])('but not %s', (element) => {
    expect(read(`<p>They ${element} act.</p>`)).toEqual(['body: They yes act.']);
  });

  it.each([
    ['.x{display:none}', '<p class="a x">no</p>'],
    ['p.x { color: red; display: none }', '<p class="x">no</p>'],
    ['#gone{visibility:hidden}', '<p id="gone">no</p>'],
    ['.y,.x{text-decoration:line-through}', '<p class="x">no</p>'],
    ['.outer .x{display:none}', '<div class="outer"><div><p class="x">no</p></div></div>'],
    ['div.outer > p{display:none}', '<div class="outer"><p>no</p></div>'],
    ['@media screen { .x{display:none} }', '<p class="x">no</p>'],
    ['/* a comment */ @import "a.css"; .x{display:none}', '<p class="x">no</p>'],
    ['.x{display:block} p.x{display:none}', '<p class="x">no</p>'],
    ['@media (min-width: 60em) { .x{display:none} }', '<p class="x">no</p>'],
    ['.x{position:absolute;left:-10000px}', '<p class="x">no</p>'],
    ['.x{color:transparent}', '<p class="x">no</p>'],
    [':root{--hide:none} .x{display:var(--hide)}', '<p class="x">no</p>'],
    ['.a{--c:#eee} .x{color:var(--c);background:#eee}', '<div class="a"><p class="x">no</p></div>'],
    ['body{background:#fdfdfd} .x{color:white}', '<body><p class="x">no</p></body>'],
    ['.x{color:#123456} .y{background:#123456}', '<div class="y"><p class="x">no</p></div>'],
    ['.x{content-visibility:hidden}', '<p class="x">no</p>'],
    ['.x{font:0/0 a}', '<p class="x">no</p>'],
    ['.x{position:absolute;inset:auto auto auto -9999px}', '<p class="x">no</p>'],
    [':is(.x, .y){display:none}', '<p class="y">no</p>'],
    ['.удалено{display:none}', '<p class="удалено">no</p>'],
    ['.md\\:x{display:none}', '<p class="md:x">no</p>'],
    ['.\\31 x{d\\69splay:none}', '<p class="1x">no</p>'],
  ])('the style sheet %s', (sheet, element) => {
    expect(read(`<style>${sheet}</style><p>One.</p>${element}<p>Two.</p>`)).toEqual(['body: One.', 'struck: no', 'body: Two.']);
  });

  it.each([
    ['.outer > p{display:none}', '<div class="outer"><div><p>yes</p></div></div>'],
    ['.x:hover{display:none}', '<p class="x">yes</p>'],
    ['@media print { .x{display:none} }', '<p class="x">yes</p>'],
    ['.x{display:none}', '<p class="y">yes</p>'],
    ['.x{display:none}', '<p class="x" style="display:block">yes</p>'],
    ['p.x{display:block} .x{display:none}', '<p class="x">yes</p>'],
    ['@media (max-width: 767px) { .x{display:none} }', '<p class="x">yes</p>'],
    ['@media screen and (min-width: 1600px) { .x{display:none} }', '<p class="x">yes</p>'],
    ['@media (width < 40em) { .x{display:none} }', '<p class="x">yes</p>'],
    ['@media (prefers-color-scheme: dark) { .x{color:transparent} }', '<p class="x">yes</p>'],
    ['@media not screen { .x{display:none} }', '<p class="x">yes</p>'],
    ['.x{position:absolute;left:-999px} .x.on{left:0}', '<p class="x on">yes</p>'],
    ['.x{color:transparent} p.x{color:#111}', '<p class="x">yes</p>'],
    ['.x{display:none} @media (min-width: 768px) { .md\\:x{display:block} }', '<p class="x md:x">yes</p>'],
  ])('but not %s', (sheet, element) => {
    expect(read(`<style>${sheet}</style>${element}`)).toEqual(['body: yes']);
  });

  it('a struck heading, list item or cell is one as a whole', () => {
    expect(read('<del><h2>Article 2</h2><p>It binds.</p></del><p>Article 3</p>')).toEqual([
      'struck: Article 2',
      'struck: It binds.',
      'body: Article 3',
    ]);
    expect(read('<ol><li><s>one</s></li><li>two</li></ol>')).toEqual(['struck: one', 'body: 2. two']);
    expect(read('<ol><li hidden>one</li><li>two</li></ol>')).toEqual(['struck: one', 'body: 1. two']);
  });
});

it('a page with far too many colours is read without them', () => {
  const rules = Array.from({ length: 2000 }, (_, index) => `div p { color: #${String(index).padStart(6, '0')} }`).join('');
  const page = `<style>.x{display:none}.y{color:transparent}${rules}</style><div>${Array.from({ length: 1000 }, (_, n) => `<p id="p${n}">yes</p>`).join('')}<p class="x">no</p></div>`;
  const blocks = read(page);
  expect(blocks).toHaveLength(1001);
  expect(blocks.at(-1)).toBe('struck: no');
});

describe('what is not the body of a page has its role', () => {
  it.each([
    ['<p class="footnote">(3) See the Act.</p>', 'note 3: See the Act.'],
    ['<div class="footnotes"><ol><li>See.</li><li>Also.</li></ol></div>', 'note 1: See.', 'note 2: Also.'],
    ['<div class="footnotes"><p>1. See.</p><p>More.</p></div>', 'note 1: See.\nMore.'],
    ['<aside role="doc-footnote">See.</aside>', 'note: See.'],
    ['<nav><a>Home</a></nav>', 'contents: Home'],
    ['<table><caption>Fees</caption></table>', 'caption: Fees'],
    ['<img alt="A map of  the zones">', 'alt: A map of the zones'],
    ['<p><span class="sr-only">Opens a window</span></p>', 'alt: Opens a window'],
  ])('%s', (page, ...expected) => {
    expect(read(page)).toEqual(expected);
  });

  it.each([
    [
      'Word',
      '<p>a remedy<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a> in court</p><div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> See the Act.</p></div>',
    ],
    [
      'LibreOffice',
      '<p>a remedy<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a> in court</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>See the Act.</p></div>',
    ],
    [
      'Pandoc',
      '<p>a remedy<a href="#fn1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a> in court</p><section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>See the Act.<a href="#fnref1" class="footnote-back"></a></p></li></ol></section>',
    ],
    [
      'a style that raises it',
      '<p>a remedy<a href="#n1" style="vertical-align:super">1</a> in court</p><div class="footnotes"><p>1 See the Act.</p></div>',
    ],
  ])('a note as %s writes it', (_, page) => {
    const [sentence, note] = read(page);
    expect(sentence).toBe('body: a remedy in court');
    expect(note).toMatch(/^note(?: 1)?: (?:1)?See the Act\.$/);
  });

  it('comments and tables of contents that Word exports', () => {
    expect(
      read('<p class=MsoToc1>1 Scope 3</p><div style="mso-element:comment-list"><p class=MsoCommentText>Why?</p></div>'),
    ).toEqual(['contents: 1 Scope 3', 'alt: Why?']);
  });

  it('a raised link to a note is no word of the sentence', () => {
    expect(read('<p>a remedy<sup><a href="#n1">1</a></sup> in court</p>')).toEqual(['body: a remedy in court']);
    expect(read('<p>a remedy<a href="#n1"><sup>[12]</sup></a>.</p>')).toEqual(['body: a remedy.']);
    expect(read('<p>a fine of 10<sup>6</sup> or 5<sup>2</sup></p>')).toEqual(['body: a fine of 10^6 or 5^2']);
  });
});

describe('numbers that a style sheet makes', () => {
  it.each([
    ['ol{list-style-type:lower-alpha}', '(a) x'],
    ['ol{list-style:upper-roman inside}', '(I) x'],
    ['li{list-style-type:decimal}', '1. x'],
    ['ol{list-style:none}', 'x'],
    ['ol{list-style:none} li::before{content:"(" counter(p) ") "}', '(1) x'],
    ['ol{list-style:none} ol>li:before{content:counter(p, lower-alpha) ")"}', 'a) x'],
    ['ol{list-style:none} li::before{content:"-"}', 'x'],
  ])('%s', (sheet, expected) => {
    expect(read(`<style>${sheet}</style><ol><li>x</li></ol>`)).toEqual([`body: ${expected}`]);
  });

  it('the style of an element wins over the style sheet and over its type', () => {
    expect(
      read('<style>ol{list-style-type:lower-alpha}</style><ol type="i" style="list-style-type:upper-alpha"><li>x</ol>'),
    ).toEqual(['body: (A) x']);
  });
});
