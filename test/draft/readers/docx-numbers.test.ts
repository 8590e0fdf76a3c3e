import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/draft/readers/docx/docx.ts';
import { formatted } from '../../../src/draft/readers/docx/number-formats.ts';

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

interface Parts {
  readonly numbering?: string;
  readonly styles?: string;
}

async function texts(body: string, { numbering = '', styles = '' }: Parts = {}): Promise<string[]> {
  const parts = {
    'word/document.xml': `<w:document ${main}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${main}>${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles ${main}>${styles}</w:styles>`,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
  return (await readDocx(bytes, 'law.docx')).blocks.filter(({ role = 'body' }) => role === 'body').map(({ text }) => text);
}

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const inList = (id: number, depth: number) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;
const item = (depth: number, text = 'x', more = '') => paragraph(t(text), inList(1, depth) + more);
const level = (depth: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (levels: string, id = 0) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, definitionId = 0, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${more}</w:num>`;
const style = (id: string, properties: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}">${more}<w:pPr>${properties}</w:pPr></w:style>`;

describe('levels of a list begin again as the list says', () => {
  const chapters = level(0, 'upperRoman', 'Chapter %1');
  const numbers = async (articles: string, depths: readonly number[]) =>
    (
      await texts(depths.map((depth) => item(depth)).join(''), {
        numbering: definition(chapters + articles) + list(1),
      })
    ).map((text) => text.replace(/ x$/, ''));

  it('articles that never restart run on through the chapters', async () => {
    const article = level(1, 'decimal', 'Article %2', '<w:lvlRestart w:val="0"/>');
    expect(await numbers(article, [0, 1, 1, 0, 1])).toEqual(['Chapter I', 'Article 1', 'Article 2', 'Chapter II', 'Article 3']);
  });

  it('a level may restart below an outer one only', async () => {
    const levels = level(1, 'decimal', 'Part %2') + level(2, 'decimal', 'Article %3', '<w:lvlRestart w:val="1"/>');
    expect(await numbers(levels, [0, 1, 2, 1, 2, 0, 1, 2])).toEqual([
      'Chapter I',
      'Part 1',
      'Article 1',
      'Part 2',
      'Article 2',
      'Chapter II',
      'Part 1',
      'Article 1',
    ]);
  });

  it('a level without a paragraph counts as one', async () => {
    expect(await numbers(level(1, 'decimal', '%1.%2'), [1, 1, 0, 1])).toEqual(['I.1', 'I.2', 'Chapter II', 'II.1']);
  });

  it('legal style shows all levels in Arabic figures', async () => {
    expect(await numbers(level(1, 'lowerLetter', '%1.%2', '<w:isLgl/>'), [0, 1, 0, 1])).toEqual([
      'Chapter I',
      '1.1',
      'Chapter II',
      '2.1',
    ]);
    expect(await numbers(level(1, 'lowerLetter', '%1.%2', '<w:isLgl w:val="0"/>'), [0, 1])).toEqual(['Chapter I', 'I.a']);
  });
});

describe('lists that change a definition', () => {
  const base = definition(level(0, 'decimal', '%1.'));

  it('begin at their own number once, and go on from there', async () => {
    const numbering = base + list(1) + list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>');
    const body = [1, 1, 2, 2, 1].map((id) => paragraph(t('x'), inList(id, 0))).join('');
    expect(await texts(body, { numbering })).toEqual(['1. x', '2. x', '10. x', '11. x', '12. x']);
  });

  it('may replace a level', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', 'Annex %1')}</w:lvlOverride>`;
    expect(await texts(item(0) + item(0), { numbering: base + list(1, 0, override) })).toEqual(['Annex A x', 'Annex B x']);
  });

  it('may take their levels from a numbering style', async () => {
    const numbering = `${definition(level(0, 'decimal', 'Section %1'), 5)}${definition('<w:numStyleLink w:val="Law"/>', 6)}${list(7, 5)}${list(1, 6)}`;
    const styles = `<w:style w:type="numbering" w:styleId="Law"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`;
    expect(await texts(item(0) + item(0), { numbering, styles })).toEqual(['Section 1 x', 'Section 2 x']);
  });
});

describe('numbers that come with a style', () => {
  const numbering =
    definition(
      level(0, 'decimal', 'Article %1', '<w:pStyle w:val="Art"/>') + level(1, 'decimal', '(%2)', '<w:pStyle w:val="Par"/>'),
    ) + list(1);
  const numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>';

  it('have the level that names the style', async () => {
    const styles = style('Art', numbered) + style('Par', numbered);
    const body = ['Art', 'Par', 'Par', 'Art', 'Par'].map((id) => paragraph(t('x'), `<w:pStyle w:val="${id}"/>`)).join('');
    expect(await texts(body, { numbering, styles })).toEqual(['Article 1 x', '(1) x', '(2) x', 'Article 2 x', '(1) x']);
  });

  it('are those of the default style for paragraphs without one', async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr>${numbered}</w:pPr></w:style>`;
    expect(await texts(paragraph(t('x')) + paragraph(t('y'), '<w:pStyle w:val="Unknown"/>'), { numbering, styles })).toEqual([
      'Article 1 x',
      'Article 2 y',
    ]);
  });
});

describe('paragraphs that are not shown are not counted', () => {
  const numbering = definition(level(0, 'decimal', '%1.')) + list(1);
  const removed = (mark: string) =>
    paragraph(`<w:del><w:r><w:delText>no</w:delText></w:r></w:del>`, `${inList(1, 0)}<w:rPr>${mark}</w:rPr>`);

  it.each([
    ['deleted', removed('<w:del/>')],
    ['moved away', removed('<w:moveFrom/>')],
    ['hidden', paragraph('<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>', `${inList(1, 0)}<w:rPr><w:vanish/></w:rPr>`)],
    ['in a deleted row', `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${item(0, 'no')}</w:tc></w:tr></w:tbl>`],
  ])('%s', async (_, gone) => {
    expect(await texts(item(0, 'one') + gone + item(0, 'two'), { numbering })).toEqual(['1. one', '2. two']);
  });

  it('but those whose words are struck by hand are', async () => {
    const struck = paragraph('<w:r><w:rPr><w:strike/></w:rPr><w:t>no</w:t></w:r>', inList(1, 0));
    expect(await texts(item(0, 'one') + struck + item(0, 'two'), { numbering })).toEqual(['1. one', '3. two']);
  });

  it('and those with a hidden mark but words that are shown', async () => {
    expect(await texts(item(0, 'one', '<w:rPr><w:vanish/></w:rPr>') + item(0, 'two'), { numbering })).toEqual([
      '1. one',
      '2. two',
    ]);
  });
});

describe('between the number and the text', () => {
  const shown = (suffix: string, template: string, text: string) =>
    texts(item(0, text), { numbering: definition(level(0, 'decimal', template, `<w:suff w:val="${suffix}"/>`)) + list(1) });

  it('stands a space, or nothing where Word shows nothing and no word runs into the number', async () => {
    expect(await shown('space', 'Art. %1', 'Aim')).toEqual(['Art. 1 Aim']);
    expect(await shown('nothing', 'Art. %1', ': Aim')).toEqual(['Art. 1: Aim']);
    expect(await shown('nothing', 'Art. %1', 'Aim')).toEqual(['Art. 1 Aim']);
  });
});

describe('formats of numbers', () => {
  it.each([
    ['ordinal', 11, '11th'],
    ['ordinal', 23, '23rd'],
    ['cardinalText', 21, 'Twenty-one'],
    ['cardinalText', 100, 'One hundred'],
    ['ordinalText', 2, 'Second'],
    ['ordinalText', 20, 'Twentieth'],
    ['ordinalText', 32, 'Thirty-second'],
    ['russianLower', 3, 'в'],
    ['russianUpper', 10, 'К'],
    ['arabicAbjad', 3, 'ج'],
    ['arabicAlpha', 3, 'ت'],
    ['chineseCounting', 12, '十二'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['japaneseCounting', 20, '二十'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 2, '乙'],
    ['ganada', 3, '다'],
    ['decimalEnclosedParen', 4, '(4)'],
    ['decimalEnclosedCircle', 4, '④'],
    ['decimalFullWidth', 10, '１０'],
    ['hindiNumbers', 12, '१२'],
    ['chicago', 2, '†'],
    ['upperRoman', 0, '0'],
    ['lowerLetter', 0, '0'],
  ])('%s: %i is %s', (format, value, expected) => {
    expect(formatted(value, format)).toBe(expected);
  });

  it('zeros before a number, as in 001, 002', async () => {
    const custom = `<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>`;
    expect(await texts(item(0) + item(0), { numbering: definition(custom) + list(1) })).toEqual(['001 x', '002 x']);
  });

  it('a level without numbers shows its words alone', async () => {
    expect(await texts(item(0), { numbering: definition(level(0, 'none', 'Note')) + list(1) })).toEqual(['Note x']);
  });
});
