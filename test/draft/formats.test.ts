import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/read.ts';
import { isMhtml, isPdf } from '../../src/draft/readers/detect.ts';
import { CompassError } from '../../src/source/problem.ts';

const law = 'Article 1\nDuty\n1. A provider shall report.\n\nArticle 2\nForce\n1. Now.\n';
const mhtml = (html: string, more = '') =>
  `From: <Saved by Blink>\r\nSubject: A bill\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${html}\r\n${more}--b--\r\n`;
const css = '--b\r\nContent-Type: text/css\r\n\r\n.gone { display: none }\r\n';
const page = '<h2>Article 1</h2><p>1. A caf=C3=A9 shall =\r\nreport.</p><p class=3D"gone">2. Never.</p>';

async function read(text: string, name: string) {
  const { format, provisions, struck, reading } = await parseDraft(Buffer.from(text, 'latin1'), name);
  return { format, text: JSON.stringify(provisions), struck: struck.map((each) => each.text), reading };
}

describe('the format of a file is told by its content', () => {
  it.each(['law.mhtml', 'law.mht', 'law.txt', 'law.html', 'law.doc'])('a saved web page named %s', async (name) => {
    const { format, text, struck } = await read(mhtml(page, css), name);
    expect(format).toBe('mhtml');
    expect(text).toContain('A café shall report.');
    expect(struck).toEqual(['2. Never.']);
  });

  it.each([
    ['states it in itself alone', 'text/html', '<meta charset=3D"windows-1251">', 'Суда платят.'],
    [
      'states it in itself, with other parameters in its head',
      'text/html;\r\n name="law.html"',
      '<meta charset=3Dwindows-1251>',
      'Суда платят.',
    ],
    ['states none', 'text/html', '', 'Ñóäà ïëàòÿò.'],
    ['states it in its head', 'text/html; charset=koi8-r', '', 'яСДЮ ОКЮРЪР.'],
  ])('the encoding of a saved page that %s', async (_, type, meta, expected) => {
    const words = '=D1=F3=E4=E0 =EF=EB=E0=F2=FF=F2.';
    const { text } = await read(
      mhtml(`${meta}<h2>Article 1</h2><p>1. ${words}</p>`).replace('text/html; charset=utf-8', type),
      'a.mht',
    );
    expect(text).toContain(expected);
  });

  it('a saved page that its head calls XHTML', async () => {
    const { text } = await read(mhtml(page).replace('text/html; charset=utf-8', 'application/xhtml+xml; charset=utf-8'), 'a.mht');
    expect(text).toContain('A café shall report.');
  });

  it.each(['law.rtf', 'law.txt', 'law.doc'])('rich text named %s', async (name) => {
    const { format, text, reading } = await read("{\\rtf1\\ansi Article 1\\par 1. A caf\\'e9 shall report.\\par}", name);
    expect([format, reading.warnings]).toEqual(['rtf', []]);
    expect(text).toContain('A café shall report.');
  });

  it.each(['law.rtf', 'law.txt'])('rich text after a byte-order mark, named %s', async (name) => {
    expect((await read('\xef\xbb\xbf{\\rtf1\\ansi Article 1\\par 1. It binds.\\par}', name)).format).toBe('rtf');
  });

  it.each(['law.fodt', 'law.xml', 'law.txt'])('an OpenDocument text in one file, named %s', async (name) => {
    const flat =
      '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><t:h>Article 1</t:h><t:p>1. It binds.</t:p></office:text></office:body></office:document>';
    const { format, text } = await read(flat, name);
    expect(format).toBe('odt');
    expect(text).toContain('It binds.');
  });

  it.each([
    ['%PDF-1.7\n', true],
    ['\xef\xbb\xbf%PDF-1.4\r\n', true],
    ['HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n', true],
    ['The file begins with %PDF-1.4 and ends.', false],
  ])('a PDF by its head, which may come late: %j is %s', (start, expected) => {
    expect(isPdf(start)).toBe(expected);
  });

  it.each([
    ['From: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>', true],
    ['\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n', true],
    ['Article 1: Scope\n\nMIME-Version: 1.0\nContent-Type: text/html', false],
    ['Content-Type: text/html\n\n', false],
  ])('an e-mail or saved page by its heads: %j is %s', (start, expected) => {
    expect(isMhtml(start)).toBe(expected);
  });
});

describe('a text that is none', () => {
  it.each([
    'format: compass-answers/1\nanswers: {}',
    '# mine\n"format": "compass-answers/1"',
    '{ "rubric": {}, "format": "compass-answers/1" }',
    '{\n  "format": "compass-result/1",\n  "assessments": [] }',
    '{ "format": "compass-evidence/1", "checks": [] }',
    '{ "format": "compass-find/1", "results": [] }',
    '{"source":"bill.answers.yaml","draft":{"title":"Bill"},"score":47.5}',
  ])('is refused if it is an answers file or a result, which would prove every quote with itself: %j', async (text) => {
    for (const name of ['x.yaml', 'x.txt', 'x.md', 'x.html'])
      await expect(parseDraft(Buffer.from(text), name)).rejects.toMatchObject({ problems: [{ code: 'draft-is-answers' }] });
  });

  it('is refused if it is base64 data', async () => {
    const encoded = Buffer.from(law.repeat(20)).toString('base64').replace(/.{76}/g, '$&\n');
    await expect(parseDraft(Buffer.from(encoded), 'law.txt')).rejects.toThrow(CompassError);
  });

  it.each([
    ['RTF', `Bill\n${'\\pard\\plain A provider shall report.\\par\n'.repeat(8)}`],
    ['MHTML', `Bill\n${'<p class=3D"x">A caf=C3=A9 shall report =\n'.repeat(8)}`],
    ['HTML', `Bill\n${'<p>A provider shall report.</p>\n'.repeat(9)}`],
    ['LaTeX', `Bill\n${'\\section{Duty} A provider \\textbf{shall} report.\n'.repeat(5)}`],
    ['PostScript', `Bill\n${'72 700 moveto\n(A provider) show\n'.repeat(6)}`],
    ['XML', `Bill\n${'<w:p><w:t>A provider shall report.</w:t></w:p>\n'.repeat(3)}`],
    ['JSON', `Bill\n${'  "text": "A provider shall report.",\n'.repeat(9)}`],
    ['uuencoded', `Bill\n${`M${'A'.repeat(60)}\n`.repeat(9)}`],
    ['base64', `${law}\n${`${'QWJjZGVm'.repeat(9)}\n`.repeat(9)}`],
  ])('is read with a warning if it has the markup of %s', async (kind, text) => {
    expect((await read(text, 'law.txt')).reading.warnings).toEqual([{ code: 'not-law-text', kind }]);
  });

  it('is none of these if a law has a single such piece', async () => {
    expect((await read(`${law}See a\\par and </p> and x=20.`, 'law.txt')).reading.warnings).toEqual([]);
  });
});

it('a text of more paragraphs than any law has is refused', async () => {
  const text = 'a\n\n'.repeat(150_001);
  await expect(parseDraft(Buffer.from(text), 'law.txt')).rejects.toMatchObject({ problems: [{ code: 'too-many-paragraphs' }] });
});

it('Windows-1252 has its dashes and quotation marks', async () => {
  const { text } = await read('Article 1\n1. The caf\xe9 \x96 as \x93defined\x94 \x96 pays \x80 5.\n', 'law.txt');
  expect(text).toContain('The café – as “defined” – pays € 5.');
});

describe('the reading report', () => {
  it('counts the words that are kept, struck and in numbered provisions, and the notes', async () => {
    const { reading } = await read('# Bill on it\n\n## Article 1\n\n1. One ~~two three~~ four.[^1]\n\n[^1]: A note.\n', 'law.md');
    expect(reading).toEqual({
      format: 'markdown',
      language: 'en',
      words: 9,
      kept: 7,
      struck: 2,
      notes: 1,
      pages: null,
      imagePages: null,
      labelled: 4,
      warnings: [{ code: 'struck', n: 2 }],
    });
  });

  it('has no warning for a plain law', async () => {
    expect((await read(law, 'law.txt')).reading).toMatchObject({ format: 'text', struck: 0, warnings: [] });
  });
});
