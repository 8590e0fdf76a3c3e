/**
 * Reads JSON by the engine's own parser, which takes the last of two equal keys without a word: those are left to the full parser.
 * @returns the value, or `undefined` where the text is no JSON object, or has a key twice
 */
export function quickJson(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return keysIn(value) === keysWritten(text) ? value : undefined;
  } catch {
    // Bad syntax, or nested deeper than the stack.
    return undefined;
  }
}

/** Deeper than this no answers file goes. How deep the stack reaches differs from machine to machine, so that is not the measure. */
const maxDepth = 100;

/** How many keys a value has; NaN, which is like no number, where it is nested too deep. */
function keysIn(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > maxDepth) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) for (const each of value) count += keysIn(each, depth + 1);
  else {
    const keys = Object.keys(value);
    count += keys.length;
    for (const key of keys) count += keysIn((value as Record<string, unknown>)[key], depth + 1);
  }
  return count;
}

/**
 * How many keys stand in a text that is JSON: its colons behind a quotation mark. One too many (`":"` is a text) makes the full parser
 * look; none may be missing, or a key that is there twice could make up for it.
 */
function keysWritten(text: string): number {
  // The mark that ends a key stands behind a backslash only where the backslash itself is escaped.
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
