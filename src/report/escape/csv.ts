import { visible } from '../../text/plain-text.ts';

/** A cell: text, a number, or nothing. */
export type Cell = string | number | null | undefined;

/** Excel reads a file as UTF-8 only if it begins with this; pandas, R's readr, LibreOffice and csvkit ignore it. */
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
  const known = fields.get(cell);
  if (known !== undefined) return known;
  if (fields.size === knownFields) fields.clear();
  const field = textField(cell);
  fields.set(cell, field);
  return field;
}

/** Fields of texts: those of the rubric come again with every law. */
const fields = new Map<string, string>();
/** The number of fields that are kept. */
const knownFields = 2_000;

function textField(cell: string): string {
  const text = harmless(visible(cell));
  return /[",;']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Text that no spreadsheet reads as a formula: what begins like one gets an apostrophe before it, unless it is a plain number. The
 * same after a semicolon, which separates cells in locales with decimal commas.
 */
function harmless(text: string): string {
  const parts = text.includes(';') ? text.split(';') : [text];
  return parts.map((part) => (looksLikeFormula(part) ? `'${part}` : part)).join(';');
}

/** Also with full-width signs, and after spaces or zero-width characters. */
function looksLikeFormula(text: string): boolean {
  if (!/^[\s\u00ad\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]/.test(text)) return false;
  return !/^\s*[+-]?(\d+([.]\d+)?|[.]\d+)\s*$/.test(text);
}
