/** Latin suffixes of inserted provisions, with their spellings: `14 bis`, `14 ter`. The second has the ordinal 2. */
const suffixes: readonly (readonly string[])[] = [
  ['bis'],
  ['ter'],
  ['quater'],
  ['quinquies', 'quinques'],
  ['sexies'],
  ['septies'],
  ['octies'],
  ['nonies', 'novies'],
  ['decies'],
  ['undecies', 'undicies'],
  ['duodecies'],
  ['terdecies', 'tredecies'],
  ['quaterdecies', 'quatuordecies'],
  ['quindecies', 'quinquiesdecies', 'quinquedecies'],
  ['sexdecies', 'sexiesdecies', 'sedecies'],
  ['septdecies', 'septiesdecies', 'septendecies'],
  ['octodecies', 'octiesdecies', 'duodevicies'],
  ['novodecies', 'noviesdecies', 'undevicies', 'novedecies'],
  ['vicies'],
];
const ordinals = new Map(suffixes.flatMap((words, index) => words.map((word) => [word, index + 2] as const)));

/** Longest first, so that `quater` is not taken for the beginning of `quaterdecies`. */
const words = [...ordinals.keys()].sort((a, b) => b.length - a.length);

/** The source of a pattern for a Latin suffix in folded text: `quater`. */
export const foldedLatin = words.join('|');

const accented: Readonly<Record<string, string>> = { a: 'aáàAÁÀ', e: 'eéèEÉÈ', i: 'iíIÍ', o: 'oóOÓ', u: 'uúUÚ' };

/** The source of a pattern for a Latin suffix as printed, in capitals and with accents too: `quáter`, `BIS`. */
export const printedLatin = words
  .map((word) => [...word].map((letter) => `[${accented[letter] ?? letter + letter.toUpperCase()}]`).join(''))
  .join('|');

/** Compares two folded suffixes of one number: `bis`, `ter`, `quater`, `quater a`. Others follow the alphabet: `a`, `b`. */
export function compareSuffixes(a: string, b: string): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** A key by which suffixes are sorted. */
function keyOf(suffix: string): string {
  const [first = '', ...more] = suffix.split(/[\s-]+/);
  const ordinal = ordinals.get(first);
  return [ordinal === undefined ? first : String(ordinal).padStart(2, '0'), ...more].join(' ');
}
