import { plain } from './markers.ts';
import numbering from './numbering.json' with { type: 'json' };

const ordinals = new Map(Object.entries(numbering.ordinals));
/** In German `bis` means "up to" where a number follows: `§§ 3 bis 5`. */
const latin = '(?:bis(?!\\s*(?:§+\\s*)?\\d)|ter|quater|quinquies|sexies|septies|octies|nonies|decies)';
const annexWords = Object.values(numbering.annexes).flatMap(({ words }) => words.filter((word) => !word.endsWith('.')));
const insideWord = new RegExp(
  `^(?:the )?(?:${numbering.paragraphWords.map((word) => word.replace('.', '\\.')).join('|')})(?![\\p{L}])`,
  'u',
);
const unitWord = new RegExp(
  `^(?:§|(?:${[...Object.values(numbering.units), ...Object.values(numbering.annexes)]
    .flatMap(({ words }) => words)
    .filter((word) => !word.startsWith('§'))
    .map((word) => word.replace('.', '\\.'))
    .join('|')})(?![\\p{L}]))`,
  'u',
);

/**
 * A citation in one spelling: small letters without accents, `2bis`, `l123-4`, `disp-final 1`, from the outside in, so that
 * reading it needs no exceptions.
 */
export function spelledOut(at: string): string {
  const text = plain(at.normalize('NFC').slice(0, 1000))
    .replace(/(\d)\s?\.?[ºª°](?=\S?)/g, (whole, digit: string, offset: number, all: string) =>
      // In French a degree sign after a comma counts points: "article 6, I, 2°".
      whole.endsWith('°') && /,\s*\d*$/.test(all.slice(0, offset)) ? `${digit}°` : digit,
    )
    .replace(/(\d)(?:er|ere|re)(?!\p{L})/gu, '$1')
    .replace(/(?<!\p{L})n\.?\s?[ºo°]?\.?\s?(?=\d)/gu, 'nr. ')
    // What has no number of its own names no provision: "2e alinéa", "3rd subparagraph".
    .replace(/(?<![\p{L}\d])\d+\s?(?:eme|e|nd|rd|th|st)?\s+(?:alinea|subparagraph|sentence|indent|unterabsatz)s?(?!\p{L})/gu, '')
    .replace(/¶+/g, ' para. ')
    .replace(new RegExp(`(\\d|\\b[ivxlcdm]+)\\s?-?(${latin})(?!\\p{L})`, 'gu'), '$1$2')
    .replace(/(?<!\p{L})([lrda])\.?\s?(\*?)\s?(\d+-\d+(?:-\d+)*|\d{2,})(?![\p{L}\d])/gu, '$1$2$3')
    .replace(/(?<!\p{L})disp(?:osicion)?\.?\s+(adicional|transitoria|derogatoria|final)(?!\p{L})/gu, 'disp-$1')
    .replace(new RegExp(`(\\p{L}+)\\s+(${annexWords.join('|')})(?!\\p{L})`, 'gu'), (whole, first: string, word: string) =>
      ordinals.has(first) ? `${word} ${ordinals.get(first)}` : whole,
    );
  return outsideIn(text);
}

/** `point (b) of Article 14(2)` as `article 14(2), point (b)`. */
function outsideIn(text: string): string {
  const parts = text.split(/\s+(?:of|de la|de l'|del|de|do|da|der|des|du)\s+(?:the\s+|l')?/u);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || !insideWord.test(text) || !unitWord.test(last)) return text;
  return parts.reverse().join(', ');
}
