import { describe, expect, it } from 'vitest';
import { readAkn } from '../../../src/draft/readers/akn/akn.ts';
import type { Provision } from '../../../src/draft/structure/provision.ts';

/** Each provision as `label | heading | text`, with its children indented. */
function outline(provisions: readonly Provision[], depth = 0): string[] {
  return provisions.flatMap(({ label, heading, text, children }) => [
    `${'  '.repeat(depth)}${[label, heading ?? '', text].join(' | ')}`,
    ...outline(children, depth + 1),
  ]);
}
const act = (body: string) => `<akomaNtoso><act>${body}</act></akomaNtoso>`;
const read = (body: string): string[] => outline(readAkn(act(`<body>${body}</body>`), 'law.xml').provisions);
const article = (num: string, content: string) => `<article><num>${num}</num>${content}</article>`;
const p = (words: string) => `<content><p>${words}</p></content>`;

describe('an Akoma Ntoso law is cited by', () => {
  it.each([
    [
      'articles',
      '<article><num>Article 3</num><heading>Aim.</heading><content><p>Words.</p></content></article>',
      ['art. 3 | Aim | Words.'],
    ],
    [
      'sections, if there are no articles',
      `<section><num>3.</num><heading>Aim</heading>${p('Words.')}</section>`,
      ['sec. 3 | Aim | Words.'],
    ],
    ['clauses', `<clause><num>3</num>${p('Words.')}</clause>`, ['cl. 3 |  | Words.']],
    ['rules', `<rule><num>3</num>${p('Words.')}</rule>`, ['rule 3 |  | Words.']],
    ['sections with a paragraph sign', `<section><num>§ 3a</num>${p('Worte.')}</section>`, ['§ 3a |  | Worte.']],
    ['elements with a prefix', `<an:article><an:num>Art. 3</an:num>${p('Words.')}</an:article>`, ['art. 3 |  | Words.']],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  it('articles, if there are any: then sections are groups', () => {
    expect(read(`<section><num>Section 2</num><heading>Duties</heading>${article('Article 1', p('Words.'))}</section>`)).toEqual([
      'sec. 2 | Duties | ',
      '  art. 1 |  | Words.',
    ]);
  });

  it.each([
    ['"Article 4"', 'art. 4'],
    ['Article 4.', 'art. 4'],
    ['Art. 4º', 'art. 4'],
    ['SEC. 4.', 'art. 4'],
    ['4.', 'art. 4'],
    ['4a', 'art. 4a'],
    ['[4]', 'art. 4'],
    ['Article 4 bis', 'art. 4 bis'],
    ['“Article 4”', 'art. 4'],
    ["''Article 4''", 'art. 4'],
    ['Article 4-1', 'art. 4-1'],
    ['(4)', 'art. 4'],
    ['4 -', 'art. 4'],
  ])('the number %s has the label %s', (written, label) => {
    expect(read(article(written, p('Words.')))).toEqual([`${label} |  | Words.`]);
  });
});

describe('groups', () => {
  it.each([
    ['book', 'Book I', 'book I'],
    ['part', 'Part 2', 'part 2'],
    ['title', 'Title III', 'title III'],
    ['chapter', 'Chapter IV', 'chap. IV'],
    ['subsection', 'Subsection 1', 'subsec. 1'],
    ['tome', 'Book II', 'book II'],
    ['subpart', 'Part 2', 'part 2'],
    ['subtitle', 'Title III', 'title III'],
    ['subchapter', 'Chapter IV', 'chap. IV'],
    ['division', 'Part 3', 'part 3'],
    ['subdivision', 'Part 4', 'part 4'],
  ])('%s', (element, num, label) => {
    expect(
      read(`<${element}><num>${num}</num><heading>On it</heading>${article('Article 1', p('Words.'))}</${element}>`),
    ).toEqual([`${label} | On it | `, '  art. 1 |  | Words.']);
  });

  it('may be nested; a group with a heading and no number has no label', () => {
    const across = `<hcontainer><heading>Across</heading>${article('Article 2', p('Two.'))}</hcontainer>`;
    const chapter = `<chapter><num>Chapter 2</num><heading>Deep</heading>${article('Article 1', p('One.'))}${across}</chapter>`;
    expect(read(`<part><num>Part 1</num>${chapter}</part>`)).toEqual([
      'part 1 |  | ',
      '  part 1, chap. 2 | Deep | ',
      '    art. 1 |  | One.',
      '     | Across | ',
      '      art. 2 |  | Two.',
    ]);
  });

  it('keep their number as printed', () => {
    const [group] = readAkn(
      act(`<body><chapter><num>CHAPTER IV</num>${article('Article 1', p('x'))}</chapter></body>`),
      'x',
    ).provisions;
    expect(group).toMatchObject({ label: 'chap. IV', marker: 'CHAPTER IV' });
  });

  it('subheadings are not part of a unit’s text', () => {
    expect(
      read(`<article><num>Article 1</num><heading>Aim</heading><subheading>no</subheading>${p('Words.')}</article>`),
    ).toEqual(['art. 1 | Aim | Words.']);
  });

  it.each([
    ['Aim.', 'Aim'],
    ['Duties of e.g.', 'Duties of e.g.'],
    ['Part A.', 'Part A.'],
    ['No. 3 of it', 'No. 3 of it'],
  ])('a heading loses its final full stop, except that of an abbreviation: %s', (heading, shown) => {
    expect(read(`<article><num>Article 1</num><heading>${heading}</heading>${p('x')}</article>`)).toEqual([
      `art. 1 | ${shown} | x`,
    ]);
  });

  it('a group with neither number nor heading is left out', () => {
    expect(read(`<chapter>${article('Article 1', p('Words.'))}</chapter>`)).toEqual(['art. 1 |  | Words.']);
  });
});

describe('the content of a unit', () => {
  it('is paragraphs and points, nested as in the file and labelled by their numbers', () => {
    const body = article(
      'Article 1',
      `<paragraph><num>1.</num><list><intro><p>It applies to:</p></intro><point><num>(a)</num>${p('one;')}</point><point><num>b)</num><list><intro><p>two:</p></intro><point><num>(i)</num>${p('of these.')}</point></list></point></list></paragraph><paragraph><num>(2)</num>${p('It ends.')}</paragraph>`,
    );
    expect(read(body)).toEqual([
      'art. 1 |  | ',
      '  art. 1(1) |  | It applies to:',
      '    art. 1(1)(a) |  | one;',
      '    art. 1(1)(b) |  | two:',
      '      art. 1(1)(b)(i) |  | of these.',
      '  art. 1(2) |  | It ends.',
    ]);
  });

  it('keeps each number as printed, with brackets if it has no punctuation', () => {
    const body = article(
      'Article 1',
      `<paragraph><num>1.</num>${p('x')}</paragraph><paragraph><num>2</num>${p('y')}</paragraph>`,
    );
    const [unit] = readAkn(act(`<body>${body}</body>`), 'x').provisions;
    expect(unit?.marker).toBe('Article 1');
    expect(unit?.children.map(({ marker }) => marker)).toEqual(['1.', '(2)']);
  });

  it('keeps numbers of several letters or digits', () => {
    const of = (num: string) =>
      readAkn(act(`<body>${article('Article 1', `<paragraph><num>${num}</num>${p('x')}</paragraph>`)}</body>`), 'x').provisions[0]
        ?.children[0];
    expect([of('12')?.marker, of('(12)')?.marker, of('12.')?.marker, of('ab')?.marker]).toEqual(['(12)', '(12)', '12.', '(ab)']);
    expect([of('12')?.label, of('(12)')?.label, of('ab')?.label]).toEqual(['art. 1(12)', 'art. 1(12)', 'art. 1(ab)']);
  });

  it('has no empty paragraphs', () => {
    expect(read(article('Article 1', `<content><p> </p></content>${p('Words.')}`))).toEqual(['art. 1 |  | Words.']);
    const [unit] = readAkn(
      act(`<body>${article('Article 1', `<paragraph><num>1</num>${p('x')}</paragraph>`)}</body>`),
      'x',
    ).provisions;
    expect(unit?.children[0]).not.toHaveProperty('heading');
  });

  it('may have paragraphs with a heading', () => {
    expect(read(article('Article 1', `<paragraph><num>1.</num><heading>First.</heading>${p('x')}</paragraph>`))).toEqual([
      'art. 1 |  | ',
      '  art. 1(1) | First | x',
    ]);
  });

  it('is read through elements without a number and through inline elements', () => {
    expect(
      read(
        article(
          'Article 1',
          '<alinea><content><p>The <b>provider</b> <ref>of it</ref>\n  shall<br/>report.</p><p>At once.</p></content></alinea>',
        ),
      ),
    ).toEqual(['art. 1 |  | The provider of it shall report.\nAt once.']);
  });

  it('does not include metadata; notes and tables of contents come after the law', () => {
    expect(
      read(
        `<toc><p>no</p></toc>${article('Article 1', `<content><p>Words<authorialNote><p>no</p></authorialNote> here.</p></content>`)}<meta><p>no</p></meta>`,
      ),
    ).toEqual(['art. 1 |  | Words here.', 'note 1 |  | no', 'contents |  | no']);
  });

  it('does not include deleted words, which are struck words of their provision', () => {
    const body = `<paragraph><num>1.</num><content><p>It may<del>shall</del>act.</p></content></paragraph>
      <paragraph status="removed"><num>2.</num>${p('It may wait.')}</paragraph>`;
    const { provisions, struck } = readAkn(act(`<body>${article('Article 1', body)}</body>`), 'x');
    expect(outline(provisions)).toEqual(['art. 1 |  | ', '  art. 1(1) |  | It may act.']);
    expect(struck.map(({ text, label }) => [label, text])).toEqual([
      ['art. 1(1)', 'shall'],
      ['art. 1', '2. It may wait.'],
    ]);
  });

  it('includes that of a following unit without a number', () => {
    expect(read(`${article('Article 1', p('One.'))}<article>${p('Two.')}</article>`)).toEqual(['art. 1 |  | One.\nTwo.']);
  });

  it('has tables cell by cell', () => {
    expect(read(article('Article 1', '<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>'))).toEqual([
      'art. 1 |  | a\nb',
    ]);
  });
});

describe('around the body', () => {
  it('a preamble has text, numbered recitals and closing words', () => {
    const preamble =
      '<preface><p>Regulation</p></preface><preamble><formula><p>Having regard to it,</p></formula><recitals><intro><p>Whereas:</p></intro><recital><num>(1)</num><p>First.</p></recital><recital><num>(2)</num><p>Second.</p></recital></recitals><formula><p>Have adopted this:</p></formula></preamble>';
    expect(outline(readAkn(act(`${preamble}<body>${article('Article 1', p('Words.'))}</body>`), 'x').provisions)).toEqual([
      'preamble |  | Regulation\nHaving regard to it,\nWhereas:',
      '  rec. 1 |  | First.',
      '  rec. 2 |  | Second.',
      '  preamble |  | Have adopted this:',
      'art. 1 |  | Words.',
    ]);
  });

  it('a recital without a number is part of the preamble’s text', () => {
    const preamble = '<preamble><recitals><recital><p>Whereas so.</p></recital></recitals></preamble>';
    expect(outline(readAkn(act(`${preamble}<body>${article('Article 1', p('x'))}</body>`), 'x').provisions)[0]).toBe(
      'preamble |  | Whereas so.',
    );
  });

  it.each([
    [
      'an attachment',
      '<attachment><heading>Annex II</heading><doc><mainBody><p>Its words.</p></mainBody></doc></attachment>',
      'annex II',
    ],
    [
      'a schedule',
      '<hcontainer name="schedule"><num>Schedule 1</num><heading>Fines</heading><p>Its words.</p></hcontainer>',
      'sched. 1',
    ],
    ['a container named annex', '<hcontainer name="Annex"><num>Annex A</num><p>Its words.</p></hcontainer>', 'annex A'],
  ])('%s is an annex', (_, element, label) => {
    const found = outline(readAkn(act(`<body>${article('Article 1', p('x'))}</body>${element}`), 'x').provisions);
    expect(found[1]?.startsWith(`${label} |`)).toBe(true);
    expect(found.slice(1).join('\n')).toContain('Its words.');
  });

  /** An annex after an article: `label | number as printed | heading | text`, then its children. */
  const annex = (element: string): string[] => {
    const [, found] = readAkn(act(`<body>${article('Article 1', p('x'))}</body>${element}`), 'x').provisions;
    return found
      ? [[found.label, found.marker ?? '', found.heading ?? '', found.text].join(' | '), ...outline(found.children)]
      : [];
  };
  const doc = (content: string) => `<doc><mainBody>${content}</mainBody></doc>`;

  it.each([
    [
      'number and title in one heading',
      `<attachment><heading>Annex II - Fines</heading>${doc('<p>Words.</p>')}</attachment>`,
      ['annex II | Annex II | Fines | Words.'],
    ],
    [
      'its number in docNumber',
      `<attachment><doc><docNumber>Annex IV</docNumber><mainBody><p>Words.</p></mainBody></doc></attachment>`,
      ['annex IV | Annex IV |  | Words.'],
    ],
    [
      'a title and no number',
      `<attachment><heading>Declaration</heading>${doc('<p>Words.</p>')}</attachment>`,
      ['annex |  | Declaration | Words.'],
    ],
    [
      'a title and no number, marked as a schedule',
      '<hcontainer name="schedule"><heading>Fees</heading><p>Words.</p></hcontainer>',
      ['sched. |  | Fees | Words.'],
    ],
    [
      'numbered paragraphs',
      `<hcontainer name="Schedule"><num>Schedule 2</num><heading>Fees</heading><paragraph><num>1.</num>${p('One.')}</paragraph></hcontainer>`,
      ['sched. 2 | Schedule 2 | Fees | ', 'sched. 2(1) |  | One.'],
    ],
    [
      'the name "appendix"',
      '<hcontainer name="appendix"><num>Appendix 1</num><p>Words.</p></hcontainer>',
      ['app. 1 | Appendix 1 |  | Words.'],
    ],
    [
      'the name "schedule" and "Annex" in its number',
      '<hcontainer name="schedule"><num>Annex B</num><p>Words.</p></hcontainer>',
      ['annex B | Annex B |  | Words.'],
    ],
  ])('an annex with %s', (_, element, expected) => {
    expect(annex(element)).toEqual(expected);
  });

  it('a container with another name is a group', () => {
    expect(annex('<hcontainer name="other"><heading>Cross</heading><p>Words.</p></hcontainer>')).toEqual([
      ' |  | Cross | Words.',
    ]);
  });

  it('each provision has its line and the id that the file gives it', () => {
    const text = act(
      `\n<body>\n<article eId="art_1"><num>Article 1</num>\n<paragraph id="p1"><num>1.</num>${p('x')}</paragraph>\n<paragraph><num>2.</num>${p('y')}</paragraph></article></body>`,
    );
    const [unit] = readAkn(text, 'x').provisions;
    expect(unit?.place).toEqual({ line: 3, eId: 'art_1' });
    expect(unit?.children.map(({ place }) => place)).toStrictEqual([{ line: 4, eId: 'p1' }, { line: 5 }]);
  });
});
