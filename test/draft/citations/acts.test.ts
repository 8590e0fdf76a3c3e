import { describe, expect, it } from 'vitest';
import { readPlace } from '../../../src/draft/citations/cited-place.ts';
import { ownNamesOf, withName } from '../../../src/draft/citations/own-names.ts';
import { parseDraft } from '../../../src/draft/read.ts';

/** What a citation names, for a draft with this beginning: the number of citations, or why it has none. */
async function readFor(beginning: string, at: string, file = 'law.txt', name?: string): Promise<string> {
  const draft = await parseDraft(
    Buffer.from(`${beginning}\n\nArticle 1\n\nRents are fixed.\n\nArticle 2\n\nFees are due.\n`),
    file,
  );
  const { citations, unread } = readPlace(at, withName(ownNamesOf(draft), name));
  if (unread?.code === 'act') return unread.act;
  return unread?.code ?? citations.map(({ word, numbers }) => `${word} ${numbers.join('/')}`).join('; ');
}

const dsa =
  'REGULATION (EU) 2022/2065\nof 19 October 2022 on a Single Market and amending Directive 2000/31/EC (Digital Services Act)';

describe('a provision of another act is not one of the draft', () => {
  it.each([
    ['Article 6(1) GDPR', 'GDPR'],
    ['GDPR, Article 6(1)', 'GDPR'],
    ['Art. 6 DSGVO', 'DSGVO'],
    ['art. 6 RGPD', 'RGPD'],
    ['art. 8 CEDH', 'CEDH'],
    ['§ 3 BDSG', 'BDSG'],
    ['§ 97 Abs. 1 UrhG', 'UrhG'],
    ['Article 20 of Directive 2000/31/EC', 'Directive 2000/31/EC'],
    ['Directive 2000/31/EC, art 20', 'Directive 2000/31/EC'],
    ['Article 6 of Regulation (EU) 2016/679', 'Regulation 2016/679'],
    ['Reg. (EU) 2016/679 Art. 6', 'Reg. 2016/679'],
    ['art. 5 of the Constitution', 'Constitution'],
    ['Constitution, art. 5', 'Constitution'],
    ['artículo 15 de la Constitución Política', 'Constitución Política'],
    ['art. 5º da Constituição Federal', 'Constituição Federal'],
    ['article 6 de la loi n° 78-17 du 6 janvier 1978', 'loi n° 78-17 du 6 janvier 1978'],
    ['article 226-1 du code pénal', 'code pénal'],
    ['C. civ., art. 1240', 'C. civ.'],
    ['artículo 3 de la Ley 1266 de 2008', 'Ley 1266 de 2008'],
    ['art. 7º da Lei nº 12.965/2014', 'Lei nº 12.965/2014'],
    ['section 9 of the Data Protection Act 2018', 'Data Protection Act 2018'],
    ['s. 9 Data Protection Act 2018', 'Data Protection Act 2018'],
    ['§ 3 Bundesdatenschutzgesetz', 'Bundesdatenschutzgesetz'],
    ['§ 5 personopplysningsloven', 'personopplysningsloven'],
    ['artikel 6 van de Telecommunicatiewet', 'Telecommunicatiewet'],
    ['Article 17 ICCPR', 'ICCPR'],
    ['Art. 8 of the Convention', 'Convention'],
    ['47 U.S.C. 230', 'U.S.C.'],
    ['Article 6 and Article 7 GDPR', 'GDPR'],
    ['《网络安全法》第五条', '网络安全法'],
  ])('%s', async (at, expected) => {
    expect(await readFor(dsa, at)).toBe(expected);
  });

  it.each([
    ['art. 1; art. 6 GDPR', 'art. 1'],
    ['art. 1 read with Article 6 GDPR', 'art. 1'],
    ['art. 1 i.V.m. Art. 6 DSGVO', 'art. 1'],
    ['clause 2(2), new section 7A of the Housing Act 1988', 'cl. 2/2'],
    ['art. 2, amending Article 6 of Directive 2000/31/EC', 'art. 2'],
  ])('what belongs to the draft beside it is read: %s', async (at, expected) => {
    expect(await readFor(dsa, at)).toBe(expected);
  });
});

describe('a draft under its own name is the draft', () => {
  it.each([
    [dsa, 'Article 2 DSA'],
    [dsa, 'DSA, Art. 2'],
    [dsa, 'Regulation (EU) 2022/2065, art 2'],
    [dsa, 'Article 2 of Regulation (EU) 2022/2065'],
    [dsa, 'Article 2 of the Digital Services Act'],
    [dsa, 'Article 2 of this Regulation'],
    ['Gesetz zur Verbesserung der Rechtsdurchsetzung (NetzDG)', 'Art. 2 NetzDG'],
    ['Gesetz zur Verbesserung der Rechtsdurchsetzung (NetzDG)', 'Art. 2 Netzwerkdurchsetzungsgesetz'],
    ['Ley Estatutaria 1581 de 2012', 'artículo 2 de la Ley 1581 de 2012'],
    ['Lei nº 13.709, de 14 de agosto de 2018', 'art. 2º da Lei nº 13.709/2018'],
    ['Lei Geral de Proteção de Dados Pessoais (LGPD)', 'art. 2º, da LGPD'],
    ['Loi n° 2004-575 du 21 juin 2004', "l'article 2 de la loi n° 2004-575 du 21 juin 2004"],
    ['Code de la communication numérique', 'C. com. num., art. 2'],
    ['PRODUCT SECURITY AND TELECOMMUNICATIONS INFRASTRUCTURE ACT 2022', 'art 2 PSTIA 2022'],
    ['Artificial Intelligence Act', 'Article 2 AI Act'],
    ['Rent Bill', 'art. 2 of the Rent Act'],
    ['Public Law 112-61', 'Pub. L. 112-61, art. 2'],
    ['Constitution of Examplia', 'Art. 2 of the Constitution'],
    ['Rent', 'art. 2 of the Bill'],
    ['Rent', 'art. 2 du projet de loi'],
    ['Rent', 'art. 2 de la présente loi'],
    ['Rent', 'art. 2 dieses Gesetzes'],
    ['Rent', 'artículo 2 del proyecto de ley'],
  ])('%s: %s', async (beginning, at) => {
    expect(await readFor(beginning, at)).toBe('art. 2');
  });

  it('its file name and the name in the answers count too', async () => {
    expect(await readFor('Rent', 'art. 2 LCEN', 'fr-lcen.txt')).toBe('art. 2');
    expect(await readFor('Rent', 'art. 2 LCEN', 'a.txt', 'LCEN')).toBe('art. 2');
    expect(await readFor('Rent', 'art. 2 LCEN', 'a.txt')).toBe('LCEN');
    expect(await readFor('Rent\n\nThis Act may be cited as the Fair Rent Act 2027.', 'art. 2 Fair Rent Act')).toBe('art. 2');
  });

  it.each([
    ['Act amending the Data Protection Act 2018', 'art. 2 of the Data Protection Act 2018'],
    ['Data Protection Act 2018 (Amendment) Bill', 'art. 2 of the Data Protection Act 2018'],
    ['Gesetz zur Änderung des Telemediengesetzes (TMG)', 'Art. 2 Telemediengesetz'],
    ['Data Protection Act 2027', 'art. 2 of the Data Protection Act 2018'],
    ['Data Protection Act', 'art. 2 of the Data Act'],
    ['An Act to carry out Directive 2000/31/EC', 'art. 2 of Directive 2000/31/EC'],
    ['Rent Act\n\nHaving regard to Directive 2000/31/EC,', 'art. 2 of Directive 2000/31/EC'],
  ])('an act that its title names is not: %s', async (beginning, at) => {
    expect(await readFor(beginning, at)).not.toBe('art. 2');
  });
});

describe('what a provision is about names no act', () => {
  it.each([
    'art. 2 (Right to complain)',
    'Article 2: complaints to the regulation authority',
    'art. 2 as amended',
    'art. 2, EP mandate',
    'Article 2 et seq.',
    'art. 2, prohibited AI practices',
    'ARTICLE 2',
    'Article 2 – Scope',
    'art. 2, last sentence',
  ])('%s', async (at) => {
    expect(await readFor('Rent', at)).toBe('art. 2');
  });
});

describe('a page, a line or a gazette is not a provision', () => {
  it.each([
    'page 3',
    'p. 754',
    'pp. 3-4',
    'page 3, lines 4-6',
    'line 3',
    'lines 3 to 5',
    'Seite 3',
    'página 3',
    'pág. 3, línea 2',
    'ligne 3',
    'row 91',
    '125 Stat. 753',
    'OJ L 277, p. 1',
  ])('%s', async (at) => {
    expect(await readFor('Rent', at)).toBe('page');
  });

  it.each([
    ['art. 2, p. 3', 'art. 2'],
    ['page 3, art. 2', 'art. 2'],
    ['lines 3-4 of art. 2', 'art. 2'],
    ['see below', 'form'],
  ])('%s', async (at, expected) => {
    expect(await readFor('Rent', at)).toBe(expected);
  });
});
