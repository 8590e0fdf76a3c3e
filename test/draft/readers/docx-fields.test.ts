import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/draft/readers/docx/docx.ts';

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

async function blocks(body: string, styles = '', numbering = '') {
  const parts = {
    'word/document.xml': `<w:document ${main}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${main}>${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles ${main}>${styles}</w:styles>`,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
  return (await readDocx(bytes, 'law.docx')).blocks;
}
const texts = async (body: string, styles = '', numbering = ''): Promise<string[]> =>
  (await blocks(body, styles, numbering)).filter(({ role = 'body' }) => role === 'body').map(({ text }) => text);

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;
/** A field; without a result, as Word writes those that it computes anew. */
const field = (instruction: string, result?: string) =>
  mark('begin') + code(instruction) + (result === undefined ? '' : mark('separate') + t(result)) + mark('end');
const heading = (depth: number) => `<w:pStyle w:val="H${depth}"/>`;
const headings = [1, 2, 3]
  .map((depth) => `<w:style w:type="paragraph" w:styleId="H${depth}"><w:name w:val="heading ${depth}"/></w:style>`)
  .join('');

describe('fields that number paragraphs', () => {
  const numbered = (instruction: string, ...properties: readonly string[]) =>
    texts(properties.map((each) => paragraph(field(instruction) + t('x'), each)).join(''), headings);

  it.each([
    ['AUTONUM', ['1. x', '2. x']],
    ['AUTONUM \\* ROMAN', ['I. x', 'II. x']],
    ['AUTONUM \\* Arabic \\s )', ['1) x', '2) x']],
    ['AUTONUM \\* alphabetic', ['a. x', 'b. x']],
    ['AUTONUMLGL', ['1. x', '2. x']],
    ['AUTONUMLGL \\e', ['1 x', '2 x']],
    ['AUTONUMOUT', ['I. x', 'II. x']],
  ])('%s', async (instruction, expected) => {
    expect(await numbered(instruction, '', '')).toEqual(expected);
  });

  it('AUTONUM begins again below each heading of a higher level', async () => {
    expect(await numbered('AUTONUM', heading(1), heading(2), heading(2), heading(1), heading(2))).toEqual([
      '1. x',
      '1. x',
      '2. x',
      '2. x',
      '1. x',
    ]);
  });

  it('AUTONUMLGL shows all levels', async () => {
    expect(await numbered('AUTONUMLGL', heading(1), heading(2), heading(2), heading(1), heading(2), '')).toEqual([
      '1. x',
      '1.1. x',
      '1.2. x',
      '2. x',
      '2.1. x',
      '2.1.1. x',
    ]);
  });

  it('AUTONUMOUT has a format for each level', async () => {
    expect(await numbered('AUTONUMOUT', heading(1), heading(2), heading(3), '')).toEqual(['I. x', 'A. x', '1. x', 'a) x']);
  });

  it('two of them in a paragraph show one number', async () => {
    const body = paragraph(`${field('AUTONUM')}${t(' x ')}${field('AUTONUM')}`) + paragraph(`${field('AUTONUM')}${t(' y')}`);
    expect(await texts(body)).toEqual(['1. x 1.', '2. y']);
  });

  it('a deleted one is not counted', async () => {
    const body = paragraph(`${field('AUTONUM')}${t(' x')}`) + paragraph(`<w:del>${field('AUTONUM')}</w:del>${t('y')}`);
    expect(await texts(body + paragraph(`${field('AUTONUM')}${t(' z')}`))).toEqual(['1. x', 'y', '2. z']);
  });

  it('one with a result shows that', async () => {
    expect(await texts(paragraph(`${field('AUTONUM', '7.')}${t(' x')}`))).toEqual(['7. x']);
  });

  it('a field may be written as one element', async () => {
    expect(await texts(paragraph(`<w:fldSimple w:instr=" AUTONUM "/>${t(' x')}`))).toEqual(['1. x']);
    expect(await texts(paragraph(`<w:fldSimple w:instr=" REF a ">${t('section 2')}</w:fldSimple>`))).toEqual(['section 2']);
  });
});

describe('fields that number items within a sentence', () => {
  const sentence = (...instructions: readonly string[]) =>
    texts(paragraph(instructions.map((each) => `${t('a ')}${field(each)}${t(' ')}`).join('')));

  it.each([
    [['LISTNUM', 'LISTNUM', 'LISTNUM'], 'a 1) a a) a b)'],
    [['LISTNUM NumberDefault \\l 4', 'LISTNUM NumberDefault \\l 4'], 'a (1) a (2)'],
    [['LISTNUM LegalDefault \\l 1', 'LISTNUM LegalDefault \\l 2'], 'a 1. a 1.1.'],
    [['LISTNUM "OutlineDefault" \\l 1', 'LISTNUM OutlineDefault \\l 2 \\s 3'], 'a I. a C.'],
  ])('%j', async (instructions, expected) => {
    expect(await sentence(...instructions)).toEqual([expected]);
  });

  it('of the list of their paragraph are on its next level', async () => {
    const level = (depth: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:name w:val="Law"/>${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const item = (content: string) => paragraph(content, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const body =
      item(`${t('on ')}${field('LISTNUM')}${t('one and ')}${field('LISTNUM Law \\l 2')}${t('two')}`) +
      item(`${t('on ')}${field('LISTNUM')}`);
    expect(await texts(body, '', numbering)).toEqual(['1. on (a) one and (b) two', '2. on (a)']);
  });
});

describe('other fields', () => {
  it.each([
    ['a sequence', `${field('SEQ art')}${field('SEQ art \\* ROMAN')}${field('SEQ other')}${field('SEQ art \\c')}`, '1 II 1 2'],
    ['a sequence that starts elsewhere and hides a number', field('SEQ a \\r 5') + field('SEQ a \\h') + field('SEQ a'), '5 7'],
    [
      'a symbol',
      `${t('providers with ')}${field('SYMBOL 179 \\f "Symbol" \\s 12')}${t('1,000 users')}`,
      'providers with ≥1,000 users',
    ],
    ['a reference', `${t('under ')}${field('REF _x \\h', 'section 2')}`, 'under section 2'],
    ['a field that cannot be computed', `${t('a')}${field('DATE')}`, 'a'],
    [
      'a field in the code of another',
      mark('begin') + code('IF') + field('DOCPROPERTY x', 'hidden') + code('= 1') + mark('separate') + t('shown') + mark('end'),
      'shown',
    ],
    ['a field without an end', `${mark('begin')}${code('IF')}${t('these words are kept')}`, 'these words are kept'],
  ])('%s', async (_, content, expected) => {
    expect(await texts(paragraph(content))).toEqual([expected]);
  });

  it('a table of contents is one, whatever the style of its paragraphs', async () => {
    const body =
      paragraph(mark('begin') + code('TOC \\o "1-3"') + mark('separate') + t('Article 1 Aim 3')) +
      paragraph(t('Article 2 Duties 5')) +
      paragraph(mark('end') + t('Article 1 Aim'));
    expect((await blocks(body)).map(({ role = 'body', text }) => `${role}: ${text}`)).toEqual([
      'contents: Article 1 Aim 3',
      'contents: Article 2 Duties 5',
      'body: Article 1 Aim',
    ]);
  });

  it('formulas are read; pronunciation above the words is not', async () => {
    const ruby = `<w:r><w:ruby><w:rt><w:r><w:t>hou</w:t></w:r></w:rt><w:rubyBase>${t('法')}</w:rubyBase></w:ruby></w:r>`;
    expect(await texts(paragraph(`${ruby}${t(' = ')}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`))).toEqual(['法 = x+1']);
  });
});
