import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';
import type { Span } from '../../../src/draft/citations/counted.ts';
import { standsIn } from '../../../src/draft/citations/within.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { type Provision, walk } from '../../../src/draft/structure/provision.ts';

/** Whether a citation names a place where a text has these words. */
async function isPlaced(text: string, words: string, at: string): Promise<boolean> {
  const { provisions } = await parseDraft(Buffer.from(text), 'law.txt');
  const found = [...walk(provisions)].filter(({ provision }) => provision.text.includes(words));
  expect(found.length).toBeGreaterThan(0);
  const path = ({ provision, above }: { provision: Provision; above: readonly Provision[] }): Provision[] => [
    ...above,
    provision,
  ];
  const span = ({ provision }: { provision: Provision }): Span => {
    const start = provision.text.indexOf(words);
    return { start: { provision, offset: start }, end: { provision, offset: start + words.length - 1 } };
  };
  return found.some((each) => readCitations(at).some((cited) => standsIn(path(each), cited, span(each))));
}

describe('a group is a place', () => {
  const law = `PART I
RENTS

CHAPTER 1
Aim

Article 1
Rents are fixed.

CHAPTER 2
Courts

Article 2
Tenants may sue.

PART IX
FINES

CHAPTER 1
Amounts

Article 3
A fine is due.

Article 4
It is low.
`;

  it.each([
    'Part I',
    'part 1',
    'Part I, Chapter 2',
    'Chapter 2 of Part I',
    'chap. 2',
    'ch. 2',
    'Part I, art. 2',
    'Article 2 of Part I',
    'Part I, Chapter 2, Article 2',
    'part I, chap. 2',
  ])('right: %s', async (at) => {
    expect(await isPlaced(law, 'Tenants may sue', at)).toBe(true);
  });

  it.each([
    'Part IX',
    'part 9',
    'Part I, Chapter 1',
    'Chapter 1',
    'chap. I',
    'Part IX, Article 2',
    'Chapter 1, art. 2',
    'Part II',
    'Part',
  ])('wrong: %s', async (at) => {
    expect(await isPlaced(law, 'Tenants may sue', at)).toBe(false);
  });

  it('a Roman numeral is not its first letters', async () => {
    expect(await isPlaced(law, 'A fine is due', 'Part I')).toBe(false);
    expect(await isPlaced(law, 'A fine is due', 'Part IX')).toBe(true);
  });
});

describe('what an amendment inserts is a place', () => {
  const bill = `Rent Bill

1 Aim

(1) Rents are fixed.

2 Amendments

(1) The Housing Act is amended as follows.

(2) After section 7 insert—

“7A Register

(1) A landlord must keep a register.

(2) It is public.”

(3) In section 9, after subsection (2) insert—

“(2A) Hostels are spared.”

3 End

This Act ends.
`;

  it.each([
    'cl. 2',
    'clause 2(2)',
    'section 2(2)',
    's. 2(2), inserting s. 7A',
    'clause 2(2), new section 7A(1)',
    'cl. 2, inserting s. 7A(1)',
    'section 7A(1)',
    'new section 7A',
  ])('right: %s', async (at) => {
    expect(await isPlaced(bill, 'must keep a register', at)).toBe(true);
  });

  it.each([
    'cl. 1',
    'clause 2(1)',
    'clause 2(3)',
    'section 7A(2)',
    'clause 2(1), new section 7A',
    'clause 2(2), new section 7B',
    'section 7',
    's. 2(2), inserting s. 1(1)',
  ])('wrong: %s', async (at) => {
    expect(await isPlaced(bill, 'must keep a register', at)).toBe(false);
  });

  it('a point without a section', async () => {
    expect(await isPlaced(bill, 'Hostels', 'sec. 2(3), inserting (2A)')).toBe(true);
    expect(await isPlaced(bill, 'Hostels', 'sec. 2(3)')).toBe(true);
    expect(await isPlaced(bill, 'Hostels', 'sec. 2(3), inserting (2B)')).toBe(false);
  });

  it('its number is not mistaken for one of the bill’s own', async () => {
    const law =
      'Article 1\n\n(1) Article 3 is replaced by the following:\n\n‘Article 3\nFees are due.’\n\nArticle 2\nRents are fixed.\n\nArticle 3\nIt ends.\n';
    expect(await isPlaced(law, 'Fees are due', 'art. 3')).toBe(false);
    expect(await isPlaced(law, 'Fees are due', 'art. 1(1)')).toBe(true);
    expect(await isPlaced(law, 'Fees are due', 'art. 1(1), inserting art. 3')).toBe(true);
  });

  it('sections of a code with a title before the dash are cited by their number', async () => {
    const code =
      'Be it enacted by the General Assembly of Virginia:\n\n1. That § 59.1-575 is amended as follows:\n\n§ 59.1-575. Duties.\n\nA. Rents are fixed.\n\n2. That this act takes effect in 2030.\n';
    for (const at of ['§ 59.1-575', '§ 59.1-575(A)', 'clause 1', 'enactment clause 1'])
      expect(await isPlaced(code, 'Rents are fixed', at)).toBe(true);
    for (const at of ['clause 2', 'enactment clause 2']) expect(await isPlaced(code, 'takes effect', at)).toBe(true);
    expect(await isPlaced(code, 'takes effect', '§ 59.1-575')).toBe(false);
  });

  it('sections of a code are cited by their number', async () => {
    const code =
      'SEC. 1. Section 40901 is added to the Civil Code, to read:\n\n40901. (a) Rents are fixed.\n\n(b) Fees are due.\n\nSEC. 2. It is severable.\n';
    for (const at of ['Section 40901(a)', '§ 40901', 'Sec. 1', 'Section 40901'])
      expect(await isPlaced(code, 'Rents are fixed', at)).toBe(true);
    for (const at of ['Section 40901(b)', 'Sec. 2', '§ 40902']) expect(await isPlaced(code, 'Rents are fixed', at)).toBe(false);
  });
});

describe('a sentence or paragraph that a provision does not have', () => {
  const law = `§ 1 Register

(1) Der Vermieter führt ein Register. Es ist öffentlich.

(2) Die Gebühr wird durch Verordnung geregelt.

§ 2 Klage

Der Mieter kann klagen.

Das Gericht entscheidet nach Abs. 1 Satz 2.
`;

  it.each([
    '§ 1 Abs. 1 Satz 1 und 2',
    '§ 1 Abs. 1 Sätze 1 bis 2',
    '§ 1 Abs. 1 Satz 2',
    '§ 1 Absatz 1 Satz 2',
    '§ 1 Abs. 1 S. 2',
    '§ 1(1), second sentence',
    '§ 1 Abs. 1',
  ])('right: %s', async (at) => {
    expect(await isPlaced(law, 'Es ist öffentlich', at)).toBe(true);
  });

  it.each([
    '§ 1 Abs. 1 Satz 1',
    '§ 1(1), first sentence',
    'first sentence of § 1(1)',
    '§ 1 Abs. 1 Satz 3',
    '§ 1 Abs. 1 Satz 9',
    '§ 1 Abs. 1 S. 5',
    '§ 1(1), third sentence',
    '§ 1 Abs. 2 Satz 1',
    'third sentence of § 1(1)',
  ])('wrong: %s', async (at) => {
    expect(await isPlaced(law, 'Es ist öffentlich', at)).toBe(false);
  });

  it('Norwegian, French and English unnumbered paragraphs', async () => {
    const loven =
      '§ 1. Register\n\nUtleieren skal føre register.\n\nRegisteret er offentlig.\n\n§ 2. Klage\n\nLeieren kan klage.\n';
    for (const at of ['§ 1 annet ledd', '§ 1 andre ledd', '§ 1 2. ledd'])
      expect(await isPlaced(loven, 'er offentlig', at)).toBe(true);
    for (const at of ['§ 1 første ledd', '§ 1 tredje ledd', '§ 1 3. ledd', '§ 2 første ledd'])
      expect(await isPlaced(loven, 'er offentlig', at)).toBe(false);
    const loi =
      'Article 1er\n\nLe bailleur tient un registre.\n\nIl est public.\n\nArticle 2\n\nLe locataire peut saisir le juge.\n';
    expect(await isPlaced(loi, 'Il est public', 'article 1er, alinéa 2')).toBe(true);
    expect(await isPlaced(loi, 'Il est public', 'article 1er, alinéa 1')).toBe(false);
    expect(await isPlaced(loi, 'Il est public', 'article 1er, alinéas 1 à 2')).toBe(true);
    expect(await isPlaced(loi, 'Il est public', 'article 1er, alinéa 7')).toBe(false);
    expect(await isPlaced(loi, 'Il est public', 'article 1er, quatrième alinéa')).toBe(false);
  });

  it('a Norwegian letter, a Danish paragraph and a Dutch one have numbers', async () => {
    const loven = '§ 1. Register\n\nRegisteret skal omfatte\n\na) leiere, og\n\nb) leie.\n\n§ 2. Klage\n\nLeieren kan klage.\n';
    expect(await isPlaced(loven, 'leiere', '§ 1 første ledd bokstav a')).toBe(true);
    expect(await isPlaced(loven, 'leiere', '§ 1 bokstav b')).toBe(false);
    const dansk =
      '§ 1. Udlejeren fører register over\n\n1) lejere og\n\n2) leje.\n\nStk. 2. Registret er offentligt.\n\n§ 2. Lejeren kan klage.\n';
    expect(await isPlaced(dansk, 'er offentligt', '§ 1, stk. 2')).toBe(true);
    expect(await isPlaced(dansk, 'lejere og', '§ 1, stk. 1, nr. 1')).toBe(true);
    expect(await isPlaced(dansk, 'er offentligt', '§ 1, stk. 1, nr. 2')).toBe(false);
    const wet =
      'Artikel 1\n\n1. De verhuurder houdt een register bij.\n\n2. Het register is openbaar.\n\nArtikel 2\n\nDe huurder kan klagen.\n';
    expect(await isPlaced(wet, 'is openbaar', 'artikel 1, tweede lid')).toBe(true);
    expect(await isPlaced(wet, 'is openbaar', 'artikel 1, eerste lid')).toBe(false);
  });
});

describe('a sentence with a list', () => {
  const law = `§ 1 Gebühr

(1) Die Behörde erhebt am 3. März 2027 nach § 4 Abs. 2 Nr. 5 eine Gebühr für

1. das Register,

2. die Auskunft.

Sie wird gestundet. Sie verjährt nach zwei Jahren.
`;

  it.each([
    ['erhebt am', '§ 1 Abs. 1 Satz 1', true],
    ['eine Gebühr', '§ 1 Abs. 1 Satz 1', true],
    ['die Auskunft', '§ 1 Abs. 1 Satz 1 Nr. 2', true],
    ['die Auskunft', '§ 1 Abs. 1 Satz 1', true],
    ['die Auskunft', '§ 1 Abs. 1 Satz 3 Nr. 2', false],
    ['die Auskunft', '§ 1 Abs. 1 Satz 3', false],
    ['Sie wird', '§ 1 Abs. 1 Satz 2', true],
    ['Sie wird', '§ 1 Abs. 1 Satz 1', false],
    ['Sie verjährt', '§ 1 Abs. 1 Satz 3', true],
    ['gestundet. Sie verjährt', '§ 1 Abs. 1 Satz 2', false],
    ['gestundet. Sie verjährt', '§ 1 Abs. 1 Satz 2 und 3', true],
  ])('%s in %s: %s', async (words, at, expected) => {
    expect(await isPlaced(law, words, at)).toBe(expected);
  });

  it('a point counts as a paragraph or not, as the country counts', async () => {
    const loi = 'Article 1er\n\nLe registre comprend :\n\n1° Les loyers ;\n\n2° Les baux.\n\nIl est public.\n';
    for (const at of ['article 1er, alinéa 2', 'article 1er, alinéa 4', 'article 1er, second subparagraph'])
      expect(await isPlaced(loi, 'Il est public', at)).toBe(true);
    for (const at of ['article 1er, alinéa 1', 'article 1er, alinéa 5'])
      expect(await isPlaced(loi, 'Il est public', at)).toBe(false);
    const loven = '§ 1. Register\n\nRegisteret skal omfatte\n\na) leiere, og\n\nb) leie.\n\nDet er offentlig.\n';
    expect(await isPlaced(loven, 'leiere', '§ 1 første ledd bokstav a')).toBe(true);
    expect(await isPlaced(loven, 'leiere', '§ 1 annet ledd bokstav a')).toBe(false);
    expect(await isPlaced(loven, 'offentlig', '§ 1 annet ledd')).toBe(true);
  });
});

describe('Swedish and Finnish sections have the sign after the number', () => {
  const lag = `1 kap. Register

1 § Hyresvärden för register. Registret är offentligt.

2 § Med hyra avses

1. en avgift, och

2. en ersättning.

Lagen gäller även för stiftelser.

2 kap. Böter

1 § Böter får dömas ut.

1 a § Böterna är höga.
`;

  it.each([
    ['Registret är offentligt', '1 kap. 1 §', true],
    ['Registret är offentligt', '1 kap. 1 § andra meningen', true],
    ['Registret är offentligt', '1 kap. 1 § första meningen', false],
    ['Registret är offentligt', '2 kap. 1 §', false],
    ['en ersättning', '1 kap. 2 § 2', true],
    ['en ersättning', '1 kap. 2 § 1', false],
    ['höga', '2 kap. 1 a §', true],
    ['höga', '2 kap. 1 §', false],
  ])('%s in %s: %s', async (words, at, expected) => {
    expect(await isPlaced(lag, words, at)).toBe(expected);
  });

  it('Finnish paragraphs have no number of their own', async () => {
    const laki =
      '1 §\nRekisteri\n\nVuokranantaja pitää rekisteriä.\n\nSe on julkinen.\n\n2 §\nVoimaantulo\n\nLaki tulee voimaan.\n';
    expect(await isPlaced(laki, 'Se on julkinen', '1 § 2 mom.')).toBe(true);
    expect(await isPlaced(laki, 'Se on julkinen', '1 § 1 mom.')).toBe(false);
    expect(await isPlaced(laki, 'Se on julkinen', '2 §')).toBe(false);
  });
});

describe('numbers of inserted articles as several countries write them', () => {
  it.each([
    ['Art. 3. Legea.\n\nArt. 3^1. Registrul este public.\n\nArt. 4. Gata.\n', 'Registrul', 'art. 3^1', 'art. 3'],
    ['Art. 3. Loi.\n\nArt. 3/1. Le registre est public.\n\nArt. 4. Fin.\n', 'Le registre', 'article 3/1', 'article 3'],
    ['§ 3. Lov\n\nNoe.\n\n§ 3 a. Innsyn\n\nInnsyn er fri.\n\n§ 4. Slutt\n\nSlutt.\n', 'er fri', '§ 3 a', '§ 3'],
  ])('%j', async (law, words, right, wrong) => {
    expect(await isPlaced(law, words, right)).toBe(true);
    expect(await isPlaced(law, words, wrong)).toBe(false);
  });
});

describe('words for provisions in other languages', () => {
  it.each([
    ['第四条　貸主は登録しなければならない。\n\n第五条　料金は法律で定める。\n', '登録', '第四条', '第五条'],
    [
      'Pasal 4\n\n(1) Sewa dicatat.\n\n(2) Sewa dilaporkan.\n\nPasal 5\n\nSewa tetap.\n',
      'dilaporkan',
      'Pasal 4 ayat (2)',
      'Pasal 4 ayat (1)',
    ],
    [
      'Статья 4. Реестр\n\n1. Реестр ведётся.\n\n2. Реестр открыт.\n\nСтатья 5. Плата\n\n1. Плата взимается.\n',
      'открыт',
      'ст. 4(2)',
      'ст. 5',
    ],
    ['MADDE 4- (1) Kayıt tutulur.\n\n(2) Kayıt açıktır.\n\nMADDE 5- (1) Kira sabittir.\n', 'açıktır', 'madde 4(2)', 'madde 5'],
    ['المادة 4\n\n(1) السجل علني.\n\nالمادة 5\n\nالرسوم واجبة.\n', 'علني', 'المادة 4(1)', 'المادة 5'],
  ])('%#: are read', async (law, words, right, wrong) => {
    expect(await isPlaced(law, words, right)).toBe(true);
    expect(await isPlaced(law, words, wrong)).toBe(false);
  });
});

describe('opening words are those before the first point', () => {
  const lei = `Art. 1º O locador deve manter um registro que contém:

I - os aluguéis;

II - os contratos.

§ 1º O registro é público.

§ 2º O locatário pode recorrer.

Art. 2º A taxa é fixada por decreto.
`;

  it.each([
    ['deve manter', 'art. 1º, caput', true],
    ['deve manter', 'caput do art. 1º', true],
    ['deve manter', 'article 1, opening words', true],
    ['deve manter', 'art. 1, chapeau', true],
    ['deve manter', 'artigo 1.º, proémio', true],
    ['deve manter', 'art. 1º, caput e § 2º', true],
    ['os aluguéis', 'art. 1º, caput, I', true],
    ['os aluguéis', 'art. 1º, caput, inciso I', true],
    ['é público', 'art. 1º, caput', false],
    ['é público', 'caput do art. 1º', false],
    ['é público', 'Art. 1 Einleitungssatz', false],
    ['é público', 'art. 1, introductory sentence', false],
    ['é público', 'art. 1º, caput e § 2º', false],
    ['os aluguéis', 'art. 1º, caput', false],
    ['por decreto', 'art. 2º, caput', true],
  ])('%s in %s: %s', async (words, at, expected) => {
    expect(await isPlaced(lei, words, at)).toBe(expected);
  });
});

describe('an unnumbered paragraph is counted where a provision numbers none', () => {
  const ley =
    'Artículo 1. Objeto\n\nSe prohíbe el desahucio.\n\nEsta prohibición no regirá cuando se trate de:\n\na) impago;\n\nb) daños.\n\nArtículo 2. Tasa\n\nLa tasa es fija.\n';
  const act =
    'Article 1\n\n1. Rents are fixed. They are public.\n\n2. Fees are due.\n\nArticle 2\n\nTenants may sue.\n\nCourts are free. Appeals are not.\n';

  it.each([
    [ley, 'no regirá', 'art. 1, inciso 2º', true],
    [ley, 'no regirá', 'artículo 1, inciso segundo', true],
    [ley, 'no regirá', 'segundo párrafo del artículo 1', true],
    [ley, 'no regirá', 'artículo 1, párrafo 2', true],
    [ley, 'impago', 'artículo 1, inciso 2, literal a)', true],
    [ley, 'no regirá', 'artículo 1, inciso primero', false],
    [ley, 'no regirá', 'artículo 1, inciso 5', false],
    [ley, 'desahucio', 'artículo 1, párrafo segundo', false],
    [ley, 'impago', 'artículo 1, inciso 1, literal a)', false],
    [ley, 'no regirá', 'artículo 1, último inciso', true],
    [ley, 'desahucio', 'artículo 1, último párrafo', false],
    [act, 'Fees are due', 'Article 1, second paragraph', true],
    [act, 'Rents are fixed', 'Article 1, second paragraph', false],
    [act, 'Rents are fixed', 'Article 1, paragraph 7', false],
    [act, 'Fees are due', 'last paragraph of Article 1', true],
    [act, 'Rents are fixed', 'last paragraph of Article 1', false],
    [act, 'Courts are free', 'Article 2, second paragraph', true],
    [act, 'Tenants may sue', 'Article 2, second paragraph', false],
    [act, 'Appeals are not', 'Article 2, second subparagraph, second sentence', true],
    [act, 'Courts are free', 'Article 2, second subparagraph, second sentence', false],
    [act, 'Appeals are not', 'Article 2, last sentence', true],
    [act, 'Courts are free', 'Article 2, last sentence', false],
    [act, 'Rents are fixed', 'Article 1(1), second subparagraph', false],
  ])('%#: %s in %s', async (law, words, at, expected) => {
    expect(await isPlaced(law, words, at)).toBe(expected);
  });

  it('French points are named from the inside out', async () => {
    const loi =
      'Article 1er\n\nI.-Le registre comprend :\n\n1° Les loyers ;\n\n2° Les baux ;\n\n3° Les taxes.\n\nII.-Il est public.\n\nLe juge statue.\n\nArticle 2\n\nLe locataire paie.\n';
    expect(await isPlaced(loi, 'Les baux', "1° et 2° du I de l'article 1er")).toBe(true);
    expect(await isPlaced(loi, 'Les taxes', "1° et 2° du I de l'article 1er")).toBe(false);
    expect(await isPlaced(loi, 'Le locataire', "1° et 2° du I de l'article 1er")).toBe(false);
    expect(await isPlaced(loi, 'Le juge', "second alinéa du II de l'article 1er")).toBe(true);
    expect(await isPlaced(loi, 'Il est public', "second alinéa du II de l'article 1er")).toBe(false);
  });
});

describe('a paragraph of an explanatory memorandum', () => {
  const bill =
    'Rent Bill\n\nEXPLANATORY MEMORANDUM\n\n1. Tenants need a tribunal.\n\n2. The costs are low.\n\nBE IT ENACTED by Parliament as follows:\n\n1 Rents\n\n(1) Rents are fixed.\n\n2 Fees\n\nFees are due.\n\n3 End\n\nIt ends.\n';

  it.each([
    ['Explanatory Memorandum, para. 1', true],
    ['explanatory memorandum', true],
    ['Explanatory Memorandum, paragraph 2', false],
    ['s. 1', false],
  ])('%s: %s', async (at, expected) => {
    expect(await isPlaced(bill, 'need a tribunal', at)).toBe(expected);
  });
});
