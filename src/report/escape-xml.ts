import { visible } from '../text/plain-text.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text for an element or an attribute of XML 1.0, on one line. Characters that XML forbids even as a reference (controls, halves of
 * a pair, non-characters) become visible.
 */
export function xml(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16)}`;
    })
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** Attributes as they stand in a tag, a space before each; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xml(String(value))}"`]))
    .join('');
}
