import numbering from '../structure/numbering.json' with { type: 'json' };
import { foldedLatin } from '../structure/numbers/latin.ts';
import { fold } from '../structure/numbers/markers.ts';
import { withSentenceWord } from './parts.ts';

const ordinals = new Map(Object.entries(numbering.ordinals));
/** Latin suffixes of inserted provisions. In German `bis` before a number means "to": `§§ 3 bis 5`. */
const latin = `(?!bis\\s*(?:§+\\s*)?\\d)(?:${foldedLatin})(?!\\p{L})`;
/** `14 bis`, `II ter`, `39 quinquies A`. */
const numberWithSuffix = new RegExp(
  `(\\d|(?<![\\p{L}\\d])(?:[ivx]+|[ivxlcdm]{2,}))\\s?-?(${latin})(?:\\s([a-z])(?=\\s*(?:$|[,;(])))?`,
  'gu',
);
/** `a bis)`, `d-ter`. In German "a bis c" is a range. */
const letterWithSuffix = new RegExp(`(?<![\\p{L}\\d])([a-z])[\\s-](?!bis\\s+[a-z](?!\\p{L}))(${latin})`, 'gu');
/** `4° bis`. */
const ordinalWithSuffix = new RegExp(`(\\d)(\\s?\\.?[ºª°])\\s?-?(${latin})`, 'gu');
/** `4º`, `4.ª`, `4bis°`. */
const ordinalNumber = new RegExp(`(\\d(?:${foldedLatin})?)\\s?\\.?[ºª°]`, 'gu');
const annexWords = Object.values(numbering.annexes).flatMap(({ words }) => words);
const unitWords = [...Object.values(numbering.units).flatMap(({ words }) => words), ...annexWords];
/** A word for a part of a provision, at the beginning of a text. */
const innerWord = new RegExp(
  `^(?:the )?${oneOf([...numbering.paragraphWords, ...numbering.severalInside.words, 'alinea'])}`,
  'u',
);
/** `2° et 3° du I de l'article 6`, `second alinéa du II de l'article 5`, `II de l'article 5`. */
const frenchInward =
  /^(?:(?:au|aux|le|les|du|des)\s+)?(?:(\d{1,3}°(?:\s*(?:,|et|ou|a)\s*\d{1,3}°){0,20}|\S{3,12}\s+alineas?)\s+(?:du|de l'|des)\s*)?(?:([ivxl]{1,6})\s+de l'\s*)?(article|art\.)\s*(\S+)$/u;
function frenchOutward(whole: string): string {
  const [, part, roman, word = '', number = ''] = frenchInward.exec(whole) ?? [];
  return [`${word} ${number}`, roman, part].filter(Boolean).join(', ');
}

/** A word for a unit or annex, at the beginning of a text. */
const unitWord = new RegExp(`^(?:disp-|${oneOf(unitWords)})`, 'u');
const groupWord = new RegExp(
  `^${oneOf([...Object.values(numbering.groups).flatMap(({ words, label }) => [...words, label]), ...Object.keys(numbering.groupAbbreviations)])}`,
  'u',
);
const annexWord = new RegExp(`^${oneOf(annexWords)}`, 'u');

/** What precedes a number of which a degree sign makes a point in French: "article 6, I, 2°", "article 6, 2° et 3°". */
const isPointNext = /,\s*(?:\d{1,4}°\s*(?:,|et|ou|a|-|–)\s*){0,20}\d*$/;

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
  const text = withSuffixes(withLocalSpelling(withSentenceWord(fold(at.normalize('NFC').slice(0, 1000)))))
    .replaceAll('’', "'")
    .replace(frenchInward, frenchOutward)
    .replace(ordinalNumber, (whole, number: string, offset: number, all: string) =>
      whole.endsWith('°') && isPointNext.test(all.slice(0, offset)) ? `${number}°` : number,
    )
    // "n.º 3", "no 3".
    .replace(/(?<!\p{L})n\.?\s?[ºo°]?s?\.?\s?(?=\d)/gu, 'nr. ')
    // Parts whose numbers do not appear in our labels: "2e alinéa", "3rd subparagraph".
    .replace(
      /(?<![\p{L}\d])\d+(?:(?:e|\s?(?:eme|nd|rd|th|st))?\s+(?:alinea|subparagraph|sentence|indent|unterabsatz)s?|\.\s+(?:satz|unterabsatz|punktum|pkt\.?|mom\.?))(?!\p{L})/gu,
      '',
    )
    // "3. ledd".
    .replace(/(?<![\p{L}\d])(\d{1,2})\.\s+ledd(?!\p{L})/gu, 'ledd $1')
    // "tweede lid", "segundo párrafo".
    .replace(
      new RegExp(
        `(?<!\\p{L})(${[...ordinals.keys()].join('|')})\\s+(stykke|numeral|apartado|${numbering.countedParts.orNumbered.join('|')})(?!\\p{L})`,
        'gu',
      ),
      (_, first: string, word: string) => `${word} ${ordinals.get(first)}`,
    )
    // "sub-paragraph" is numbered, as in British schedules; "subparagraph" is not.
    .replace(/(?<!\p{L})sub-paragraph/gu, 'paragraph')
    .replace(/¶+/g, ' para. ')
    // Swiss: "art. 3 al. 2 let. b ch. 2".
    .replace(/(?<=\b(?:al|let)\.\s?\w{1,4},?\s)ch\.\s?(?=\d)/gu, 'nr. ')
    // French codes: "L. 123-4", "R * 421-1". In "artículos 14 a 16" the letter is a word.
    .replace(/(?<!\p{L}|[\d)]\p{L}*\s)([lrda])\.?\s?(\*?)\s?(?=\d+-\d|\d\d)/gu, '$1$2')
    // "First Schedule".
    .replace(new RegExp(`(\\p{L}+)\\s+(${oneOf(annexWords)})`, 'gu'), (whole, first: string, word: string) =>
      ordinals.has(first) ? `${word} ${ordinals.get(first)}` : whole,
    );
  return outerFirst(withSupplements(text).replace(namedByLast, ''));
}

/** `subsection 5(2)`, `subparagraph 5(2)(b)(i)`: Canadian and Australian citations name the innermost part first. */
const namedByLast =
  /^(?:sub-?sections?|(?:sub-?)?(?:sub-?)?paragraphs?|sub-?clauses?)\s+(?=\d+[a-z]*(?:\([\da-z]+\))+(?:\s?(?:,|and|or|to|-)?\s?\([\da-z]+\)){0,9}$)/u;

const provisional = numbering.provisional.words.join('|');
const provisionalWord = numbering.provisional.label.replace(' ', '-');
const kindsOfSupplement = numbering.supplement.kinds.join('|');
/** `articulo segundo transitorio`. */
const transitionalLast = /(?<!\p{L})(art(?:iculo|igo|\.)?)\s+(\d{1,3}|\p{L}{3,12})\s+transitorio(?!\p{L})/gu;

/** Spells `disposición final primera` as `disp-final primera`; the only provision of its kind, which has no number, is `unica`. */
function withSupplements(text: string): string {
  return text
    .replace(transitionalLast, `${provisionalWord} $2`)
    .replace(
      new RegExp(`(?<!\\p{L})disp(?:osic(?:ion(?:es)?|ao|oes))?\\.?\\s+(${kindsOfSupplement})e?s?(?!\\p{L})`, 'gu'),
      'disp-$1',
    )
    .replace(new RegExp(`(?:${provisional})(?!\\p{L})`, 'gu'), provisionalWord)
    .replace(new RegExp(`disp-(?:${kindsOfSupplement})(?=\\s*(?:$|[,;(]))`, 'gu'), '$& unica')
    .replace(new RegExp(`${provisionalWord.replace('.', '\\.')}(?=\\s*(?:$|[,;(]))`, 'gu'), '$& unico');
}

/** Writes the suffix of an inserted provision directly after its number: `14bis`, `2ter°`, `abis`; and `1er` as 1. */
function withSuffixes(text: string): string {
  return text
    .replace(ordinalWithSuffix, '$1$3$2')
    .replace(/(\d)(?:er|ere|re)(?!\p{L})/gu, '$1')
    .replace(numberWithSuffix, '$1$2$3')
    .replace(letterWithSuffix, '$1$2');
}

/**
 * Spells what only some languages write: the Turkish `madde 3/1-b` as `madde 3(1)(b)`, the Swedish and Finnish `2 kap. 5 a §` as `kap. 2, § 5a`, the Norwegian and Danish `§ 3 a`
 * as `§ 3a`, and the Catalan word for `disposición`.
 */
function withLocalSpelling(text: string): string {
  return (
    text
      .replace(/(?<=(?:madde|md\.)\s\d{1,4})\/(\d{1,2})(?:-([a-z])(?!\p{L}))?/gu, (_, paragraph: string, letter?: string) =>
        letter === undefined ? `(${paragraph})` : `(${paragraph})(${letter})`,
      )
      .replace(/(§\s?\d+)\s([a-z])(?![\p{L}).]|\s*[§\d])/gu, '$1$2')
      // "art. 3 c. 2" in Italy.
      .replace(/(?<=(?<!\p{L})art(?:\.|icolo)\s?\d{1,4}[\w-]{0,12},?\s)c\.\s?(?=\d)/gu, 'comma ')
      .replace(/(?<!\p{L})disposicio\s+/gu, 'disp. ')
      .replace(/(?<!\p{L})addicional/gu, 'adicional')
      .replace(/(?<![\p{L}\d])(\d{1,3})\s+(?:kap\.?|luku|luvun)(?!\p{L})/gu, 'kap. $1,')
      .replace(/(?<=^kap\. \d{1,3},\s+)(\d{1,4})(?:\s?([a-z]))?\s?§\s?(?=\d{1,3}$)/u, '§ $1$2 nr. ')
      .replace(/(?<=^|[,;]\s+)(\d{1,4})(?:\s?([a-z]))?\s?§(?=\s*$|\s*[,;(]|\s+(?:\d+\.?\s+mom|\p{L}))/gu, '§ $1$2')
  );
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
    .split(/\s+(?:of|de la|del|de|do|da|der|des|du|della|dello|van)\s+(?:the\s+|l'|het\s+)?|\s+dell'\s?/u)
    .reverse()
    .join(', ');
  const isInner =
    innerWord.test(text) ||
    (groupWord.test(outward) && (unitWord.test(text) || groupWord.test(text)) && !annexWord.test(text)) ||
    (unitWord.test(text) && annexWord.test(outward) && !annexWord.test(text));
  return isInner && (unitWord.test(outward) || groupWord.test(outward)) ? outward : text;
}
