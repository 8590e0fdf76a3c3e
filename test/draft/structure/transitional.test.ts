import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';
import { standsIn } from '../../../src/draft/citations/within.ts';
import { labelsOf, outlineOf, provisionsOf } from './outline.ts';

const law = ['Artículo 1.- Los proveedores evalúan riesgos.', 'Artículo 2.- La autoridad vigila.'];

describe('a transitional or final provision without a number is a provision of its own', () => {
  it.each([
    ['Artículo transitorio.- El plazo vence.', 'prov. art. único'],
    ['ARTÍCULO TRANSITORIO ÚNICO. El plazo vence.', 'prov. art. único'],
    ['Artículo transitorio segundo. El plazo vence.', 'prov. art. 2'],
    ['Artículo 4 transitorio.- El plazo vence.', 'prov. art. 4'],
    ['Artigo transitório. O prazo vence.', 'prov. art. único'],
    ['Disposición transitoria. El plazo vence.', 'disp. transitoria única'],
    ['Disposição transitória. O prazo vence.', 'disp. transitoria única'],
    ['Disposição revogatória. O prazo vence.', 'disp. revogatoria única'],
  ])('%s', async (text, label) => {
    expect(await labelsOf(...law, text)).toEqual(['art. 1', 'art. 2', label]);
  });

  it.each(['TRANSITORIO', 'DISPOSICIÓN TRANSITORIA'])('below the heading %s', async (heading) => {
    const found = await outlineOf(...law, heading, 'ÚNICO. El plazo vence.');
    expect(found.slice(2)).toEqual([
      `«${heading}»`,
      `${heading === 'TRANSITORIO' ? 'transitorio único' : 'disp. transitoria único'} El plazo vence.`,
    ]);
  });

  it('unless its words are the title of an article', async () => {
    const found = await outlineOf(
      'Artigo 1.º',
      'Objeto',
      'A lei protege.',
      'Artigo 2.º',
      'Disposição transitória',
      '1 - O prazo vence.',
    );
    expect(found).toEqual(['art. 1 «Objeto» A lei protege.', 'art. 2 «Disposição transitória»', 'art. 2(1) O prazo vence.']);
  });

  it('or begin a sentence', async () => {
    const text = 'Artículo transitorio que no se cumpla queda sin efecto.';
    expect(await labelsOf(...law, text)).toEqual(['art. 1', 'art. 2']);
  });
});

describe('a transitional provision is cited', () => {
  it.each([
    ['Artículo transitorio.- El plazo vence.', 'artículo transitorio'],
    ['Artículo transitorio segundo. El plazo vence.', 'artículo segundo transitorio'],
    ['Artículo 4 transitorio.- El plazo vence.', 'artículo transitorio 4'],
    ['Disposición transitoria. El plazo vence.', 'disposición transitoria'],
    ['Disposición final. El plazo vence.', 'disposición final única'],
    ['Disposição transitória. O plazo vence.', 'disposição transitória'],
    ['TRANSITORIOS\n\nPrimero. Se publica.\n\nSegundo. El plazo vence.', 'artículo segundo transitorio'],
  ])('%s by %s', async (text, at) => {
    const provisions = (await provisionsOf(...law, text)).flatMap((each) => [each, ...each.children]);
    const cited = provisions.filter((each) => readCitations(at).some((citation) => standsIn([each], citation)));
    expect(cited.map((each) => each.text)).toEqual([expect.stringContaining('plazo vence')]);
  });
});

describe('the first line of a law is its title', () => {
  it('not that of its first article, although another article has a line above it', async () => {
    const found = await outlineOf(
      'LEI DAS PLATAFORMAS',
      'Art. 1º Os provedores devem publicar relatórios.',
      'Disposições finais',
      'Art. 2º Esta Lei entra em vigor em 2030.',
    );
    expect(found[0]).toBe('preamble LEI DAS PLATAFORMAS');
    expect(found[1]).toBe('art. 1 Os provedores devem publicar relatórios.');
  });
});

describe('a verb makes a line with a full stop a sentence', () => {
  it.each([
    'Modifícase la Ley de Datos.',
    'La autoridad informará al titular.',
    'Os dados conservarão a qualidade.',
    'Aplica-se a lei geral.',
    'Los registros se adaptan al reglamento.',
  ])('%s', async (sentence) => {
    expect((await outlineOf(`Artículo 1.- ${sentence}`, 'Otro párrafo dice más.', ...law.slice(1)))[0]).toBe(
      `art. 1 ${sentence} Otro párrafo dice más.`,
    );
  });
});
