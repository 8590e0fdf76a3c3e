import { visible } from '../../text/plain-text.ts';

/**
 * Text from a file as Markdown that shows exactly this text: no markup, no HTML, no links, on one line. Only what could be read as
 * markup is escaped, so that ordinary prose stays readable as source. A zero-width space after the @ of a name keeps a posted report
 * from notifying people.
 */
export function inline(text: string): string {
  return visible(text.trim())
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#|\w+;)/g, '&amp;')
    .replace(/(?<![A-Za-z0-9])@(?=\w)/g, '@&#8203;')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/(?<=https?|ftp):(?=\/\/)/gi, '\\:')
    .replace(/(?<=www)[.](?=\S)/gi, '\\.')
    .replace(/^(\s*)(#{1,6}|[-+=])(?=\s|$|-|=)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Words of a draft, in quotation marks. */
export function quoted(text: string): string {
  return `“${inline(text)}”`;
}
