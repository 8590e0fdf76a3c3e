import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';
import { citationOfLabel } from '../../../src/draft/citations/label.ts';
import { labelsOf } from './outline.ts';

const latin = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'nonies', 'decies', 'undecies', 'duodecies'];

describe('a Latin suffix belongs to the number of an inserted provision', () => {
  it.each(latin)('%s, of an article and of its points', async (suffix) => {
    const law = [
      'Artículo 14. Las plataformas evalúan sus riesgos.',
      `Artículo 14 ${suffix}. Las plataformas publican un informe.`,
      `Artículo 15. Los informes contienen:`,
      'a) los reclamos recibidos;',
      `a ${suffix}) los reclamos resueltos;`,
      'b) las multas.',
      'Artículo 16. La ley entra en vigor mañana.',
    ];
    expect(await labelsOf(...law)).toEqual([
      'art. 14',
      `art. 14 ${suffix}`,
      'art. 15',
      'art. 15(a)',
      `art. 15(a ${suffix})`,
      'art. 15(b)',
      'art. 16',
    ]);
  });

  it('in the order of the suffixes, not of the alphabet', async () => {
    const articles = latin.map((suffix) => `Article 9 ${suffix}\n\nLes plateformes informent leurs usagers.`);
    expect(await labelsOf('Article 9\n\nLes plateformes sont libres.', ...articles)).toEqual([
      'art. 9',
      ...latin.map((suffix) => `art. 9 ${suffix}`),
    ]);
  });

  it.each([
    ['with an accent', 'Artículo 14 quáter. Objeto', 'art. 14 quáter'],
    ['in capitals', 'ARTÍCULO 14 QUÁTER. Objeto', 'art. 14 quáter'],
    ['after a degree sign', 'Artículo 14° quáter.- Objeto', 'art. 14 quáter'],
    ['with a hyphen', 'Art. 14-sexies. Oggetto', 'art. 14-sexies'],
    ['without a space', 'Art. 14septies Gegenstand', 'art. 14septies'],
    ['before a letter', 'Article 14 quinquies A', 'art. 14 quinquies A'],
  ])('%s', async (_, heading, label) => {
    const [unit, text] = [heading.split(' ')[0] as string, 'Las plataformas deberán evaluar sus riesgos cada año.'];
    const law = [`${unit} 13\n\n${text}`, `${heading}\n\n${text}`, `${unit} 15\n\n${text}`];
    expect(await labelsOf(...law)).toEqual(['art. 13', label, 'art. 15']);
  });

  it.each([
    ['numbers with a hyphen', ['1. Uno.', '1-bis. Due.', '1-novies. Tre.', '2. Quattro.'], ['1', '1-bis', '1-novies', '2']],
    ['numbers with a space', ['1. Uno.', '1 bis. Dos.', '1 quáter. Tres.', '2. Cuatro.'], ['1', '1 bis', '1 quáter', '2']],
    ['numbers with a degree sign', ['1° Un ;', '1° bis Deux ;', '1° octies Trois ;', '2° Fin.'], ['1', '1 bis', '1 octies', '2']],
    ['Roman numerals', ['I. - Un.', 'I bis. - Deux.', 'I sexies. - Trois.', 'II. - Fin.'], ['I', 'I bis', 'I sexies', 'II']],
    ['letters in brackets', ['(a) one;', '(a bis) two;', '(a ter) three;', '(b) four.'], ['a', 'a bis', 'a ter', 'b']],
  ])('of points: %s', async (_, points, numbers) => {
    const law = ['Article 1', 'Rents are fixed:', ...points, 'Article 2', 'Rents are low.'];
    expect(await labelsOf(...law)).toEqual(['art. 1', ...numbers.map((number) => `art. 1(${number})`), 'art. 2']);
  });
});

describe('a citation with a Latin suffix', () => {
  it.each([
    ['artículo 14 quáter', 'art. 14 quáter'],
    ['art. 14 QUATER', 'art. 14 quáter'],
    ['artículo 14° quáter', 'art. 14 quáter'],
    ['article 14 quinquies A', 'art. 14 quinquies A'],
    ['art. 14-sexies', 'art. 14 sexies'],
    ['art. 14quinquies', 'art. 14 quinquies'],
    ['artículo 14 undecies', 'art. 14 undecies'],
    ['artículo 15, letra a quáter)', 'art. 15(a quáter)'],
    ['art. 15, lettera a-septies)', 'art. 15(a-septies)'],
    ['art. 7, comma 1-bis', 'art. 7(1-bis)'],
    ['article 6, I bis', 'art. 6(I bis)'],
    ['article 6, 2° ter', 'art. 6(2 ter)'],
  ])('%s names %s', (at, label) => {
    const { numbers } = citationOfLabel(label) ?? {};
    expect(numbers).toBeDefined();
    expect(readCitations(at)).toMatchObject([{ word: 'art.', numbers }]);
  });

  it.each([
    ['§§ 3 bis 5', ['3'], '5'],
    ['Art. 5 Buchst. a bis c', ['5', 'a'], 'c'],
  ])('is not a German range: %s', (at, numbers, to) => {
    expect(readCitations(at)).toMatchObject([{ numbers, to }]);
  });
});
