import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline.ts';

describe('a heading without a number between two provisions belongs to neither', () => {
  it('United Kingdom: headings in italics, also several in a row', async () => {
    expect(
      await outlineOf(
        'Rent Act',
        'PART 1',
        'RENTS',
        'Registers',
        '1 Register',
        '(1) A landlord must keep a register.',
        '(2) It must name—',
        '(a) the tenants, and',
        '(b) the rents.',
        'Duties of landlords, etc',
        'Persons who may inspect',
        '2 Inspection',
        'Anyone may read the register.',
        'Supplementary',
        '3 Fines',
        'A fine is due.',
      ),
    ).toEqual([
      'preamble Rent Act',
      'part 1 «RENTS»',
      '«Registers»',
      'sec. 1 «Register»',
      'sec. 1(1) A landlord must keep a register.',
      'sec. 1(2) It must name—',
      'sec. 1(2)(a) the tenants, and',
      'sec. 1(2)(b) the rents.',
      '«Duties of landlords, etc»',
      '«Persons who may inspect»',
      'sec. 2 «Inspection» Anyone may read the register.',
      '«Supplementary»',
      'sec. 3 «Fines» A fine is due.',
    ]);
  });

  it('European Union: in capitals it is the title of a chapter, around its sections', async () => {
    expect(
      await outlineOf(
        'SECTION 1',
        'Registers',
        'Article 1',
        'Register',
        'A landlord shall keep a register.',
        'PENALTIES, FINES AND APPEALS',
        'Article 2',
        'Fines',
        'A fine is due.',
        'FINAL PROVISIONS',
        'SECTION 1',
        'Entry into force',
        'Article 3',
        'Date',
        'This Regulation enters into force tomorrow.',
      ),
    ).toEqual([
      'sec. 1 «Registers»',
      'art. 1 «Register» A landlord shall keep a register.',
      '«PENALTIES, FINES AND APPEALS»',
      'art. 2 «Fines» A fine is due.',
      '«FINAL PROVISIONS»',
      'sec. 1 «Entry into force»',
      'art. 3 «Date» This Regulation enters into force tomorrow.',
    ]);
  });

  it('Ghana: above the titles of sections that have their text on the line of their number', async () => {
    expect(
      await outlineOf(
        'RENTS ACT',
        'Register',
        '1. A landlord must keep a register.',
        'Miscellaneous provisions',
        'Fines',
        '2. A fine is due.',
        'Appeals',
        '3. A tenant may appeal.',
      ),
    ).toEqual([
      'preamble RENTS ACT',
      'sec. 1 «Register» A landlord must keep a register.',
      '«Miscellaneous provisions»',
      'sec. 2 «Fines» A fine is due.',
      'sec. 3 «Appeals» A tenant may appeal.',
    ]);
  });

  it('Canada: a note in the margin is the title of its subsection, and the last section counts', async () => {
    expect(
      await outlineOf(
        'An Act about rents',
        'Register',
        '1 (1) A landlord must keep a register.',
        'Content',
        '(2) The register must contain',
        '(a) the rent; and',
        '(b) the dates.',
        'Exception',
        '(3) Subsection (1) does not apply to hotels.',
        'Fines',
        '2 A fine is due.',
        'Appeals',
        '3 A tenant may appeal.',
        'Coming into Force',
        'Order in council',
        '4 This Act comes into force on a day to be fixed by order of the Governor in Council.',
      ),
    ).toEqual([
      'preamble An Act about rents',
      'sec. 1 «Register»',
      'sec. 1(1) A landlord must keep a register.',
      'sec. 1(2) «Content» The register must contain',
      'sec. 1(2)(a) the rent; and',
      'sec. 1(2)(b) the dates.',
      'sec. 1(3) «Exception» Subsection (1) does not apply to hotels.',
      'sec. 2 «Fines» A fine is due.',
      'sec. 3 «Appeals» A tenant may appeal.',
      '«Coming into Force»',
      'sec. 4 «Order in council» This Act comes into force on a day to be fixed by order of the Governor in Council.',
    ]);
  });

  it.each([
    ['words that go on with an unfinished sentence', 'The register names the', 'National Rents Authority'],
    ['a sentence in brackets', 'The register is public.', '(See instead section 9.)'],
    ['words before an amendment', 'The register is public.', 'After section 9 insert—'],
    ['the last words of a list, if the draft has no such heading without a verb', 'It is public.', 'The Minister may close it'],
  ])('%s are no heading', async (_, before, line) => {
    expect(await outlineOf('1 Register', before, line, '2 Fines', 'A fine is due.', '3 End', 'This Act ends.')).toEqual([
      `sec. 1 «Register» ${before} ${line}`,
      'sec. 2 «Fines» A fine is due.',
      'sec. 3 «End» This Act ends.',
    ]);
  });
});
