import numbering from '../numbering.json' with { type: 'json' };
import { fold } from './fold.ts';
import { printedLatin } from './latin.ts';
import { numberInWords, numberWords, ordinals } from './number-words.ts';
import { chineseNumeral, superscripts, westernDigits, wholeNumber, withCarets } from './numerals.ts';

export { fold } from './fold.ts';

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
    for (const word of entry.words.map(fold))
      kindsOfWord.set(word, [...(kindsOfWord.get(word) ?? []), { type, kind, word: entry.label }]);
  }
}

/** The first words of kinds that have two: `sehemu ya`, `phụ lục`. */
const firstOfTwo = new Set([...kindsOfWord.keys()].flatMap((word) => (word.includes(' ') ? [word.split(' ')[0]] : [])));
/** `Article ` or `§ ` at the beginning of a line, in Arabic also `المادة رقم` and `مادة(1)`. */
const headWord = /^(?:(§§?)\s*|([\p{L}\p{M}-]+\.?)(?:\s+(?:رقم\s+)?|(?=\()))(?=\S)/iu;
/** `مادة 5 مكرر`: the Arabic `bis`. */
const arabicBis = /^\s*\(?\s*مكرر(?:ة|اً?|ًا)?\s*\)?(?!\p{L})/u;
/** An Arabic line in brackets, as Egyptian laws print the number of an article: `(المادة الأولى)`. */
const bracketedLine = /^[([]\s*([\u0621-\u064a][^()[\]]{3,60}(?:\(\d{1,4}\))?)\s*[)\]]\s*[:.]?$/u;
/** `First Schedule`, `2. Abschnitt`, `THE SCHEDULE`: the number before the word. */
const headOrdinal = /^(?:the\s+)?(?:(\d{1,2})\.?\s+|(on\s\p{L}+|\p{L}+)\s+)?([\p{L}-]+)(?![\p{L}\d])/iu;
/** The ending of an ordinal: `1er`, `1º`, `1.ª`, `2nd`. */
const ordinalEnding = '(?:\\s?(?:er|ère|re|º|°|ª|\\.[ºª°]|o\\.|th|st|nd|rd)(?!\\p{L}))?';
/** The characters for kinds of provisions, the longest first: `部分`, `条`. */
const characters = Object.keys(numbering.characters)
  .sort((a, b) => b.length - a.length)
  .join('|');
const characterHead = new RegExp(
  `^第\\s*(${chineseNumeral}|[\\d０-９]{1,4}(?:[-－][\\d０-９]{1,2})?)\\s*(${characters})(?:[の之](${chineseNumeral}))?[\\s　]*[:：]?[\\s　]*`,
  'u',
);
/** `L. 123-4`: the article of a French code. */
const codeNumber = /^([LRDA])\.?\s?(\*?)\s?(\d+(?:-\d+)*)(?![\p{L}\d])/u;
/** `14`, `5a`, `1º-A`, `6-1-1A`, `3/1`, `2 bis`, `5bis`, `3^1`, `3¹`, `3 bis A`, `3 A` at the end of a line, and `3 a.` */
const arabicNumber = new RegExp(
  `^(\\d+(?:[-.]\\d+|/\\d{1,2}(?!\\d|/)|\\^\\d{1,2}|[${superscripts}]{1,2})*)${ordinalEnding}((?:-?[A-Za-z]{1,2}|-?(?:${printedLatin}))(?!\\p{L}))?${ordinalEnding}(\\s(?:${printedLatin})(?!\\p{L}))?((?<=\\p{L}{3})\\s[A-Z](?=\\s*[.:–—-])|\\s[A-Z]{1,2}(?=\\s*(?:$|\\())|\\s[a-z](?=\\.\\s|$))?`,
  'u',
);
/** `IV`, `IVer`, `IV-A`, `II bis`, and a single capital letter, in Greek with its sign: `Α΄`. */
const romanNumeral = new RegExp(
  `^([IVXLCDM]+(?:-[A-Z])?|[A-Z]|[Α-Ω]{1,2}(?=[΄’'ʹ]))(?:[΄’'ʹ]|er|ER|re|RE|º|°|ª|\\.[ºª°])?(\\s(?:${printedLatin}))?(?![\\p{L}\\d])`,
  'u',
);

/** The number at the beginning of a text, as labels show it, and its length in characters as printed. */
function headNumber(text: string): { number: string; length: number } | undefined {
  // Arabic laws: "المادة (3)".
  const bracketed = /^\(\s*(\d{1,4})\s*\)(?!\s*\p{Ll})/u.exec(text);
  if (bracketed?.[1]) return { number: bracketed[1], length: bracketed[0].length };
  const code = codeNumber.exec(text);
  if (code) return { number: `${code[1]}. ${code[2]}${code[3]}`, length: code[0].length };
  const arabic = arabicNumber.exec(text);
  if (arabic) {
    const [whole, digits = '', letters = '', word = '', after = ''] = arabic;
    return {
      number:
        withCarets(digits) +
        (letters.length > 2 ? letters.toLowerCase() : letters) +
        word.toLowerCase() +
        (/[a-z]/.test(after) ? after.trim() : after),
      length: whole.length,
    };
  }
  const roman = romanNumeral.exec(text);
  if (roman) return { number: `${roman[1]}${(roman[2] ?? '').toLowerCase()}`, length: roman[0].length };
  return numberInWords(text);
}

/**
 * Reads the name of a provision at the beginning of a line. It may be a heading or a sentence that cites a provision; the caller
 * decides.
 * @returns all kinds that the word may mean (`section` groups articles or is a unit); empty if the line begins with no name
 */
export function structureMarkers(line: string): StructureMarker[] {
  const supplement = supplementMarker(line) ?? provisionalMarker(line);
  if (supplement) return [supplement];
  if (line.startsWith('第')) return characterMarkers(line);
  if (line.startsWith('附')) return characterAnnex(line);
  const bracketed = /^[([]/.test(line) ? bracketedLine.exec(line)?.[1] : undefined;
  if (bracketed !== undefined)
    return structureMarkers(bracketed).flatMap((each) => (each.rest === '' ? [{ ...each, written: line.trim() }] : []));
  if (/^\d/.test(line)) {
    const sign = signMarkers(line);
    if (sign.length > 0) return sign;
  }
  const { kinds, length } = headKinds(line);
  if (!kinds) return ordinalMarkers(line);
  const after = line.slice(length);
  const number = headNumber(westernDigits(after));
  if (!number) return ordinalMarkers(line);
  const repeated = arabicBis.exec(after.slice(number.length))?.[0];
  if (repeated !== undefined) {
    const end = length + number.length + repeated.length;
    return markersFor(kinds, `${number.number} bis`, line.slice(0, end), line.slice(end));
  }
  const written = line.slice(0, length + number.length);
  return markersFor(kinds, number.number, written, after.slice(number.length));
}

/** The kinds that the first word or the first two of a line name, and the length up to the number. */
function headKinds(line: string): { readonly kinds?: readonly Kind[] | undefined; readonly length: number } {
  const head = headWord.exec(line);
  if (!head) return { length: 0 };
  // Arabic headings are often drawn out by a tatweel: `المـادة`.
  const word = fold((head[1] ?? head[2] ?? '').replaceAll('ـ', ''));
  const two = firstOfTwo.has(word) ? /^(\p{L}+\s\p{L}+)\s+(?=\S)/u.exec(line) : null;
  const kinds = two && kindsOfWord.get(fold(two[1] ?? ''));
  return two && kinds ? { kinds, length: two[0].length } : { kinds: kindsOfWord.get(word), length: head[0].length };
}

/** `5 a § Registret är offentligt.`: Swedish and Finnish laws put the sign after the number. */
function signMarkers(line: string): StructureMarker[] {
  const match = /^(\d{1,4})(?:\s?([a-zåäö]))?\s?§(?!§)(?=\s|$|[.:])/u.exec(line);
  const kinds = match && kindsOfWord.get('§');
  if (!match || !kinds) return [];
  return markersFor(kinds, `${match[1]}${match[2] ?? ''}`, match[0], line.slice(match[0].length));
}

/** `第三条`, `第二章`, `第十条の二`: Chinese and Japanese provisions. */
function characterMarkers(line: string): StructureMarker[] {
  const match = characterHead.exec(line);
  const [written = '', number = '', character = '', inserted] = match ?? [];
  const kind = numbering.characters[character as keyof typeof numbering.characters];
  const entry = { ...numbering.groups, ...numbering.units }[kind as 'article' | 'chapter'];
  const [head = '', tail] = number.split(/[-－]/);
  const whole = wholeNumber(head);
  if (!match || kind === undefined || !entry || whole === undefined) return [];
  const type = kind === 'article' ? 'unit' : 'group';
  const suffix = [tail, inserted].map((each) => (each === undefined ? '' : `-${wholeNumber(each)}`)).join('');
  const rest = line.slice(written.length).trim();
  return [{ type, kind, word: entry.label, number: whole + suffix, written: written.trim(), rest, separated: true }];
}

/** `附件1：清单`, `附录`: Chinese annexes. */
function characterAnnex(line: string): StructureMarker[] {
  const [written = '', name = '', number] = annexHead.exec(line) ?? [];
  const kind = numbering.characterAnnexes[name as '附件'];
  const rest = line.slice(written.length).replace(/^[\s　:：]+/u, '');
  const isSeparated = number !== undefined || /^[\s　:：]|^$/u.test(line.slice(written.length));
  if (!kind || !isSeparated || rest.length > longestAnnexTitle || /[。；，]/u.test(rest)) return [];
  const { label } = numbering.annexes[kind as 'annex'];
  return [
    {
      type: 'annex',
      kind,
      word: label,
      number: number === undefined ? '' : (wholeNumber(number) ?? ''),
      written,
      rest,
      separated: true,
    },
  ];
}

/** Characters. A longer line is a sentence. */
const longestAnnexTitle = 40;
const annexHead = new RegExp(
  `^(${Object.keys(numbering.characterAnnexes).join('|')})(?:\\s*(${chineseNumeral}|[\\d０-９]{1,2}))?`,
  'u',
);

/** One marker for each kind; none if the number runs on into a word. */
function markersFor(kinds: readonly Kind[], number: string, written: string, after: string): StructureMarker[] {
  const separator = /^\s*(?:[.:–—―ـ]\s?|-(?=\s|$|[ء-ي])\s?|\s-\s)+\s*/u.exec(after);
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
  // "2 Subsection 14(2)" is an item of a schedule, "4. Section 12 of that Act is amended" a section.
  if (number === undefined || !kinds?.length || (digits !== undefined && /^\s+\d/.test(line.slice(written.length)))) return [];
  // "2 Schedule" is a section with that title, "2. Schedule" may be the second schedule.
  const fitting = /^\d+\s/.test(written) ? kinds.filter(({ type }) => type !== 'annex') : kinds;
  const found = markersFor(fitting, number, written, line.slice(written.length));
  // "Schedule of fees" is the title of something else.
  return number === ''
    ? found.filter(({ rest, separated }) => rest === '' || (separated && /^the\s/i.test(line)) || /^[([]/.test(rest))
    : found;
}

/** `Disposición adicional primera`: Spanish laws have these after their last article. */
function supplementMarker(line: string): StructureMarker | undefined {
  const match =
    /^(disposici(?:[óo]n|[óo])|disposi[çc][ãa]o)\s+(add?icional|transit[oòó]ria|derogat[oòó]ria|revogat[óo]ria|final)(?:\s+(\p{L}+|\d+)(?:\.?[ªº])?(?![\p{L}\d])|(?=\s*(?:[.:]|$)))/iu.exec(
      line,
    );
  // The only one of its kind may have no number.
  const ordinal = match?.[3] ?? 'única';
  const number = match && (/^\d/.test(ordinal) ? ordinal : numberWords.get(fold(ordinal)));
  if (!match || !number) return undefined;
  const [written, , adjective = ''] = match;
  const kind: Kind = {
    type: 'supplement',
    kind: 'supplement',
    word: `${numbering.supplement.label} ${fold(adjective).replace('dd', 'd')}`,
  };
  return markersFor([kind], number, written, line.slice(written.length))[0];
}

const provisional = new RegExp(`^(?:${numbering.provisional.words.join('|')})(?![\\p{L}\\d])`, 'u');

/** `GEÇİCİ MADDE 1-`, `Artículo 1 transitorio.`, `Artículo transitorio.-`: a transitional article. The only one may have no number. */
function provisionalMarker(line: string): StructureMarker | undefined {
  const start = line.slice(0, 80);
  const words = /^\p{L}+\s+\p{L}+/u.exec(start)?.[0] ?? '';
  const [around, word = '', inside = '', adjective = ''] = /^(\p{L}+\s+)((?:\d{1,3}|\p{L}+)[º°]?\s+)(\p{L}+)/u.exec(start) ?? [];
  const isDirect = provisional.test(fold(words));
  const number = isDirect ? headNumber(line.slice(words.length).trimStart()) : headNumber(inside);
  if (!isDirect && !(number && provisional.test(fold(word + adjective)))) return undefined;
  const name = isDirect ? words : (around ?? '');
  const gap = line.slice(name.length).length - line.slice(name.length).trimStart().length;
  const length = name.length + (isDirect && number ? gap + number.length : 0);
  // A sentence goes on after the words: "Artículo transitorio que ...".
  if (!number && !/^\s*[.:–—-]/.test(line.slice(length))) return undefined;
  const kind: Kind = { type: 'supplement', kind: 'supplement', word: numbering.provisional.label };
  return markersFor([kind], number?.number ?? 'único', line.slice(0, length), line.slice(length))[0];
}

/**
 * `PRIMERO.- ...` or `Artículo Primero. ...` among the transitional or final provisions.
 * @param word their word in labels
 */
export function transitionalMarker(text: string, word: string = numbering.transitional.label): StructureMarker | undefined {
  const match = /^(?:art[íi]culo\s+)?(\p{L}+)(?=\s*[.:–—-])/iu.exec(text);
  const number = match && numberWords.get(fold(match[1] ?? ''));
  if (!match || !number) return undefined;
  const kind: Kind = { type: 'supplement', kind: 'supplement', word };
  return markersFor([kind], number, match[0], text.slice(match[0].length))[0];
}
