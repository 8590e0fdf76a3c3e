import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { walk } from '../../../src/draft/structure/provision.ts';
import { outlineOf } from './outline.ts';

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

  it('France: articles of the laws and of the decrees in turns, and the act that made them', async () => {
    expect(
      await outlineOf(
        'Article L. 12-1',
        '(L. n° 2025-7 du 3 mars 2025, art. 2)',
        'I. - Le bailleur tient un registre.',
        'Article R. 12-1',
        'Le délai est d’un mois.',
        'Article L. 12-2',
        'Le registre est public.',
      ),
    ).toEqual([
      'art. L. 12-1 (L. n° 2025-7 du 3 mars 2025, art. 2)',
      'art. L. 12-1(I) Le bailleur tient un registre.',
      'art. R. 12-1 Le délai est d’un mois.',
      'art. L. 12-2 Le registre est public.',
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

  it('Brazil: numbers on lines of their own, and those after vetoed ones', async () => {
    const law = [
      'Art. 1º O locador, pessoa natural ou jurídica:',
      'I - mantém registro; e',
      'II -',
      '(VETADO).',
      '§ 1º O registro é público.',
      '§ 5º',
      'O locatário',
      'pode consultá-lo.',
      '§ 6º Serão aplicadas as multas:',
      'I - de cem dias, na forma do Decreto-Lei',
      'II - de dez dias.',
      '',
      'Art. 2º Esta Lei entra em vigor hoje.',
    ].join('\n');
    expect(await outlineOf(law)).toEqual([
      'art. 1 O locador, pessoa natural ou jurídica:',
      'art. 1(I) mantém registro; e',
      'art. 1(II) (VETADO).',
      'art. 1(1) O registro é público.',
      'art. 1(5) O locatário pode consultá-lo.',
      'art. 1(6) Serão aplicadas as multas:',
      'art. 1(6)(I) de cem dias, na forma do Decreto-Lei',
      'art. 1(6)(II) de dez dias.',
      'art. 2 Esta Lei entra em vigor hoje.',
    ]);
  });

  it('France: points glued to the words before them, where a line break was lost', async () => {
    expect(
      await outlineOf(
        'Article 1er',
        'I. - Le bailleur tient un registre.II. - Le registre comprend :1° Les loyers ;2° Les baux.III. - Il est public.',
        'Article 2',
        'Sont interdits :a) Les frais ;b) Les dons.',
        'Article 3',
        'I, II - Paragraphes modificateurs.III. - Il vaut.',
      ),
    ).toEqual([
      'art. 1',
      'art. 1(I) Le bailleur tient un registre.',
      'art. 1(II) Le registre comprend :',
      'art. 1(II)(1) Les loyers ;',
      'art. 1(II)(2) Les baux.',
      'art. 1(III) Il est public.',
      'art. 2 Sont interdits :',
      'art. 2(a) Les frais ;',
      'art. 2(b) Les dons.',
      'art. 3 I, II - Paragraphes modificateurs.',
      'art. 3(III) Il vaut.',
    ]);
  });

  it('a number that goes on with no list, or after a space, stays in its sentence', async () => {
    const words = 'Elle dépend de l’annexe :4° Les fonds sont exclus. Voir le point 1. II - est réservé.';
    expect(await outlineOf('Article 1er', words, 'Article 2', 'Elle entre en vigueur.')).toEqual([
      `art. 1 ${words}`,
      'art. 2 Elle entre en vigueur.',
    ]);
  });

  it('Brazil: the words for another law begin on the line that announces them', async () => {
    expect(
      await outlineOf(
        'Art. 1º Esta Lei protege o locatário.',
        'Art. 2º A Lei nº 5, de 2001, passa a vigorar com as seguintes alterações: "Art. 7º O locador:\nX - entrega recibo;\nArt. 16. O prazo será de um mês, salvo acordo em contrário entre as partes. (NR)"',
        'Art. 3º Esta Lei entra em vigor hoje.',
      ),
    ).toEqual([
      'art. 1 Esta Lei protege o locatário.',
      'art. 2 A Lei nº 5, de 2001, passa a vigorar com as seguintes alterações:',
      'art. 2, inserting art. 7 O locador:',
      'art. 2, inserting art. 7(X) entrega recibo;',
      'art. 2, inserting art. 16 O prazo será de um mês, salvo acordo em contrário entre as partes. (NR)"',
      'art. 3 Esta Lei entra em vigor hoje.',
    ]);
  });

  it.each([
    [
      'Belgium: § 1er, article 3/1',
      [
        'Article 1er. Elle règle une matière.',
        'Art. 2. § 1er. On entend par :\n1° loyer ;\n2° bail.',
        '§ 2. Le Roi précise.',
        'Art. 3/1. Le registre est public.',
      ],
      ['art. 1', 'art. 2', 'art. 2(1)', 'art. 2(1)(1)', 'art. 2(1)(2)', 'art. 2(2)', 'art. 3/1'],
    ],
    [
      'Norway and Denmark: § 3 a',
      ['§ 3. Innsyn', 'Alle har innsyn.', '§ 3 a. Gebyr', 'Innsyn er gratis.', '§ 4. Slutt', 'Loven trer i kraft.'],
      ['§ 3', '§ 3a', '§ 4'],
    ],
    [
      'Romania: art. 3^1',
      [
        'CAPITOLUL I',
        'Dispoziții',
        'Art. 3. - Registrul este public.',
        'Art. 3^1. - (1) El este gratuit.',
        'Art. 4. - Legea intră în vigoare.',
      ],
      ['chap. I', 'art. 3', 'art. 3^1', 'art. 3^1(1)', 'art. 4'],
    ],
    [
      'Poland: rozdział, art. 2 ust. 1',
      [
        'Rozdział 1',
        'Przepisy ogólne',
        'Art. 1. 1. Ustawa określa zasady.',
        '2. Rejestr jest jawny.',
        'Art. 1a. Minister określi wzór.',
        'Rozdział 2',
        'Przepis końcowy',
        'Art. 2. Ustawa wchodzi w życie.',
      ],
      ['chap. 1', 'art. 1', 'art. 1(1)', 'art. 1(2)', 'art. 1a', 'chap. 2', 'art. 2'],
    ],
    [
      'Catalonia: disposició addicional, and one without a number',
      [
        'Article 1. Objecte',
        'Aquesta llei crea un registre.',
        'Article 2. Accés',
        'El registre és públic.',
        'Disposició addicional segona. Dades',
        'Són reservades.',
        'Disposició final. Vigència',
        'Entra en vigor demà.',
      ],
      ['art. 1', 'art. 2', 'disp. adicional 2', 'disp. final única'],
    ],
    [
      'Peru: disposiciones complementarias',
      [
        'Artículo 1. Objeto',
        'La Ley crea el registro.',
        'Artículo 2. Multa',
        'La multa es baja.',
        'DISPOSICIONES COMPLEMENTARIAS FINALES',
        'PRIMERA. Reglamento',
        'El Ejecutivo lo dicta.',
        'DISPOSICIÓN COMPLEMENTARIA DEROGATORIA',
        'ÚNICA. Derogación',
        'Se deroga la Ley 1.',
      ],
      ['art. 1', 'art. 2', '', 'disp. final 1', '', 'disp. derogatoria única'],
    ],
    [
      'Brazil: Art. 2º (VETADO)',
      [
        'Art. 1º A multa será:',
        'I – de cem reais.',
        '§ 1º (VETADO).',
        'Art. 2º (VETADO).',
        'Art. 3º O registro é público. (Incluído pela Lei nº 10, de 2021)',
      ],
      ['art. 1', 'art. 1(I)', 'art. 1(1)', 'art. 2', 'art. 3'],
    ],
    [
      'Austria: a list without a colon',
      [
        '§ 1. (1) Es gilt nicht für\n1. Hotels und\n2. Heime\na) des Bundes und\nb) der Länder.',
        '§ 2. Es tritt am\n1. Jänner 2027 in Kraft.',
      ],
      ['§ 1', '§ 1(1)', '§ 1(1)(1)', '§ 1(1)(2)', '§ 1(1)(2)(a)', '§ 1(1)(2)(b)', '§ 2'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await labelsOf(...lines)).toEqual(expected);
  });

  it.each([
    ['Article 1. Rents are fixed.', 'Donné à Bruxelles, le 3 mars 2026.'],
    ['Artikel 1. De huur ligt vast.', 'Gegeven te Brussel, 3 maart 2026'],
    ['Art. 1. Il registro è pubblico.', 'La presente legge, munita del sigillo dello Stato, sarà inserita nella Raccolta.'],
    ['Artículo 1. El registro es público.', 'Dado en Ciudad, a 3 de marzo de 2026.'],
    ['§ 1. Registret er offentligt.', 'Givet på Christiansborg Slot, den 3. marts 2026'],
    ['Art. 1º O registro é público.', 'Brasília, 3 de março de 2026; 205º da Independência.'],
  ])('the closing formula is in no article: %s / %s', async (article, closing) => {
    expect((await outlineOf(article, article.replace('1', '2'), closing)).at(-1)).toBe(`closing formula ${closing}`);
  });

  it('an amendment note after a sentence does not make the sentence a title', async () => {
    const lines = ['Art. 1º O registro é público. (Incluído pela Lei nº 10)', 'Art. 2º Vigora desde já. (Redação da Lei nº 11)'];
    expect(await outlineOf(...lines)).toEqual([
      'art. 1 O registro é público. (Incluído pela Lei nº 10)',
      'art. 2 Vigora desde já. (Redação da Lei nº 11)',
    ]);
  });

  it('Sweden and Finland: 1 a §, chapters that start again with 1 §', async () => {
    expect(
      await labelsOf(
        '1 kap. Register',
        '1 § Hyresvärden för register.',
        '2 § Registret är offentligt.',
        '2 kap. Böter',
        '1 § Böter får dömas ut.',
        '1 a § Böterna är höga.',
      ),
    ).toEqual(['chap. 1', 'chap. 1, § 1', 'chap. 1, § 2', 'chap. 2', 'chap. 2, § 1', 'chap. 2, § 1a']);
    expect(
      await outlineOf(
        '1 luku\nRekisteri',
        '1 §\nSisältö',
        'Rekisterissä on:\n1) nimi; ja\n2) vuokra.',
        '2 §\nVoimaantulo',
        'Laki tulee voimaan.',
      ),
    ).toEqual([
      'chap. 1 «Rekisteri»',
      '§ 1 «Sisältö» Rekisterissä on:',
      '§ 1(1) nimi; ja',
      '§ 1(2) vuokra.',
      '§ 2 «Voimaantulo» Laki tulee voimaan.',
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
