/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** The number of a column, from 1. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The address of a cell: `D14`. Both numbers start at 1. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

export interface CellPosition {
  /** From 1. */
  readonly row: number;
  /** From 1. */
  readonly column: number;
}

/** @returns undefined if the text is not an address such as `D14` or `$D$14` within the largest sheet that there can be */
export function parseAddress(text: string): CellPosition | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text) ?? [];
  const [row, column] = [Number(digits), columnNumber(letters)];
  return letters === '' || row > largestSheet.rows || column > largestSheet.columns ? undefined : { row, column };
}

/** The last row and column of a sheet in Excel and LibreOffice. */
export const largestSheet = { rows: 1_048_576, columns: 16_384 };

/** The name of a sheet before the `!` of an address in a formula. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
