import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { walk } from '../../../src/draft/structure/provision.ts';

/** The labels of a text, one paragraph for each line given, without closing words. */
async function labelsOf(...lines: readonly string[]): Promise<string[]> {
  const { provisions } = await parseDraft(Buffer.from(lines.join('\n\n')), 'law.txt');
  return [...walk(provisions)].filter(({ provision }) => provision.kind !== 'closing').map(({ provision }) => provision.label);
}

async function headingsOf(...lines: readonly string[]): Promise<string[]> {
  const { provisions } = await parseDraft(Buffer.from(lines.join('\n\n')), 'law.txt');
  return [...walk(provisions)].flatMap(({ provision: { label, heading } }) => (heading ? [`${label} ${heading}`] : []));
}

describe('sections that have only a number', () => {
  const british = [
    'Digital Services Bill',
    'PART 1\nDUTIES',
    '1 Duties of providers',
    '(1) A provider must—',
    '(a) assess the risk, and',
    '(b) keep records.',
    '2 Offence',
    '(1) A person who fails to comply commits an offence under section 1.',
    '2A Defence',
    'It is a defence to show due diligence.',
    '3 Interpretation',
    'In this Act “provider” means a person.',
    'SCHEDULE 1\nSection 2\nENFORCEMENT',
    '1 (1) OFCOM may give a notice.',
    '(2) The notice must be in writing.',
    '2 A notice may be varied.',
  ];

  it('United Kingdom: sections in parts, paragraphs in schedules, the section of a schedule is not its title', async () => {
    expect(await labelsOf(...british)).toEqual([
      'preamble',
      'part 1',
      'sec. 1',
      'sec. 1(1)',
      'sec. 1(1)(a)',
      'sec. 1(1)(b)',
      'sec. 2',
      'sec. 2(1)',
      'sec. 2A',
      'sec. 3',
      'sched. 1',
      'sched. 1(1)',
      'sched. 1(1)(1)',
      'sched. 1(1)(2)',
      'sched. 1(2)',
    ]);
    expect(await headingsOf(...british)).toContain('sched. 1 ENFORCEMENT');
  });

  it('the same as lines without gaps, with the contents before', async () => {
    const lines = british
      .join('\n')
      .replace(
        'Digital Services Bill',
        'Digital Services Bill\nCONTENTS\nPART 1\nDUTIES\n1 Duties of providers\n2 Offence\n2A Defence\n3 Interpretation\nSCHEDULES\nSchedule 1 — Enforcement\n',
      );
    expect(await labelsOf(lines)).toEqual(await labelsOf(...british));
  });

  it('India: number and subsection on one line, chapters, a schedule without a number', async () => {
    expect(
      await labelsOf(
        'CHAPTER I\nPRELIMINARY',
        '1. (1) This Act may be called the Data Act.',
        '(2) It shall come into force on such date as is notified.',
        '2. In this Act, unless the context otherwise requires,—',
        '(a) "Board" means the Board;',
        '3. Nothing in this section applies to a court.',
        'THE SCHEDULE\n[See section 3]',
        '1. Breach of notice.',
      ),
    ).toEqual(['chap. I', 'sec. 1', 'sec. 1(1)', 'sec. 1(2)', 'sec. 2', 'sec. 2(a)', 'sec. 3', 'sched.', 'sched.(1)']);
  });

  it('Kenya and Austria: the title stands before the number', async () => {
    const kenyan = [
      'Short title.',
      '1. This Act may be cited as the Act.',
      'Interpretation.',
      '2. In this Act "a" means b.',
      'Fines.',
      '3. (1) A fine may be imposed.',
      '(2) It is payable.',
      'FIRST SCHEDULE (s. 3)',
      'Amounts',
    ];
    expect(await headingsOf(...kenyan)).toEqual([
      'sec. 1 Short title',
      'sec. 2 Interpretation',
      'sec. 3 Fines',
      'sched. 1 Amounts',
    ]);
    const austrian = [
      '1. Abschnitt\nAllgemeines',
      'Geltung',
      '§ 1. (1) Dieses Gesetz gilt.',
      'Begriffe',
      '§ 2. Im Sinne dieses Gesetzes bedeutet',
      '1. Plattform: ein Dienst;',
      '2. Nutzer: eine Person.',
    ];
    expect(await labelsOf(...austrian)).toEqual(['sec. 1', '§ 1', '§ 1(1)', '§ 2', '§ 2(1)', '§ 2(2)']);
    expect(await headingsOf(...austrian)).toEqual(['sec. 1 Allgemeines', '§ 1 Geltung', '§ 2 Begriffe']);
  });

  it('policies: numbers with all their levels', async () => {
    expect(
      await labelsOf(
        'A POLICY',
        '1. Introduction',
        '1.1 The Government adopts it.',
        '1.2 It has aims:',
        '(a) growth.',
        '2. Remedy',
        '2.1 Courts',
        '2.1.1 They are open.',
        '3. End',
        '3.1 It ends.',
      ),
    ).toEqual([
      'preamble',
      'para. 1',
      'para. 1.1',
      'para. 1.2',
      'para. 1.2(a)',
      'para. 2',
      'para. 2.1',
      'para. 2.1.1',
      'para. 3',
      'para. 3.1',
    ]);
  });
});

describe('numbers as they are written elsewhere', () => {
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
      'transitorio 1',
    ]);
  });

  it('Switzerland: a number without a sign, abis', async () => {
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

  it('Germany: articles that hold a law and change others', async () => {
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

  it('United States: titles begin sections at a hundred, a table of contents stands in section 1', async () => {
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
    ]);
  });

  it('European Union: (aa) and recital 2a are inserted ones; annexes count on after words without a number', async () => {
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

  it('a chapter may hold parts, if its first part stands right under its heading', async () => {
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

  it('a longer table of contents with titles on the lines of their numbers is left out', async () => {
    const titles = ['Scope', 'Aim', 'Means', 'Fines', 'End'];
    const law = [
      ...titles.map((title, index) => `Article ${index + 1} ${title}`),
      ...titles.flatMap((title, index) => [`Article ${index + 1} ${title}`, `It says what ${title} is.`]),
    ];
    expect(await labelsOf(...law)).toEqual(titles.map((_, index) => `art. ${index + 1}`));
  });
});

describe('an article whose text follows its title on the next line', () => {
  it('has the title as its heading, and no article is swallowed by the one before', async () => {
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
