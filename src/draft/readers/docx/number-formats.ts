import { toRoman } from '../html/numbers.ts';

const russian = [...'абвгдежзиклмнопрстуфхцчшщыэюя'];
const abjad = [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'];
const arabicAlphabet = [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];
const circled = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];
const hangul = [...'가나다라마바사아자차카타파하'];
const kana = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'];
const iroha = [...'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン'];
const footnoteSigns = [...'*†‡§'];
const chineseDigits = [...'〇一二三四五六七八九'];
const formalDigits = [...'零壹贰叁肆伍陆柒捌玖'];

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const irregularOrdinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

const writers: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalEnclosedParen: (value) => `(${value})`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedCircle: (value) => circled[value - 1] ?? String(value),
  hex: (value) => value.toString(16).toUpperCase(),
  lowerRoman: toRoman,
  upperRoman: (value) => toRoman(value).toUpperCase(),
  lowerLetter: (value) => repeatedLetter(value, 'abcdefghijklmnopqrstuvwxyz'.split('')),
  upperLetter: (value) => repeatedLetter(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')),
  russianLower: (value) => repeatedLetter(value, russian),
  russianUpper: (value) => repeatedLetter(value, russian).toUpperCase(),
  arabicAbjad: (value) => repeatedLetter(value, abjad),
  arabicAlpha: (value) => repeatedLetter(value, arabicAlphabet),
  chicago: (value) => repeatedLetter(value, footnoteSigns),
  ganada: (value) => hangul[value - 1] ?? String(value),
  aiueo: (value) => kana[value - 1] ?? String(value),
  aiueoFullWidth: (value) => kana[value - 1] ?? String(value),
  iroha: (value) => iroha[value - 1] ?? String(value),
  irohaFullWidth: (value) => iroha[value - 1] ?? String(value),
  ideographTraditional: (value) => stems[value - 1] ?? String(value),
  ideographZodiac: (value) => branches[value - 1] ?? String(value),
  chineseCounting: (value) => chineseNumber(value, chineseDigits),
  chineseCountingThousand: (value) => chineseNumber(value, chineseDigits),
  japaneseCounting: (value) => chineseNumber(value, chineseDigits),
  taiwaneseCounting: (value) => chineseNumber(value, chineseDigits),
  taiwaneseCountingThousand: (value) => chineseNumber(value, chineseDigits),
  ideographDigital: (value) => inDigits(value, chineseDigits),
  japaneseDigitalTenThousand: (value) => inDigits(value, chineseDigits),
  taiwaneseDigital: (value) => inDigits(value, chineseDigits),
  chineseLegalSimplified: (value) => chineseNumber(value, formalDigits, [...'拾佰仟'], true),
  decimalFullWidth: (value) => inDigits(value, [...'０１２３４５６７８９']),
  decimalFullWidth2: (value) => inDigits(value, [...'０１２３４５６７８９']),
  hindiNumbers: (value) => inDigits(value, [...'०१२३४५६७८९']),
  thaiNumbers: (value) => inDigits(value, [...'๐๑๒๓๔๕๖๗๘๙']),
  ordinal: englishOrdinal,
  cardinalText: (value) => capitalized(inWords(value)),
  ordinalText: (value) => capitalized(ordinalInWords(value)),
};

/**
 * A number in one of Word's formats (`w:numFmt`), such as `upperRoman`; in Arabic figures for a format that is not known here.
 * @param custom the beginning of the sequence for the format `custom`: `001, 002, 003, ...`
 */
export function formatted(value: number, format: string, custom = ''): string {
  const zeros = /^(0*)1,/.exec(custom)?.[1]?.length ?? 0;
  if (format === 'custom') return String(value).padStart(zeros + 1, '0');
  // Letters and Roman numerals begin at 1 and end where nobody counts.
  const writer = value >= 1 && value < 4000 ? writers[format] : undefined;
  return writer?.(value) ?? String(value);
}

/** `a` to `z`, then `aa` to `zz`: the letter is repeated. */
function repeatedLetter(value: number, letters: readonly string[]): string {
  return (letters[(value - 1) % letters.length] ?? '').repeat(Math.ceil(value / letters.length));
}

function inDigits(value: number, digits: readonly string[]): string {
  return [...String(value)].map((digit) => digits[Number(digit)]).join('');
}

/** @param keepsOne whether ten is written as "one ten" */
function chineseNumber(value: number, digits: readonly string[], powers = [...'十百千'], keepsOne = false): string {
  const figures = [...String(value)].map(Number);
  let written = '';
  for (const [index, figure] of figures.entries()) {
    const power = figures.length - 1 - index;
    if (figure !== 0) written += digits[figure] + (power === 0 ? '' : (powers[power - 1] ?? ''));
    else if (figures[index + 1]) written += digits[0] === '〇' ? '零' : digits[0];
  }
  return keepsOne || value < 10 || value > 19 ? written : written.replace(/^一/, '');
}

function englishOrdinal(value: number): string {
  const isTeen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${(isTeen ? undefined : ['', 'st', 'nd', 'rd'][value % 10]) || 'th'}`;
}

function inWords(value: number): string {
  if (value < 20) return units[value] ?? '';
  if (value < 100) return [tens[Math.floor(value / 10)], value % 10 && units[value % 10]].filter(Boolean).join('-');
  const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  return [inWords(Math.floor(value / size)), name, value % size ? inWords(value % size) : ''].filter(Boolean).join(' ');
}

function ordinalInWords(value: number): string {
  return inWords(value).replace(
    /[a-z]+$/,
    (last) => irregularOrdinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`),
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
