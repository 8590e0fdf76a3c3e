import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/draft/block.ts';
import { readDocx } from '../../../src/draft/readers/docx/docx.ts';
import { CompassError } from '../../../src/source/problem.ts';

interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
}

function read(body: string, { styles, numbering }: Parts = {}): Block[] {
  const file = zipSync({
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    ...(styles && { 'word/styles.xml': strToU8(`<w:styles>${styles}</w:styles>`) }),
    ...(numbering && { 'word/numbering.xml': strToU8(`<w:numbering>${numbering}</w:numbering>`) }),
    'word/media/picture.png': strToU8('not read'),
  });
  return readDocx(file, 'law.docx');
}
const texts = (body: string, parts?: Parts): string[] => read(body, parts).map(({ text }) => text);

const run = (content: string) => `<w:r>${content}</w:r>`;
const words = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const inList = (id: number, level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const item = (id: number, level: number, text = 'x') => paragraph(words(text), inList(id, level));
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;
const level = (depth: number, format: string, text: string, start = '') =>
  `<w:lvl w:ilvl="${depth}">${start && `<w:start w:val="${start}"/>`}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]) => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, abstractId: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;

describe('the words of a paragraph are those that the page shows', () => {
  it.each([
    ['runs go on in each other', words('pro') + words('vider'), 'provider'],
    ['white space is one space, a no-break space is kept', words(' a \n\t b\u00a0c '), 'a b\u00a0c'],
    ['tabs are spaces', words('a') + run('<w:tab/>') + words('b') + run('<w:ptab/>') + words('c'), 'a b c'],
    ['line breaks are kept', words('a') + run('<w:br/>') + words('b') + run('<w:cr/>') + words('c'), 'a\nb\nc'],
    [
      'hyphens that Word keeps apart',
      words('a') + run('<w:noBreakHyphen/>') + words('b') + run('<w:softHyphen/>') + words('c'),
      'a\u2011b\u00adc',
    ],
    [
      'inserted words and links are in',
      `${words('a')}<w:ins>${words('b')}</w:ins><w:hyperlink>${words('c')}</w:hyperlink>`,
      'abc',
    ],
    [
      'moved words are where they went',
      `<w:moveFrom>${words('a')}</w:moveFrom>${words('b')}<w:moveTo>${words('a')}</w:moveTo>`,
      'ba',
    ],
    ['deleted words are not', `${words('a')}<w:del>${run('<w:delText>b</w:delText>')}${words('b')}</w:del>`, 'a'],
    ['nor are the codes of fields', `${words('a')}${run('<w:instrText>PAGE</w:instrText>')}${words('1')}`, 'a1'],
    ['nor what their properties say', `${run('<w:rPr><w:t>no</w:t></w:rPr><w:t>a</w:t>')}<w:pPr><w:t>no</w:t></w:pPr>`, 'a'],
    [
      'of two versions of a drawing the first is read',
      `${words('a')}<mc:AlternateContent><mc:Choice>${words('b')}</mc:Choice><mc:Fallback>${words('c')}</mc:Fallback></mc:AlternateContent>`,
      'ab',
    ],
  ])('%s', (_, content, expected) => {
    expect(texts(paragraph(content))).toEqual([expected]);
  });

  it('paragraphs of tables and text boxes stand for themselves, in the order of the page, and empty ones only count', () => {
    const box = `<w:txbxContent>${paragraph(words('in the box'))}</w:txbxContent>`;
    const body = `${paragraph(words('one'))}${paragraph('')}<w:tbl><w:tr><w:tc>${paragraph(words('cell'))}</w:tc></w:tr></w:tbl>${paragraph(words('around') + run(box))}${paragraph(words('last'))}`;
    expect(read(body).map(({ text, place }) => [place.line, text])).toEqual([
      [1, 'one'],
      [3, 'cell'],
      [4, 'around'],
      [5, 'in the box'],
      [6, 'last'],
    ]);
  });

  it('paragraphs that were deleted, or stand in for a drawing, are not there', () => {
    const body = `<w:del>${paragraph(words('no'))}</w:del><mc:Fallback>${paragraph(words('no'))}</mc:Fallback>${paragraph(words('yes'))}`;
    expect(read(body)).toEqual([{ text: 'yes', place: { line: 1 } }]);
  });
});

describe('headings', () => {
  const style = (id: string, name: string, more = '') => `<w:style w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const styles = [
    style('h1', 'heading 1'),
    style('t', 'Title'),
    style('body', 'Body heading 1 text'),
    style('h12', 'heading 12x'),
    style('own', 'Our own', '<w:basedOn w:val="h1"/>'),
    style('outlined', 'Outlined', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style('circle', 'Circle', '<w:basedOn w:val="circle"/>'),
  ].join('');

  it.each([
    ['h1', true],
    ['t', true],
    ['own', true],
    ['outlined', true],
    ['body', false],
    ['h12', false],
    ['circle', false],
    ['unheard-of', false],
  ])('a paragraph in the style %s: %s', (id, expected) => {
    expect(read(paragraph(words('x'), styled(id)), { styles })[0]?.heading === true).toBe(expected);
  });

  it('a paragraph may say so itself', () => {
    expect(read(paragraph(words('x'), '<w:outlineLvl w:val="1"/>'))[0]?.heading).toBe(true);
    expect(read(paragraph(words('x'), '<w:jc w:val="center"/>'))[0]).not.toHaveProperty('heading');
  });
});

describe('the numbers that Word shows', () => {
  const shown = (format: string, start: number): string[] =>
    texts(item(1, 0) + item(1, 0), { numbering: abstract(0, level(0, format, '%1)', String(start))) + list(1, 0) });

  it.each([
    ['decimal', 9, ['9) x', '10) x']],
    ['decimalZero', 9, ['09) x', '10) x']],
    ['lowerLetter', 26, ['z) x', 'aa) x']],
    ['upperLetter', 52, ['ZZ) x', 'AAA) x']],
    ['lowerRoman', 3, ['iii) x', 'iv) x']],
    ['upperRoman', 8, ['VIII) x', 'IX) x']],
    ['ordinal', 1, ['1) x', '2) x']],
    ['bullet', 1, ['x', 'x']],
    ['none', 1, ['x', 'x']],
  ])('%s from %i', (format, start, expected) => {
    expect(shown(format, start)).toEqual(expected);
  });

  it('a level begins at 1 and counts in digits where its list does not say', () => {
    expect(
      texts(item(1, 0), { numbering: `${abstract(0, '<w:lvl w:ilvl="0"><w:lvlText w:val="Art. %1"/></w:lvl>')}${list(1, 0)}` }),
    ).toEqual(['Art. 1 x']);
  });

  const numbering = `${abstract(0, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%1.%2'), level(2, 'lowerLetter', '(%3)'))}${abstract(1, level(0, 'decimal', '%1.', '5'))}${list(1, 0)}${list(2, 0)}${list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>')}${list(4, 1)}`;
  const numbersOf = (...items: [id: number, depth: number][]): string[] =>
    texts(items.map(([id, depth]) => item(id, depth)).join(''), { numbering }).map((text) => text.replace(/ ?x$/, ''));

  it('inner levels begin anew under each outer one', () => {
    expect(numbersOf([1, 0], [1, 1], [1, 2], [1, 2], [1, 1], [1, 2], [1, 0], [1, 1])).toEqual([
      'I.',
      'I.1',
      '(a)',
      '(b)',
      'I.2',
      '(a)',
      'II.',
      'II.1',
    ]);
  });

  it('an outer level that was never counted is at its beginning', () => {
    expect(numbersOf([1, 1], [1, 1])).toEqual(['I.1', 'I.2']);
  });

  it('lists of one definition count on together, another definition counts for itself, and so does a list that begins anew', () => {
    expect(numbersOf([1, 0], [2, 0], [4, 0], [3, 0], [1, 0], [3, 0], [4, 0])).toEqual([
      'I.',
      'II.',
      '5.',
      'IV.',
      'III.',
      'V.',
      '6.',
    ]);
  });

  it('no list, a list that is not there and a level that is not there have no number', () => {
    expect(numbersOf([0, 0], [9, 0], [1, 7])).toEqual(['', '', '']);
  });

  it('a style may number its paragraphs; a paragraph may choose another list, or none', () => {
    const styles = `<w:style w:styleId="art"><w:pPr>${inList(1, 1)}</w:pPr></w:style><w:style w:styleId="sub"><w:basedOn w:val="art"/></w:style><w:style w:styleId="top"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>`;
    const numId = (id: number) => `<w:numPr><w:numId w:val="${id}"/></w:numPr>`;
    expect(
      texts(
        [styled('art'), styled('sub'), styled('top'), styled('art') + numId(0), styled('top') + inList(1, 2)]
          .map((properties) => paragraph(words('x'), properties))
          .join(''),
        { styles, numbering },
      ),
    ).toEqual(['I.1 x', 'I.2 x', '5. x', 'x', '(a) x']);
  });

  it('an empty paragraph counts, though it is not read', () => {
    expect(texts(item(1, 0) + paragraph('', inList(1, 0)) + item(1, 0), { numbering })).toEqual(['I. x', 'III. x']);
  });
});

describe('what is no Word document', () => {
  const codeOf = (bytes: Uint8Array): string | undefined => {
    try {
      readDocx(bytes, 'x.docx');
    } catch (error) {
      return error instanceof CompassError ? error.problems[0]?.code : String(error);
    }
    return undefined;
  };

  it.each([
    ['a zip archive of something else', zipSync({ 'content.xml': strToU8('<x/>') }), 'docx-unreadable'],
    ['no archive', strToU8('PK garbage'), 'docx-unreadable'],
    ['an old or encrypted Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'docx-encrypted'],
    ['a file that begins with the same byte only', Uint8Array.of(0xd0, 0, 0, 0), 'docx-unreadable'],
    ['a document that breaks off', zipSync({ 'word/document.xml': strToU8('<w:document><w:p>') }), 'xml-unclosed'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});
