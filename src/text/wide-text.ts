/** Characters of scripts that are written without spaces, and their punctuation: a line may end after each. */
export const wide = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]/;

/** Punctuation that begins no line, as far as a line may end before it. */
const closing = '、。，．：；？！）］｝〉》」』】〕〗’”…—～·％,.:;?!)\\]}';
/** Punctuation that ends no line. */
const opening = '（［｛〈《「『【〔〖‘“(\\[{';

/** What stays on one line: a character with its punctuation, a word of another script, or white space. */
const unit = new RegExp(
  `\\n|[^\\S\\n]+|[${opening}]*(?:[\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60]|[^\\s\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60]+)[${closing}]*`,
  'gu',
);

/**
 * Breaks text with characters of such a script into lines, since a line break at spaces would leave most of a line empty.
 * @param widthOf the width of a piece in columns
 */
export function wideLines(text: string, columns: number, widthOf: (piece: string) => number): string {
  let lines = '';
  let taken = 0;
  for (const [piece] of text.matchAll(unit)) {
    if (piece === '\n') taken = 0;
    else if (taken > 0 && taken + widthOf(piece.trimEnd()) > columns) {
      lines = `${lines.trimEnd()}\n`;
      taken = 0;
    }
    const isSpaceAtStart = taken === 0 && piece.trim() === '' && lines.endsWith('\n') && piece !== '\n';
    if (isSpaceAtStart) continue;
    lines += piece;
    if (piece !== '\n') taken += widthOf(piece);
  }
  return lines;
}
