import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/draft/readers/docx/docx.ts';

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface File {
  readonly body: string;
  /** Other parts, by path. */
  readonly parts?: Readonly<Record<string, string>>;
}

async function readAll({ body, parts = {} }: File) {
  const files = { 'word/document.xml': `<w:document ${main}><w:body>${body}</w:body></w:document>`, ...parts };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  return readDocx(bytes, 'law.docx');
}

/** Each block as `role number: text`. */
const read = async (body: string, parts?: Record<string, string>): Promise<string[]> =>
  (await readAll({ body, ...(parts && { parts }) })).blocks.map(
    ({ role = 'body', number, text }) => `${role}${number ? ` ${number}` : ''}: ${text}`,
  );

const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${t(text)}</w:r>`;
const deleted = (text: string) => `<w:del><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const item = (content: string, mark = '') =>
  paragraph(content, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${mark}</w:rPr>`);
const relations = (...entries: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships>${entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

describe('words of a Word file that are struck or hidden are apart from the law', () => {
  it.each([
    ['struck', run('no', '<w:strike/>')],
    ['struck twice', run('no', '<w:dstrike/>')],
    ['hidden', run('no', '<w:vanish w:val="1"/>')],
    ['deleted', deleted('no')],
    ['moved away', `<w:moveFrom>${run('no')}</w:moveFrom>`],
    ['struck by a character style', run('no', '<w:rStyle w:val="S"/>')],
  ])('%s', async (_, content) => {
    const styles = '<w:styles><w:style w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style></w:styles>';
    expect(await read(paragraph(run('They ') + content + run('act.')), { 'word/styles.xml': styles })).toEqual([
      'body: They act.',
      'struck: no',
    ]);
  });

  it.each([
    ['a strike that is off', run('yes', '<w:strike w:val="false"/>')],
    ['a strike that is switched off where the style has it', run('yes', '<w:rStyle w:val="S"/><w:strike w:val="0"/>')],
    ['an insertion', `<w:ins>${run('yes')}</w:ins>`],
    ['moved here', `<w:moveTo>${run('yes')}</w:moveTo>`],
  ])('but not %s', async (_, content) => {
    const styles = '<w:styles><w:style w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style></w:styles>';
    expect(await read(paragraph(content), { 'word/styles.xml': styles })).toEqual(['body: yes']);
  });

  it('a strike of a character style and one of its paragraph cancel each other out', async () => {
    const styles =
      '<w:styles><w:style w:styleId="P"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="character" w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style></w:styles>';
    expect(
      await read(paragraph(run('no ') + run('yes', '<w:rStyle w:val="S"/>'), '<w:pStyle w:val="P"/>'), {
        'word/styles.xml': styles,
      }),
    ).toEqual(['body: yes', 'struck: no']);
  });

  it.each([
    [
      'by the style that its own is based on',
      '<w:style w:styleId="P"><w:basedOn w:val="Q"/></w:style><w:style w:styleId="Q"><w:rPr><w:vanish/></w:rPr></w:style>',
    ],
    ['by the default style', '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>'],
    ['by the defaults of the file', '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>'],
  ])('a paragraph hidden %s', async (_, styles) => {
    expect(
      await read(paragraph(run('no'), '<w:pStyle w:val="P"/>'), { 'word/styles.xml': `<w:styles>${styles}</w:styles>` }),
    ).toEqual(['struck: no']);
  });

  it('a whole paragraph by its style', async () => {
    const styles = '<w:styles><w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
    expect(await read(paragraph(run('no'), '<w:pStyle w:val="Gone"/>'), { 'word/styles.xml': styles })).toEqual(['struck: no']);
  });

  it('a deleted row, and a deleted cell', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
    const table = `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('one')}</w:tr><w:tr>${cell('two')}${cell('three', '<w:cellDel/>')}</w:tr></w:tbl>`;
    expect(await read(table)).toEqual(['struck: one', 'body: two', 'struck: three']);
  });

  it('a table by its style, and its first row by the style of such rows', async () => {
    const styles =
      '<w:styles><w:style w:type="table" w:styleId="T"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="table" w:styleId="F"><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style></w:styles>';
    const row = (text: string) => `<w:tr><w:tc>${paragraph(run(text))}</w:tc></w:tr>`;
    const table = (properties: string, rows: string) => `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows}</w:tbl>`;
    const tables =
      table('<w:tblStyle w:val="T"/>', row('one')) +
      paragraph(run('two')) +
      table('<w:tblStyle w:val="F"/><w:tblLook w:val="04A0"/>', row('three') + row('four')) +
      table('<w:tblStyle w:val="F"/><w:tblLook w:firstRow="0"/>', row('five'));
    expect(await read(tables, { 'word/styles.xml': styles })).toEqual([
      'struck: one',
      'body: two',
      'struck: three',
      'body: four',
      'body: five',
    ]);
  });

  it('the words of a drawing that is not shown', async () => {
    const box = (style: string, text: string) =>
      `<w:r><w:pict><v:shape style="${style}"><v:textbox><w:txbxContent>${paragraph(run(text))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    expect(await read(paragraph(box('width:9pt;visibility:hidden', 'no') + box('visibility:visible', 'yes')))).toEqual([
      'struck: no',
      'body: yes',
    ]);
  });
});

describe('tracked changes of numbered paragraphs', () => {
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const parts = { 'word/numbering.xml': numbering };

  it('a paragraph that is deleted with its mark has no number', async () => {
    expect(await read(item(run('one')) + item(deleted('no'), '<w:del/>') + item(run('two')), parts)).toEqual([
      'body: 1. one',
      'struck: no',
      'body: 2. two',
    ]);
  });

  it('what is left of a paragraph whose mark is deleted belongs to the next one', async () => {
    expect(await read(item(run('one') + deleted('no'), '<w:del/>') + item(run('two')), parts)).toEqual([
      'struck: no',
      'body: 1. one two',
    ]);
  });

  it('an inserted paragraph has its number', async () => {
    expect(await read(item(`<w:ins>${run('one')}</w:ins>`, '<w:ins/>') + item(run('two')), parts)).toEqual([
      'body: 1. one',
      'body: 2. two',
    ]);
  });
});

describe('notes of a Word file', () => {
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`;
  const footnotes = `<w:footnotes><w:footnote w:type="separator" w:id="0">${paragraph(run('-'))}</w:footnote>${note(2, 'See.')}${note(5, 'Also.')}</w:footnotes>`;
  const endnotes = `<w:endnotes><w:endnote w:id="2">${paragraph(run('End.'))}</w:endnote></w:endnotes>`;
  const reference = (kind: string, id: number, more = '') =>
    `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"${more}/></w:r>`;
  const parts = { 'word/footnotes.xml': footnotes, 'word/endnotes.xml': endnotes };

  it('are numbered in the order of their references, which are no words of the sentence', async () => {
    const body = paragraph(run('A remedy') + reference('footnote', 5) + run(' in court') + reference('endnote', 2) + run('.'));
    expect(await read(body + paragraph(run('B') + reference('footnote', 2)), parts)).toEqual([
      'body: A remedy in court.',
      'note 1: Also.',
      'note i: End.',
      'body: B',
      'note 2: See.',
    ]);
  });

  it('are struck if their reference is', async () => {
    const body = paragraph(`<w:del>${reference('footnote', 5)}</w:del>`) + paragraph(run('B') + reference('footnote', 2));
    expect(await read(body, parts)).toEqual(['struck: Also.', 'body: B', 'note 1: See.']);
  });
});

describe('the signs of a Word file', () => {
  it.each([
    ['<w:sym w:font="Symbol" w:char="F0B3"/>', 'body: a≥b'],
    ['<w:sym w:font="Symbol" w:char="A3"/>', 'body: a≤b'],
    ['<w:sym w:font="Wingdings" w:char="F0FE"/>', 'body: a☑b'],
    ['<w:sym w:font="Wingdings" w:char="F041"/>', 'body: a□b'],
    ['<w:sym w:font="Arial" w:char="00A7"/>', 'body: a§b'],
    [t('\uf0b3'), 'body: a≥b'],
  ])('%s', async (sign, expected) => {
    expect(await read(paragraph(`${run('a')}<w:r>${sign}</w:r>${run('b')}`))).toEqual([expected]);
  });

  it('a raised figure is set off', async () => {
    expect(await read(paragraph(run('10') + run('6', '<w:vertAlign w:val="superscript"/>') + run(' euros')))).toEqual([
      'body: 10^6 euros',
    ]);
  });
});

describe('the parts of a Word file', () => {
  it('the main part is the one that the package names, whatever its name and its prefixes', async () => {
    const other = `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>Other.</x:t></x:r></x:p></x:body></x:document>`;
    const plain = `<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>Other.</t></r></p></body></document>`;
    const contentTypes = `<Types><Override PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
    const byRelation = { '_rels/.rels': relations(['r1', 'officeDocument', '/word/document2.xml']) };
    for (const text of [other, plain])
      for (const index of [byRelation, { '[Content_Types].xml': contentTypes }])
        expect(await read(paragraph(run('First.')), { 'word/document2.xml': text, ...index })).toEqual(['body: Other.']);
  });

  it('imported files are read where they are imported, with a warning', async () => {
    const parts = {
      'word/_rels/document.xml.rels': relations(['r1', 'aFChunk', 'a.htm'], ['r2', 'aFChunk', 'b.bin']),
      'word/a.htm': '<p>Two.</p>',
      'word/b.bin': '<?xml version="1.0"?><x>Three.</x>',
    };
    const body = `${paragraph(run('One.'))}<w:altChunk r:id="r1"/><w:altChunk r:id="r2"/>${paragraph(run('Four.'))}`;
    const { blocks, warnings } = await readAll({ body, parts });
    expect(blocks.map(({ text, place }) => [place.line, text])).toEqual([
      [1, 'One.'],
      [2, 'Two.'],
      [2, 'Four.'],
    ]);
    expect(warnings).toEqual([
      { code: 'embedded', n: 1 },
      { code: 'embedded-unread', n: 1 },
    ]);
  });

  it.each([
    ['a web page', 'a.dat', '<html><p>Imported.</p></html>'],
    ['a web page by its content type', 'a.dat', '<p>Imported.</p>', 'application/xhtml+xml'],
    ['rich text', 'a.rtf', '{\\rtf1\\ansi Imported.\\par}'],
    ['a saved web page', 'a.mht', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Imported.</p>'],
    ['a text', 'a.txt', 'Imported.'],
    ['a text by its content', 'a.bin', 'Imported.'],
    [
      'a Word file',
      'a.docx',
      zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${paragraph(run('Imported.'))}</w:body></w:document>`) }),
    ],
  ])('%s is imported', async (_, path, content, contentType = 'application/octet-stream') => {
    const bytes = zipSync({
      '[Content_Types].xml': strToU8(`<Types><Override PartName="/word/${path}" ContentType="${contentType}"/></Types>`),
      'word/document.xml': strToU8(`<w:document ${main}><w:body><w:altChunk r:id="r1"/></w:body></w:document>`),
      'word/_rels/document.xml.rels': strToU8(relations(['r1', 'aFChunk', path])),
      [`word/${path}`]: typeof content === 'string' ? strToU8(content) : content,
    });
    const { blocks, warnings } = await readDocx(bytes, 'law.docx');
    expect(blocks.map(({ text }) => text)).toEqual(['Imported.']);
    expect(warnings).toEqual([{ code: 'embedded', n: 1 }]);
  });

  it('contents, captions and descriptions of pictures have their role', async () => {
    const styles = `<w:styles><w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>`;
    const body = [
      paragraph(run('1 Scope'), '<w:pStyle w:val="T1"/>'),
      paragraph(run('Table 1'), '<w:pStyle w:val="C"/>'),
      paragraph(`${run('See')}<w:r><w:drawing><wp:inline><wp:docPr descr="A map"/></wp:inline></w:drawing></w:r>`),
    ];
    expect(await read(body.join(''), { 'word/styles.xml': styles })).toEqual([
      'contents: 1 Scope',
      'caption: Table 1',
      'body: See',
      'alt: A map',
    ]);
  });
});
