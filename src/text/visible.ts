/**
 * Escapes control characters and direction overrides in text from a file, so that a draft cannot use ANSI escapes or
 * bidirectional text to change what its reader sees. Line breaks and tabs become spaces.
 */
export function visible(text: string): string {
  return text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => {
      const code = character.charCodeAt(0);
      return `\\u${code.toString(16).padStart(4, '0')}`;
    });
}
