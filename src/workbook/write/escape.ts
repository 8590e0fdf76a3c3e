/**
 * Text as the content of an element of a workbook, or of an attribute in quotes. What XML can't have, and a carriage return, is written
 * as Excel does, `_x0001_`; text that looks like that is escaped.
 */
export function escapeText(text: string): string {
  return text.replace(special, (found) => entities[found] ?? (found.length > 1 ? `_x005F${found}` : code(found)));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

const special =
  /[&<>"\n\t]|_x(?=[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function code(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** The attributes of a tag, with a space before each; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeText(String(value))}"`]))
    .join('');
}
