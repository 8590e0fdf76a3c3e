import numbering from '../numbering.json' with { type: 'json' };
import { fold } from './fold.ts';
import { printedLatin } from './latin.ts';
import { chineseNumeral, letterOrdinals, romanValue, westernDigits, wholeNumber, withCarets } from './numerals.ts';

/** The numbering style of a list. All points of a list have the same one. */
export type PointStyle = `${'decimal' | 'alpha' | 'ALPHA' | 'roman' | 'ROMAN' | 'double' | 'dotted'}${PointSign}`;

/** The punctuation around or after a number; none in `1 The provider ...`. */
type PointSign = '.' | '()' | ')' | '°' | '§' | '-' | '';

/** One way to read the number of a point. */
export interface PointReading {
  readonly style: PointStyle;
  /** Position in the list, from 1. An inserted `2a` has that of 2. */
  readonly ordinal: number;
  /** `a` in `2a`, folded; otherwise empty. */
  readonly suffix: string;
}

/** The number at the beginning of a paragraph or point: `1.`, `(2)`, `(a)`, `I -`, `3°`, `§ 2º`. */
export interface PointMarker {
  /** The number in labels, without brackets. */
  readonly number: string;
  /** As printed. */
  readonly written: string;
  /** All possible meanings: `(i)` is the ninth letter and the first Roman numeral. */
  readonly readings: readonly PointReading[];
  /** The words after the number. */
  readonly rest: string;
}

/** The suffix of an inserted point: `2a`, `1A`, `2bis`. Estonia has `1^1`. */
const inserted = `(?:[a-z]{1,2}|[A-Z]{1,2}(?=\\s*[).])|-?(?:${printedLatin}))?`;
/** `bis` in `2 bis)`, `a-bis)`. */
const bis = `[\\s-](?:${printedLatin})`;
/** Letters of other alphabets, and those of Spanish, Danish and Norwegian after `n` and `z`. */
const otherLetter = '[ñæøåđа-яα-ω]';
const pointPatterns: readonly { readonly pattern: RegExp; readonly sign: PointSign }[] = [
  { pattern: /^§\s*(\d+)\s*(?:er(?!\p{L}))?[.º°o]*(?:-([A-Z]))?\s*[.–—-]?\s+(?=\S)/u, sign: '§' },
  {
    pattern: new RegExp(
      `^\\(\\s*(\\d{1,3}(?:\\^\\d{1,2}|${bis}|${inserted})|[a-z]${bis}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]{1,2}|[IVXL]{1,6})\\s*\\)\\s*`,
      'u',
    ),
    sign: '()',
  },
  { pattern: new RegExp(`^\\(\\s*(${otherLetter})\\s*\\)\\s*`, 'u'), sign: '()' },
  { pattern: new RegExp(`^(${otherLetter})[).]\\s+`, 'u'), sign: ')' },
  { pattern: /^\(\s*([ء-ي])ـ?\s*\)\s*/u, sign: '()' },
  // A letter alone is no word in Arabic but "and", which is written with the next word. The tatweel joins a letter or is a dash.
  { pattern: /^([ء-ي])ـ?\s?(?:[-–—.)/]|ـ(?=\s))\s*/u, sign: ')' },
  // Danish: "Stk. 2."
  { pattern: /^Stk\.\s?(\d{1,2})\.?\s+/u, sign: '§' },
  {
    pattern: new RegExp(`^(\\d{1,3})\\s?(?:°|\\.?[ºª])(?:\\s?(${printedLatin})(?!\\p{L}))?\\s*(?:[.)–—-]\\s*)?`, 'u'),
    sign: '°',
  },
  {
    pattern: new RegExp(
      `^(\\d{1,3}(?:\\^\\d{1,2}|${bis}|[a-z])?|[a-z](?:${bis}|[a-z])?|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\\)\\s*`,
      'u',
    ),
    sign: ')',
  },
  {
    pattern: new RegExp(`^((?:[IVXL]{1,7}(?:-[A-Z])?|[A-Z])(?:${bis}(?:\\s[A-Z])?)?)\\s*(?:\\.\\s?[-–—]\\s?|\\s[-–—]\\s)`, 'u'),
    sign: '-',
  },
  { pattern: /^(\d{1,3})(?:\s+[-–—ـ]\s*|[-–ـ]\s+|—\s*|[-–ـ](?=[ء-ي]))(?=\p{L}|["“«„‘(])/u, sign: '-' },
  {
    pattern: new RegExp(
      `^(\\d{1,3}(?:\\^\\d{1,2}|${bis}|${inserted})|[a-z](?:[\\s-]?(?:${printedLatin}))?|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\\.(?!\\d)(?:\\s*[-–—]\\s?)?\\s*`,
      'u',
    ),
    sign: '.',
  },
  { pattern: new RegExp(`^(\\d{1,2}(?:[A-Z]{1,2}|${inserted}))\\s+(?=\\p{Lu}|\\(1\\))`, 'u'), sign: '' },
];
/** `3.1`, `2.4.1.`: a number with those of its outer levels, as in policies and annexes. */
const dottedNumber = /^(\d{1,3}(?:\.\d{1,3}){1,4}(?:\.[a-z](?=[.)]?\s))?)(?:\.\s*|\)\s*|\s+)(?=\S)/u;
/** `Parágrafo único.` in Brazil, `Parágrafo.` and `Parágrafo 2°.` in Colombia. */
const namedParagraph =
  /^(par[áa]grafo(?:\s+(único|transitorio|(\d{1,2})))?)(?:\s*[º°ª]|o(?=\.))?(?:\s*[.:–—-]\s*|(?<=único)\s+)/iu;

/** Reads the number at the beginning of a paragraph; undefined if there is none. */
export function pointMarker(text: string): PointMarker | undefined {
  const plain = /^(?:[(（]?\s?[٠-٩۰-۹०-९０-９〇○一-龥①-⑳]|（)|^\(?\d{1,3}[⁰¹²³⁴-⁹]/u.test(text) ? plainNumber(text) : text;
  const marker = namedParagraphMarker(plain) ?? wordMarker(plain) ?? dottedMarker(plain) ?? patternMarker(plain);
  if (!marker || plain === text) return marker;
  return { ...marker, written: text.slice(0, text.length - marker.rest.length).trim() };
}

/** Whether a text is only a number that words on the next line may follow: `§ 6º`, `IV -`, `(2)`. */
export function isLoneNumber(text: string): boolean {
  if (text.length > 20) return false;
  const marker = pointMarker(`${text.trim()} x`);
  return marker !== undefined && marker.rest.trim() === 'x' && marker.number !== 'único';
}

const bracketedNumber = new RegExp(`^[(（]\\s*(${chineseNumeral}|[\\d０-９]{1,3})\\s*[)）]\\s*`, 'u');
const leadingNumber = new RegExp(`^(${chineseNumeral}|[０-９]{1,3})(?:[、．.]\\s*|[\\s　]+)`, 'u');

/** Spells a number in Chinese characters, or in digits of another script, at the beginning of a text like `(1) ` or `1. `. */
function plainNumber(text: string): string {
  const raised = /^\(?\d{1,3}[⁰¹²³⁴-⁹]{1,2}/u.exec(text)?.[0];
  if (raised !== undefined) return withCarets(raised) + text.slice(raised.length);
  const digits = /^\(?\s*[٠-٩۰-۹०-९]{1,3}(?:\.[٠-٩۰-۹०-९]{1,3})*/u.exec(text)?.[0];
  if (digits !== undefined) return westernDigits(digits) + text.slice(digits.length);
  const circled = /^[①-⑳]\s*/u.exec(text)?.[0];
  if (circled !== undefined) return `(${circled.charCodeAt(0) - 0x245f}) ${text.slice(circled.length)}`;
  const bracketed = bracketedNumber.exec(text);
  const number = bracketed ?? leadingNumber.exec(text);
  const whole = wholeNumber(number?.[1] ?? '');
  if (!number || whole === undefined) return text;
  const rest = text.slice(number[0].length);
  if (bracketed) return `(${whole}) ${rest}`;
  // Chinese numerals list items, digits number the paragraphs above them.
  return /^[０-９]/u.test(text) ? `${whole}. ${rest}` : `${whole}) ${rest}`;
}

function namedParagraphMarker(text: string): PointMarker | undefined {
  const match = namedParagraph.exec(text);
  if (!match) return undefined;
  const [whole, written = '', which, digits] = match;
  const readings: PointReading[] = [{ style: 'decimal§', ordinal: Number(digits ?? 1), suffix: '' }];
  const number = which?.toLowerCase() === 'único' ? 'único' : ['parágrafo', which?.toLowerCase()].filter(Boolean).join(' ');
  return { number, written, readings, rest: text.slice(whole.length) };
}

/** `Dos. El artículo 5 queda redactado ...`: the amendments of a Spanish law. */
function wordMarker(text: string): PointMarker | undefined {
  const match = /^(\p{Lu}\p{Ll}{2,12})\.\s+(?=\p{Lu})/u.exec(text);
  const ordinal = numbering.cardinals.indexOf(match?.[1]?.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() ?? '') + 1;
  if (!match || ordinal === 0) return undefined;
  const readings: PointReading[] = [{ style: 'decimal-', ordinal, suffix: '' }];
  return { number: String(ordinal), written: match[0].trim(), readings, rest: text.slice(match[0].length) };
}

function dottedMarker(text: string): PointMarker | undefined {
  const match = dottedNumber.exec(text);
  if (match?.[1] === undefined) return undefined;
  const last = match[1].split('.').at(-1) ?? '';
  const ordinal = /^\d/.test(last) ? Number(last) : (letterOrdinals(last)[0]?.ordinal ?? 0);
  const readings: PointReading[] = [{ style: 'dotted.', ordinal, suffix: '' }];
  return { number: match[1], written: match[0].trim(), readings, rest: text.slice(match[0].length) };
}

function patternMarker(text: string): PointMarker | undefined {
  for (const { pattern, sign } of pointPatterns) {
    const match = pattern.exec(text);
    const number = match?.[1];
    if (!match || number === undefined) continue;
    // A letter and a full stop begin a point only before a space: "U.S. companies" and "z.B." are abbreviations.
    if (sign === '.' && /^[a-zA-Z]+$/.test(number) && !/^\S+\.\s|\.\s*[-–—]/.test(match[0])) continue;
    const suffix = match[2] ?? '';
    const readings = readingsOf(number, sign).map((reading) => (suffix ? { ...reading, suffix: fold(suffix) } : reading));
    if (readings.length === 0) continue;
    return {
      number: suffix ? `${number}${isLatin.test(suffix) ? ' ' : '-'}${suffix}` : number,
      written: match[0].trim(),
      readings,
      rest: text.slice(match[0].length),
    };
  }
  return undefined;
}

const isLatin = new RegExp(`^(?:${printedLatin})$`, 'u');
const numberAndSuffix = /^(\d+)[\s-]?(\p{L}*|\^\d+)$/u;
const beforeSuffix = new RegExp(`[-\\s]|(?<=^[a-z])(?=(?:${printedLatin})$)`, 'u');

function readingsOf(number: string, sign: PointSign): PointReading[] {
  const digits = numberAndSuffix.exec(number);
  if (digits) return [{ style: `decimal${sign}`, ordinal: Number(digits[1]), suffix: fold(digits[2] ?? '') }];
  const readings: PointReading[] = [];
  const [head = '', ...more] = number.split(beforeSuffix);
  const suffix = fold(more.join(' '));
  const isLower = head === head.toLowerCase();
  const alpha = `${isLower ? 'alpha' : 'ALPHA'}${sign}` as const;
  const places = letterOrdinals(head.charAt(0));
  const letter = places[0]?.ordinal ?? 0;
  const roman = romanValue(head);
  if (head.length === 1)
    for (const place of places) readings.push({ style: alpha, ordinal: place.ordinal, suffix: suffix || place.suffix });
  if (roman !== undefined) readings.push({ style: `${isLower ? 'roman' : 'ROMAN'}${sign}`, ordinal: roman, suffix });
  else if (/^([a-z])\1$/i.test(head)) {
    readings.push({ style: `double${sign}`, ordinal: letter, suffix });
    // (aa) may be inserted between (a) and (b), or may follow (z).
    readings.push({ style: alpha, ordinal: letter, suffix: head.slice(1) });
    readings.push({ style: alpha, ordinal: 26 + letter, suffix });
  } else if (/^[a-z]{2}$/.test(head)) {
    // (ba) is inserted between (b) and (c).
    readings.push({ style: `alpha${sign}`, ordinal: letter, suffix: head.slice(1) });
  }
  return readings;
}
