import { describe, expect, it } from 'vitest';
import { provisionsOf } from './outline.ts';

/** The heading and text of an article that begins with these words, among articles with titles. */
async function articleOf(words: string, ...points: readonly string[]) {
  const titled = (number: number) => [`Artículo ${number}.- Objeto.`, 'Esta ley protege a los usuarios.'];
  const provisions = await provisionsOf(...titled(1), ...titled(2), `Artículo 2 nonies.- ${words}`, ...points, ...titled(3));
  const { heading, text } = provisions.find(({ label }) => label === 'art. 2 nonies') ?? {};
  return { heading, text };
}

const fragments = ['I. Por los daños;', 'II. Por las omisiones.'];
const paragraphs = ['1. Los usuarios podrán oponerse.', '2. El plazo es de diez días.'];

describe('a sentence before a list is the text of its article', () => {
  it.each([
    'Los proveedores responden ante la Comisión.',
    'Corresponde a la Comisión la vigilancia.',
    'Queda prohibido el perfilado de menores.',
    'Todo usuario goza de acceso gratuito.',
    'Se sancionan las conductas siguientes.',
    'La Comisión emitirá lineamientos.',
    'Los fournisseurs répondent devant l’Autorité.',
    'L’Autorité sanctionne les manquements.',
    'Os provedores respondem perante a Autoridade.',
    'Providers answer to the Authority.',
    'Nobody pays a fee.',
  ])('%s', async (sentence) => {
    expect(await articleOf(sentence, ...fragments)).toEqual({ heading: undefined, text: sentence });
  });

  it('even if what comes below are whole paragraphs', async () => {
    const sentence = 'Los proveedores deben responder.';
    expect(await articleOf(sentence, ...paragraphs)).toEqual({ heading: undefined, text: sentence });
  });
});

describe('a title with a full stop before a list', () => {
  it.each([
    'Sanciones.',
    'Derechos de los usuarios.',
    'Régimen sancionador de los proveedores.',
    'Duty to inform users of risks.',
  ])('%s above parts of a sentence', async (title) => {
    expect(await articleOf(title, ...fragments)).toEqual({ heading: title.slice(0, -1), text: '' });
  });

  it.each([
    'La Agencia Nacional de Datos.',
    'Datos personales sensibles tratados.',
    'Casos en que no es necesaria la autorización.',
  ])('%s above whole paragraphs', async (title) => {
    expect(await articleOf(title, ...paragraphs)).toEqual({ heading: title.slice(0, -1), text: '' });
  });
});

it('the first sentence of an article is not its title, although the other articles have one', async () => {
  const words = 'Corresponde a la Comisión la vigilancia. Sus actos son públicos.';
  expect(await articleOf(words)).toEqual({ heading: undefined, text: words });
});
