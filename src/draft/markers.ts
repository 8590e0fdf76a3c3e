import numbering from './numbering.json' with { type: 'json' };

/** A heading of the draft's structure: the kind's short word, its number, and the words that follow on the same line. */
export interface StructureMarker {
  readonly type: 'group' | 'unit' | 'annex';
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
  readonly parted: boolean;
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

const numberWords: Readonly<Record<string, string>> = numbering.numberWords;
const latin = 'bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies';
const headWord = /^(?:(§§?)\s*|([\p{L}-]+\.?)\s+)(?=\S)/u;
const headNumber = new RegExp(
  `^(?:(\\d+(?:[-.]\\d+)*(?:-?[A-Za-z]{1,2}(?![\\p{L}]))?(?:\\s(?:${latin})(?![\\p{L}]))?)(?:\\s?(?:er|ère|re|º|°|ª|o\\.|\\.º|th|st|nd|rd)(?![\\p{L}]))?|([IVXLCDM]+(?:-[A-Z])?|[A-Z])(?![\\p{L}\\d])|(\\p{L}+)(?![\\p{L}\\d]))`,
  'u',
);

/** Lower case without accents, so that `Artículo` and `ARTICULO` are one word. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The structure that a line's first words name; undefined where they name none. Whether it is a heading, and not a sentence that cites one, is for the caller. */
export function structureMarker(line: string): StructureMarker[] {
  const head = headWord.exec(line);
  if (!head) return /^(?:annexe?|anexo|anhang|anlage|schedule|appendix)\.?$/i.test(line.trim()) ? bareAnnex(line.trim()) : [];
  const entries = words.get(plain(head[1] ?? head[2] ?? ''));
  if (!entries) return [];
  const after = line.slice(head[0].length);
  const match = headNumber.exec(after);
  const number = match?.[1] ?? match?.[2] ?? numberWords[plain(match?.[3] ?? '')];
  if (!match || number === undefined) return [];
  let tail = after.slice(match[0].length);
  const parting = /^\s*(?:[.:–—―]|-(?=\s|$)|\s-\s)+\s*/u.exec(tail);
  if (parting) tail = tail.slice(parting[0].length);
  else if (tail !== '' && !/^\s/.test(tail)) return [];
  const written = line.slice(0, head[0].length + match[0].length);
  const cleaned = number.replace(/\s+/g, ' ').replace(/\.$/, '');
  return entries.map((entry) => ({ ...entry, number: cleaned, written, rest: tail.trim(), parted: parting !== null }));
}

function bareAnnex(written: string): StructureMarker[] {
  const entry = words.get(plain(written.replace(/\.$/, '')))?.find(({ type }) => type === 'annex');
  return entry ? [{ ...entry, number: '', written, rest: '', parted: true }] : [];
}

/** How a point in a list is numbered. Points of one list share it. */
export type PointStyle = `${'decimal' | 'alpha' | 'ALPHA' | 'roman' | 'ROMAN' | 'double'}${'.' | '()' | ')' | '°' | '§' | '-'}`;

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

const pointPatterns: readonly { readonly pattern: RegExp; readonly mark: '.' | '()' | ')' | '°' | '§' | '-' }[] = [
  { pattern: /^§\s*(\d+)\s*[.º°o]*(?:-([A-Z]))?\s*[.–—-]?\s+(?=\S)/u, mark: '§' },
  { pattern: /^\(\s*(\d{1,3}[a-z]{0,2}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]{1,2}|[IVXL]{1,6})\s*\)\s*/u, mark: '()' },
  { pattern: /^(\d{1,3})\s?°\s*(?:[.)–—-]\s*)?/u, mark: '°' },
  { pattern: /^(\d{1,3}[a-z]?|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\)\s*/u, mark: ')' },
  { pattern: /^((?:[IVXL]{1,7}(?:-[A-Z])?|[A-Z])(?:\s(?:bis|ter|quater|quinquies))?)\s*(?:\.\s?[-–—]\s?|\s[-–—]\s)/u, mark: '-' },
  { pattern: /^(\d{1,3}[a-z]{0,2}|[a-z]|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\.(?!\d)(?:\s*[-–—]\s?)?\s*/u, mark: '.' },
];
const soleParagraph = /^(par[áa]grafo\s+(único))\s*[.:–—-]?\s*/iu;

/** The number that a paragraph begins with; undefined where it begins with a word. */
export function pointMarker(text: string): PointMarker | undefined {
  const sole = soleParagraph.exec(text);
  if (sole) {
    const readings: PointReading[] = [{ style: 'decimal§', ordinal: 1, suffix: '' }];
    return { number: 'único', written: sole[1] ?? '', readings, rest: text.slice(sole[0].length) };
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

function readingsOf(number: string, mark: '.' | '()' | ')' | '°' | '§' | '-'): PointReading[] {
  const digits = /^(\d+)([a-z]*)$/.exec(number);
  if (digits) return [{ style: `decimal${mark}`, ordinal: Number(digits[1]), suffix: digits[2] ?? '' }];
  const readings: PointReading[] = [];
  const [head = '', suffix = ''] = number.split(/[-\s]/);
  const lower = head === head.toLowerCase();
  const roman = romanValue(head);
  if (head.length === 1)
    readings.push({ style: `${lower ? 'alpha' : 'ALPHA'}${mark}`, ordinal: head.toLowerCase().charCodeAt(0) - 96, suffix });
  if (roman !== undefined) readings.push({ style: `${lower ? 'roman' : 'ROMAN'}${mark}`, ordinal: roman, suffix });
  if (/^([a-z])\1$/i.test(head) && roman === undefined) {
    readings.push({ style: `double${mark}`, ordinal: head.toLowerCase().charCodeAt(0) - 96, suffix });
    // After (z) comes (aa).
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
