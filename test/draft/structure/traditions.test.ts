import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { walk } from '../../../src/draft/structure/provision.ts';

/** The labels of a text with one paragraph for each argument, without closing words. */
async function labelsOf(...lines: readonly string[]): Promise<string[]> {
  const { provisions } = await parseDraft(Buffer.from(lines.join('\n\n')), 'law.txt');
  return [...walk(provisions)].filter(({ provision }) => provision.kind !== 'closing').map(({ provision }) => provision.label);
}

describe('numbers and groups in several countries', () => {
  it('France: article 1er bis, articles of a code, TITRE Ier', async () => {
    expect(
      await labelsOf(
        'TITRE IER\nGÉNÉRALITÉS',
        'Article 1er',
        'I. – Le code change.',
        'Article 1er bis (nouveau)',
        'Les fournisseurs informent.',
        'Article 3 A',
        'Il vaut.',
        'Article L. 123-4',
        '1° Le fournisseur ;',
        '2° L’hébergeur.',
        'Article L123-5',
        'Un autre.',
      ),
    ).toEqual([
      'title I',
      'art. 1',
      'art. 1(I)',
      'art. 1 bis',
      'art. 3 A',
      'art. L. 123-4',
      'art. L. 123-4(1)',
      'art. L. 123-4(2)',
      'art. L. 123-5',
    ]);
  });

  it('Portugal: 1 -, artigo 2.º-A', async () => {
    expect(
      await labelsOf(
        'Artigo 1.º\nObjeto',
        'A lei vale.',
        'Artigo 2.º\nÂmbito',
        '1 - Aplica-se:',
        'a) Às plataformas;',
        '2 - Não se aplica.',
        'Artigo 2.º-A\nDefinições',
        'São estas.',
      ),
    ).toEqual(['art. 1', 'art. 2', 'art. 2(1)', 'art. 2(1)(a)', 'art. 2(2)', 'art. 2-A']);
  });

  it('Brazil: Art. 1º-A', async () => {
    expect(await labelsOf('Art. 1º Esta Lei vale.', 'Art. 1º-A Ficam obrigados.', 'Art. 2.º Aplica-se.')).toEqual([
      'art. 1',
      'art. 1-A',
      'art. 2',
    ]);
  });

  it('Spain, Mexico, Colombia: 1.º, disposiciones, transitorios, Bis, parágrafo', async () => {
    expect(
      await labelsOf(
        'Artículo 1. Objeto.',
        'Protege:',
        '1.º A los usuarios.',
        '2.º A los terceros.',
        'Artículo 2 Bis. Plazos.',
        'Un mes.',
        'Parágrafo 1°. Salvo pacto.',
        'Parágrafo 2°. O urgencia.',
        'Disposición adicional primera. Cooperación.',
        'Cooperan.',
        'Disposición final única. Vigor.',
        '1. Mañana.',
        'TRANSITORIOS',
        'PRIMERO.- Se deroga todo.',
      ),
    ).toEqual([
      'art. 1',
      'art. 1(1)',
      'art. 1(2)',
      'art. 2 bis',
      'art. 2 bis(parágrafo 1)',
      'art. 2 bis(parágrafo 2)',
      'disp. adicional 1',
      'disp. final única',
      'disp. final única(1)',
      '',
      'transitorio 1',
    ]);
  });

  it('Switzerland: a number without punctuation, abis', async () => {
    expect(
      await labelsOf(
        'Art. 1 Gegenstand',
        '1 Dieses Gesetz regelt Plattformen.',
        '2 Es bezweckt:',
        'a. den Schutz;',
        'abis. die Aufsicht.',
        'Art. 5bis Ausnahmen',
        'Es gibt keine.',
      ),
    ).toEqual(['art. 1', 'art. 1(1)', 'art. 1(2)', 'art. 1(2)(a)', 'art. 1(2)(abis)', 'art. 5bis']);
  });

  it('Germany: articles that contain a new law and amend others', async () => {
    expect(
      await labelsOf(
        'Artikel 1',
        'Gesetz über Dienste',
        '§ 1 Geltung',
        'Es gilt.',
        '§ 2 Begriffe',
        'Es sind diese.',
        '§ 3 Aufsicht',
        'Es gibt sie.',
        'Artikel 2',
        'Inkrafttreten',
        'Dieses Gesetz tritt morgen in Kraft.',
      ),
    ).toEqual(['art. 1', '§ 1', '§ 2', '§ 3', 'art. 2']);
  });

  it('United States: titles number sections from a hundred, and section 1 contains a table of contents', async () => {
    expect(
      await labelsOf(
        'SECTION 1. SHORT TITLE.',
        '(a) This Act may be cited.',
        '(b) Contents:',
        'Sec. 1. Short title.\nSec. 2. Definitions.\nSec. 101. Duties.',
        'SEC. 2. DEFINITIONS.',
        'In this Act it means:',
        '(1) this.',
        'TITLE I—DUTIES',
        'Subtitle A—General',
        'SEC. 101. DUTIES.',
        '(a) A platform shall act.',
      ),
    ).toEqual([
      'sec. 1',
      'sec. 1(a)',
      'sec. 1(b)',
      'sec. 2',
      'sec. 2(1)',
      'title I',
      'title I, subtitle A',
      'sec. 101',
      'sec. 101(a)',
      'contents',
    ]);
  });

  it('European Union: (aa) and recital 2a are inserted, and the numbers of an annex go on after unnumbered text', async () => {
    expect(
      await labelsOf(
        '(1) First.',
        '(2) Second.',
        '(2a) Inserted.',
        'Article 1',
        '1. It means:',
        '(a) one;',
        '(aa) inserted;',
        '(b) two.',
        'ANNEX III\nSystems',
        'Those in any of these areas:',
        '1. Biometrics:',
        '(a) identification.',
        'This shall not include verification;',
        '(b) categorisation.',
        '2. Infrastructure.',
        '3. Education:',
        '3.1. Schools.',
      ),
    ).toEqual([
      'preamble',
      'rec. 1',
      'rec. 2',
      'rec. 2a',
      'art. 1',
      'art. 1(1)',
      'art. 1(1)(a)',
      'art. 1(1)(aa)',
      'art. 1(1)(b)',
      'annex III',
      'annex III(1)',
      'annex III(1)(a)',
      'annex III(1)(b)',
      'annex III(2)',
      'annex III(3)',
      'annex III(3.1)',
    ]);
  });

  it('chapters contain parts if the first part comes right below the heading of a chapter', async () => {
    expect(
      await labelsOf(
        'Chapter 1—General',
        'Part 1-1—Scope',
        'Section 1',
        'It applies.',
        'Part 1-2—Aims',
        'Section 2',
        'It aims.',
        'Chapter 2—More',
        'Part 2-1—Else',
        'Section 3',
        'It ends.',
      ),
    ).toEqual([
      'chap. 1',
      'chap. 1, part 1-1',
      'sec. 1',
      'chap. 1, part 1-2',
      'sec. 2',
      'chap. 2',
      'chap. 2, part 2-1',
      'sec. 3',
    ]);
  });

  it('a table of contents with number and title on one line is not part of the articles', async () => {
    const titles = ['Scope', 'Aim', 'Means', 'Fines', 'End'];
    const law = [
      ...titles.map((title, index) => `Article ${index + 1} ${title}`),
      ...titles.flatMap((title, index) => [`Article ${index + 1} ${title}`, `It says what ${title} is.`]),
    ];
    expect(await labelsOf(...law)).toEqual([...titles.map((_, index) => `art. ${index + 1}`), 'contents']);
  });
});

describe('an article with its text on the line below its title', () => {
  it('has the title as its heading and is not read as part of the article before', async () => {
    const law = `Hiring Systems Bill

Article 1 Purpose
The purpose of this Act is to stop harm that hiring systems do to people.

Article 2 Definitions
In this Act, the following definitions apply to operators and to people.

Article 3 Duties
(1) An operator shall assess the impacts of its systems on human rights.
(2) It shall publish the assessment every year.

Article 4 Remedies
People harmed may sue the operator in the courts of the place where they live.
`;
    const { provisions } = await parseDraft(Buffer.from(law), 'law.txt');
    expect(provisions.slice(1).map(({ label, heading }) => [label, heading])).toEqual([
      ['art. 1', 'Purpose'],
      ['art. 2', 'Definitions'],
      ['art. 3', 'Duties'],
      ['art. 4', 'Remedies'],
    ]);
    expect(provisions[4]?.text).toMatch(/^People harmed/);
  });
});
