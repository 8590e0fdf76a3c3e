import { visible } from '../../text/plain-text.ts';

/**
 * Text as the content of an XML element or of an attribute in quotes. What XML 1.0 forbids (most control characters, halves of a
 * surrogate pair, U+FFFE and U+FFFF) is shown as `\uXXXX`, so that no text can make the document one that a parser refuses.
 */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character).replace(forbidden, asCode);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function asCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Text on one line, without characters that act on a terminal: CI servers print what they read. */
export function xmlLine(text: string): string {
  return escapeXml(visible(text));
}

/** The attributes of a tag, with a space before each; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xmlLine(String(value))}"`]))
    .join('');
}
