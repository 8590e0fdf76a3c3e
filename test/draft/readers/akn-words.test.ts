import { describe, expect, it } from 'vitest';
import { readAkn } from '../../../src/draft/readers/akn/akn.ts';
import type { Provision } from '../../../src/draft/structure/provision.ts';

/** Each provision as `kind: label | marker | heading | text`, with its children indented. */
function outline(provisions: readonly Provision[], depth = 0): string[] {
  return provisions.flatMap(({ kind, label, marker = '', heading = '', text, children }) => [
    `${'  '.repeat(depth)}${kind}: ${[label, marker, heading, text].join(' | ')}`,
    ...outline(children, depth + 1),
  ]);
}
const read = (body: string, preamble = '') =>
  outline(readAkn(`<akomaNtoso><act>${preamble}<body>${body}</body></act></akomaNtoso>`, 'x').provisions);
const p = (words: string) => `<content><p>${words}</p></content>`;

describe('the labels of an Akoma Ntoso law', () => {
  it.each([
    [
      'a section is cited without the part that contains it',
      `<part><num>Part 1</num><section><num>3.</num>${p('Words.')}</section></part>`,
      ['group: part 1 | Part 1 |  | ', '  unit: sec. 3 | 3. |  | Words.'],
    ],
    [
      'a chapter without articles, sections, clauses and rules has the text itself',
      `<chapter><num>Chapter 1</num>${p('Words.')}</chapter>`,
      ['group: chap. 1 | Chapter 1 |  | Words.'],
    ],
    [
      'a sole article without a number is a group without a label',
      `<article><heading>Sole article</heading><paragraph><num>1.</num>${p('Words.')}</paragraph></article>`,
      ['group:  |  | Sole article | ', '  point: (1) | 1. |  | Words.'],
    ],
    [
      'a section without a number but with a heading is a group without a label',
      `<section><num>3.</num>${p('Words.')}</section><section><heading>Exceptions</heading>${p('None.')}</section>`,
      ['unit: sec. 3 | 3. |  | Words.', 'group:  |  | Exceptions | None.'],
    ],
    [
      'a section without a number and a heading continues the one before',
      `<section><num>3.</num>${p('Words.')}</section><section>${p('More.')}</section>`,
      ['unit: sec. 3 | 3. |  | Words.\nMore.'],
    ],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  it('a sole article is not part of the preamble before it', () => {
    expect(
      read(`<article>${p('One.')}</article><article>${p('Two.')}</article>`, '<preamble><p>Whereas:</p></preamble>'),
    ).toEqual(['preamble: preamble |  |  | Whereas:', 'group:  |  |  | One.\nTwo.']);
  });

  it.each([
    ['Article 3 A.', 'art. 3 A'],
    ['Art. 2o.', 'art. 2'],
    ['Article “4”', 'art. 4'],
    ['§ 13/a', '§ 13/a'],
    ['§13/a', '§ 13/a'],
    ['§§ 13/a', '§ 13/a'],
    ['Paragraph 4', 'art. 4'],
    ['Punkt IV.', 'art. IV'],
    ['Regel 4º', 'art. 4'],
    ['Nr. 4', 'art. 4'],
    ['Sole provision', 'art. Sole provision'],
    ['Article 3.1.', 'art. 3.1'],
    ['((4.))', 'art. 4'],
    ['[ 4 ]', 'art. 4'],
  ])('the number %s has the label %s', (written, label) => {
    expect(read(`<article><num>${written}</num>${p('Words.')}</article>`)).toEqual([`unit: ${label} | ${written} |  | Words.`]);
  });
});

describe('the content of a unit of an Akoma Ntoso law', () => {
  const unit = (content: string) => read(`<article><num>Article 1</num>${content}</article>`);

  it.each([
    ['1.º', '(1)', '1.º'],
    ['Parágrafo único.', '(único)', 'Parágrafo único.'],
    ['3.1', '(3.1)', '3.1'],
    ['(b', '(b)', '(b'],
    ['<p>2</p>', '(2)', '(2)'],
  ])('a paragraph with the number %s has the label %s', (num, label, marker) => {
    expect(unit(`<paragraph><num>${num}</num>${p('Words.')}</paragraph>`)).toEqual([
      'unit: art. 1 | Article 1 |  | ',
      `  point: art. 1${label} | ${marker} |  | Words.`,
    ]);
  });

  it.each([
    ['intro and wrapUp', '<alinea><intro>Either</intro><wrapUp>or.</wrapUp></alinea>'],
    ['paragraphs of an intro', '<alinea><intro><p>Either</p><p>or.</p></intro></alinea>'],
    ['two wrapUps', '<alinea><wrapUp>Either</wrapUp><wrapUp>or.</wrapUp></alinea>'],
    [
      'listIntroduction and paragraph',
      '<content><blockList><listIntroduction>Either</listIntroduction><p>or.</p></blockList></content>',
    ],
    [
      'two listIntroductions',
      '<blockList><listIntroduction>Either</listIntroduction><listIntroduction>or.</listIntroduction></blockList>',
    ],
    ['two listWrapUps', '<blockList><listWrapUp>Either</listWrapUp><listWrapUp>or.</listWrapUp></blockList>'],
    ['cells of a table', '<content><table><tr><td>Either</td><td>or.</td></tr></table></content>'],
    ['cells of a table head', '<content><table><tr><th>Either</th><th>or.</th></tr></table></content>'],
    ['blocks', '<content><block name="a">Either</block><block name="b">or.</block></content>'],
    ['items of an ordered list', '<content><ol><li>Either</li><li>or.</li></ol></content>'],
    ['items of an unordered list', '<content><ul><li>Either</li><li>or.</li></ul></content>'],
    [
      'a heading without a number and a paragraph',
      '<paragraph><heading>Either</heading><content><p>or.</p></content></paragraph>',
    ],
    ['items with dashes', '<list><indent><num>–</num><p>Either</p></indent><indent><num>–</num><p>or.</p></indent></list>'],
    ['two paragraphs before an empty one', '<content><p>Either</p><p>or.</p><p> </p></content>'],
  ])('%s are separate paragraphs', (_, content) => {
    expect(unit(content)).toEqual(['unit: art. 1 | Article 1 |  | Either\nor.']);
  });
});

it('what editors have added to an Akoma Ntoso law is a note', () => {
  const editorial = `<section status="editorial">${p('Page 125 STAT. 754')}</section>`;
  expect(read(`<section><num>3.</num>${p('Words.')}</section>${editorial}`)).toEqual([
    'unit: sec. 3 | 3. |  | Words.',
    'note: note 1 |  |  | Page 125 STAT. 754',
  ]);
});
