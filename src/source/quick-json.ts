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

/** How many keys stand in a text that is JSON: its strings that a colon follows. */
function keysWritten(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    at = stringEnd(text, at);
    let after = at;
    while (isSpace(text.charCodeAt(after))) after++;
    if (text.charCodeAt(after) === 0x3a) count++;
  }
  return count;
}

/** Where the string that begins here has ended. */
function stringEnd(text: string, start: number): number {
  for (let from = start + 1; ; ) {
    const end = text.indexOf('"', from);
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return end + 1;
    from = end + 1;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
