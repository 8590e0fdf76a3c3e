/**
 * Parses a JSON object with `JSON.parse`, which silently takes the last of duplicate keys. Texts that may have duplicate keys are
 * therefore left to the full parser.
 * @returns the value, or `undefined` if the text is not a JSON object, may have duplicate keys or is nested too deeply
 */
export function quickJson(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(value) === countWrittenKeys(text) ? value : undefined;
  } catch {
    // A syntax error, or nested more deeply than the stack allows.
    return undefined;
  }
}

/** No answers file is nested more deeply. The stack would be a limit too, but one that differs from machine to machine. */
const maxDepth = 100;

/** The number of keys in a value, at all depths; NaN, which equals no number, if it is nested too deeply. */
function countKeys(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > maxDepth) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) for (const each of value) count += countKeys(each, depth + 1);
  else {
    const keys = Object.keys(value);
    count += keys.length;
    for (const key of keys) count += countKeys((value as Record<string, unknown>)[key], depth + 1);
  }
  return count;
}

/**
 * The number of keys written in a JSON text, counted as colons that follow a quotation mark. The count may be too high, because
 * of strings like `":"`; then the full parser takes over. It must never be too low, or a duplicate key could go unnoticed.
 */
function countWrittenKeys(text: string): number {
  // An escaped backslash before a quotation mark: the test below would take the mark itself for escaped.
  if (text.includes('\\\\"')) return Number.NaN;
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    while (isSpace(text.charCodeAt(before))) before--;
    if (text.charCodeAt(before) === quote && text.charCodeAt(before - 1) !== backslash) count++;
  }
  return count;
}

const quote = 0x22;
const backslash = 0x5c;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
