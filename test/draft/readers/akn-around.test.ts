import { describe, expect, it } from 'vitest';
import { readAkn } from '../../../src/draft/readers/akn.ts';
import type { Provision } from '../../../src/draft/structure/provision.ts';

/** Each provision as `label | marker | heading | text`, those below it indented. */
function outline(provisions: readonly Provision[], depth = 0): string[] {
  return provisions.flatMap(({ label, marker = '', heading = '', text, children }) => [
    `${'  '.repeat(depth)}${[label, marker, heading, text].join(' | ')}`,
    ...outline(children, depth + 1),
  ]);
}
const body = '<body><article><num>Article 1</num><content><p>Scope.</p></content></article></body>';
const recital = (number: number) => `<recital><num>(${number})</num><p>Whereas ${number}.</p></recital>`;

describe('what stands before the body of an Akoma Ntoso law', () => {
  /** All but the article, which is the last. */
  const front = (elements: string) =>
    outline(readAkn(`<akomaNtoso><act>${elements}${body}</act></akomaNtoso>`, 'x')).slice(0, -1);

  it.each([
    [
      'a preface says what it says in blocks without paragraphs, too',
      '<preface><block name="num">Law No. 7</block><block name="title">On <i>platforms</i></block></preface>',
      ['preamble |  |  | Law No. 7\nOn platforms'],
    ],
    [
      'the paragraphs of one formula are one text',
      '<preamble><formula name="enacting"><p>The <b>Parliament</b>,</p><p>enacts:</p></formula></preamble>',
      ['preamble |  |  | The Parliament, enacts:'],
    ],
    [
      'its table of contents is not read',
      '<preface><p>Platforms Act</p><toc><tocItem>1 Scope</tocItem></toc></preface>',
      ['preamble |  |  | Platforms Act'],
    ],
    [
      'a recital keeps its number in brackets, and all that comes after the recitals is one closing',
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
      'an empty element after the recitals is no closing, and an empty recital no line',
      `<preamble><p>Whereas:</p><recital><p/></recital>${recital(1)}<p> </p></preamble>`,
      ['preamble |  |  | Whereas:', '  rec. 1 | (1) |  | Whereas 1.'],
    ],
    [
      'a recital without a number that comes after others stays after them',
      `<preamble><p>Whereas:</p>${recital(1)}<recital><p>And so.</p></recital></preamble>`,
      ['preamble |  |  | Whereas:', '  rec. 1 | (1) |  | Whereas 1.', '  preamble |  |  | And so.'],
    ],
  ])('%s', (_, elements, expected) => {
    expect(front(elements)).toEqual(expected);
  });

  it.each(['p', 'block', 'num', 'heading', 'content', 'listIntroduction', 'td', 'th', 'li'])(
    'two elements `%s` in one text are two words',
    (name) => {
      expect(front(`<preamble><container><${name}>Member</${name}><${name}>States</${name}></container></preamble>`)).toEqual([
        'preamble |  |  | Member States',
      ]);
    },
  );

  it.each(['br', 'eol'])('a line break `%s` parts words', (name) => {
    expect(front(`<preamble><p>Member<${name}/>States</p></preamble>`)).toEqual(['preamble |  |  | Member States']);
  });

  it('each paragraph of a preamble stands on its own line of the file', () => {
    const preamble = `<preamble>\n<p eId="p_1">Whereas:</p>\n<p>It is so.</p>\n${recital(1)}\n<p>Enacts:</p></preamble>`;
    const [found] = readAkn(`<akomaNtoso><act>${preamble}${body}</act></akomaNtoso>`, 'x');
    expect(found?.paragraphs).toStrictEqual([
      { offset: 0, place: { line: 2, eId: 'p_1' } },
      { offset: 9, place: { line: 3 } },
    ]);
    expect(found?.children.map(({ place }) => place)).toStrictEqual([{ line: 4 }, { line: 5 }]);
  });
});

describe('what stands after the body of an Akoma Ntoso law', () => {
  const back = (element: string) => outline(readAkn(`<akomaNtoso><act>${body}${element}</act></akomaNtoso>`, 'x')).slice(1);
  const attachment = (content: string) => `<attachment>${content}</attachment>`;
  const doc = (content: string) => `<doc><meta/>${content}</doc>`;
  const words = '<mainBody><p>Words.</p></mainBody>';
  const points = '<mainBody><paragraph><num>1.</num><content><p>One.</p></content></paragraph></mainBody>';
  const long =
    'Annex II to the Act on the Supervision of Platforms is read as if the words that stand here had always been in it, whatever its date.';

  it.each([
    [
      'its preface belongs to the annex, not to the preamble of the law',
      attachment(doc(`<preface><p>ANNEX I</p><p>Practices</p></preface>${words}`)),
      ['annex I | ANNEX I |  | ANNEX I\nPractices\nWords.'],
    ],
    [
      'its number and heading stand in its title',
      attachment(doc(`<preface><block name="title"><docTitle>Annex III - Systems</docTitle></block></preface>${words}`)),
      ['annex III | Annex III | Systems | Words.'],
    ],
    [
      'its number stands beside points that have numbers of their own',
      attachment(doc(`<docNumber>Annex IV</docNumber>${points}`)),
      ['annex IV | Annex IV |  | ', '  annex IV(1) | 1. |  | One.'],
    ],
    [
      'the number of its first point is not its own',
      attachment(`<heading>Declaration</heading>${doc(points)}`),
      ['annex |  | Declaration | ', '  annex(1) | 1. |  | One.'],
    ],
    [
      'short words are its words, not its heading',
      attachment(`<heading>Annex II</heading><doc>${words}</doc>`),
      ['annex II | Annex II |  | Words.'],
    ],
    [
      'its subheading is the heading where the heading is its number',
      attachment(`<heading>Schedule 1</heading><subheading>Fees</subheading>${doc(words)}`),
      ['sched. 1 | Schedule 1 | Fees | Words.'],
    ],
    [
      'a first sentence that begins with its name is no heading',
      attachment(doc(`<mainBody><p>${long}</p></mainBody>`)),
      [`annex II | Annex II |  | ${long}`],
    ],
    [
      'a long heading is a heading',
      attachment(`<heading>${long}</heading>${doc(words)}`),
      [`annex II | Annex II | ${long.slice('Annex II '.length, -1)} | Words.`],
    ],
    [
      'a schedule whose heading names a part is no part',
      '<hcontainer name="schedule"><heading>Part 2 of the fees</heading><p>Words.</p></hcontainer>',
      ['sched. |  | Part 2 of the fees | Words.'],
    ],
    ...['1', '2A', 'IV', 'B'].map((num): [string, string, string[]] => [
      `a schedule may bear its number alone: ${num}`,
      `<hcontainer name="schedule"><num>${num}</num><heading>Fees</heading><p>Words.</p></hcontainer>`,
      [`sched. ${num} | ${num} | Fees | Words.`],
    ]),
    [
      'what is written for a number but is none is kept as it is written',
      '<hcontainer name="schedule"><num>Former fees</num><p>Words.</p></hcontainer>',
      ['sched. | Former fees |  | Words.'],
    ],
    ...['schedules', 'subschedule'].map((name): [string, string, string[]] => [
      `a container called ${name} is no schedule`,
      `<hcontainer name="${name}"><num>A</num><heading>Fees</heading><p>Words.</p></hcontainer>`,
      [' |  | Fees | Words.'],
    ]),
    [
      'numbers and headings in paragraphs are no words',
      '<hcontainer name="schedule"><num><p>Schedule 1</p></num><heading><p>Fees</p></heading><chapter><num><p>Chapter 2</p></num><heading><p>Small firms</p></heading><p>Words.</p></chapter></hcontainer>',
      ['sched. 1 | Schedule 1 | Fees | ', '  sched. 1, chap. 2 | Chapter 2 | Small firms | Words.'],
    ],
  ])('%s', (_, element, expected) => {
    expect(back(element)).toEqual(expected);
  });
});
