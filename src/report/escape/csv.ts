import { visible } from '../../text/plain-text.ts';

/** A cell: text, a number, or nothing. */
export type Cell = string | number | null | undefined;

/** Excel takes a file for UTF-8 only where it begins with this; pandas, R's readr, LibreOffice and csvkit pay no heed to it. */
const byteOrderMark = '\ufeff';

/**
 * A table by RFC 4180: commas, CRLF after every row, quotation marks doubled. Numbers are whole and have a decimal point in any
 * country; a cell of text stays on one line.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return byteOrderMark + toRecords(rows);
}

/** Further rows of a table that has begun. */
export function toRecords(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

function toField(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = harmless(visible(cell));
  return /[",;']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Text that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front, unless it is a plain number. The
 * same behind a semicolon: where commas are decimal, spreadsheets take it for the end of a cell.
 */
function harmless(text: string): string {
  const parts = text.includes(';') ? text.split(';') : [text];
  return parts.map((part) => (looksLikeFormula(part) ? `'${part}` : part)).join(';');
}

/** Full-width signs too, behind any spaces or characters without a width. */
function looksLikeFormula(text: string): boolean {
  if (!/^[\s\u00ad\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]/.test(text)) return false;
  return !/^\s*[+-]?(\d+([.]\d+)?|[.]\d+)\s*$/.test(text);
}
