/** Characters of scripts that are written without spaces, and their punctuation: a line may end after each. */
export const wide = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]/;

/** Punctuation that begins no line, as far as a line may end before it. */
const closing = '、。，．：；？！）］｝〉》」』】〕〗’”…—～·％,.:;?!)\\]}';
/** Punctuation that ends no line. */
const opening = '（［｛〈《「『【〔〖‘“(\\[{';

const wideCharacter = '\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60';

/** A character of such a script with its punctuation, or a word of another script with its own. */
const unit = new RegExp(`[${opening}]*(?:[${wideCharacter}]|[^${wideCharacter}]+)[${closing}]*`, 'gu');

/** Columns. A run of characters without spaces that is no wider stays on one line, as a word does. */
const wordWidth = 16;

/**
 * Breaks text with characters of such a script into lines, since a line break at spaces would leave most of a line empty.
 * @param widthOf the width of a piece in columns
 */
export function wideLines(text: string, columns: number, widthOf: (piece: string) => number): string {
  const lines = text.split('\n').map((line) => brokenLine(line, columns, widthOf));
  return lines.join('\n');
}

function brokenLine(line: string, columns: number, widthOf: (piece: string) => number): string {
  let broken = '';
  let taken = 0;
  for (const piece of piecesOf(line, widthOf)) {
    const width = widthOf(piece);
    const isSpace = piece.trim() === '';
    if (taken > 0 && taken + width > columns && !isSpace) {
      broken = `${broken.trimEnd()}\n${piece}`;
      taken = width;
    } else {
      broken += piece;
      taken += width;
    }
  }
  return broken;
}

/** The parts of a line that are not broken: words, white space, and the units of long runs without spaces. */
function piecesOf(line: string, widthOf: (piece: string) => number): string[] {
  const words = line.match(/\s+|\S+/g) ?? [];
  return words.flatMap((word) => (wide.test(word) && widthOf(word) > wordWidth ? (word.match(unit) ?? []) : [word]));
}
