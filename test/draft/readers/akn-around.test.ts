import { describe, expect, it } from 'vitest';
import { readAkn } from '../../../src/draft/readers/akn/akn.ts';
import type { Provision } from '../../../src/draft/structure/provision.ts';

/** Each provision as `label | marker | heading | text`, with its children indented. */
function outline(provisions: readonly Provision[], depth = 0): string[] {
  return provisions.flatMap(({ label, marker = '', heading = '', text, children }) => [
    `${'  '.repeat(depth)}${[label, marker, heading, text].join(' | ')}`,
    ...outline(children, depth + 1),
  ]);
}
const body = '<body><article><num>Article 1</num><content><p>Scope.</p></content></article></body>';
const recital = (number: number) => `<recital><num>(${number})</num><p>Whereas ${number}.</p></recital>`;

describe('before the body of an Akoma Ntoso law', () => {
  /** The outline without its last line, which is the article or comes after it. */
  const front = (elements: string) =>
    outline(readAkn(`<akomaNtoso><act>${elements}${body}</act></akomaNtoso>`, 'x').provisions).slice(0, -1);

  it.each([
    [
      'a preface may have blocks without paragraphs',
      '<preface><block name="num">Law No. 7</block><block name="title">On <i>platforms</i></block></preface>',
      ['preamble |  |  | Law No. 7\nOn platforms'],
    ],
    [
      'the paragraphs of one formula are one paragraph',
      '<preamble><formula name="enacting"><p>The <b>Parliament</b>,</p><p>enacts:</p></formula></preamble>',
      ['preamble |  |  | The Parliament, enacts:'],
    ],
    [
      'the table of contents comes after the law',
      '<preface><p>Platforms Act</p><toc><tocItem>1 Scope</tocItem><tocItem>2 Aim</tocItem></toc></preface>',
      ['preamble |  |  | Platforms Act', 'art. 1 | Article 1 |  | Scope.'],
    ],
    [
      'a recital has its number in brackets, and everything after the recitals is one closing',
      `<preamble><recitals>${recital(1)}${recital(2)}${recital(3)}</recitals><p>Having consulted,</p><p>Have adopted:</p></preamble>`,
      [
        'preamble |  |  | ',
        '  rec. 1 | (1) |  | Whereas 1.',
        '  rec. 2 | (2) |  | Whereas 2.',
        '  rec. 3 | (3) |  | Whereas 3.',
        '  preamble |  |  | Having consulted,\nHave adopted:',
      ],
    ],
    [
      'an empty element after the recitals makes no closing, and an empty recital adds no line',
      `<preamble><p>Whereas:</p><recital><p/></recital>${recital(1)}<p> </p></preamble>`,
      ['preamble |  |  | Whereas:', '  rec. 1 | (1) |  | Whereas 1.'],
    ],
    [
      'a recital without a number after numbered ones is a closing',
      `<preamble><p>Whereas:</p>${recital(1)}<recital><p>And so.</p></recital></preamble>`,
      ['preamble |  |  | Whereas:', '  rec. 1 | (1) |  | Whereas 1.', '  preamble |  |  | And so.'],
    ],
  ])('%s', (_, elements, expected) => {
    expect(front(elements)).toEqual(expected);
  });

  it.each(['p', 'block', 'num', 'heading', 'content', 'listIntroduction', 'td', 'th', 'li'])(
    'words in two `%s` elements are separated by a space',
    (name) => {
      expect(front(`<preamble><container><${name}>Member</${name}><${name}>States</${name}></container></preamble>`)).toEqual([
        'preamble |  |  | Member States',
      ]);
    },
  );

  it.each(['br', 'eol'])('words around a `%s` element are separated by a space', (name) => {
    expect(front(`<preamble><p>Member<${name}/>States</p></preamble>`)).toEqual(['preamble |  |  | Member States']);
  });

  it('each paragraph of a preamble has its own line of the file', () => {
    const preamble = `<preamble>\n<p eId="p_1">Whereas:</p>\n<p>It is so.</p>\n${recital(1)}\n<p>Enacts:</p></preamble>`;
    const [found] = readAkn(`<akomaNtoso><act>${preamble}${body}</act></akomaNtoso>`, 'x').provisions;
    expect(found?.paragraphs).toStrictEqual([
      { offset: 0, place: { line: 2, eId: 'p_1' } },
      { offset: 9, place: { line: 3 } },
    ]);
    expect(found?.children.map(({ place }) => place)).toStrictEqual([{ line: 4 }, { line: 5 }]);
  });
});

describe('an annex of an Akoma Ntoso law', () => {
  const back = (element: string) =>
    outline(readAkn(`<akomaNtoso><act>${body}${element}</act></akomaNtoso>`, 'x').provisions).slice(1);
  const attachment = (content: string) => `<attachment>${content}</attachment>`;
  const doc = (content: string) => `<doc><meta/>${content}</doc>`;
  const words = '<mainBody><p>Words.</p></mainBody>';
  const points = '<mainBody><paragraph><num>1.</num><content><p>One.</p></content></paragraph></mainBody>';
  const long =
    'Annex II to the Act on the Supervision of Platforms is read as if the words that stand here had always been in it, whatever its date.';

  it.each([
    [
      'includes its own preface',
      attachment(doc(`<preface><p>ANNEX I</p><p>Practices</p></preface>${words}`)),
      ['annex I | ANNEX I |  | ANNEX I\nPractices\nWords.'],
    ],
    [
      'may have its number and heading in docTitle',
      attachment(doc(`<preface><block name="title"><docTitle>Annex III - Systems</docTitle></block></preface>${words}`)),
      ['annex III | Annex III | Systems | Words.'],
    ],
    [
      'may have its number in docNumber, apart from numbered paragraphs',
      attachment(doc(`<docNumber>Annex IV</docNumber>${points}`)),
      ['annex IV | Annex IV |  | ', '  annex IV(1) | 1. |  | One.'],
    ],
    [
      'does not take the number of its first paragraph',
      attachment(`<heading>Declaration</heading>${doc(points)}`),
      ['annex |  | Declaration | ', '  annex(1) | 1. |  | One.'],
    ],
    [
      'with only a number as its heading has no heading, even if its text is short',
      attachment(`<heading>Annex II</heading><doc>${words}</doc>`),
      ['annex II | Annex II |  | Words.'],
    ],
    [
      'has its subheading as heading if the heading is only a number',
      attachment(`<heading>Schedule 1</heading><subheading>Fees</subheading>${doc(words)}`),
      ['sched. 1 | Schedule 1 | Fees | Words.'],
    ],
    [
      'does not take a first sentence that begins with its name as heading',
      attachment(doc(`<mainBody><p>${long}</p></mainBody>`)),
      [`annex II | Annex II |  | ${long}`],
    ],
    [
      'may have a long heading',
      attachment(`<heading>${long}</heading>${doc(words)}`),
      [`annex II | Annex II | ${long.slice('Annex II '.length, -1)} | Words.`],
    ],
    [
      'whose heading begins with "Part 2" is not a part',
      '<hcontainer name="schedule"><heading>Part 2 of the fees</heading><p>Words.</p></hcontainer>',
      ['sched. |  | Part 2 of the fees | Words.'],
    ],
    ...['1', '2A', 'IV', 'B'].map((num): [string, string, string[]] => [
      `may have a number without a word: ${num}`,
      `<hcontainer name="schedule"><num>${num}</num><heading>Fees</heading><p>Words.</p></hcontainer>`,
      [`sched. ${num} | ${num} | Fees | Words.`],
    ]),
    [
      'keeps a num element without a number as printed',
      '<hcontainer name="schedule"><num>Former fees</num><p>Words.</p></hcontainer>',
      ['sched. | Former fees |  | Words.'],
    ],
    ...['schedules', 'subschedule'].map((name): [string, string, string[]] => [
      `is not a container named ${name}`,
      `<hcontainer name="${name}"><num>A</num><heading>Fees</heading><p>Words.</p></hcontainer>`,
      [' |  | A Fees | Words.'],
    ]),
    [
      'does not repeat its number and heading as text',
      '<hcontainer name="schedule"><num><p>Schedule 1</p></num><heading><p>Fees</p></heading><chapter><num><p>Chapter 2</p></num><heading><p>Small firms</p></heading><p>Words.</p></chapter></hcontainer>',
      ['sched. 1 | Schedule 1 | Fees | ', '  sched. 1, chap. 2 | Chapter 2 | Small firms | Words.'],
    ],
  ])('%s', (_, element, expected) => {
    expect(back(element)).toEqual(expected);
  });
});
