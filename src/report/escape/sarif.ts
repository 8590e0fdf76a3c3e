import { visible } from '../../text/plain-text.ts';

/**
 * Text of a SARIF message (3.11.5, 3.11.6): on one line, with placeholders and links escaped, and without characters that act on a
 * terminal.
 */
export function messageText(text: string): string {
  // The text before each closing bracket, which may end the text of a link.
  const parts = visible(text)
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .split(']');
  return parts
    .map((part, index) => {
      const next = parts[index + 1];
      if (next === undefined) return part;
      return next.startsWith('(') ? `${part.replaceAll('[', '\\[')}\\]` : `${part}]`;
    })
    .join('');
}

/** Half of a surrogate pair, which UTF-8, and so a URI, can't encode. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A file's name as a relative URI reference, each part percent-encoded. GitHub refuses a file of results for a single bad one. */
export function uriOf(file: string): string {
  return file
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => encodeURIComponent(part.replace(loneSurrogate, '\ufffd')))
    .join('/');
}
