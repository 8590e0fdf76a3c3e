/**
 * JSON in which no character can act on a terminal: what JSON itself leaves raw (delete, C1 controls, direction overrides, line
 * separators) is escaped too. It reads back as the same value.
 */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
