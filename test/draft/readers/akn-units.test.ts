import { describe, expect, it } from 'vitest';
import { readAkn } from '../../../src/draft/readers/akn/akn.ts';
import type { Provision } from '../../../src/draft/structure/provision.ts';

/** Each provision as `label | heading | text`, with its children indented. */
function outline(provisions: readonly Provision[], depth = 0): string[] {
  return provisions.flatMap(({ label, heading = '', text, children }) => [
    `${'  '.repeat(depth)}${[label, heading, text].join(' | ')}`,
    ...outline(children, depth + 1),
  ]);
}
const read = (content: string): string[] =>
  outline(readAkn(`<akomaNtoso><act>${content}</act></akomaNtoso>`, 'law.xml').provisions);
const inBody = (content: string): string[] => read(`<body>${content}</body>`);
const p = (words: string) => `<content><p>${words}</p></content>`;
const num = (number: string) => `<num>${number}</num>`;
const subsection = (number: string, words: string) => `<subsection>${num(number)}${p(words)}</subsection>`;
const section = (number: string, content: string, attributes = '') =>
  `<section ${attributes}>${number && num(number)}${content}</section>`;

describe('what an Akoma Ntoso law is cited by is found in its body', () => {
  const body = `<body>${section('1', p('One.'))}${section('2', p('Two.'))}</body>`;

  it.each([
    [
      'an article in a schedule does not make its sections groups',
      `${body}<components><component><doc name="schedule1"><mainBody><article><heading>Schedule 1</heading><paragraph>${p('Fees.')}</paragraph></article></mainBody></doc></component></components>`,
      ['sec. 1 |  | One.', 'sec. 2 |  | Two.', 'sched. 1 |  | Fees.'],
    ],
    [
      'a treaty in an attachment has articles of its own',
      `${body}<attachments><attachment><heading>Schedule 2 Treaty</heading><doc><mainBody><article>${num('Article 1')}${p('Aim.')}</article></mainBody></doc></attachment></attachments>`,
      ['sec. 1 |  | One.', 'sec. 2 |  | Two.', 'sched. 2 | Treaty | ', '  sched. 2, art. 1 |  | Aim.'],
    ],
    [
      'articles that an amendment puts into another law are not counted',
      `<body>${section('1', p('One.'))}${section('2', `<content><p>Insert <mod><quotedStructure><article>${num('7')}${p('Seven.')}</article><article>${num('8')}${p('Eight.')}</article><article>${num('9')}${p('Nine.')}</article></quotedStructure></mod></p></content>`)}</body>`,
      [
        'sec. 1 |  | One.',
        'sec. 2 |  | Insert',
        '  sec. 2, inserting art. 7 |  | Seven.',
        '  sec. 2, inserting art. 8 |  | Eight.',
        '  sec. 2, inserting art. 9 |  | Nine.',
      ],
    ],
    [
      'a collection has its law in a component',
      `<components><component>${'<act>'}${body}</act></component></components>`,
      ['sec. 1 |  | One.', 'sec. 2 |  | Two.'],
    ],
    [
      'regulations may be containers with that name',
      `<body><hcontainer name="regulation">${num('3.')}<heading>Fees</heading>${p('Words.')}</hcontainer></body>`,
      ['reg. 3 | Fees | Words.'],
    ],
    [
      'a law of numbered paragraphs is cited by these',
      `<preface><p>Decision</p></preface><mainBody><paragraph>${num('1.')}${p('One.')}</paragraph><paragraph>${num('2.')}${p('Two.')}</paragraph></mainBody>`,
      ['preamble |  | Decision', 'para. 1 |  | One.', 'para. 2 |  | Two.'],
    ],
  ])('%s', (_, content, expected) => {
    expect(read(content)).toEqual(expected);
  });
});

describe('a unit whose number is not where it should be', () => {
  it.each([
    [
      'has it in its id',
      section('', `<heading>Aim</heading>${p('Words.')}`, 'eId="part_1__sec_12A"'),
      ['sec. 12A | Aim | Words.'],
    ],
    ['has it in the id of an older version', section('', p('Words.'), 'id="section-4"'), ['sec. 4 |  | Words.']],
    [
      'has it in its first subsection',
      section('', subsection('12.(1)', 'One.') + subsection('(2)', 'Two.')),
      ['sec. 12 |  | ', '  sec. 12(1) |  | One.', '  sec. 12(2) |  | Two.'],
    ],
    [
      'has that of its first subsection',
      section('(1)', subsection('(1)', 'One.') + subsection('(2)', 'Two.'), 'eId="sec_5"'),
      ['sec. 5 |  | ', '  sec. 5(1) |  | One.', '  sec. 5(2) |  | Two.'],
    ],
    ['has both as one', section('7.—(1)', p('One.')), ['sec. 7 |  | ', '  sec. 7(1) |  | One.']],
    [
      'has both as one, and subsections with theirs',
      section('7(1)', subsection('(1)', 'One.')),
      ['sec. 7 |  | ', '  sec. 7(1) |  | One.'],
    ],
    ['has it in brackets', section('(5)', p('One.'), 'eId="sec_5"'), ['sec. 5 |  | One.']],
    ['has none', section('', `<heading>Aim</heading>${p('Words.')}`, 'eId="sec_nn"'), [' | Aim | Words.']],
  ])('%s', (_, content, expected) => {
    expect(inBody(content)).toEqual(expected);
  });
});

describe('provisions that a law puts into another law belong to the amendment', () => {
  const quoted = (content: string) => `<quotedStructure startQuote="“" endQuote="”">${content}</quotedStructure>`;
  const inserted = quoted(
    `<section>${num('12B')}<heading>Appeals</heading><subsection>${num('(1)')}${p('A person may appeal.')}</subsection>${subsection('(2)', 'It is free.')}</section>`,
  );
  const expected = [
    'sec. 2 |  | ',
    '  sec. 2(1) |  | After section 12 insert',
    '    sec. 2(1), inserting sec. 12B | Appeals | ',
    '      sec. 2(1), inserting sec. 12B(1) |  | A person may appeal.',
    '      sec. 2(1), inserting sec. 12B(2) |  | It is free.”',
    '  sec. 2(2) |  | Omit section 14.',
  ];

  it.each([
    ['within a sentence', `<content><p>After section 12 insert <mod>${inserted}</mod></p></content>`],
    ['in a paragraph of their own', `<content><p>After section 12 insert</p><p><mod>${inserted}</mod></p></content>`],
    ['without a paragraph', `<intro><p>After section 12 insert</p></intro>${inserted}`],
  ])('%s', (_, content) => {
    const amending = section('2', `<subsection>${num('(1)')}${content}</subsection>${subsection('(2)', 'Omit section 14.')}`);
    expect(inBody(section('1', p('One.')) + amending).slice(1)).toEqual(expected);
  });

  it('points of a section, words after their list, and a part with its sections', () => {
    const points = quoted(
      `<subsection>${num('2A')}<intro><p>The register names</p></intro><paragraph>${num('a')}${p('tenants;')}</paragraph><wrapUp><p>and is public.</p></wrapUp></subsection>`,
    );
    const part = quoted(
      `<part>${num('Part 4A')}<heading>Fees</heading><section>${num('40A')}${p('No fee is due.')}</section></part>`,
    );
    const content = (words: string, inserted: string) => `<content><p>${words}</p><p><mod>${inserted}</mod></p></content>`;
    expect(inBody(section('1', content('Insert', points)) + section('2', content('Add', part)))).toEqual([
      'sec. 1 |  | Insert',
      '  sec. 1, inserting (2A) |  | The register names',
      '    sec. 1, inserting (2A)(a) |  | tenants;',
      '    sec. 1, inserting (2A) |  | and is public.”',
      'sec. 2 |  | Add',
      '  sec. 2, inserting part 4A | Fees | ',
      '    sec. 2, inserting sec. 40A |  | No fee is due.”',
    ]);
  });

  it('with the words after them', () => {
    const content = `<content><p>Insert <mod>${quoted(p('“New.”'))}</mod> as section 4.</p></content>`;
    expect(inBody(section('1', content))).toEqual(['sec. 1 |  | Insert\n“New.”\nas section 4.']);
  });
});

describe('all words of an Akoma Ntoso file are read', () => {
  it.each([
    [
      'the signatures are the closing formula',
      `<body>${section('1', p('One.'))}</body><conclusions><p>Done at Geneva.</p></conclusions>`,
      ['sec. 1 |  | One.', 'closing formula |  | Done at Geneva.'],
    ],
    [
      'headings between units',
      `<body><crossHeading>Duties</crossHeading>${section('1', p('One.'))}</body>`,
      ['preamble |  | Duties', 'sec. 1 |  | One.'],
    ],
    ['words outside paragraphs', `<body>${section('1', p('One.'))}<foreign>Two.</foreign></body>`, ['sec. 1 |  | One.\nTwo.']],
    [
      'the number of a container of another kind',
      `<body><hcontainer name="heading-group">${num('A.')}<heading>Duties</heading>${section('1', p('One.'))}</hcontainer></body>`,
      [' | A. Duties | ', '  sec. 1 |  | One.'],
    ],
  ])('%s', (_, content, expected) => {
    expect(read(content)).toEqual(expected);
  });

  it.each([
    ['version 1.0 with a lower-case root', '<akomantoso xmlns="http://www.akomantoso.org/1.0">', '</akomantoso>', ''],
    ['version 2.0', '<akomaNtoso xmlns="http://www.akomantoso.org/2.0">', '</akomaNtoso>', ''],
    [
      'version 3.0 with a prefix',
      '<a:akomaNtoso xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">',
      '</a:akomaNtoso>',
      'a:',
    ],
  ])('%s', (_, open, close, prefix) => {
    const content = `<act><body><section><num>1</num><content><p>One.</p></content></section></body></act>`;
    const text = open + content.replace(/<(\/?)/g, `<$1${prefix}`) + close;
    expect(outline(readAkn(text, 'law.xml').provisions)).toEqual(['sec. 1 |  | One.']);
  });

  it('removed words and editors’ remarks are not the law', () => {
    const { provisions, struck } = readAkn(
      `<akomaNtoso><act><body>${section('1', '<content><p>Providers <del>may</del> <ins>shall</ins> report. <remark status="editorial">[s. 1 amended]</remark></p></content>')}<section status="removed">${num('2')}${p('No.')}</section></body></act></akomaNtoso>`,
      'law.xml',
    );
    expect(outline(provisions)).toEqual(['sec. 1 |  | Providers shall report.', 'note 1 |  | [s. 1 amended]']);
    expect(struck.map(({ text }) => text)).toEqual(['may', '2 No.']);
  });

  it('words are struck by style and in notes too', () => {
    const words = `Providers <span style="text-decoration: line-through">may</span> report<authorialNote marker="1"><p>See <del>section 3</del> here.</p></authorialNote> <i style="display:none">never</i> twice.`;
    const { provisions, struck } = readAkn(
      `<akomaNtoso><act><body>${section('1', `<content><p>${words}</p></content>`)}</body></act></akomaNtoso>`,
      'law.xml',
    );
    expect(outline(provisions)).toEqual(['sec. 1 |  | Providers report twice.', 'note 1 |  | See here.']);
    expect(struck.map(({ text }) => text)).toEqual(['may', 'section 3', 'never']);
  });
});
