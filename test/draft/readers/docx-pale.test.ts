import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/draft/readers/docx/docx.ts';

const styles = `<w:styles>
  <w:style w:type="paragraph" w:styleId="Pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Bar"><w:pPr><w:shd w:val="clear" w:fill="002060"/></w:pPr><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
</w:styles>`;

/** The warnings about a document, and its words. */
async function read(body: string, page = ''): Promise<{ words: string; warnings: readonly unknown[] }> {
  const file = zipSync({
    'word/document.xml': strToU8(`<w:document>${page}<w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(styles),
  });
  const { blocks, warnings } = await readDocx(file, 'law.docx');
  return { words: blocks.map(({ text }) => text).join(' / '), warnings };
}
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const white = '<w:color w:val="ffffff"/>';

describe('white words of a Word file', () => {
  it.each([
    ['in a run', paragraph(run('It ') + run('shall not ', white) + run('apply.')), 2, 'shall not'],
    ['by the style of the paragraph', paragraph(run('shall not'), '<w:pStyle w:val="Pale"/>'), 2, 'shall not'],
    [
      'in a paragraph whose mark is deleted',
      paragraph(run('shall', white), '<w:rPr><w:del/></w:rPr>') + paragraph(run('x')),
      1,
      'shall',
    ],
    ['more than a dozen', paragraph(run('a b c d e f g h i j k l m', white)), 13, 'a b c d e f g h i j k l ...'],
  ])('%s are named by a warning, and count', async (_, body, n, words) => {
    const { warnings, words: all } = await read(body);
    expect(warnings).toEqual([{ code: 'pale', n, words }]);
    expect(all).toContain(words.split(' ')[0]);
  });

  it.each([
    ['a highlight', paragraph(run('x', `${white}<w:highlight w:val="black"/>`)), ''],
    ['the shading of the run', paragraph(run('x', `${white}<w:shd w:val="clear" w:fill="000000"/>`)), ''],
    ['a pattern', paragraph(run('x', `${white}<w:shd w:val="solid" w:fill="auto"/>`)), ''],
    ['the shading of the paragraph', paragraph(run('x', white), '<w:shd w:val="clear" w:fill="0070C0"/>'), ''],
    ['the shading of the style', paragraph(run('x'), '<w:pStyle w:val="Bar"/>'), ''],
    ['a table', `<w:tbl><w:tr><w:tc>${paragraph(run('x', white))}</w:tc></w:tr></w:tbl>`, ''],
    ['a text box', paragraph(`<w:r><w:txbxContent>${paragraph(run('x', white))}</w:txbxContent></w:r>`), ''],
    ['the page', paragraph(run('x', white)), '<w:background w:color="000000"/>'],
  ])('are not named if %s may put a colour behind them', async (_, body, page) => {
    expect(await read(body, page)).toEqual({ words: 'x', warnings: [] });
  });

  it.each([
    ['hidden words, which do not count', run('x', `${white}<w:vanish/>`)],
    ['words in black', run('x', '<w:color w:val="000000"/>')],
    ['spaces', run(' ', white)],
  ])('are told from %s', async (_, content) => {
    expect((await read(paragraph(content))).warnings).toEqual([]);
  });
});
