/** Thrown to leave the text to the full parser. */
export const notOurs = Symbol('for the full parser');

/** Gives up: leaves the text to the full parser. */
export function leave(): never {
  throw notOurs;
}

/** No answers file is nested more deeply. */
export const maxDepth = 20;
/** YAML allows longer keys only in another notation (`? key`), which the full parser checks. */
export const maxKey = 1000;

export const space = 0x20;
export const doubleQuote = 0x22;
export const hash = 0x23;
export const singleQuote = 0x27;
export const comma = 0x2c;
export const dash = 0x2d;
export const colon = 0x3a;
export const greater = 0x3e;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const bar = 0x7c;
export const closeBrace = 0x7d;

/**
 * Whether a plain scalar may begin with this character, that is, it is not an indicator. (`?` and `:` sometimes may; left out.)
 */
export function beginsPlain(code: number): boolean {
  return code >= 0x80 || indicators[code] === 0;
}

const indicators = new Uint8Array(0x80);
for (const indicator of '?:,[]{}#&*!|>\'"%@`') indicators[indicator.charCodeAt(0)] = 1;

export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === space) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** The offset after the closing quote of a quoted scalar that begins at `start` and ends on the same line. */
export function closing(text: string, start: number, end: number): number {
  const isDouble = text.charCodeAt(start) === doubleQuote;
  for (let from = start + 1; ; ) {
    const at = text.indexOf(isDouble ? '"' : "'", from);
    if (at === -1 || at >= end) return leave();
    if (isDouble) {
      let backslashes = 0;
      while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes++;
      if (backslashes % 2 === 0) return at + 1;
      from = at + 1;
    } else if (text.charCodeAt(at + 1) === singleQuote) from = at + 2;
    else return at + 1;
  }
}

/**
 * The value of a quoted scalar. Supports only the escapes that JSON has too; YAML's other escapes are left to the full parser.
 */
export function unquoted(text: string, start: number, after: number): string {
  const inner = text.slice(start + 1, after - 1);
  if (text.charCodeAt(start) === singleQuote) return inner.includes("''") ? inner.replaceAll("''", "'") : inner;
  if (!inner.includes('\\')) return inner;
  if (/\\(?!["\\/bfnrt])/.test(inner.replaceAll('\\\\', ''))) leave();
  return inner.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The value of a plain scalar by the core schema of YAML 1.2. */
export function plain(text: string): unknown {
  // Every number begins with a digit, a sign or a point, all of which are at most "9"; the longest keyword is `false`.
  if (text.charCodeAt(0) <= 0x39) return plainNumber(text);
  if (text.length > 5) return text;
  switch (text) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return text;
  }
}

function plainNumber(text: string): unknown {
  if (text.length === 1) {
    const digit = text.charCodeAt(0) - 0x30;
    return digit >= 0 && digit <= 9 ? digit : text;
  }
  if (/^[-+]?\d{1,15}$/.test(text)) return Number.parseInt(text, 10);
  if (/^[-+]?(?:\.\d+|\d+\.\d*)$/.test(text)) return text.length > 17 ? leave() : Number.parseFloat(text);
  // All other notations of numbers are left to the full parser.
  return isNumber.test(text) ? leave() : text;
}

/** Every number of the core schema. */
const isNumber =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;
