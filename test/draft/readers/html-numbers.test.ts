import { describe, expect, it } from 'vitest';
import { StyleSheet } from '../../../src/draft/readers/html/css.ts';
import { readHtml } from '../../../src/draft/readers/html/html.ts';

const read = (css: string, body: string): string[] =>
  readHtml(`<html><style>${css}</style><body>${body}`, 'law.html').blocks.map(({ role = 'body', text }) =>
    role === 'body' ? text : `${role}: ${text}`,
  );

describe('counters of a style sheet number the provisions of a page', () => {
  it('headings and paragraphs, restarted by those above', () => {
    const css =
      'body{counter-reset:chap art} h2{counter-increment:chap} h2::before{content:"Chapter " counter(chap, upper-roman) ". "} h3{counter-increment:art;counter-reset:par} h3::before{content:"Article " counter(art)} p{counter-increment:par} p::before{content:"(" counter(par) ") "}';
    const body = '<h2>General</h2><h3>Aim</h3><p>One.</p><p>Two.</p><h2>Duties</h2><h3>Risks</h3><p>Three.</p>';
    expect(read(css, body)).toEqual([
      'Chapter I. General',
      'Article 1 Aim',
      '(1) One.',
      '(2) Two.',
      'Chapter II. Duties',
      'Article 2 Risks',
      '(1) Three.',
    ]);
  });

  it('nested lists with the numbers of all levels', () => {
    const css = 'ol{list-style:none;counter-reset:n} li{counter-increment:n} li::before{content:counters(n, ".") " "}';
    expect(read(css, '<ol><li>a<ol><li>b<li>c</ol><li>d<ol><li>e</ol></ol>')).toEqual(['1 a', '1.1 b', '1.2 c', '2 d', '2.1 e']);
  });

  it.each([
    [
      'of an unordered list',
      'li{counter-increment:n} li::before{content:counter(n) "."}',
      '<ul><li>a<li>b</ul>',
      ['1. a', '2. b'],
    ],
    ['counted by the words before', 'p::before{counter-increment:n;content:"§ " counter(n)}', '<p>a<p>b', ['§ 1 a', '§ 2 b']],
    ['that begin elsewhere', 'body{counter-reset:n 4} p{counter-increment:n} p::before{content:counter(n)}', '<p>a', ['5 a']],
    ['in steps', 'p{counter-increment:n 10} p::before{content:counter(n)}', '<p>a<p>b', ['10 a', '20 b']],
    [
      'that are set',
      'p{counter-increment:n} .x{counter-set:n 7} p::before{content:counter(n)}',
      '<p>a<p class=x>b<p>c',
      ['1 a', '7 b', '8 c'],
    ],
    [
      'of the list itself',
      'ol{list-style:none} li::before{content:counter(list-item, lower-alpha) ")"}',
      '<ol start=3><li>a</ol>',
      ['c) a'],
    ],
    ['in an attribute', 'p::before{content:"Art. " attr(data-n)}', '<p data-n="7a">x', ['Art. 7a x']],
    ['with an escaped sign', 'p{counter-increment:n} p::before{content:"\\00a7 " counter(n)}', '<p>a', ['§1 a']],
    [
      'within a line',
      'i{counter-increment:n} i::before{content:"(" counter(n) ") "}',
      '<p><i>a</i> and <i>b</i>',
      ['(1) a and (2) b'],
    ],
    ['by a marker', 'li::marker{content:"Rule " counter(list-item) ": "}', '<ol><li>a</ol>', ['Rule 1: a']],
    ['with leading zeros', 'ol{list-style-type:decimal-leading-zero}', '<ol><li>a</ol>', ['01. a']],
  ])('%s', (_, css, body, expected) => {
    expect(read(css, body)).toEqual(expected);
  });

  it('hidden elements are not counted', () => {
    const css = 'p{counter-increment:n} p::before{content:counter(n) "."} .x{display:none}';
    expect(read(css, '<p>a</p><p class=x>b</p><p>c</p>')).toEqual(['1. a', 'struck: b', '2. c']);
  });

  it('words without a number are no words of the law', () => {
    expect(read('p::before{content:"NEW "}', '<p>a')).toEqual(['a']);
    expect(read('p{counter-increment:n} p::before{content:counter(n);display:none}', '<p>a')).toEqual(['a']);
  });
});

describe('rules that hide words', () => {
  it.each([
    ['.x{display:none!important}', '<p class=x style="display:block">no</p>'],
    ['.x{display:none ! important} #y{display:block}', '<p class=x id=y>no</p>'],
    ['[hidden-draft]{display:none}', '<p hidden-draft>no</p>'],
    ['p[class~="x"]{display:none}', '<p class="a x">no</p>'],
    ['[class^=del]{text-decoration:line-through}', '<p class="deleted">no</p>'],
    ['[class*="strike"]{text-decoration:line-through}', '<p class="my-strike-2">no</p>'],
    ['[lang|=en]{display:none}', '<p lang="en-GB">no</p>'],
    ['p:not(.keep){display:none}', '<p>no</p>'],
    ['@supports (display:grid) { .x{display:none} }', '<p class=x>no</p>'],
    [':root .x{display:none}', '<p class=x>no</p>'],
    ['.a .b .c{display:none}', '<div class=a><div class=b><div><p class=c>no</p></div></div></div>'],
    ['.a > .b .c{display:none}', '<div class=a><div class=b><div class=b><p class=c>no</p></div></div></div>'],
  ])('%s', (css, body) => {
    expect(read(css, body)).toEqual(['struck: no']);
  });

  it.each([
    ['.x{display:none} .x{display:block!important}', '<p class=x style="display:none">yes</p>'],
    ['p:not(.x){display:none}', '<p class=x>yes</p>'],
    ['[class$=deleted]{display:none}', '<p class="deleted-not">yes</p>'],
    ['.a > .c{display:none}', '<div class=a><div><p class=c>yes</p></div></div>'],
  ])('but not %s', (css, body) => {
    expect(read(css, body)).toEqual(['yes']);
  });

  it('the style sheet of a later element holds from there on', () => {
    expect(read('', '<p class=x>yes</p><style>.x{display:none}</style><p class=x>no</p>')).toEqual(['yes', 'struck: no']);
  });

  it('a page with more rules and elements than can be compared is refused', () => {
    const sheet = new StyleSheet({ maxSteps: 100 });
    sheet.add('.a p{display:none} .b p{display:none}');
    const element = { name: 'p', id: '', classes: [], attributes: {}, size: 1 };
    for (let count = 0; count < 20; count++) sheet.declarationsFor(element, [element], undefined);
    expect(sheet.isTooComplex).toBe(false);
    for (let count = 0; count < 20; count++) sheet.declarationsFor(element, [element], undefined);
    expect(sheet.isTooComplex).toBe(true);
  });
});

describe('tables', () => {
  it('a cell that spans columns or rows leaves the others in their columns', () => {
    const table =
      '<table><tr><td>Article<td>Text in force<td>Proposed text<tr><td colspan=2>Notes<td>A heading for the new text<tr><td rowspan=2>Art. 1<td>Users may ask the provider.<td>Users may complain to the court.<tr><td>They may wait for an answer.<td>They may sue without delay.</table>';
    expect(read('', table).slice(0, 6)).toEqual([
      'Proposed text',
      'Notes',
      'A heading for the new text',
      'Art. 1',
      'Users may complain to the court.',
      'They may sue without delay.',
    ]);
  });
});

it('formulas are words; the pronunciation above characters is apart', () => {
  expect(read('', '<p>a <math><mi>x</mi><mo>+</mo><mn>1</mn><annotation>no</annotation></math> b</p>')).toEqual(['a x+1 b']);
  expect(read('', '<p><ruby>法<rp>(</rp><rt>ほう</rt><rp>)</rp></ruby>律</p>')).toEqual(['法律', 'alt: ほう']);
});
