import numbering from './numbering.json' with { type: 'json' };

/** A heading of the draft's structure: the kind's short word, its number, and the words that follow on the same line. */
export interface StructureMarker {
  /** A `supplement` is cited like a unit, but stands beside the draft's own kind of unit. */
  readonly type: 'group' | 'unit' | 'annex' | 'supplement';
  /** Key in numbering.json: `chapter`, `article`. */
  readonly kind: string;
  /** The word for labels: `art.`. */
  readonly word: string;
  /** As it stands in a label: `14`, `5a`, `6-1`, `III`; empty for an annex without one. */
  readonly number: string;
  /** As it is written. */
  readonly written: string;
  readonly rest: string;
  /** Whether a full stop, colon or dash parts the number from the rest. */
  readonly separated: boolean;
}

interface Entry {
  readonly type: StructureMarker['type'];
  readonly kind: string;
  readonly word: string;
}

const words = new Map<string, Entry[]>();
for (const [type, kinds] of [
  ['group', numbering.groups],
  ['unit', numbering.units],
  ['annex', numbering.annexes],
] as const) {
  for (const [kind, entry] of Object.entries(kinds)) {
    for (const each of entry.words) words.set(each, [...(words.get(each) ?? []), { type, kind, word: entry.label }]);
  }
}

const numberWords = new Map(Object.entries(numbering.numberWords));
const ordinals = new Map(Object.entries(numbering.ordinals));
const latin = '[Bb]is|BIS|[Tt]er|TER|[Qq]u(?:ater|inquies)|[Ss](?:exies|epties)|[Oo]cties|[Nn]onies|[Dd]ecies';
const headWord = /^(?:(§§?)\s*|([\p{L}-]+\.?)\s+)(?=\S)/u;
/** `First Schedule`, `2. Abschnitt`, `THE SCHEDULE`: the number before the word. */
const headOrdinal = /^(?:the\s+)?(?:(\d{1,2})\.?\s+|(\p{L}+)\s+)?([\p{L}-]+)(?![\p{L}\d])/iu;
/** What makes a number an ordinal: `1er`, `1º`, `1.ª`, `2nd`. */
const ordinalEnding = '(?:\\s?(?:er|ère|re|º|°|ª|\\.[ºª°]|o\\.|th|st|nd|rd)(?!\\p{L}))?';
/** `L. 123-4`: the article of a French code. */
const codeNumber = /^([LRDA])\.?\s?(\*?)\s?(\d+(?:-\d+)*)(?![\p{L}\d])/u;
/** `14`, `5a`, `1º-A`, `6-1-1A`, `2 bis`, `5bis`, and at the end of a line `3 A`. */
const arabicNumber = new RegExp(
  `^(\\d+(?:[-.]\\d+)*)${ordinalEnding}((?:-?[A-Za-z]{1,2}|-?(?:${latin}))(?!\\p{L}))?${ordinalEnding}(\\s(?:${latin})(?!\\p{L}))?(\\s[A-Z]{1,2}(?=\\s*(?:$|\\()))?`,
  'u',
);
const romanNumber = new RegExp(
  `^([IVXLCDM]+(?:-[A-Z])?|[A-Z])(?:er|ER|re|RE|º|°|ª|\\.[ºª°])?(\\s(?:${latin}))?(?![\\p{L}\\d])`,
  'u',
);

/** The number that a text begins with, as it stands in a label, and how many characters it takes. */
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
  const roman = romanNumber.exec(text);
  if (roman) return { number: `${roman[1]}${(roman[2] ?? '').toLowerCase()}`, length: roman[0].length };
  const word = /^\p{L}+/u.exec(text)?.[0];
  const number = word && numberWords.get(plain(word));
  return word && number ? { number, length: word.length } : undefined;
}

/** Lower case without accents, so that `Artículo` and `ARTICULO` are one word. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The structure that a line's first words name; undefined where they name none. Whether it is a heading, and not a sentence that cites one, is for the caller. */
export function structureMarker(line: string): StructureMarker[] {
  const supplement = supplementMarker(line);
  if (supplement) return [supplement];
  const head = headWord.exec(line);
  const entries = words.get(plain(head?.[1] ?? head?.[2] ?? ''));
  if (!head || !entries) return ordinalMarker(line);
  const after = line.slice(head[0].length);
  const number = headNumber(after);
  if (!number) return ordinalMarker(line);
  const written = line.slice(0, head[0].length + number.length);
  return marked(entries, number.number, written, after.slice(number.length));
}

/** The markers for what a line begins with, with the words after it; none where the number runs on into a word. */
function marked(entries: readonly Entry[], number: string, written: string, after: string): StructureMarker[] {
  const parting = /^\s*(?:[.:–—―]|-(?=\s|$)|\s-\s)+\s*/u.exec(after);
  const rest = parting ? after.slice(parting[0].length) : after;
  if (!parting && rest !== '' && !/^\s/.test(rest)) return [];
  const cleaned = number.replace(/\s+/g, ' ').replace(/\.$/, '');
  return entries.map((entry) => ({ ...entry, number: cleaned, written, rest: rest.trim(), separated: parting !== null }));
}

/** Groups and annexes whose number stands before the word, and annexes without one. */
function ordinalMarker(line: string): StructureMarker[] {
  const head = headOrdinal.exec(line.slice(0, 80));
  if (!head) return [];
  const [written, digits, ordinal, word = ''] = head;
  const number = digits ?? (ordinal === undefined ? '' : ordinals.get(plain(ordinal)));
  const entries = words.get(plain(word))?.filter(({ type }) => (number === '' ? type === 'annex' : type !== 'unit'));
  if (number === undefined || !entries?.length) return [];
  const found = marked(entries, number, written, line.slice(written.length));
  // "Schedule of fees" is a title of some other thing.
  return number === ''
    ? found.filter(({ rest, separated }) => rest === '' || (separated && /^the\s/i.test(line)) || /^[([]/.test(rest))
    : found;
}

/** `Disposición adicional primera`: what Spanish laws have after their last article. */
function supplementMarker(line: string): StructureMarker | undefined {
  const match = /^(disposici(?:ó|o)n)\s+(adicional|transitoria|derogatoria|final)\s+(\p{L}+|\d+)(?:\.?[ªº])?(?![\p{L}\d])/iu.exec(
    line,
  );
  const number = match && (/^\d/.test(match[3] ?? '') ? match[3] : numberWords.get(plain(match[3] ?? '')));
  if (!match || !number) return undefined;
  const [written, , kind = ''] = match;
  const entry: Entry = { type: 'supplement', kind: 'supplement', word: `${numbering.supplement.label} ${plain(kind)}` };
  return marked([entry], number, written, line.slice(written.length))[0];
}

/** `PRIMERO.- ...` and `Artículo Primero. ...` among the transitional provisions. */
export function transitionalMarker(text: string): StructureMarker | undefined {
  const match = /^(?:art[íi]culo\s+)?(\p{L}+)(?=\s*[.:–—-])/iu.exec(text);
  const number = match && numberWords.get(plain(match[1] ?? ''));
  if (!match || !number) return undefined;
  const entry: Entry = { type: 'supplement', kind: 'supplement', word: numbering.transitional.label };
  return marked([entry], number, match[0], text.slice(match[0].length))[0];
}

/** How a point in a list is numbered. Points of one list share it. */
export type PointStyle = `${'decimal' | 'alpha' | 'ALPHA' | 'roman' | 'ROMAN' | 'double' | 'dotted'}${PointSign}`;

/** What stands around or after a number; nothing in `1 The provider ...`. */
type PointSign = '.' | '()' | ')' | '°' | '§' | '-' | '';

export interface PointReading {
  readonly style: PointStyle;
  /** Place in the list, from 1; a `2a` has that of 2. */
  readonly ordinal: number;
  /** `a` in `2a`. */
  readonly suffix: string;
}

/** The number at the head of a paragraph or point: `1.`, `(2)`, `(a)`, `I -`, `3°`, `§ 2º`. */
export interface PointMarker {
  /** As it stands in a label, without brackets. */
  readonly number: string;
  readonly written: string;
  /** What it can mean: `(i)` is the ninth letter and the first Roman number. */
  readonly readings: readonly PointReading[];
  readonly rest: string;
}

const inserted = '(?:[a-z]{1,2}|-?(?:bis|ter|quater|quinquies))?';
const pointPatterns: readonly { readonly pattern: RegExp; readonly mark: PointSign }[] = [
  { pattern: /^§\s*(\d+)\s*[.º°o]*(?:-([A-Z]))?\s*[.–—-]?\s+(?=\S)/u, mark: '§' },
  {
    pattern: new RegExp(`^\\(\\s*(\\d{1,3}${inserted}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]{1,2}|[IVXL]{1,6})\\s*\\)\\s*`, 'u'),
    mark: '()',
  },
  { pattern: /^(\d{1,3})\s?(?:°|\.?[ºª])\s*(?:[.)–—-]\s*)?/u, mark: '°' },
  { pattern: /^(\d{1,3}[a-z]?|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\)\s*/u, mark: ')' },
  { pattern: /^((?:[IVXL]{1,7}(?:-[A-Z])?|[A-Z])(?:\s(?:bis|ter|quater|quinquies))?)\s*(?:\.\s?[-–—]\s?|\s[-–—]\s)/u, mark: '-' },
  { pattern: /^(\d{1,3})(?:\s+[-–—]\s*|[-–]\s+|—\s*)(?=\p{L}|["“«„‘(])/u, mark: '-' },
  {
    pattern: new RegExp(
      `^(\\d{1,3}${inserted}|[a-z](?:bis|ter|quater)?|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\\.(?!\\d)(?:\\s*[-–—]\\s?)?\\s*`,
      'u',
    ),
    mark: '.',
  },
  { pattern: new RegExp(`^(\\d{1,2}${inserted})\\s+(?=\\p{Lu}|\\(1\\))`, 'u'), mark: '' },
];
/** `3.1`, `2.4.1.`: the numbers of all levels, as in policies and annexes. */
const dottedNumber = /^(\d{1,3}(?:\.\d{1,3}){1,4})(?:\.\s*|\)\s*|\s+)(?=\S)/u;
/** `Parágrafo único.` in Brazil, `Parágrafo.` and `Parágrafo 2°.` in Colombia. */
const namedParagraph =
  /^(par[áa]grafo(?:\s+(único|transitorio|(\d{1,2})))?)(?:\s*[º°ª]|o(?=\.))?(?:\s*[.:–—-]\s*|(?<=único)\s+)/iu;

/** The number that a paragraph begins with; undefined where it begins with a word. */
export function pointMarker(text: string): PointMarker | undefined {
  const named = namedParagraph.exec(text);
  if (named) {
    const [whole, written = '', which, digits] = named;
    const readings: PointReading[] = [{ style: 'decimal§', ordinal: Number(digits ?? 1), suffix: '' }];
    const number = which?.toLowerCase() === 'único' ? 'único' : ['parágrafo', which?.toLowerCase()].filter(Boolean).join(' ');
    return { number, written, readings, rest: text.slice(whole.length) };
  }
  const dotted = dottedNumber.exec(text);
  if (dotted?.[1] !== undefined) {
    const readings: PointReading[] = [{ style: 'dotted.', ordinal: Number(dotted[1].split('.').at(-1)), suffix: '' }];
    return { number: dotted[1], written: dotted[0].trim(), readings, rest: text.slice(dotted[0].length) };
  }
  for (const { pattern, mark } of pointPatterns) {
    const match = pattern.exec(text);
    const number = match?.[1];
    if (!match || number === undefined) continue;
    // A single letter and a full stop begin a point only before a space: "U.S. companies", "z.B." do not.
    if (mark === '.' && /^[a-zA-Z]+$/.test(number) && !/^\S+\.\s|\.\s*[-–—]/.test(match[0])) continue;
    const suffix = match[2] ?? '';
    const readings = readingsOf(number, mark).map((reading) => (suffix ? { ...reading, suffix } : reading));
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

function readingsOf(number: string, mark: PointSign): PointReading[] {
  const digits = /^(\d+)(-?[a-z]*)$/.exec(number);
  if (digits) return [{ style: `decimal${mark}`, ordinal: Number(digits[1]), suffix: digits[2] ?? '' }];
  const readings: PointReading[] = [];
  const [head = '', suffix = ''] = number.split(/[-\s]|(?<=^[a-z])(?=bis$|ter$|quater$)/);
  const lower = head === head.toLowerCase();
  const roman = romanValue(head);
  if (head.length === 1)
    readings.push({ style: `${lower ? 'alpha' : 'ALPHA'}${mark}`, ordinal: head.toLowerCase().charCodeAt(0) - 96, suffix });
  if (roman !== undefined) readings.push({ style: `${lower ? 'roman' : 'ROMAN'}${mark}`, ordinal: roman, suffix });
  if (/^([a-z])\1$/i.test(head) && roman === undefined) {
    readings.push({ style: `double${mark}`, ordinal: head.toLowerCase().charCodeAt(0) - 96, suffix });
    // Between (a) and (b) stands an inserted (aa); after (z) comes (aa).
    readings.push({
      style: `${lower ? 'alpha' : 'ALPHA'}${mark}`,
      ordinal: head.toLowerCase().charCodeAt(0) - 96,
      suffix: head.slice(1),
    });
    readings.push({ style: `${lower ? 'alpha' : 'ALPHA'}${mark}`, ordinal: 26 + head.toLowerCase().charCodeAt(0) - 96, suffix });
  } else if (/^[a-z]{2}$/.test(head) && roman === undefined) {
    // An inserted point: (ba) stands between (b) and (c).
    readings.push({ style: `alpha${mark}`, ordinal: head.charCodeAt(0) - 96, suffix: head.slice(1) });
  }
  return readings;
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a Roman number that is written as it should be; undefined otherwise. */
export function romanValue(text: string): number | undefined {
  if (!/^(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/i.test(text)) return undefined;
  const values = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
