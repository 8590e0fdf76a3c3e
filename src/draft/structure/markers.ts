import numbering from './numbering.json' with { type: 'json' };

/** What the beginning of a line says, if the line is a heading: the kind of provision, its number, and the words after it. */
export interface StructureMarker {
  /** A `supplement` (`Disposición final primera`) is cited like a unit, in addition to the draft's own kind of unit. */
  readonly type: 'group' | 'unit' | 'annex' | 'supplement';
  /** Key in numbering.json: `chapter`, `article`. */
  readonly kind: string;
  /** The word in labels: `art.`. */
  readonly word: string;
  /** The number in labels: `14`, `5a`, `6-1`, `III`; empty for an annex without a number. */
  readonly number: string;
  /** Word and number as printed: `Article 14`. */
  readonly written: string;
  /** The words after the number. */
  readonly rest: string;
  /** Whether a full stop, colon or dash separates the number from `rest`. */
  readonly separated: boolean;
}

/** A kind of provision that a word may name. */
interface Kind {
  readonly type: StructureMarker['type'];
  readonly kind: string;
  readonly word: string;
}

const kindsOfWord = new Map<string, Kind[]>();
for (const [type, kinds] of [
  ['group', numbering.groups],
  ['unit', numbering.units],
  ['annex', numbering.annexes],
] as const) {
  for (const [kind, entry] of Object.entries(kinds)) {
    for (const word of entry.words) kindsOfWord.set(word, [...(kindsOfWord.get(word) ?? []), { type, kind, word: entry.label }]);
  }
}

const numberWords = new Map(Object.entries(numbering.numberWords));
const ordinals = new Map(Object.entries(numbering.ordinals));
/** Latin suffixes of inserted provisions. */
const latin = '[Bb]is|BIS|[Tt]er|TER|[Qq]u(?:ater|inquies)|[Ss](?:exies|epties)|[Oo]cties|[Nn]onies|[Dd]ecies';
/** `Article ` or `§ ` at the beginning of a line. */
const headWord = /^(?:(§§?)\s*|([\p{L}-]+\.?)\s+)(?=\S)/u;
/** `First Schedule`, `2. Abschnitt`, `THE SCHEDULE`: the number before the word. */
const headOrdinal = /^(?:the\s+)?(?:(\d{1,2})\.?\s+|(\p{L}+)\s+)?([\p{L}-]+)(?![\p{L}\d])/iu;
/** The ending of an ordinal: `1er`, `1º`, `1.ª`, `2nd`. */
const ordinalEnding = '(?:\\s?(?:er|ère|re|º|°|ª|\\.[ºª°]|o\\.|th|st|nd|rd)(?!\\p{L}))?';
/** `L. 123-4`: the article of a French code. */
const codeNumber = /^([LRDA])\.?\s?(\*?)\s?(\d+(?:-\d+)*)(?![\p{L}\d])/u;
/** `14`, `5a`, `1º-A`, `6-1-1A`, `2 bis`, `5bis`, and `3 A` at the end of a line. */
const arabicNumber = new RegExp(
  `^(\\d+(?:[-.]\\d+)*)${ordinalEnding}((?:-?[A-Za-z]{1,2}|-?(?:${latin}))(?!\\p{L}))?${ordinalEnding}(\\s(?:${latin})(?!\\p{L}))?(\\s[A-Z]{1,2}(?=\\s*(?:$|\\()))?`,
  'u',
);
/** `IV`, `IVer`, `IV-A`, `II bis`, and a single capital letter. */
const romanNumeral = new RegExp(
  `^([IVXLCDM]+(?:-[A-Z])?|[A-Z])(?:er|ER|re|RE|º|°|ª|\\.[ºª°])?(\\s(?:${latin}))?(?![\\p{L}\\d])`,
  'u',
);

/** The number at the beginning of a text, as labels show it, and its length in characters as printed. */
function headNumber(text: string): { number: string; length: number } | undefined {
  const code = codeNumber.exec(text);
  if (code) return { number: `${code[1]}. ${code[2]}${code[3]}`, length: code[0].length };
  const arabic = arabicNumber.exec(text);
  if (arabic) {
    const [whole, digits = '', letters = '', word = '', after = ''] = arabic;
    return {
      number: digits + (letters.length > 2 ? letters.toLowerCase() : letters) + word.toLowerCase() + after,
      length: whole.length,
    };
  }
  const roman = romanNumeral.exec(text);
  if (roman) return { number: `${roman[1]}${(roman[2] ?? '').toLowerCase()}`, length: roman[0].length };
  const word = /^\p{L}+/u.exec(text)?.[0];
  const number = word && numberWords.get(fold(word));
  return word && number ? { number, length: word.length } : undefined;
}

/** Folds case and accents: `Artículo` and `ARTICULO` become the same word. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Reads the name of a provision at the beginning of a line. It may be a heading or a sentence that cites a provision; the caller
 * decides.
 * @returns all kinds that the word may mean (`section` groups articles or is a unit); empty if the line begins with no name
 */
export function structureMarkers(line: string): StructureMarker[] {
  const supplement = supplementMarker(line);
  if (supplement) return [supplement];
  const head = headWord.exec(line);
  const kinds = kindsOfWord.get(fold(head?.[1] ?? head?.[2] ?? ''));
  if (!head || !kinds) return ordinalMarkers(line);
  const after = line.slice(head[0].length);
  const number = headNumber(after);
  if (!number) return ordinalMarkers(line);
  const written = line.slice(0, head[0].length + number.length);
  return markersFor(kinds, number.number, written, after.slice(number.length));
}

/** One marker for each kind; none if the number runs on into a word. */
function markersFor(kinds: readonly Kind[], number: string, written: string, after: string): StructureMarker[] {
  const separator = /^\s*(?:[.:–—―]|-(?=\s|$)|\s-\s)+\s*/u.exec(after);
  const rest = separator ? after.slice(separator[0].length) : after;
  if (!separator && rest !== '' && !/^\s/.test(rest)) return [];
  const cleaned = number.replace(/\s+/g, ' ').replace(/\.$/, '');
  return kinds.map((kind) => ({ ...kind, number: cleaned, written, rest: rest.trim(), separated: separator !== null }));
}

/** Groups and annexes with the number before the word (`First Schedule`), and annexes without a number. */
function ordinalMarkers(line: string): StructureMarker[] {
  const head = headOrdinal.exec(line.slice(0, 80));
  if (!head) return [];
  const [written, digits, ordinal, word = ''] = head;
  const number = digits ?? (ordinal === undefined ? '' : ordinals.get(fold(ordinal)));
  const kinds = kindsOfWord.get(fold(word))?.filter(({ type }) => (number === '' ? type === 'annex' : type !== 'unit'));
  if (number === undefined || !kinds?.length) return [];
  const found = markersFor(kinds, number, written, line.slice(written.length));
  // "Schedule of fees" is the title of something else.
  return number === ''
    ? found.filter(({ rest, separated }) => rest === '' || (separated && /^the\s/i.test(line)) || /^[([]/.test(rest))
    : found;
}

/** `Disposición adicional primera`: Spanish laws have these after their last article. */
function supplementMarker(line: string): StructureMarker | undefined {
  const match = /^(disposici(?:ó|o)n)\s+(adicional|transitoria|derogatoria|final)\s+(\p{L}+|\d+)(?:\.?[ªº])?(?![\p{L}\d])/iu.exec(
    line,
  );
  const number = match && (/^\d/.test(match[3] ?? '') ? match[3] : numberWords.get(fold(match[3] ?? '')));
  if (!match || !number) return undefined;
  const [written, , adjective = ''] = match;
  const kind: Kind = { type: 'supplement', kind: 'supplement', word: `${numbering.supplement.label} ${fold(adjective)}` };
  return markersFor([kind], number, written, line.slice(written.length))[0];
}

/** `PRIMERO.- ...` or `Artículo Primero. ...` among the transitional provisions. */
export function transitionalMarker(text: string): StructureMarker | undefined {
  const match = /^(?:art[íi]culo\s+)?(\p{L}+)(?=\s*[.:–—-])/iu.exec(text);
  const number = match && numberWords.get(fold(match[1] ?? ''));
  if (!match || !number) return undefined;
  const kind: Kind = { type: 'supplement', kind: 'supplement', word: numbering.transitional.label };
  return markersFor([kind], number, match[0], text.slice(match[0].length))[0];
}

/** The numbering style of a list. All points of a list have the same one. */
export type PointStyle = `${'decimal' | 'alpha' | 'ALPHA' | 'roman' | 'ROMAN' | 'double' | 'dotted'}${PointSign}`;

/** The punctuation around or after a number; none in `1 The provider ...`. */
type PointSign = '.' | '()' | ')' | '°' | '§' | '-' | '';

/** One way to read the number of a point. */
export interface PointReading {
  readonly style: PointStyle;
  /** Position in the list, from 1. An inserted `2a` has that of 2. */
  readonly ordinal: number;
  /** `a` in `2a`; otherwise empty. */
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

/** The suffix of an inserted point: `2a`, `1A`, `2bis`. */
const inserted = '(?:[a-z]{1,2}|[A-Z]{1,2}(?=\\s*[).])|-?(?:bis|ter|quater|quinquies))?';
const pointPatterns: readonly { readonly pattern: RegExp; readonly sign: PointSign }[] = [
  { pattern: /^§\s*(\d+)\s*[.º°o]*(?:-([A-Z]))?\s*[.–—-]?\s+(?=\S)/u, sign: '§' },
  {
    pattern: new RegExp(`^\\(\\s*(\\d{1,3}${inserted}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]{1,2}|[IVXL]{1,6})\\s*\\)\\s*`, 'u'),
    sign: '()',
  },
  { pattern: /^(\d{1,3})\s?(?:°|\.?[ºª])\s*(?:[.)–—-]\s*)?/u, sign: '°' },
  { pattern: /^(\d{1,3}[a-z]?|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\)\s*/u, sign: ')' },
  { pattern: /^((?:[IVXL]{1,7}(?:-[A-Z])?|[A-Z])(?:\s(?:bis|ter|quater|quinquies))?)\s*(?:\.\s?[-–—]\s?|\s[-–—]\s)/u, sign: '-' },
  { pattern: /^(\d{1,3})(?:\s+[-–—]\s*|[-–]\s+|—\s*)(?=\p{L}|["“«„‘(])/u, sign: '-' },
  {
    pattern: new RegExp(
      `^(\\d{1,3}${inserted}|[a-z](?:bis|ter|quater)?|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\\.(?!\\d)(?:\\s*[-–—]\\s?)?\\s*`,
      'u',
    ),
    sign: '.',
  },
  { pattern: new RegExp(`^(\\d{1,2}${inserted})\\s+(?=\\p{Lu}|\\(1\\))`, 'u'), sign: '' },
];
/** `3.1`, `2.4.1.`: a number with those of its outer levels, as in policies and annexes. */
const dottedNumber = /^(\d{1,3}(?:\.\d{1,3}){1,4})(?:\.\s*|\)\s*|\s+)(?=\S)/u;
/** `Parágrafo único.` in Brazil, `Parágrafo.` and `Parágrafo 2°.` in Colombia. */
const namedParagraph =
  /^(par[áa]grafo(?:\s+(único|transitorio|(\d{1,2})))?)(?:\s*[º°ª]|o(?=\.))?(?:\s*[.:–—-]\s*|(?<=único)\s+)/iu;

/** Reads the number at the beginning of a paragraph; undefined if there is none. */
export function pointMarker(text: string): PointMarker | undefined {
  return namedParagraphMarker(text) ?? dottedMarker(text) ?? patternMarker(text);
}

function namedParagraphMarker(text: string): PointMarker | undefined {
  const match = namedParagraph.exec(text);
  if (!match) return undefined;
  const [whole, written = '', which, digits] = match;
  const readings: PointReading[] = [{ style: 'decimal§', ordinal: Number(digits ?? 1), suffix: '' }];
  const number = which?.toLowerCase() === 'único' ? 'único' : ['parágrafo', which?.toLowerCase()].filter(Boolean).join(' ');
  return { number, written, readings, rest: text.slice(whole.length) };
}

function dottedMarker(text: string): PointMarker | undefined {
  const match = dottedNumber.exec(text);
  if (match?.[1] === undefined) return undefined;
  const readings: PointReading[] = [{ style: 'dotted.', ordinal: Number(match[1].split('.').at(-1)), suffix: '' }];
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
    const readings = readingsOf(number, sign).map((reading) => (suffix ? { ...reading, suffix } : reading));
    if (readings.length === 0) continue;
    return {
      number: suffix ? `${number}-${suffix}` : number,
      written: match[0].trim(),
      readings,
      rest: text.slice(match[0].length),
    };
  }
  return undefined;
}

function readingsOf(number: string, sign: PointSign): PointReading[] {
  const digits = /^(\d+)(-?[a-zA-Z]*)$/.exec(number);
  if (digits) return [{ style: `decimal${sign}`, ordinal: Number(digits[1]), suffix: digits[2] ?? '' }];
  const readings: PointReading[] = [];
  const [head = '', suffix = ''] = number.split(/[-\s]|(?<=^[a-z])(?=bis$|ter$|quater$)/);
  const isLower = head === head.toLowerCase();
  const alpha = `${isLower ? 'alpha' : 'ALPHA'}${sign}` as const;
  const letter = head.toLowerCase().charCodeAt(0) - 96;
  const roman = romanValue(head);
  if (head.length === 1) readings.push({ style: alpha, ordinal: letter, suffix });
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

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a Roman numeral; undefined if the text is not one in its standard form. */
export function romanValue(text: string): number | undefined {
  if (!/^(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/i.test(text)) return undefined;
  const values = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
