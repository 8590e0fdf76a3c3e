import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { labelsOf, outlineOf } from './outline.ts';

describe('several laws in one file', () => {
  it('two languages with words of their own', async () => {
    expect(
      await outlineOf(
        'RENT ACT',
        'Section 1. Rents are fixed.',
        'Section 2. A tenant may sue.',
        'LOI SUR LES LOYERS',
        'Article 1. Les loyers sont fixés.',
        'Article 2. Le locataire peut saisir le juge.',
      ),
    ).toEqual([
      'preamble RENT ACT',
      'sec. 1 Rents are fixed.',
      'sec. 2 A tenant may sue.',
      'preamble LOI SUR LES LOYERS',
      'art. 1 Les loyers sont fixés.',
      'art. 2 Le locataire peut saisir le juge.',
    ]);
  });

  it('a decree with one article before the regulation, and another one after it', async () => {
    expect(
      await outlineOf(
        'DECRETO',
        'ARTÍCULO PRIMERO.- Se expide el Reglamento, para quedar como sigue:',
        'REGLAMENTO DE LA LEY DE ALQUILERES',
        'CAPÍTULO I',
        'DISPOSICIONES GENERALES',
        'ARTÍCULO 1.- La renta es fija.',
        'ARTÍCULO 2.- El inquilino puede demandar.',
        'TRANSITORIOS',
        'PRIMERO.- El plazo es de un mes.',
        'SEGUNDO.- Se abroga el reglamento anterior.',
        'ARTÍCULO SEGUNDO.- Se deroga el artículo 5 de otro reglamento.',
      ),
    ).toEqual([
      'preamble DECRETO',
      'art. 1 Se expide el Reglamento, para quedar como sigue:',
      'preamble REGLAMENTO DE LA LEY DE ALQUILERES',
      'chap. I «DISPOSICIONES GENERALES»',
      'chap. I, art. 1 La renta es fija.',
      'chap. I, art. 2 El inquilino puede demandar.',
      '«TRANSITORIOS»',
      'transitorio 1 El plazo es de un mes.',
      'transitorio 2 Se abroga el reglamento anterior.',
      'art. 2 Se deroga el artículo 5 de otro reglamento.',
    ]);
  });

  it('two languages with numbers only', async () => {
    expect(
      await labelsOf(
        'RENT ACT',
        '1. Aim.—Rents are fixed.',
        '2. Fees.—Fees are due.',
        '3. Courts.—A tenant may sue.',
        'SHERIA YA PANGO',
        '1. Lengo.—Pango ni thabiti.',
        '2. Ada.—Ada hulipwa.',
        '3. Mahakama.—Mpangaji anaweza kushtaki.',
      ),
    ).toEqual(['preamble', 'sec. 1', 'sec. 2', 'sec. 3', 'preamble', 'para. 1', 'para. 2', 'para. 3']);
  });

  it('an order with articles and the rules that it approves, which have only numbers', async () => {
    expect(
      await labelsOf(
        'Article 1. The Rules are approved.',
        'Article 2. They are in force.',
        'RENT RULES',
        '1. Register.—(1) A landlord shall keep one.',
        '(2) It is public.',
        '2. Fees.—(1) They are due.',
        '3. Courts.—(1) A tenant may sue.',
      ),
    ).toEqual(['art. 1', 'art. 2', 'preamble', 'rule 1', 'rule 1(1)', 'rule 1(2)', 'rule 2', 'rule 2(1)', 'rule 3', 'rule 3(1)']);
  });

  it('a convention in a schedule keeps its articles', async () => {
    expect(
      await labelsOf(
        'Section 1. The Convention is law.',
        'Section 2. It is in force.',
        'SCHEDULE 1\nTHE CONVENTION',
        'Article 1\nRents are fixed.',
        'Article 2\nTenants may sue.',
      ),
    ).toEqual(['sec. 1', 'sec. 2', 'sched. 1', 'sched. 1, art. 1', 'sched. 1, art. 2']);
  });

  it('units that start again in each part are named after it', async () => {
    expect(
      await labelsOf(
        'PART 1\nRENTS',
        'Article 1\nRents are fixed.',
        'Article 2\n(1) They are low.',
        'PART 2\nCOURTS',
        'Article 1\nTenants may sue.',
        'Article 2\nThe court decides.',
        'Article 3\nIt gives reasons.',
      ),
    ).toEqual([
      'part 1',
      'part 1, art. 1',
      'part 1, art. 2',
      'part 1, art. 2(1)',
      'part 2',
      'part 2, art. 1',
      'part 2, art. 2',
      'part 2, art. 3',
    ]);
  });

  it('are told in a warning with the numbers that come twice', async () => {
    const text =
      'DECREE\n\nArticle 1. It is approved.\n\nArticle 2. It is so.\n\nRENT LAW\n\nArticle 1. Rents are fixed.\n\nArticle 2. Fees are due.';
    const { reading } = await parseDraft(Buffer.from(text), 'law.txt');
    expect(reading.warnings).toEqual([{ code: 'numbers-twice', labels: 'art. 1, art. 2' }]);
  });
});

describe('what stands around a bill is neither a recital nor an article', () => {
  it('an explanatory memorandum before it and a financial statement after it', async () => {
    expect(
      await outlineOf(
        'Proposal for a REGULATION on rents',
        'EXPLANATORY MEMORANDUM',
        '1. CONTEXT',
        'Every tenant shall be able to sue.',
        'Proposal for a REGULATION on rents',
        'Whereas:',
        '(1) Rents are high.',
        'Article 1\nAim',
        'Rents are fixed.',
        'Article 2\nCourts',
        'Tenants may sue.',
        'LEGISLATIVE FINANCIAL STATEMENT',
        '1. COSTS',
        'There are none.',
      ),
    ).toEqual([
      'preamble Proposal for a REGULATION on rents Proposal for a REGULATION on rents Whereas:',
      'rec. 1 Rents are high.',
      'art. 1 «Aim» Rents are fixed.',
      'art. 2 «Courts» Tenants may sue.',
      'explanatory memorandum «EXPLANATORY MEMORANDUM» 1. CONTEXT Every tenant shall be able to sue.',
      'financial statement «LEGISLATIVE FINANCIAL STATEMENT» 1. COSTS There are none.',
    ]);
  });

  it.each([
    ['India', 'STATEMENT OF OBJECTS AND REASONS'],
    ['Germany', 'Begründung'],
    ['Netherlands', 'MEMORIE VAN TOELICHTING'],
    ['Brazil', 'JUSTIFICAÇÃO'],
  ])('a memorandum after it: %s', async (_, heading) => {
    const outline = await outlineOf('Article 1. Rents are fixed.', 'Article 2. Tenants may sue.', heading, 'Tenants need help.');
    expect(outline.at(-1)).toBe(`explanatory memorandum «${heading}» Tenants need help.`);
    expect(outline.at(-2)).toBe('art. 2 Tenants may sue.');
  });

  it('an Indian memorandum after sections that have only numbers', async () => {
    const outline = await outlineOf(
      '1. (1) This Act is the Rent Act.',
      '2. Rents are fixed.',
      '3. A tenant may sue.',
      'STATEMENT OF OBJECTS AND REASONS',
      'The Bill seeks to help tenants.',
    );
    expect(outline.slice(-2)).toEqual([
      'sec. 3 A tenant may sue.',
      'explanatory memorandum «STATEMENT OF OBJECTS AND REASONS» The Bill seeks to help tenants.',
    ]);
  });

  it('a French memorandum ends where the bill begins', async () => {
    expect(
      await labelsOf(
        'EXPOSÉ DES MOTIFS',
        'Les loyers sont hauts.',
        'PROJET DE LOI',
        'Article 1er',
        'Les loyers sont fixés.',
        'Article 2',
        'Le locataire peut saisir le juge.',
      ),
    ).toEqual(['preamble', 'art. 1', 'art. 2', 'explanatory memorandum']);
  });

  it('without a law around it, everything is kept as text', async () => {
    expect(await labelsOf('EXPLANATORY MEMORANDUM', 'Rents are high.', 'Tenants need help.')).toEqual([
      'para. 1',
      'para. 2',
      'para. 3',
    ]);
  });
});
