/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
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
  // By hand: a workbook has thousands of addresses, and a regular expression takes five times as long.
  let [row, column, at] = [0, 0, 0];
  if (text.charCodeAt(at) === dollar) at += 1;
  const start = at;
  for (let code = text.charCodeAt(at); code >= 65 && code <= 90; code = text.charCodeAt(++at)) column = column * 26 + code - 64;
  if (at === start || at > start + 3) return undefined;
  if (text.charCodeAt(at) === dollar) at += 1;
  const firstDigit = at;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) row = row * 10 + code - 48;
  const isAll = at === text.length && at > firstDigit && at <= firstDigit + 7 && row > 0;
  return isAll && row <= largestSheet.rows && column <= largestSheet.columns ? { row, column } : undefined;
}

const dollar = 36;

/** The last row and column of a sheet in Excel and LibreOffice. */
export const largestSheet = { rows: 1_048_576, columns: 16_384 };

/** The name of a sheet before the `!` of an address in a formula. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
