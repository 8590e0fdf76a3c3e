import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { quoteFinder } from '../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../src/draft/read.ts';
import { CompassError } from '../../src/source/problem.ts';

/** Milliseconds: enough for linear time on a busy machine. Quadratic time would take hours. */
const timeout = 60_000;
const repeats = 400_000;

const akn = (body: string): string => `<akomaNtoso><act><body>${body}</body></act></akomaNtoso>`;
const wordWith = (body: string): Uint8Array => strToU8(`<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`);
const note = '<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note>';
const odtWith = (paragraph: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content><office:body><text:p>${paragraph}</text:p></office:body></office:document-content>`,
    ),
  });
const listLevel = (level: number): string =>
  `<w:lvl w:ilvl="${level}"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>`;
/** A Word file with a list whose levels are `levels`, used by `count` numbers, and a body. */
const wordWithList = (body: string, levels: string, count = 1): Uint8Array =>
  zipSync({
    'word/document.xml': wordWith(body),
    'word/numbering.xml': strToU8(
      `<w:numbering><w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum>${Array.from({ length: count }, (_, n) => `<w:num w:numId="${n + 1}"><w:abstractNumId w:val="1"/></w:num>`).join('')}</w:numbering>`,
    ),
  });
const wordParagraph = (properties: string, content = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}<w:r><w:t>a</w:t></w:r></w:p>`;
const autoNumber = '<w:fldSimple w:instr="AUTONUM"/>';
const mailHead = 'MIME-Version: 1.0\nContent-Type: text/html\n\n';

/** `read`, or the code of the problem. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  return parseDraft(bytes, name).then(
    () => 'read',
    (error) => (error instanceof CompassError ? (error.problems[0]?.code ?? '') : String(error)),
  );
}

describe('input made to hang or crash a reader', () => {
  const head = 'Article 1\n\n';
  it.each([
    ['points within points', `${head}${'(a)(1)'.repeat(repeats)}`, 'law.txt'],
    ['lists that each introduce another list', `${head}${'1. x:\n\n'.repeat(20_000)}`, 'law.txt'],
    ['a long dotted number', `${head}${'1.'.repeat(repeats)}`, 'law.txt'],
    ['articles with the same number', `${'Article 1\n\nText.\n\n'.repeat(20_000)}`, 'law.txt'],
    ['a line of hyphens', '-'.repeat(repeats), 'law.txt'],
    ['hyphens at the ends of lines', `${head}${'a-\n'.repeat(repeats / 4)}`, 'law.txt'],
    ['spaces', `${head}x${' '.repeat(repeats * 5)}y`, 'law.txt'],
    ['images that are not closed', '![['.repeat(repeats), 'law.md'],
    ['link targets that are not closed', '[a]('.repeat(repeats), 'law.md'],
    ['a line that begins like a horizontal rule', `${'- '.repeat(repeats)}x`, 'law.md'],
    ['a line that begins like the underline of a heading', `${'='.repeat(repeats * 5)}x`, 'law.md'],
    ['tags that are not closed', '<b '.repeat(repeats), 'law.md'],
    ['comments in code spans on one line', '`<!-- -->'.repeat(repeats), 'law.md'],
    ['escaped comments with one end far away', `${'\\<!--'.repeat(repeats)}-->`, 'law.md'],
    ['a heading with many closing signs', `# ${'a #'.repeat(repeats)}`, 'law.md'],
    [
      'sections of XML on one line',
      `<akomaNtoso><act><body>${'<section><num>1</num><content><p>a</p></content></section>'.repeat(30_000)}</body></act></akomaNtoso>`,
      'law.xml',
    ],
    ['entities without a semicolon', `<html>${'&lt'.repeat(repeats)}`, 'law.html'],
    ['paragraphs whose marks are deleted', `{\\rtf1 ${'abc\\deleted\\par\\deleted0 '.repeat(200_000)}}`, 'law.rtf'],
    [
      'letters in a symbol font with a long name',
      `{\\rtf1{\\fonttbl{\\f0\\fcharset2 ${'Sym'.repeat(300_000)};}}${'\\f0 a\\b '.repeat(100_000)}}`,
      'law.rtf',
    ],
    [
      'a list that begins with a huge Roman number',
      `<html><ol type=i start=999999999999>${'<li>a'.repeat(1000)}</ol>`,
      'law.html',
    ],
    [
      'rows of a table with two versions',
      `| Old | New |\n|---|---|\n${'| Article 1 is old | Article 1 is new |\n'.repeat(20_000)}`,
      'law.md',
    ],
    ['annexes in annexes', akn('<schedule><heading>Schedule 1</heading>'.repeat(300) + '</schedule>'.repeat(300)), 'law.xml'],
    [
      'numbers of many counters',
      `<html><style>p{counter-increment:a}p::before{content:${'counter(a)'.repeat(10_000)}}</style>${'<p>a'.repeat(5000)}`,
      'law.html',
    ],
  ])(
    '%s: is read',
    async (_, text, name) => {
      expect(await outcome(Buffer.from(text), name)).toBe('read');
    },
    timeout,
  );

  it.each([
    ['a page nested 100 000 deep', 'too-deep', Buffer.from(`<html><body>${'<div>'.repeat(100_000)}x`), 'a.html'],
    ['lists nested 100 000 deep', 'too-deep', Buffer.from(`<html><body>${'<ol><li>x'.repeat(100_000)}`), 'a.html'],
    ['a Word file nested 100 000 deep', 'too-deep', zipSync({ 'word/document.xml': strToU8('<w:p>'.repeat(100_000)) }), 'a.docx'],
    [
      'an entity declared in UTF-16',
      'xml-entities',
      Buffer.from('\ufeff<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&x;</p></akomaNtoso>', 'utf16le'),
      'a.xml',
    ],
    [
      'a file with a million elements',
      'too-many-elements',
      zipSync({ 'word/document.xml': wordWith('<w:r/>'.repeat(1_000_000)) }),
      'a.docx',
    ],
    ['a paragraph with 100 000 notes', 'too-many-paragraphs', odtWith(`x${note.repeat(100_000)}`), 'a.odt'],
    [
      'a Markdown table with 100 000 cells',
      'too-many-paragraphs',
      Buffer.from(`|Old|New|\n|-|-|\n${'|a|b|\n'.repeat(50_000)}`),
      'a.md',
    ],
    ['an Akoma Ntoso file with 100 000 paragraphs', 'too-many-paragraphs', Buffer.from(akn('<p>a</p>'.repeat(100_001))), 'a.xml'],
    [
      'a text with 200 000 lines',
      'too-many-text-lines',
      Buffer.from(Array.from({ length: 200_001 }, (_, n) => `${n}. a\n`).join('')),
      'a.txt',
    ],
    ['a Markdown text with 200 000 lines', 'too-many-text-lines', Buffer.from('> a\n'.repeat(200_001)), 'a.md'],
    ['a text with 100 000 empty lines', 'read', Buffer.from(`Article 1\n\nText.${'\n \n'.repeat(100_000)}`), 'a.txt'],
    ['a packed file with more text than any law', 'too-many-characters', odtWith('a provider '.repeat(800_000)), 'a.odt'],
    ['a saved page with 200 000 empty lines', 'too-many-lines', Buffer.from(`${mailHead}<p>${'\n'.repeat(200_001)}`), 'a.mhtml'],
    ['a saved page with 10 000 parts', 'too-many-lines', Buffer.from(`${mailHead}${'--b\n'.repeat(10_001)}`), 'a.mhtml'],
    [
      'many rules about attributes and many elements',
      'too-complex',
      Buffer.from(
        `<html><style>${Array.from({ length: 4000 }, (_, n) => `p[a${n}]{display:none}`).join('')}</style>${Array.from({ length: 20_000 }, (_, n) => `<p id=a${n}>x`).join('')}`,
      ),
      'a.html',
    ],
    [
      'a list with level 900 000 000',
      'read',
      wordWithList(
        wordParagraph('<w:numPr><w:ilvl w:val="900000000"/><w:numId w:val="1"/></w:numPr>').repeat(20),
        listLevel(900_000_000),
      ),
      'a.docx',
    ],
    [
      'a list with 10 000 levels and 10 000 numbers',
      'read',
      wordWithList('<w:p><w:r><w:t>a</w:t></w:r></w:p>', Array.from({ length: 10_000 }, (_, n) => listLevel(n)).join(''), 10_000),
      'a.docx',
    ],
    [
      'a name that none of 50 000 lists has, 50 000 times',
      'read',
      wordWithList(`<w:p>${'<w:fldSimple w:instr="LISTNUM other"/>'.repeat(50_000)}</w:p>`, '', 50_000),
      'a.docx',
    ],
    [
      'a table style with 50 000 parts and 20 000 tables',
      'read',
      zipSync({
        'word/document.xml': wordWith(
          `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="0020"/></w:tblPr><w:tr><w:tc>${wordParagraph('')}</w:tc></w:tr></w:tbl>`.repeat(
            20_000,
          ),
        ),
        'word/styles.xml': strToU8(
          `<w:styles><w:style w:type="table" w:styleId="T">${'<w:tblStylePr w:type="firstRow"/>'.repeat(50_000)}</w:style></w:styles>`,
        ),
      }),
      'a.docx',
    ],
    [
      'a table of 30 000 rows without properties',
      'read',
      zipSync({
        'word/document.xml': wordWith(`<w:tbl>${`<w:tr><w:tc>${wordParagraph('')}</w:tc></w:tr>`.repeat(30_000)}</w:tbl>`),
      }),
      'a.docx',
    ],
    ...['-5', 'x', '900000000'].map((level): [string, string, Uint8Array, string] => [
      `outline level ${level} in a Word file`,
      'read',
      zipSync({ 'word/document.xml': wordWith(wordParagraph(`<w:outlineLvl w:val="${level}"/>`, autoNumber)) }),
      'a.docx',
    ]),
    ...['-5', 'x', '5000000000'].map((level): [string, string, Uint8Array, string] => [
      `outline level ${level} in an OpenDocument text`,
      'read',
      Buffer.from(
        `<office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/></text:outline-style></office:styles><office:body><text:h text:outline-level="${level}">a</text:h></office:body></office:document>`,
      ),
      'a.fodt',
    ]),
    [
      'an RTF paragraph with 100 000 notes',
      'too-many-paragraphs',
      Buffer.from(`{\\rtf1 ${'a{\\footnote b}'.repeat(300_000)}}`),
      'a.rtf',
    ],
    ['plain text that begins like a ZIP archive', 'read', Buffer.from('PK is short for public key.\n'), 'a.txt'],
    ['plain text in a file named .pdf', 'read', Buffer.from('Article 1\n\nText.\n'), 'a.pdf'],
  ])(
    '%s: the outcome is %s',
    async (_, code, bytes, name) => {
      expect(await outcome(bytes, name)).toBe(code);
    },
    timeout,
  );

  it(
    'a part that a Word file imports many times is read until there are more words than any law has',
    async () => {
      const word = zipSync({
        'word/document.xml': wordWith('<w:altChunk r:id="r"/>'.repeat(3000)),
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="r" Type="x/aFChunk" Target="a.html"/></Relationships>',
        ),
        'word/a.html': strToU8(`<html><p>${'a b '.repeat(100_000)}</p></html>`),
      });
      const { reading } = await parseDraft(word, 'a.docx');
      expect(reading.warnings).toContainEqual({ code: 'embedded', n: 15 });
      expect(reading.warnings).toContainEqual({ code: 'embedded-unread', n: 2985 });
    },
    timeout,
  );

  it(
    'a quote of thousands of words is found or reported as missing within the time limit',
    async () => {
      const finder = quoteFinder(
        await parseDraft(Buffer.from(`Article 1\n\n${'a provider shall report. '.repeat(2000)}`), 'a.txt'),
      );
      expect(finder.find('(a)'.repeat(repeats)).status).toBe('missing');
      expect(finder.find('a provider shall report. '.repeat(1500)).status).toBe('exact');
    },
    timeout,
  );
});
