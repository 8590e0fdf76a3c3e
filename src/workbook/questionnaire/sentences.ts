/** A text of compass in a formula. */
export function textOf(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}

/**
 * A formula that makes a sentence of compass.
 * @param sentence with U+0001, U+0002, ... where the values of the formulas are to stand
 */
export function joined(sentence: string, formulas: readonly string[]): string {
  return sentence
    .split(/([\u0001-\u0008])/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece < '\u0009' ? (formulas[piece.charCodeAt(0) - 1] ?? '""') : textOf(piece)))
    .join('&');
}
