import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold } from '../structure/numbers/markers.ts';
import { withSentenceWord } from './parts.ts';

const ordinals = new Map(Object.entries(numbering.ordinals));
/** Latin suffixes of inserted provisions. In German `bis` before a number means "to": `§§ 3 bis 5`. */
const latin = '(?:bis(?!\\s*(?:§+\\s*)?\\d)|ter|quater|quinquies|sexies|septies|octies|nonies|decies)';
const annexWords = Object.values(numbering.annexes).flatMap(({ words }) => words);
const unitWords = [...Object.values(numbering.units).flatMap(({ words }) => words), ...annexWords];
/** A word for a part of a provision, at the beginning of a text. */
const innerWord = new RegExp(
  `^(?:the )?${oneOf([...numbering.paragraphWords, ...numbering.severalInside.words, 'alinea'])}`,
  'u',
);
/** A word for a unit or annex, at the beginning of a text. */
const unitWord = new RegExp(`^(?:disp-|${oneOf(unitWords)})`, 'u');
const groupWord = new RegExp(
  `^${oneOf([...Object.values(numbering.groups).flatMap(({ words, label }) => [...words, label]), ...Object.keys(numbering.groupAbbreviations)])}`,
  'u',
);
const annexWord = new RegExp(`^${oneOf(annexWords)}`, 'u');

/** Where one citation of a list ends and the next begins: before a comma, a semicolon, or a word such as "and". */
const beforeSeparator = new RegExp(`(?=[,;]\\s|(?<![,;])\\s(?:${numbering.joining.join('|')})\\s)`, 'u');
const separator = new RegExp(`^[,;]?\\s+(?:(?:${numbering.joining.join('|')})\\s+)?`, 'u');

/** The source of a pattern for one of these words as a whole word. */
function oneOf(words: readonly string[]): string {
  return `(?:${words.map((word) => word.replace('.', '\\.')).join('|')})(?!\\p{L})`;
}

/**
 * Brings a citation into one spelling, so that it can be read without exceptions: lower case without accents, `2bis`, `l123-4`,
 * `disp-final 1`, and with the outer provision first. Reads at most 1,000 characters.
 */
export function normalizedCitation(at: string): string {
  const text = withLocalSpelling(withSentenceWord(fold(at.normalize('NFC').slice(0, 1000))))
    .replaceAll('’', "'")
    .replace(/(\d)\s?\.?[ºª°]/g, (whole, digit: string, offset: number, all: string) =>
      // In French a degree sign after a comma counts points: "article 6, I, 2°".
      whole.endsWith('°') && /,\s*\d*$/.test(all.slice(0, offset)) ? `${digit}°` : digit,
    )
    // "1er", "1re".
    .replace(/(\d)(?:er|ere|re)(?!\p{L})/gu, '$1')
    // "n.º 3", "no 3".
    .replace(/(?<!\p{L})n\.?\s?[ºo°]?s?\.?\s?(?=\d)/gu, 'nr. ')
    // Parts whose numbers do not appear in our labels: "2e alinéa", "3rd subparagraph".
    .replace(
      /(?<![\p{L}\d])\d+(?:(?:e|\s?(?:eme|nd|rd|th|st))?\s+(?:alinea|subparagraph|sentence|indent|unterabsatz)s?|\.\s+(?:satz|unterabsatz|ledd|punktum|pkt\.?|mom\.?))(?!\p{L})/gu,
      '',
    )
    // Dutch: "tweede lid".
    .replace(
      new RegExp(`(?<!\\p{L})(${[...ordinals.keys()].join('|')})\\s+(lid|stykke)(?!\\p{L})`, 'gu'),
      (_, first: string, word: string) => `${word} ${ordinals.get(first)}`,
    )
    // "sub-paragraph" is numbered, as in British schedules; "subparagraph" is not.
    .replace(/(?<!\p{L})sub-paragraph/gu, 'paragraph')
    .replace(/¶+/g, ' para. ')
    // "2 bis", "2-bis".
    .replace(new RegExp(`(\\d|\\b[ivxlcdm]+)\\s?-?(${latin})(?!\\p{L})`, 'gu'), '$1$2')
    // French codes: "L. 123-4", "R * 421-1". In "artículos 14 a 16" the letter is a word.
    .replace(/(?<!\p{L}|[\d)]\p{L}*\s)([lrda])\.?\s?(\*?)\s?(?=\d+-\d|\d\d)/gu, '$1$2')
    .replace(/(?<!\p{L})disp(?:osicion(?:es)?)?\.?\s+(adicional|transitoria|derogatoria|final)e?s?(?!\p{L})/gu, 'disp-$1')
    .replace(
      new RegExp(`(?:${numbering.provisional.words.join('|')})(?!\\p{L})`, 'gu'),
      numbering.provisional.label.replace(' ', '-'),
    )
    // "First Schedule".
    .replace(new RegExp(`(\\p{L}+)\\s+(${oneOf(annexWords)})`, 'gu'), (whole, first: string, word: string) =>
      ordinals.has(first) ? `${word} ${ordinals.get(first)}` : whole,
    );
  return outerFirst(text);
}

/**
 * Spells what only some languages write: the Swedish and Finnish `2 kap. 5 a §` as `kap. 2, § 5a`, the Norwegian and Danish `§ 3 a`
 * as `§ 3a`, and the Catalan word for `disposición`.
 */
function withLocalSpelling(text: string): string {
  return text
    .replace(/(§\s?\d+)\s([a-z])(?![\p{L}).]|\s*[§\d])/gu, '$1$2')
    .replace(/(?<!\p{L})disposicio\s+/gu, 'disp. ')
    .replace(/(?<!\p{L})addicional/gu, 'adicional')
    .replace(/(?<![\p{L}\d])(\d{1,3})\s+(?:kap\.?|luku|luvun)(?!\p{L})/gu, 'kap. $1,')
    .replace(/(?<=^kap\. \d{1,3},\s+)(\d{1,4})(?:\s?([a-z]))?\s?§\s?(?=\d{1,3}$)/u, '§ $1$2 nr. ')
    .replace(/(?<=^|[,;]\s+)(\d{1,4})(?:\s?([a-z]))?\s?§(?=\s*$|\s*[,;(]|\s+(?:\d+\.?\s+mom|\p{L}))/gu, '§ $1$2');
}

/**
 * Puts the outer provision first in each citation of a list: `point (b) of Article 14(2)` becomes `article 14(2), point (b)`,
 * `article 3 of schedule 1` becomes `schedule 1, article 3`.
 */
function outerFirst(text: string): string {
  /** Citations and the separators between them. */
  const parts: string[] = [];
  for (const piece of text.split(beforeSeparator)) {
    const [separatorText = ''] = separator.exec(piece) ?? [];
    const words = piece.slice(separatorText.length);
    // After a comma alone, an inner part belongs to the provision before it: "Article 14, point (b)".
    const isNext = unitWord.test(words) || (innerWord.test(words) && /[^,\s]/.test(separatorText));
    if (isNext && unitWord.test(reversed(parts.at(-1) ?? ''))) parts.push(separatorText, words);
    else parts.push((parts.pop() ?? '') + piece);
  }
  return parts.map(reversed).join('');
}

/** `A of B` as `B, A`, if A is a part of B. */
function reversed(text: string): string {
  const outward = text
    .split(/\s+(?:of|de la|del|de|do|da|der|des|du)\s+(?:the\s+|l')?/u)
    .reverse()
    .join(', ');
  const isInner =
    innerWord.test(text) ||
    (groupWord.test(outward) && (unitWord.test(text) || groupWord.test(text)) && !annexWord.test(text)) ||
    (unitWord.test(text) && annexWord.test(outward) && !annexWord.test(text));
  return isInner && (unitWord.test(outward) || groupWord.test(outward)) ? outward : text;
}
