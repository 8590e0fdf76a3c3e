/** Characters that print nothing: soft hyphen, zero-width space and joiners, marks of direction, variation selectors. */
const invisible =
  '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff';
export const invisibleCharacter = new RegExp(`[${invisible}]`, 'u');

/** How far a word or a number is looked at on each side. */
const reach = 48;

const skip = `[${invisible}]*`;
const letter = '[\\p{L}\\p{N}\\p{M}]';
const hyphens = '-‐‑';
const dashes = `${hyphens}‒–—―−`;
const apostrophes = "'’ʼ‘`´′＇";
/** Separates the groups of a number: 2 500 000, also with a no-break or thin space, or at the end of a line. */
const thin = '[ \\u00a0\\u2007\\u2009\\u202f]';
/** 2 ½ and 2 1/2 are one number. */
const mixed = `${thin}(?=[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]|\\p{N}{1,2}[/⁄∕]\\p{N}{1,3}(?!\\p{N}))`;
/** 10. 3. 2024, as some languages write dates. */
const dayPoint = `(?<=(?<!\\p{N})\\p{N}{1,2})\\.${thin}(?=\\p{N}{1,2}\\.${thin}?\\p{N}{4}(?!\\p{N}))`;
const monthPoint = `(?<=(?<!\\p{N})\\p{N}{1,2}\\.${thin}?\\p{N}{1,2})\\.${thin}(?=\\p{N}{4}(?!\\p{N}))`;
const groupSpace = `(?:${thin}|${thin}?\\n${thin}?)`;

/**
 * What joins two letters or digits into one word: hyphens, also at the end of a line; apostrophes; between digits also points,
 * commas, colons, slashes, any dash, and the space before a group of three or a fraction; the ^ before a superscript; the points of
 * U.S.
 */
const joints = [
  `[${invisible}]+`,
  `${skip}(?:(?<=\\p{L})\\.)?[${hyphens}]${skip}(?:[^\\S\\n]*\\n\\s*)?`,
  `${skip}[${apostrophes}]${skip}`,
  `\\^[${dashes}]?`,
  // 3/4, 2022/2065 and 2024/03/01, but not two years: 2020/21.
  `(?<=\\p{N})${thin}?[/⁄∕÷]${thin}?(?=\\p{N})(?!(?<=(?<!\\p{N})(?:19|20)\\p{N}{2}/)\\p{N}{2}(?![\\p{N}/]))`,
  `(?<=(?<!\\p{N})\\p{N}{1,3})${thin}[–—]${thin}(?=\\p{N}{1,3}(?!\\p{N}))`,
  `(?<=\\p{N})${thin}?[×·⋅*]${thin}?(?=10[⁰¹²³⁴-⁹⁺⁻^])`,
  `(?<=\\p{N})${mixed}`,
  dayPoint,
  monthPoint,
  // 10⁻³ in characters of their own.
  `(?<=\\p{N})[⁺⁻](?=\\p{N})`,
  // user_name; the brackets of (non)binding and [un]lawful, but not those of a point such as (a), (ii) or (bb).
  `(?<=${letter})_+(?=${letter})`,
  `(?<=(?<!${letter})[(\\[](?!(?:(\\p{L})\\1+|x{0,3}(?:ix|iv|v?i{0,3}))[)\\]])\\p{Ll}{2,12})[)\\]](?=\\p{Ll})`,
  `(?<=\\p{N}${skip})[.,:·٫٬${dashes}]${skip}(?=\\p{N})`,
  `(?<=(?<!\\p{N}|[.,])\\p{N}{1,3}|\\s\\p{N}{3})${groupSpace}(?=\\p{N}{3}(?!\\p{N}))`,
  `(?<=(?<!\\p{L})\\p{L})\\.(?=\\p{L}(?!\\p{L}))`,
];
/** A word or number, with the sign before it and the percent sign after it. */
const word = new RegExp(
  `(?:(?<=^|[\\s(])[-−+±]?\\.?(?=\\p{N}))?${letter}+(?:(?:${joints.join('|')})${letter}+)*(?:(?<=\\p{N})[ \\u00a0\\u2009\\u202f]?[%‰٪]|(?<=\\p{N})[°])?`,
  'gu',
);

/** Writing systems without spaces between words, in which no edge of a word can be told. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Chinese and Japanese words for "not" that a quote of the words after them would hide. */
const negating = /[不未非无無毋勿莫]/u;

/** Digits of Chinese numbers: `十日` is not a quote of `三十日`, nor `6` of `6万`. */
const numeral = /[〇零○一二两三四五六七八九十百千万亿兩萬億\p{Nd}]/u;

/**
 * Whether a position of a text is within a word or a number. A word includes its hyphens, apostrophes and invisible characters; a
 * number includes its sign, its groups, its decimals, the other end of its range, and its percent sign.
 */
export function cutsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  if (isPlainEdge(text, at)) return false;
  const [before, after] = [text.slice(Math.max(0, at - reach), at), text.slice(at, at + reach)];
  const [previous, next] = [[...before].at(-1) ?? '', [...after][0] ?? ''];
  if (negating.test(previous) && unspaced.test(next)) return true;
  if (numeral.test(next) && (numeral.test(previous) || before.endsWith('分之'))) return true;
  if (unspaced.test(previous) || unspaced.test(next)) return false;
  for (const { index, 0: found } of (before + after).matchAll(word)) {
    if (index >= before.length) break;
    if (index + found.length > before.length) return true;
  }
  return false;
}

/** Fast path for most quotes: a space on one side, and an ordinary letter or punctuation on the other. */
function isPlainEdge(text: string, at: number): boolean {
  const [previous, next] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  if (isSpace(next)) {
    // The point of a day: 10. 3. 2024.
    if (previous === fullStop) return !isDigit(text.charCodeAt(at - 2));
    return isAsciiLetter(previous) || previous === comma || previous === semicolon;
  }
  if (!isSpace(previous) || !isAsciiLetter(next)) return false;
  return isAsciiLetter(text.charCodeAt(at - 2)) || text.charCodeAt(at - 2) === fullStop || text.charCodeAt(at - 2) === comma;
}

const [comma, fullStop, semicolon] = [44, 46, 59];

function isSpace(code: number): boolean {
  return code === 32 || code === 10;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/**
 * Whether a quote that was found without its outer dashes begins and ends at the edges of words, with them: the quote `-5` is not in
 * `5`, nor `non-` in `non`.
 */
export function isWhole(text: string, start: number, end: number, quote: string): boolean {
  const [, first] = leadingDash.exec(quote) ?? [];
  let from = start;
  if (first !== undefined) {
    const before = text.slice(Math.max(0, start - 8), start);
    const dash = (/\p{N}/u.test(first) ? dashBefore : dashBeforeSpace).exec(before);
    if (!dash) return false;
    from = start - before.length + dash.index;
  }
  if (trailingHyphen.test(quote) && !dashBefore.test(text.slice(Math.max(0, end - 8), end))) return false;
  return !cutsWord(text, from) && !cutsWord(text, end);
}

const leadingDash = new RegExp(`^\\s*[${dashes}]+(${letter})`, 'u');
const trailingHyphen = new RegExp(`${letter}[${hyphens}]\\s*$`, 'u');
const dashBefore = new RegExp(`[${dashes}]${skip}$`, 'u');
const dashBeforeSpace = new RegExp(`[${dashes}]${skip}\\s*$`, 'u');
