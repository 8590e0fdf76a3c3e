import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDraft, readDraft } from '../../src/draft/read.ts';
import { type DraftText, walk } from '../../src/draft/structure/provision.ts';
import { root } from '../fixtures/bundled.ts';

const folder = join(root, 'test', 'fixtures', 'drafts');

function labels({ provisions }: DraftText): string[] {
  return [...walk(provisions)].filter(({ provision }) => provision.kind !== 'closing').map(({ provision }) => provision.label);
}

async function labelsOf(text: string, name = 'law.txt'): Promise<string[]> {
  return labels(await parseDraft(Buffer.from(text), name));
}

describe('the same law in every format', () => {
  it.each(['bill.txt', 'bill.html', 'bill.docx', 'bill.pdf', 'bill.akn.xml'])(
    '%s has the same labels as the Markdown file',
    async (name) => {
      const markdown = labels(await readDraft(join(root, 'examples', 'bill.md'), 'bill.md'));
      expect(markdown).toHaveLength(324);
      expect(labels(await readDraft(join(folder, name), name))).toEqual(markdown);
    },
  );

  it('gives each provision its heading and its place: a line, a page or an eId', async () => {
    const place = async (name: string): Promise<unknown> => {
      const { provisions } = await readDraft(join(folder, name), name);
      const found = [...walk(provisions)].find(({ provision }) => provision.label === 'art. 29');
      return { heading: found?.provision.heading, ...found?.provision.place };
    };
    expect(await place('../../../examples/bill.md')).toEqual({ heading: 'Civil proceedings', line: 525 });
    expect(await place('bill.pdf')).toEqual({ heading: 'Civil proceedings', page: 18 });
    expect(await place('bill.akn.xml')).toMatchObject({ heading: 'Civil proceedings', eId: 'art_29' });
  });
});

describe('drafting traditions', () => {
  it('European Union: recitals, title on the next line, points, definitions, annexes', async () => {
    const law = `Regulation

(1)  Whereas this is a recital.

(2)  And this is another,

HAVE ADOPTED THIS REGULATION:

CHAPTER I

General provisions

Article 1
Subject matter

1.   This Regulation lays down:

(a)  rules on one thing, including:

(i)  its first part;

(ii)  its second part;

(b)  rules on another.

The first subparagraph applies to all.

2.   It is without prejudice to Article 5 of Directive 1.

Article 5a
Definitions

For the purposes of this Regulation:

(1)  'provider' means a person;

(2)  'user' means another.

Done at Strasbourg, 1 January 2026.

(1) OJ L 1, 1.1.2020, p. 1.

ANNEX III

Criteria

1. The first.
`;
    expect(await labelsOf(law)).toEqual([
      'preamble',
      'rec. 1',
      'rec. 2',
      'chap. I',
      'art. 1',
      'art. 1(1)',
      'art. 1(1)(a)',
      'art. 1(1)(a)(i)',
      'art. 1(1)(a)(ii)',
      'art. 1(1)(b)',
      'art. 1(2)',
      'art. 5a',
      'art. 5a(1)',
      'art. 5a(2)',
      'annex III',
      'annex III(1)',
    ]);
  });

  it('common law: sections with letters, subsections, schedules', async () => {
    const law = `Part 1

12A Powers of the Authority

(1) The Authority may—

(a) inspect premises, and

(b) require documents.

(2) Subsection (1) does not apply to a court.

13 Offences

(1) A person commits an offence if the person obstructs.

14 Commencement

(1) This Act comes into force on Royal Assent.
`;
    const titled = law.replace(/^(\d+A?) (?=[A-Z])/gm, 'Section $1 ');
    const expected = [
      'sec. 12A',
      'sec. 12A(1)',
      'sec. 12A(1)(a)',
      'sec. 12A(1)(b)',
      'sec. 12A(2)',
      'sec. 13',
      'sec. 13(1)',
      'sec. 14',
      'sec. 14(1)',
    ];
    expect((await labelsOf(titled)).filter((label) => label.startsWith('sec.') || label.startsWith('part 1, sec.'))).toEqual(
      expected,
    );
  });

  it('United States: SEC. 2. with the title in capitals', async () => {
    const law =
      'SECTION 1. SHORT TITLE.\n\nThis Act may be cited.\n\nSEC. 2. DEFINITIONS.\n\nIn this Act:\n\n(1) Agency.--The term.\n\n(A) means this; and\n\n(B) means that.\n';
    expect(await labelsOf(law)).toEqual(['sec. 1', 'sec. 2', 'sec. 2(1)', 'sec. 2(1)(A)', 'sec. 2(1)(B)']);
  });

  it('German: paragraph signs, Absatz, Nummer, Buchstabe', async () => {
    const law =
      '## § 3 Umgang\n\n(1) Der Anbieter muss:\n\n1.  prüfen,\n\n2.  löschen, und zwar\n\na)  sofort,\n\nb)  sonst bald.\n\n(2) Das Verfahren nach § 2 Absatz 1 gilt.\n\n## § 3a Meldung\n\nEs ist zu melden.\n';
    expect(await labelsOf(law, 'gesetz.md')).toEqual([
      '§ 3',
      '§ 3(1)',
      '§ 3(1)(1)',
      '§ 3(1)(2)',
      '§ 3(1)(2)(a)',
      '§ 3(1)(2)(b)',
      '§ 3(2)',
      '§ 3a',
    ]);
  });

  it('Brazilian: caput, incisos, alíneas, paragraph signs, parágrafo único', async () => {
    const law =
      'Art. 4º Esta Lei não se aplica:\nI - ao primeiro;\nII - ao segundo:\na) em parte; ou\nb) no todo.\n§ 1º O inciso I vale.\n§ 2º O inciso II vale.\n\nArt. 5º Esta Lei vale para todos os que a leem.\nParágrafo único. E para os outros.\n\nArt. 5-A. Também vale.\n';
    expect(await labelsOf(law)).toEqual([
      'art. 4',
      'art. 4(I)',
      'art. 4(II)',
      'art. 4(II)(a)',
      'art. 4(II)(b)',
      'art. 4(1)',
      'art. 4(2)',
      'art. 5',
      'art. 5(único)',
      'art. 5-A',
    ]);
  });

  it('French: article premier, I.-A.-, 1°, numbers with hyphens', async () => {
    const law =
      "Article premier\n\nI.-A.-Les personnes informent :\n\n1° Les uns ;\n\n2° Les autres.\n\nB.-Elles conservent.\n\nII.-La loi s'applique.\n\nArticle 6-1-1\n\nLe décret fixe le reste.\n";
    expect(await labelsOf(law)).toEqual([
      'art. 1',
      'art. 1(I)',
      'art. 1(I)(A)',
      'art. 1(I)(A)(1)',
      'art. 1(I)(A)(2)',
      'art. 1(I)(B)',
      'art. 1(II)',
      'art. 6-1-1',
    ]);
  });

  it('Spanish: title after the number, capítulo above', async () => {
    const law =
      'CAPÍTULO II\nDe los derechos\n\nArtículo 8. Derechos.\n\nEl titular podrá:\n\na) conocer sus datos;\n\nb) presentar quejas.\n\nArtículo 9º. Plazos.\n\nLos plazos son estos.\n';
    const draft = await parseDraft(Buffer.from(law), 'ley.txt');
    expect(labels(draft)).toEqual(['chap. II', 'art. 8', 'art. 8(a)', 'art. 8(b)', 'art. 9']);
    expect(draft.provisions[0]).toMatchObject({
      heading: 'De los derechos',
      children: [{ heading: 'Derechos' }, { heading: 'Plazos' }],
    });
  });

  it('no articles or sections: paragraphs, with their numbers if they have any', async () => {
    expect(await labelsOf('A policy.\n\nIt has aims.\n\nAnd means.\n')).toEqual(['para. 1', 'para. 2', 'para. 3']);
    expect(await labelsOf('1. Aims.\n\n2. Means:\n\n(a) one;\n\n(b) two.\n\n3. End.\n')).toEqual([
      'para. 1',
      'para. 2',
      'para. 2(a)',
      'para. 2(b)',
      'para. 3',
    ]);
  });
});

describe('what only looks like a provision', () => {
  it('a line that begins with "Article 14" in the middle of a sentence is not a heading', async () => {
    const law =
      'Article 1 - Scope\n\n1. This Act applies subject to\nArticle 14.\n\n2. And to\nArticle 25; it does not apply otherwise.\n\nArticle 2 - Other\n\nText follows here.\n';
    expect(await labelsOf(law)).toEqual(['art. 1', 'art. 1(1)', 'art. 1(2)', 'art. 2']);
  });

  it('(i) after (h) is a letter, unless (ii) follows', async () => {
    const list = (last: string): string =>
      `Article 1\n\nIn this Act:\n\n${[...'abcdefgh'].map((letter) => `(${letter}) one;`).join('\n\n')}\n\n(i) two;\n\n(${last}) three.\n`;
    expect((await labelsOf(list('j'))).slice(-2)).toEqual(['art. 1(i)', 'art. 1(j)']);
    expect((await labelsOf(list('ii'))).slice(-2)).toEqual(['art. 1(h)(i)', 'art. 1(h)(ii)']);
  });

  it('a table of contents is a provision of its own', async () => {
    const law =
      'Article 1 Scope\n\nArticle 2 Aim\n\nArticle 3 End\n\nArticle 1 Scope\n\nIt applies.\n\nArticle 2 Aim\n\nIt aims.\n\nArticle 3 End\n\nIt ends.\n';
    expect(await labelsOf(law)).toEqual(['art. 1', 'art. 2', 'art. 3', 'contents']);
  });
});

describe('Word', () => {
  const document = (body: string): Uint8Array =>
    zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) });

  it('reads tracked changes as accepted: without deleted words, with inserted ones', async () => {
    const body =
      '<w:p><w:r><w:t>Article 1</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">A provider </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del><w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> report.</w:t></w:r></w:p>';
    const { provisions } = await parseDraft(document(body), 'law.docx');
    expect(provisions[0]).toMatchObject({ label: 'art. 1', text: 'A provider shall report.' });
  });

  it('counts automatic numbers', async () => {
    const numbered = (level: number, words: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const levels = [
      ['decimal', 'Article %1'],
      ['decimal', '%2.'],
      ['lowerLetter', '(%3)'],
    ]
      .map(
        ([format, text], depth) =>
          `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
      )
      .join('');
    const bytes = zipSync({
      'word/document.xml': strToU8(
        `<w:document xmlns:w="w"><w:body>${numbered(0, 'Scope')}${numbered(1, 'It applies to:')}${numbered(2, 'one;')}${numbered(2, 'two.')}${numbered(1, 'It ends.')}${numbered(0, 'Aim')}${numbered(1, 'It aims.')}</w:body></w:document>`,
      ),
      'word/numbering.xml': strToU8(
        `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      ),
    });
    expect(labels(await parseDraft(bytes, 'law.docx'))).toEqual([
      'art. 1',
      'art. 1(1)',
      'art. 1(1)(a)',
      'art. 1(1)(b)',
      'art. 1(2)',
      'art. 2',
      'art. 2(1)',
    ]);
  });
});

describe('HTML', () => {
  it('reads the words that a browser shows, without scripts and hidden elements', async () => {
    const page =
      '<html><head><title>x</title><script>document.write("Article 9")</script></head><body><h2>Article 1 - Scope</h2><p>1. This Act <script>alert(1)</script>applies.</p><img src="https://example.invalid/x.png"><p hidden>Article 2</p><table><tr><td>(a)</td><td>one;</td></tr></table></body></html>';
    const draft = await parseDraft(Buffer.from(page), 'law.html');
    expect(labels(draft)).toEqual(['art. 1', 'art. 1(1)', 'art. 1(1)(a)']);
    expect(draft.provisions[0]?.children[0]?.text).toBe('This Act applies.');
  });
});
