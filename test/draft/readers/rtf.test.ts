import { describe, expect, it } from 'vitest';
import { isRtf } from '../../../src/draft/readers/detect.ts';
import { readRtf } from '../../../src/draft/readers/rtf/rtf.ts';

const head =
  '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset204 Arial Cyr;}}';
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
/** Each block as `role number: text`. */
const read = (body: string): string[] =>
  readRtf(bytesOf(`${head}${body}}`)).blocks.map(
    ({ role = 'body', number, text, heading }) => `${role}${number ? ` ${number}` : ''}${heading ? ' heading' : ''}: ${text}`,
  );

describe('the text of an RTF file', () => {
  it.each([
    ['paragraphs', 'One\\par Two\\par', ['body: One', 'body: Two']],
    ['line breaks of the file are nothing', 'pro\r\nvider', ['body: provider']],
    ['signs', 'a\\emdash b\\~c\\_d \\ldblquote e\\rdblquote\\tab f\\line g', ['body: a—b\u00a0c\u2011d “e” f\ng']],
    ['bytes of the code page', "caf\\'e9 \\'96 x", ['body: café – x']],
    ['bytes of the font', "\\f2 \\'e4\\'e0\\f0 \\'e4", ['body: даä']],
    ['Unicode numbers and what stands in for them', 'a \\u8364?\\uc2\\u8364EU\\u-3913?? b', ['body: a €€• b']],
    ['a character of two units', '\\u-10180?\\u-8704?', ['body: \ud83c\ude00']],
    ['signs of a symbol font', "a {\\f1\\'b3} b", ['body: a ≥ b']],
    [
      'unknown control words, also with the name of a method of JavaScript objects',
      '{\\constructor a} {\\toString b} {\\unknown c}',
      ['body: a b c'],
    ],
    ['braces and backslashes', '\\{a\\} \\\\b', ['body: {a} \\b']],
    ['raised figures', '10{\\super 6} euros, 1{\\super st}', ['body: 10^6 euros, 1st']],
    [
      'an embedded object shows its result',
      'a {\\object\\objemb{\\*\\objclass Word.Document}{\\*\\objdata 0105}{\\result {\\pard 7}}} x',
      ['body: a 7 x'],
    ],
    ['a field shows its result', '{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}} x', ['body: 7 x']],
    [
      'a sign that a field stands for',
      'a {\\field{\\*\\fldinst SYMBOL 179 \\\\f "Symbol" \\\\s 12}{\\fldrslt }}1,000',
      ['body: a ≥1,000'],
    ],
    [
      'the result of such a field',
      'a {\\field{\\*\\fldinst SYMBOL 179 \\\\f "Symbol"}{\\fldrslt {\\f1\\\'a3}}} b',
      ['body: a ≤ b'],
    ],
    ['a field in another', '{\\field{\\*\\fldinst IF {\\field{\\*\\fldinst X}{\\fldrslt no}}}{\\fldrslt yes}}', ['body: yes']],
    ['a text box', '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt box}}}', ['body: box']],
    ['moved words', 'They {\\mvf\\mvauth1 never }{\\mvt\\mvauth1 always }act.', ['body: They always act.', 'struck: never']],
    ['words in two forms', 'a {\\upr{S?}{\\*\\ud{S\\u1057 ?}}} b', ['body: a SС b']],
    ['the number of a list item', '{\\listtext 1.\\tab}One\\par', ['body: 1. One']],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  it.each([
    '{\\info{\\title no}}',
    '{\\header no}',
    '{\\*\\generator no;}',
    '{\\pict 0102}',
    '{\\*\\unknown no{\\b no}}',
    '{\\colortbl;no}',
    '{\\pict\\bin4 {no}}',
  ])('does not include %s', (group) => {
    expect(read(`One${group} two\\par`)).toEqual(['body: One two']);
  });

  it('headings are those of the style sheet and of the outline', () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}{\\s2 Body;}}';
    expect(read(`${styles}\\pard\\s1 One\\par\\pard\\s2 Two\\par\\pard\\outlinelevel0 Three\\par`)).toEqual([
      'body heading: One',
      'body: Two',
      'body heading: Three',
    ]);
  });
});

describe('words of an RTF file that are struck or hidden are apart from the law', () => {
  it.each(['strike', 'striked1', 'deleted', 'v'])('\\%s', (word) => {
    expect(read(`They {\\${word} may}shall act.\\par`)).toEqual(['body: They shall act.', 'struck: may']);
    expect(read(`They \\${word} may\\plain shall act.\\par`)).toEqual(['body: They shall act.', 'struck: may']);
  });

  it('but not if it is switched off, nor what is inserted', () => {
    expect(read('They \\strike may\\strike0  {\\revised shall} act.\\par')).toEqual(['body: They shall act.', 'struck: may']);
  });

  it('a paragraph that is deleted with its mark has no number, and goes on in the next one', () => {
    expect(read('{\\listtext 1.\\tab}{\\deleted One\\par}Two\\par')).toEqual(['struck: One', 'body: Two']);
    expect(read('One{\\deleted  more\\par}two\\par')).toEqual(['struck: more', 'body: One two']);
  });
});

it('footnotes are notes, also where a program writes them as a destination that readers may skip', () => {
  expect(read('A fee{\\super\\chftn{\\*\\footnote \\chftn\\pard\\plain  Or none.}} is due.\\par')).toEqual(
    read('A fee{\\super\\chftn{\\footnote \\chftn\\pard\\plain  Or none.}} is due.\\par'),
  );
});

it('footnotes are notes with their number', () => {
  expect(read('A remedy{\\super\\chftn}{\\footnote\\pard\\chftn  See.\\par} in court.\\par B{\\footnote Also.}\\par')).toEqual([
    'body: A remedy in court.',
    'note 1: See.',
    'body: B',
    'note 2: Also.',
  ]);
});

it('tables are read cell by cell', () => {
  expect(read('\\trowd\\intbl (a)\\cell one;\\cell\\row\\pard After\\par')).toEqual(['body: (a)', 'body: one;', 'body: After']);
});

describe('damaged and hostile files', () => {
  it.each(['{{{{', '}}}}', '\\u', "\\'", '\\bin99999999999', `${'{'.repeat(5000)}x`, '\\'])(
    'are read as far as they go: %s',
    (body) => {
      expect(() => read(`One\\par ${body}`)).not.toThrow();
    },
  );
});

it.each([
  ['{\\rtf1 x', true],
  ['  {\\rtf\\ansi', true],
  ['Article 1 {\\rtf1', false],
  ['', false],
])('a file is RTF by its beginning: %j is %s', (start, expected) => {
  expect(isRtf(start)).toBe(expected);
});
