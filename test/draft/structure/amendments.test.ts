import { describe, expect, it } from 'vitest';
import { labelsOf, outlineOf } from './outline.ts';

describe('the words that an amending provision puts into another law belong to it', () => {
  it('United Kingdom: sections and points in quotation marks', async () => {
    expect(
      await labelsOf(
        'Rent Bill',
        '1 Amendments',
        '(1) The Housing Act 1999 is amended as follows.',
        '(2) After section 7 insert—',
        '“7A Register',
        '(1) A landlord must keep a register.',
        '(2) It must name—',
        '(a) the tenants, and',
        '(b) the rents.',
        '7B Appeals',
        '(1) A tenant may appeal.”',
        '(3) In section 9(1), after paragraph (c) insert—',
        '“(ca) hostels,”.',
        '(4) Omit section 10.',
        '2 Schedule',
        'In Schedule 3 to that Act, for paragraph 6 substitute—',
        '“6 The fee is due.”',
        '3 End',
        'This Act ends.',
      ),
    ).toEqual([
      'preamble',
      'sec. 1',
      'sec. 1(1)',
      'sec. 1(2)',
      'sec. 1(2), inserting sec. 7A',
      'sec. 1(2), inserting sec. 7A(1)',
      'sec. 1(2), inserting sec. 7A(2)',
      'sec. 1(2), inserting sec. 7A(2)(a)',
      'sec. 1(2), inserting sec. 7A(2)(b)',
      'sec. 1(2), inserting sec. 7B',
      'sec. 1(2), inserting sec. 7B(1)',
      'sec. 1(3)',
      'sec. 1(3), inserting (ca)',
      'sec. 1(4)',
      'sec. 2',
      'sec. 2, inserting para. 6',
      'sec. 3',
    ]);
  });

  it('United Kingdom: without quotation marks, as consolidated texts print them', async () => {
    expect(
      await labelsOf(
        'Rent Act',
        '1 Amendments',
        '(1) The Housing Act 1999 is amended as follows.',
        '(2) After section 7 insert—',
        'Register of rents',
        '7A',
        '(1) A landlord must keep a register.',
        '(2) It is public.',
        '(3) The fee is low.',
        '.',
        '(3) In section 9 omit “hostels”.',
        '2 Fines',
        'A fine is due.',
        '3 End',
        'This Act ends.',
      ),
    ).toEqual([
      'preamble',
      'sec. 1',
      'sec. 1(1)',
      'sec. 1(2)',
      'sec. 1(2), inserting sec. 7A',
      'sec. 1(2), inserting sec. 7A(1)',
      'sec. 1(2), inserting sec. 7A(2)',
      'sec. 1(2), inserting sec. 7A(3)',
      'sec. 1(3)',
      'sec. 2',
      'sec. 3',
    ]);
  });

  it('United States: each paragraph begins with a quotation mark', async () => {
    expect(
      await labelsOf(
        'SEC. 1. RENTS.',
        '(a) In General.—Rents are fixed.',
        '(b) Amendment.—The Housing Act is amended—',
        '(1) in section 2, by striking “may”; and',
        '(2) by adding at the end the following:',
        '“(d) Notice.—A landlord shall give notice.',
        '“SEC. 9. REGISTER.',
        '“(a) In General.—A landlord shall keep a register.',
        '“(b) Access.—The register is public.”.',
        'SEC. 2. FINES.',
        'A fine is due.',
      ),
    ).toEqual([
      'sec. 1',
      'sec. 1(a)',
      'sec. 1(b)',
      'sec. 1(b)(1)',
      'sec. 1(b)(2)',
      'sec. 1(b)(2), inserting (d)',
      'sec. 1(b)(2), inserting sec. 9',
      'sec. 1(b)(2), inserting sec. 9(a)',
      'sec. 1(b)(2), inserting sec. 9(b)',
      'sec. 2',
    ]);
  });

  it.each([
    ['California', 'SEC. 1. Section 40901 is added to the Civil Code, to read:', '40901. (a) Rents are fixed.', '40901(a)'],
    ['California, with a point', 'SEC. 1. Section 940.5 is amended to read:', '940.5. (a) Rents are fixed.', '940.5(a)'],
    [
      'Colorado',
      'SEC. 1. In Colorado Revised Statutes, add 38-12-101 as follows:',
      '38-12-101. (a) Rents are fixed.',
      '38-12-101(a)',
    ],
    [
      'Texas',
      'SEC. 1. Chapter 92, Property Code, is amended by adding Section 92.301 to read as follows:',
      'Sec. 92.301. (a) Rents are fixed.',
      '92.301(a)',
    ],
  ])('%s: sections of a code, without quotation marks', async (_, amendment, section, number) => {
    const labels = await labelsOf(amendment, section, '(b) Fees are due.', 'SEC. 2. This act is severable.');
    expect(labels).toContain(`sec. 1, inserting sec. ${number}`);
    expect(labels.at(-1)).toBe('sec. 2');
  });

  it('European Union: an article replaced, a paragraph inserted, an annex deleted', async () => {
    expect(
      await labelsOf(
        'Article 1\nAmendments',
        'Regulation 2 is amended as follows:',
        '(1) Article 2 is replaced by the following:',
        '‘Article 2\nFees',
        '1. Fees are due.',
        '2. They are the landlord’s to pay.’;',
        '(2) in Article 4, the following paragraph is inserted:',
        '‘3a. The register is public.’;',
        '(3) Annex I is deleted.',
        'Article 2\nEntry into force',
        'This Regulation is in force.',
      ),
    ).toEqual([
      'art. 1',
      'art. 1(1)',
      'art. 1(1), inserting art. 2',
      'art. 1(1), inserting art. 2(1)',
      'art. 1(1), inserting art. 2(2)',
      'art. 1(2)',
      'art. 1(2), inserting (3a)',
      'art. 1(3)',
      'art. 2',
    ]);
  });

  it('Germany, Spain and France: their quotation marks and their numbers', async () => {
    expect(
      await labelsOf(
        'Artikel 1\nÄnderung',
        'Das Mietgesetz wird wie folgt geändert:',
        '1. Nach § 4 wird folgender § 4a eingefügt:',
        '„§ 4a\nRegister',
        '(1) Der Vermieter führt ein Register.',
        '(2) Es ist öffentlich.“',
        '2. § 9 wird aufgehoben.',
        'Artikel 2\nInkrafttreten',
        'Dieses Gesetz tritt morgen in Kraft.',
      ),
    ).toEqual([
      'art. 1',
      'art. 1(1)',
      'art. 1(1), inserting § 4a',
      'art. 1(1), inserting § 4a(1)',
      'art. 1(1), inserting § 4a(2)',
      'art. 1(2)',
      'art. 2',
    ]);
    expect(
      await labelsOf(
        'Artículo 1. Modificación.',
        'Se modifica como sigue:',
        'Uno. El artículo 3 queda redactado así:',
        '«Artículo 3. Registro.',
        '1. El registro es público.»',
        'Dos. Se suprime el artículo 4.',
        'Artículo 2. Vigencia.',
        'Mañana.',
      ),
    ).toEqual(['art. 1', 'art. 1(1)', 'art. 1(1), inserting art. 3', 'art. 1(1), inserting art. 3(1)', 'art. 1(2)', 'art. 2']);
    expect(
      await labelsOf(
        'Article 1er',
        'L’article L. 12-3 du même code est ainsi rédigé :',
        '« Art. L. 12-3. – I. – Le bailleur tient un registre.',
        '« II. – Il est public. »',
        'Article 2',
        'La loi est en vigueur.',
      ),
    ).toEqual([
      'art. 1',
      'art. 1, inserting art. L. 12-3',
      'art. 1, inserting art. L. 12-3(I)',
      'art. 1, inserting art. L. 12-3(II)',
      'art. 2',
    ]);
  });

  it('Brazil: an article with its paragraphs, and the mark of new wording', async () => {
    expect(
      await labelsOf(
        'Art. 1º O art. 5º da Lei nº 12 passa a vigorar com a seguinte redação:',
        '“Art. 5º O registro é público.',
        '§ 1º O prazo é de um ano.” (NR)',
        'Art. 2º Esta Lei entra em vigor hoje.',
      ),
    ).toEqual(['art. 1', 'art. 1, inserting art. 5', 'art. 1, inserting art. 5(1)', 'art. 2']);
  });

  it('a missing closing mark does not take in the articles that follow', async () => {
    expect(
      await labelsOf(
        'Article 1\nIn Article 4, the following paragraph is added:',
        '‘3. Fees are due.',
        'Article 2\nIn Article 5, the following paragraph is added:',
        '‘4. Rents are fixed.’',
        'Article 3\nThis Regulation is in force.',
      ),
    ).toEqual(['art. 1', 'art. 1, inserting (3)', 'art. 2', 'art. 2, inserting (4)', 'art. 3']);
  });

  it('definitions in quotation marks are the law’s own', async () => {
    expect(
      await outlineOf(
        'Article 1',
        'In this Law:',
        '“landlord” means a person;',
        '“rent” means “money” that is due.',
        'Article 2',
        'Rents are fixed.',
      ),
    ).toEqual(['art. 1 In this Law: “landlord” means a person; “rent” means “money” that is due.', 'art. 2 Rents are fixed.']);
  });

  it('words without numbers stay in the provision that quotes them', async () => {
    expect(
      await outlineOf(
        'Article 1',
        '1. In Article 4, the following sentence is added:',
        '‘Fees are due.’',
        '2. Annex I is deleted.',
        'Article 2',
        'It is in force.',
      ),
    ).toEqual([
      'art. 1',
      'art. 1(1) In Article 4, the following sentence is added: ‘Fees are due.’',
      'art. 1(2) Annex I is deleted.',
      'art. 2 It is in force.',
    ]);
  });
});
