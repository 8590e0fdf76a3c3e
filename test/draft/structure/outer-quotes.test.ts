import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline.ts';

describe('a bill that is quoted as a whole', () => {
  it('keeps its first article, and what it inserts is for another law', async () => {
    expect(
      await outlineOf(
        'PROYECTO DE LEY:',
        '"Artículo 1°.- Modifícase la ley N° 19.496, en el siguiente sentido:',
        '1) Agrégase el siguiente artículo 14 bis:',
        '"Artículo 14 bis.- Las plataformas evaluarán sus riesgos.".',
        '2) Derógase el artículo 20.',
        'Artículo 2°.- Esta ley entrará en vigencia en seis meses.".',
      ),
    ).toEqual([
      'preamble PROYECTO DE LEY:',
      'art. 1 Modifícase la ley N° 19.496, en el siguiente sentido:',
      'art. 1(1) Agrégase el siguiente artículo 14 bis:',
      'art. 1(1), inserting art. 14 bis Las plataformas evaluarán sus riesgos.".',
      'art. 1(2) Derógase el artículo 20.',
      'art. 2 Esta ley entrará en vigencia en seis meses.".',
    ]);
  });

  it('may have one article', async () => {
    expect(await outlineOf('PROYECTO DE LEY:', '“Artículo único.- Derógase el artículo 20 de la ley N° 19.496.”.')).toEqual([
      'preamble PROYECTO DE LEY:',
      'art. único Derógase el artículo 20 de la ley N° 19.496.”.',
    ]);
  });

  it('is not one that begins with words for another law', async () => {
    const outline = await outlineOf(
      'The Rent Act is amended as follows:',
      '"Article 1. Rents are fixed.',
      'Article 2. Tenants may sue.".',
    );
    expect(outline.join('\n')).toContain('Rents are fixed.');
    expect(
      await outlineOf('Section 1. The Rent Act is amended:', '"Section 5. Rents are fixed.".', 'Section 2. This Act is short.'),
    ).toEqual(['sec. 1 The Rent Act is amended:', 'sec. 1, inserting sec. 5 Rents are fixed.".', 'sec. 2 This Act is short.']);
  });
});
