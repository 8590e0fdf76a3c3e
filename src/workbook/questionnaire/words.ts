/**
 * The word in a cell, in the form in which it is compared. The formulas (`wordFormula`) have the same rule: what they count is what is
 * imported, and nothing else.
 */
export function cellWord(text: string): string {
  const printable = [...text].filter((character) => character >= ' ').join('');
  return printable.replaceAll('\u00a0', ' ').replace(/ +/g, ' ').replace(/^ | $/g, '').toLowerCase();
}

/** A formula for `cellWord` of a cell. A program writes a truth value in its own language. */
export function wordFormula(cell: string): string {
  return `IF(ISLOGICAL(${cell}),IF(${cell},"true","false"),LOWER(${plainFormula(cell)}))`;
}

/** A formula that tells whether something is in a cell. */
export function isFilledFormula(cell: string): string {
  return `LEN(${plainFormula(cell)})>0`;
}

/** A formula that tells whether the word in a cell is one of a range. MATCH would take `*` and `?` for any word. */
export function isOneOfFormula(cell: string, range: string): string {
  return `SUMPRODUCT((${range}=${wordFormula(cell)})*1)>0`;
}

function plainFormula(cell: string): string {
  return `TRIM(SUBSTITUTE(CLEAN(${cell}),"\u00a0"," "))`;
}
