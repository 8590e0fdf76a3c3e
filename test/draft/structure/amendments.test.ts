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

  it('United Kingdom: without quotation marks, numbers that the amending provision names or cannot have itself', async () => {
    expect(
      await outlineOf(
        'Rent Act',
        '1 Amendments',
        '(1) The Housing Act 1999 is amended as follows.',
        '(2) In section 7—',
        '(a) after subsection (4) insert—',
        '(5) A landlord must keep a register.',
        '(6) It is public.',
        '(b) omit subsection (8).',
        '(3) For subsection (1) of section 8 substitute—',
        '(1) Rents are fixed.',
        '(4) For paragraph 4 of the Schedule substitute—',
        '(4)\n(1) A fee is due.',
        '(2) It is low.',
        '(5) After section 10 insert—',
        'Appeals by tenants',
        '10A',
        '(1) A tenant may appeal.',
        '10B This section names the court.',
        '(6) This section has effect from May.',
        '(7) In section 11, after subsection (7) insert—',
        '(8) A tenant may ask for reasons.',
        '(8) In section 12 omit “hostels”.',
        '2 Fines',
        'A fine is due.',
        '3 End',
        'This Act ends.',
      ),
    ).toEqual([
      'preamble Rent Act',
      'sec. 1 «Amendments»',
      'sec. 1(1) The Housing Act 1999 is amended as follows.',
      'sec. 1(2) In section 7—',
      'sec. 1(2)(a) after subsection (4) insert—',
      'sec. 1(2)(a), inserting (5) A landlord must keep a register.',
      'sec. 1(2)(a), inserting (6) It is public.',
      'sec. 1(2)(b) omit subsection (8).',
      'sec. 1(3) For subsection (1) of section 8 substitute—',
      'sec. 1(3), inserting (1) Rents are fixed.',
      'sec. 1(4) For paragraph 4 of the Schedule substitute—',
      'sec. 1(4), inserting (4)',
      'sec. 1(4), inserting (4)(1) A fee is due.',
      'sec. 1(4), inserting (4)(2) It is low.',
      'sec. 1(5) After section 10 insert—',
      'sec. 1(5), inserting sec. 10A «Appeals by tenants»',
      'sec. 1(5), inserting sec. 10A(1) A tenant may appeal.',
      'sec. 1(5), inserting sec. 10B This section names the court.',
      'sec. 1(6) This section has effect from May.',
      'sec. 1(7) In section 11, after subsection (7) insert—',
      'sec. 1(7), inserting (8) A tenant may ask for reasons.',
      'sec. 1(8) In section 12 omit “hostels”.',
      'sec. 2 «Fines» A fine is due.',
      'sec. 3 «End» This Act ends.',
    ]);
  });

  it('Australia: items of a schedule', async () => {
    expect(
      await outlineOf(
        'Rents Amendment Bill',
        '1 Short title',
        'This Act is the Rents Amendment Act.',
        '2 Schedules',
        'Acts are amended as set out in the Schedules.',
        '3 Commencement',
        'This Act commences tomorrow.',
        'Schedule 1—Amendments',
        'Part 1—Register',
        '1  After section 12',
        'Insert:',
        '12A  Register of rents',
        '(1) A landlord must keep a register.',
        '2  Subsection 14(2)',
        'Repeal the subsection, substitute:',
        '(2) A landlord must publish it.',
        '3  At the end of section 15',
        'Add:',
        '(4) This section does not apply to hotels.',
        'Part 2—Application',
        '4  Application',
        'The amendments apply at once.',
      ),
    ).toEqual([
      'preamble Rents Amendment Bill',
      'sec. 1 «Short title» This Act is the Rents Amendment Act.',
      'sec. 2 «Schedules» Acts are amended as set out in the Schedules.',
      'sec. 3 «Commencement» This Act commences tomorrow.',
      'sched. 1 «Amendments»',
      'sched. 1, part 1 «Register»',
      'sched. 1, part 1(1) After section 12 Insert:',
      'sched. 1, part 1(1), inserting sec. 12A «Register of rents»',
      'sched. 1, part 1(1), inserting sec. 12A(1) A landlord must keep a register.',
      'sched. 1, part 1(2) Subsection 14(2) Repeal the subsection, substitute:',
      'sched. 1, part 1(2), inserting (2) A landlord must publish it.',
      'sched. 1, part 1(3) At the end of section 15 Add:',
      'sched. 1, part 1(3), inserting (4) This section does not apply to hotels.',
      'sched. 1, part 2 «Application»',
      'sched. 1, part 2(4) Application The amendments apply at once.',
    ]);
  });

  it('Kenya: the title of the amending section names a chapter, and the words come after the place', async () => {
    expect(
      await outlineOf(
        'THE RENTS BILL',
        'Short title.',
        '1. This Act is the Rents Act.',
        'Amendment of section 5 of Cap. 301.',
        '2. The Act is amended in section 5 by inserting the following new subsection immediately after subsection (2)—',
        '(2A) A tenant may lodge a complaint.',
        'Fines.',
        '3. A fine is due.',
      ),
    ).toEqual([
      'preamble THE RENTS BILL',
      'sec. 1 «Short title» This Act is the Rents Act.',
      'sec. 2 «Amendment of section 5 of Cap. 301» The Act is amended in section 5 by inserting the following new subsection immediately after subsection (2)—',
      'sec. 2, inserting (2A) A tenant may lodge a complaint.',
      'sec. 3 «Fines» A fine is due.',
    ]);
  });

  it.each([
    ['New Jersey', '1. Register', '2. Section 12 of the Code is amended to read as follows:', '3. End'],
    ['California', 'SECTION 1. Register', 'SEC. 2. Section 12 of the Code is amended to read:', 'SEC. 3. End'],
  ])('%s: a section that has the number that the bill names', async (_, first, second, third) => {
    expect(
      await labelsOf(
        'AN ACT on rents',
        `${first} shall be kept.`,
        second,
        '12. Holidays are the following days.',
        `${third} of this act.`,
      ),
    ).toEqual(['preamble', 'sec. 1', 'sec. 2', 'sec. 2, inserting sec. 12', 'sec. 3']);
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

  it('Virginia: the sections of the code belong to the first enactment clause, and the other clauses to the bill', async () => {
    const found = await outlineOf(
      'Be it enacted by the General Assembly of Virginia:',
      '1. That § 59.1-575 of the Code of Virginia is amended and reenacted as follows:',
      '§ 59.1-575. Platforms; duties.',
      'A. A controller shall:',
      '1. Determine the age of users; and',
      '2. Limit the use to one hour.',
      'B. A parent may consent.',
      '2. That the provisions of this act shall become effective on January 1, 2030.',
      '3. That the Attorney General shall report by 2031.',
    );
    expect(found.slice(1)).toEqual([
      'cl. 1 That § 59.1-575 of the Code of Virginia is amended and reenacted as follows:',
      'cl. 1, inserting § 59.1-575 «Platforms; duties»',
      'cl. 1, inserting § 59.1-575(A) A controller shall:',
      'cl. 1, inserting § 59.1-575(A)(1) Determine the age of users; and',
      'cl. 1, inserting § 59.1-575(A)(2) Limit the use to one hour.',
      'cl. 1, inserting § 59.1-575(B) A parent may consent.',
      'cl. 2 That the provisions of this act shall become effective on January 1, 2030.',
      'cl. 3 That the Attorney General shall report by 2031.',
    ]);
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
