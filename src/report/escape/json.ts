/**
 * JSON in which no character can act on a terminal: what JSON itself leaves raw (delete, C1 controls, direction overrides, line
 * separators) is escaped too. It reads back as the same value.
 */
export function toJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  // Nearly every text has none, and looking is quicker than replacing.
  return acting.test(text) ? text.replaceAll(new RegExp(acting, 'g'), escaped) : text;
}

/** A string as `toJson` gives it. */
export function quoted(text: string): string {
  return toEscape.test(text) ? toJson(text) : `"${text}"`;
}

const acting = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** The same, and what JSON itself escapes: lone surrogates too. */
const toEscape = /["\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
