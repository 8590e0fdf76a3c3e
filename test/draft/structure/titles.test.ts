import { describe, expect, it } from 'vitest';
import { outlineOf, provisionsOf } from './outline.ts';

describe('a sentence is never a title', () => {
  it.each([
    [
      'English',
      [
        'This Act protects tenants.',
        'Every landlord shall register.',
        'A tenant may sue the landlord.',
        'This Act enters into force in 2028.',
      ],
    ],
    [
      'Spanish',
      [
        'Esta ley protege a los inquilinos.',
        'El arrendador deberá registrarse.',
        'El inquilino podrá acudir al juez.',
        'Esta ley entrará en vigor en 2028.',
      ],
    ],
    [
      'French',
      [
        'La présente loi fixe des règles.',
        'Le bailleur doit tenir un registre.',
        'Le locataire peut saisir le juge.',
        'La loi est applicable en 2028.',
      ],
    ],
    [
      'German',
      [
        'Dieses Gesetz gilt für Vermieter.',
        'Der Vermieter muss ein Register führen.',
        'Der Mieter kann klagen.',
        'Das Gesetz tritt 2028 in Kraft.',
      ],
    ],
    [
      'Portuguese',
      [
        'Esta Lei estabelece regras.',
        'O locador deve manter um registro.',
        'O locatário pode recorrer ao juiz.',
        'Fica revogada a Lei 12.',
      ],
    ],
    [
      'Dutch',
      [
        'Deze wet is van toepassing op verhuurders.',
        'De verhuurder moet een register bijhouden.',
        'De huurder kan naar de rechter.',
        'Deze wet treedt in 2028 in werking.',
      ],
    ],
    [
      'Norwegian',
      ['Loven gjelder utleiere.', 'Utleieren skal føre register.', 'Leieren kan reise sak.', 'Loven trer i kraft i 2028.'],
    ],
  ])('articles of one sentence keep it: %s', async (_, sentences) => {
    const lines = sentences.map((sentence, index) => `Article ${index + 1}. ${sentence}`);
    expect(await outlineOf(...lines)).toEqual(sentences.map((sentence, index) => `art. ${index + 1} ${sentence}`));
  });

  it('the sentence of one article is not the title of the next', async () => {
    expect(
      await outlineOf(
        'Article 1 Aim',
        'This Law binds landlords.',
        'Article 2 Exemption',
        'This Law spares hostels.',
        'Article 3 Courts',
        'Tenants may sue.',
      ),
    ).toEqual([
      'art. 1 «Aim» This Law binds landlords.',
      'art. 2 «Exemption» This Law spares hostels.',
      'art. 3 «Courts» Tenants may sue.',
    ]);
  });

  it('the last sentence stays one before the closing formula', async () => {
    expect(
      await outlineOf('Article 1. Rents are fixed.', 'Article 2. This Act is in force.', 'Done at Lusaka, 3 May 2026'),
    ).toEqual(['art. 1 Rents are fixed.', 'art. 2 This Act is in force.', 'closing formula Done at Lusaka, 3 May 2026']);
  });

  it('a title with a verb is one where most articles have a title', async () => {
    const outline = await outlineOf(
      'Artículo 1. Objeto.',
      'Se regula el alquiler.',
      'Artículo 2. Casos en que no es necesario el registro.',
      'Los siguientes:',
      'Artículo 3. Plazos.',
      'Un mes.',
    );
    expect(outline[1]).toBe('art. 2 «Casos en que no es necesario el registro» Los siguientes:');
  });

  it('a title without a full stop may have a verb', async () => {
    const outline = await outlineOf(
      '1 Landlord must keep register',
      '(1) The landlord must keep a register.',
      '2 Minister may make rules',
      '(1) The Minister may make rules.',
      '3 When this Act applies',
      'This Act applies at once.',
    );
    expect(outline.filter((line) => line.includes('«'))).toEqual([
      'sec. 1 «Landlord must keep register»',
      'sec. 2 «Minister may make rules»',
      'sec. 3 «When this Act applies» This Act applies at once.',
    ]);
  });

  it('words that introduce a list are no title', async () => {
    expect(
      await outlineOf('§ 1. Udlejeren skal hvert år vurdere risikoen for', '1) børn og', '2) ældre.', '§ 2. Lejeren kan klage.'),
    ).toEqual(['§ 1 Udlejeren skal hvert år vurdere risikoen for', '§ 1(1) børn og', '§ 1(2) ældre.', '§ 2 Lejeren kan klage.']);
  });
});

describe('a title and the text on one line', () => {
  it.each([
    ['a full stop and a dash', '1. Register.—(1) A landlord shall keep one.', 'Register'],
    ['a full stop', '1. Register. (1) A landlord shall keep one.', 'Register'],
    ['a dash', '1. Register — (1) A landlord shall keep one.', 'Register'],
    ['a comma in the title', '1. Short title, extent and end.—(1) A landlord shall keep one.', 'Short title, extent and end'],
  ])('are told apart by %s', async (_, line, title) => {
    const outline = await outlineOf(line, '2. Fees.—(1) They are due.', '3. End.—(1) It ends.');
    expect(outline.slice(0, 3)).toEqual([`sec. 1 «${title}»`, 'sec. 1(1) A landlord shall keep one.', 'sec. 2 «Fees»']);
  });

  it('a point may have a title before its first inner point', async () => {
    expect(
      await outlineOf(
        'Section 1. Duties',
        '(a) In general. A landlord shall register.',
        '(b) Exemptions. (1) A hostel is exempt.',
        '(2) A hotel is exempt.',
        'Section 2. Officers',
        '(1) Grievance officers: (a) The landlord shall name one.',
        '(b) The officer shall answer.',
      ),
    ).toEqual([
      'sec. 1 «Duties»',
      'sec. 1(a) In general. A landlord shall register.',
      'sec. 1(b) Exemptions.',
      'sec. 1(b)(1) A hostel is exempt.',
      'sec. 1(b)(2) A hotel is exempt.',
      'sec. 2 «Officers»',
      'sec. 2(1) Grievance officers:',
      'sec. 2(1)(a) The landlord shall name one.',
      'sec. 2(1)(b) The officer shall answer.',
    ]);
  });

  it('Argentina and Italy: titles in brackets', async () => {
    expect(
      await outlineOf('ARTICULO 1° — (Objeto).', 'Se regula el alquiler.', 'ARTICULO 2° — (Plazo). El plazo es de un año.'),
    ).toEqual(['art. 1 «Objeto» Se regula el alquiler.', 'art. 2 «Plazo» El plazo es de un año.']);
    expect(await outlineOf('Art. 1\n(Finalità)', '1. La legge vale.', 'Art. 2\n(Canone)', '1. Il canone vale.')).toEqual([
      'art. 1 «Finalità»',
      'art. 1(1) La legge vale.',
      'art. 2 «Canone»',
      'art. 2(1) Il canone vale.',
    ]);
  });

  it.each(['(VETADO).', '(Revogado).', '(Derogado).', '(Repealed.)'])(
    'an article without effect keeps its words: %s',
    async (words) => {
      const outline = await outlineOf('Art. 1. Esta Lei vale.', `Art. 2. ${words}`, 'Art. 3. O locador deve registrar-se.');
      expect(outline).toEqual(['art. 1 Esta Lei vale.', `art. 2 ${words}`, 'art. 3 O locador deve registrar-se.']);
    },
  );

  it('a short line above the text is its title, a broken sentence is not', async () => {
    expect(
      await outlineOf(
        'Article 1\nCourts\nTenants may bring proceedings before the court.',
        'Article 2\nThe landlord of a building that is let to\nTenants in the city shall register.',
      ),
    ).toEqual([
      'art. 1 «Courts» Tenants may bring proceedings before the court.',
      'art. 2 The landlord of a building that is let to Tenants in the city shall register.',
    ]);
  });
});

describe('a heading between units that nothing marks as one', () => {
  it.each([
    ['pt', 'DOS DIREITOS DO LOCATÁRIO', 'Art. 1º O registro é público.', 'Art. 2º O locatário pode ler.', 'Art. 3º Vigora já.'],
    [
      'pt, small letters',
      'Da proteção do locatário',
      'Art. 1º O registro é público.',
      'Art. 2º Ele pode ler.',
      'Art. 3º Vigora.',
    ],
    ['it', 'Diritti del conduttore', 'Art. 1. Il registro è pubblico.', 'Art. 2. Il conduttore legge.', 'Art. 3. Vige.'],
    ['nl', 'RECHTEN VAN DE HUURDER', 'Artikel 1. Het register is openbaar.', 'Artikel 2. Hij leest.', 'Artikel 3. Einde.'],
    ['ro', 'DREPTURILE CHIRIAȘULUI', 'Art. 1. Registrul este public.', 'Art. 2. Chiriașul citește.', 'Art. 3. Gata.'],
    ['pl', 'PRAWA NAJEMCY', 'Art. 1. Rejestr jest jawny.', 'Art. 2. Najemca czyta.', 'Art. 3. Koniec.'],
    ['fi', 'VUOKRALAISEN OIKEUDET', '1 § Rekisteri on julkinen.', '2 § Vuokralainen lukee.', '3 § Loppu.'],
    ['sv', 'HYRESGÄSTENS RÄTT', '1 § Registret är offentligt.', '2 § Hyresgästen får läsa.', '3 § Slut.'],
  ])('%s: %s', async (_, heading, first, second, third) => {
    for (const above of [`${first}\n\n${heading}`, `${first}\n${heading}`]) {
      const outline = await outlineOf(above, second, third);
      expect(outline).toHaveLength(4);
      expect(outline[1]).toBe(`«${heading}»`);
    }
  });

  it.each([
    'What the Minister decides is published',
    'and tenants',
    '(Inserted by Act 5 of 2026)',
    'Ministry of Housing, Examplia City, 3 March 2026.',
  ])('a paragraph that may be text stays in its article: %s', async (words) => {
    const outline = await outlineOf('Article 1. Rents are fixed.', words, 'Article 2. Tenants read.', 'Article 3. The end.');
    expect(outline[0]).toBe(`art. 1 Rents are fixed. ${words}`);
  });

  it('that of transitional articles belongs to no chapter', async () => {
    const lines = [
      'CAPÍTULO I',
      'DEL REGISTRO',
      'Artículo 1.- El registro es público.',
      'Artículo 2.- El inquilino puede leerlo.',
      'TRANSITORIOS',
      'PRIMERO.- Esta Ley entra en vigor hoy.',
      'SEGUNDO.- Se deroga la anterior.',
      'Ciudad, a 3 de marzo.',
    ];
    const expected = [
      'chap. I «DEL REGISTRO»',
      'art. 1 El registro es público.',
      'art. 2 El inquilino puede leerlo.',
      '«TRANSITORIOS»',
      'transitorio 1 Esta Ley entra en vigor hoy.',
      'transitorio 2 Se deroga la anterior. Ciudad, a 3 de marzo.',
    ];
    expect(await outlineOf(...lines)).toEqual(expected);
    expect(await outlineOf(lines.join('\n'))).toEqual(expected);
    expect((await provisionsOf(...lines)).map(({ heading }) => heading)).toEqual(['DEL REGISTRO', 'TRANSITORIOS']);
  });
});

describe('a row of numbers without words', () => {
  it('goes on over odd titles, text without a title and missing numbers', async () => {
    const outline = await outlineOf(
      '1 Short title',
      'This Act is the Rents Act.',
      '2 "Rent" and "tenant"',
      'In this Act "rent" means money.',
      '3 Powers of entry, inspection, etc.',
      '(1) An officer may enter.',
      '4 Fines: amounts',
      'A fine may be imposed.',
      '6 The end',
      'This Act ends.',
    );
    expect(outline.filter((line) => line.startsWith('sec. ') && !line.includes('('))).toEqual([
      'sec. 1 «Short title» This Act is the Rents Act.',
      'sec. 2 «"Rent" and "tenant"» In this Act "rent" means money.',
      'sec. 3 «Powers of entry, inspection, etc»',
      'sec. 4 «Fines: amounts» A fine may be imposed.',
      'sec. 6 «The end» This Act ends.',
    ]);
  });

  it('Canada: a title above each number, and a sentence after it', async () => {
    expect(
      await outlineOf(
        'Short title',
        '1 This Act is the Rent Act.',
        'Register',
        '2 (1) A landlord must keep a register.',
        'Courts',
        '3 A tenant may sue.',
      ),
    ).toEqual([
      'sec. 1 «Short title» This Act is the Rent Act.',
      'sec. 2 «Register»',
      'sec. 2(1) A landlord must keep a register.',
      'sec. 3 «Courts» A tenant may sue.',
    ]);
  });

  it.each([
    ['rule', 'These Rules may be called the Rent Rules.'],
    ['reg.', 'These Regulations may be cited as the Rent Regulations.'],
    ['bylaw', 'These By-laws may be cited as the Rent By-laws.'],
    ['art.', 'This Order may be cited as the Rent Order.'],
  ])('is named as the draft names itself: %s', async (word, sentence) => {
    const labels = (
      await outlineOf(`1.—(1) ${sentence}`, '(2) They bind landlords.', '2. Rents are fixed.', '3. Fines are due.')
    ).map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(labels).toEqual([`${word} 1`, `${word} 1(1)`, `${word} 1(2)`, `${word} 2`, `${word} 3`]);
  });

  it('Philippines: the number of another law does not end a title', async () => {
    expect(
      await outlineOf(
        'SEC. 1. Title. – This is the Rent Act.',
        'SEC. 2. Section 5 of Republic Act No. 9653 is hereby repealed.',
        'SEC. 3. Effectivity. – This Act takes effect tomorrow.',
      ),
    ).toEqual([
      'sec. 1 «Title» This is the Rent Act.',
      'sec. 2 Section 5 of Republic Act No. 9653 is hereby repealed.',
      'sec. 3 «Effectivity» This Act takes effect tomorrow.',
    ]);
  });

  it('Ireland: an amending section begins with the name of the section that it amends', async () => {
    expect(
      await outlineOf(
        'RENTS BILL',
        'Register\n1. A landlord shall keep a register.',
        'Amendment of section 12 of Act of 2004\n2. Section 12 of the Act of 2004 is amended.',
        'Fines\n3. A fine is due.',
      ),
    ).toEqual([
      'preamble RENTS BILL',
      'sec. 1 «Register» A landlord shall keep a register.',
      'sec. 2 «Amendment of section 12 of Act of 2004» Section 12 of the Act of 2004 is amended.',
      'sec. 3 «Fines» A fine is due.',
    ]);
  });

  it('New Zealand: subparts stand in parts', async () => {
    expect(
      await outlineOf(
        'Part 2',
        'Register',
        'Subpart 1—Keeping',
        '1 Register',
        'This Act makes it public.',
        '2 Fines',
        'One is due.',
        '3 End',
        'It ends.',
      ),
    ).toEqual([
      'part 2 «Register»',
      'part 2, subpart 1 «Keeping»',
      'sec. 1 «Register» This Act makes it public.',
      'sec. 2 «Fines» One is due.',
      'sec. 3 «End» It ends.',
    ]);
  });
});
