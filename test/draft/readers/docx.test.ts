import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Block, isBody } from '../../../src/draft/block.ts';
import { readPackage } from '../../../src/draft/readers/docx/docx.ts';
import { openPackage } from '../../../src/draft/readers/docx/package.ts';
import { CompassError } from '../../../src/source/problem.ts';

interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
}

function read(body: string, { styles, numbering }: Parts = {}): readonly Block[] {
  const file = zipSync({
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    ...(styles && { 'word/styles.xml': strToU8(`<w:styles>${styles}</w:styles>`) }),
    ...(numbering && { 'word/numbering.xml': strToU8(`<w:numbering>${numbering}</w:numbering>`) }),
    'word/media/picture.png': strToU8('not read'),
  });
  return readPackage(openPackage(file, 'law.docx')).blocks.filter(isBody);
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

describe('the text of a paragraph is what the page shows', () => {
  it.each([
    ['runs are joined without a space', words('pro') + words('vider'), 'provider'],
    ['white space becomes one space, a no-break space is kept', words(' a \n\t b\u00a0c '), 'a b\u00a0c'],
    ['tabs become spaces', words('a') + run('<w:tab/>') + words('b') + run('<w:ptab/>') + words('c'), 'a b c'],
    ['line breaks are kept', words('a') + run('<w:br/>') + words('b') + run('<w:cr/>') + words('c'), 'a\nb\nc'],
    [
      'special hyphens are kept',
      words('a') + run('<w:noBreakHyphen/>') + words('b') + run('<w:softHyphen/>') + words('c'),
      'a\u2011b\u00adc',
    ],
    [
      'inserted words and links are included',
      `${words('a')}<w:ins>${words('b')}</w:ins><w:hyperlink>${words('c')}</w:hyperlink>`,
      'abc',
    ],
    [
      'moved words are at their new place',
      `<w:moveFrom>${words('a')}</w:moveFrom>${words('b')}<w:moveTo>${words('a')}</w:moveTo>`,
      'ba',
    ],
    ['deleted words are left out', `${words('a')}<w:del>${run('<w:delText>b</w:delText>')}${words('b')}</w:del>`, 'a'],
    ['field codes are left out', `${words('a')}${run('<w:instrText>PAGE</w:instrText>')}${words('1')}`, 'a1'],
    ['properties are left out', `${run('<w:rPr><w:t>no</w:t></w:rPr><w:t>a</w:t>')}<w:pPr><w:t>no</w:t></w:pPr>`, 'a'],
    [
      'of two versions of a drawing only the first is read',
      `${words('a')}<mc:AlternateContent><mc:Choice>${words('b')}</mc:Choice><mc:Fallback>${words('c')}</mc:Fallback></mc:AlternateContent>`,
      'ab',
    ],
  ])('%s', (_, content, expected) => {
    expect(texts(paragraph(content))).toEqual([expected]);
  });

  it('paragraphs in tables and text boxes are separate blocks in document order; empty ones are counted but left out', () => {
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

  it('deleted paragraphs and fallbacks of drawings are left out', () => {
    const body = `<w:del>${paragraph(words('no'))}</w:del><mc:Fallback>${paragraph(words('no'))}</mc:Fallback>${paragraph(words('yes'))}`;
    expect(read(body)).toEqual([{ text: 'yes', place: { line: 2 } }]);
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
  ])('a paragraph in the style %s is a heading: %s', (id, expected) => {
    expect(read(paragraph(words('x'), styled(id)), { styles })[0]?.heading === true).toBe(expected);
  });

  it('a paragraph with an outline level is a heading', () => {
    expect(read(paragraph(words('x'), '<w:outlineLvl w:val="1"/>'))[0]?.heading).toBe(true);
    expect(read(paragraph(words('x'), '<w:jc w:val="center"/>'))[0]).not.toHaveProperty('heading');
  });
});

describe('automatic numbers', () => {
  const shown = (format: string, start: number): string[] =>
    texts(item(1, 0) + item(1, 0), { numbering: abstract(0, level(0, format, '%1)', String(start))) + list(1, 0) });

  it.each([
    ['decimal', 9, ['9) x', '10) x']],
    ['decimalZero', 9, ['09) x', '10) x']],
    ['lowerLetter', 26, ['z) x', 'aa) x']],
    ['upperLetter', 52, ['ZZ) x', 'AAA) x']],
    ['lowerRoman', 3, ['iii) x', 'iv) x']],
    ['upperRoman', 8, ['VIII) x', 'IX) x']],
    ['ordinal', 1, ['1st) x', '2nd) x']],
    ['unheard-of', 1, ['1) x', '2) x']],
    ['bullet', 1, ['x', 'x']],
    ['none', 1, ['x', 'x']],
  ])('in the format %s, beginning at %i', (format, start, expected) => {
    expect(shown(format, start)).toEqual(expected);
  });

  it('begin at 1 and are decimal by default', () => {
    expect(
      texts(item(1, 0), { numbering: `${abstract(0, '<w:lvl w:ilvl="0"><w:lvlText w:val="Art. %1"/></w:lvl>')}${list(1, 0)}` }),
    ).toEqual(['Art. 1 x']);
  });

  const numbering = `${abstract(0, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%1.%2'), level(2, 'lowerLetter', '(%3)'))}${abstract(1, level(0, 'decimal', '%1.', '5'))}${list(1, 0)}${list(2, 0)}${list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>')}${list(4, 1)}`;
  const numbersOf = (...items: [id: number, depth: number][]): string[] =>
    texts(items.map(([id, depth]) => item(id, depth)).join(''), { numbering }).map((text) => text.replace(/ ?x$/, ''));

  it('of an inner level start again below each outer one', () => {
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

  it('of an outer level without a paragraph are its first number', () => {
    expect(numbersOf([1, 1], [1, 1])).toEqual(['I.1', 'I.2']);
  });

  it('continue across lists with the same definition; a list that overrides its start sets them there', () => {
    expect(numbersOf([1, 0], [2, 0], [4, 0], [3, 0], [1, 0], [3, 0], [4, 0])).toEqual([
      'I.',
      'II.',
      '5.',
      'IV.',
      'V.',
      'VI.',
      '6.',
    ]);
  });

  it('are missing without a list, and for an unknown list or level', () => {
    expect(numbersOf([0, 0], [9, 0], [1, 7])).toEqual(['', '', '']);
  });

  it('may come from a style; a paragraph may choose another list, or none', () => {
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

  it('count empty paragraphs, which are left out', () => {
    expect(texts(item(1, 0) + paragraph('', inList(1, 0)) + item(1, 0), { numbering })).toEqual(['I. x', 'III. x']);
  });
});

describe('a file that is not a Word document is refused', () => {
  const codeOf = (bytes: Uint8Array): string | undefined => {
    try {
      openPackage(bytes, 'x.docx');
    } catch (error) {
      return error instanceof CompassError ? error.problems[0]?.code : String(error);
    }
    return undefined;
  };

  it.each([
    ['another zip archive', zipSync({ 'content.xml': strToU8('<x/>') }), 'docx-unreadable'],
    ['not an archive', strToU8('PK garbage'), 'docx-unreadable'],
    ['an old or encrypted Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'docx-encrypted'],
    ['a file with only the first byte of an encrypted one', Uint8Array.of(0xd0, 0, 0, 0), 'docx-unreadable'],
    ['a document that is cut off', zipSync({ 'word/document.xml': strToU8('<w:document><w:p>') }), 'xml-unclosed'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});
