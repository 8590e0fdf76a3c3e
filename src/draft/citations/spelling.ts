import { fold } from '../structure/markers.ts';
import numbering from '../structure/numbering.json' with { type: 'json' };

const ordinals = new Map(Object.entries(numbering.ordinals));
/** In German `bis` means "up to" where a number follows: `§§ 3 bis 5`. */
const latin = '(?:bis(?!\\s*(?:§+\\s*)?\\d)|ter|quater|quinquies|sexies|septies|octies|nonies|decies)';
const annexWords = Object.values(numbering.annexes).flatMap(({ words }) => words);
const unitWords = [...Object.values(numbering.units).flatMap(({ words }) => words), ...annexWords];
const insideWord = new RegExp(
  `^(?:the )?${oneOf([...numbering.paragraphWords, ...numbering.severalInside.words, 'alinea'])}`,
  'u',
);
const unitWord = new RegExp(`^(?:disp-|${oneOf(unitWords)})`, 'u');
const annexWord = new RegExp(`^${oneOf(annexWords)}`, 'u');

const beforeJoint = new RegExp(`(?=[,;]\\s|(?<![,;])\\s(?:${numbering.joining.join('|')})\\s)`, 'u');
const atJoint = new RegExp(`^[,;]?\\s+(?:(?:${numbering.joining.join('|')})\\s+)?`, 'u');

/** A whole word out of these; some end in a full stop. */
function oneOf(words: readonly string[]): string {
  return `(?:${words.map((word) => word.replace('.', '\\.')).join('|')})(?!\\p{L})`;
}

/**
 * A citation in one spelling: small letters without accents, `2bis`, `l123-4`, `disp-final 1`, from the outside in, so that
 * reading it needs no exceptions.
 */
export function spelledOut(at: string): string {
  const text = fold(at.normalize('NFC').slice(0, 1000))
    .replaceAll('’', "'")
    .replace(/(\d)\s?\.?[ºª°]/g, (whole, digit: string, offset: number, all: string) =>
      // In French a degree sign after a comma counts points: "article 6, I, 2°".
      whole.endsWith('°') && /,\s*\d*$/.test(all.slice(0, offset)) ? `${digit}°` : digit,
    )
    .replace(/(\d)(?:er|ere|re)(?!\p{L})/gu, '$1')
    .replace(/(?<!\p{L})n\.?\s?[ºo°]?s?\.?\s?(?=\d)/gu, 'nr. ')
    // What has no number of its own names no provision: "2e alinéa", "3rd subparagraph".
    .replace(
      /(?<![\p{L}\d])\d+(?:e|\s?(?:eme|nd|rd|th|st))?\s+(?:alinea|subparagraph|sentence|indent|unterabsatz)s?(?!\p{L})/gu,
      '',
    )
    // "subparagraph" in one word is a paragraph without a number.
    .replace(/(?<!\p{L})sub-paragraph/gu, 'paragraph')
    .replace(/¶+/g, ' para. ')
    .replace(new RegExp(`(\\d|\\b[ivxlcdm]+)\\s?-?(${latin})(?!\\p{L})`, 'gu'), '$1$2')
    // French codes: "L. 123-4", "R * 421-1". In "artículos 14 a 16" the letter is a word.
    .replace(/(?<!\p{L}|[\d)]\p{L}*\s)([lrda])\.?\s?(\*?)\s?(?=\d+-\d|\d\d)/gu, '$1$2')
    .replace(/(?<!\p{L})disp(?:osicion(?:es)?)?\.?\s+(adicional|transitoria|derogatoria|final)e?s?(?!\p{L})/gu, 'disp-$1')
    .replace(new RegExp(`(\\p{L}+)\\s+(${oneOf(annexWords)})`, 'gu'), (whole, first: string, word: string) =>
      ordinals.has(first) ? `${word} ${ordinals.get(first)}` : whole,
    );
  return outsideIn(text);
}

/** `point (b) of Article 14(2)` as `article 14(2), point (b)`, `article 3 of schedule 1` as `schedule 1, article 3`; where several provisions are named, each for itself. */
function outsideIn(text: string): string {
  const whole: string[] = [];
  for (const piece of text.split(beforeJoint)) {
    const [joint = ''] = atJoint.exec(piece) ?? [];
    const words = piece.slice(joint.length);
    // After a mere comma what lies inside goes on: "Article 14, point (b)".
    const isNext = unitWord.test(words) || (insideWord.test(words) && /[^,\s]/.test(joint));
    if (isNext && unitWord.test(turned(whole.at(-1) ?? ''))) whole.push(joint, words);
    else whole.push((whole.pop() ?? '') + piece);
  }
  return whole.map(turned).join('');
}

function turned(text: string): string {
  const outward = text
    .split(/\s+(?:of|de la|del|de|do|da|der|des|du)\s+(?:the\s+|l')?/u)
    .reverse()
    .join(', ');
  const isInside = insideWord.test(text) || (unitWord.test(text) && annexWord.test(outward) && !annexWord.test(text));
  return isInside && unitWord.test(outward) ? outward : text;
}
