import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { wide, wideLines } from './wide-text.ts';

export { visible } from './visible.ts';

/** Text wrapped to a width in columns, with every line indented by `indent` spaces. The text gets at least 20 columns. */
export function wrapped(text: string, width: number, indent = 0, breaksWords = true): string {
  return linesOf(text, Math.max(20, width - indent), breaksWords)
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');
}

/** Text wrapped to a width in columns, as lines. */
export function linesOf(text: string, columns: number, breaksWords = true): string[] {
  const broken = !narrowText.test(text) && wide.test(text) ? wideLines(text, columns, widthOf) : text;
  return wrapAnsi(broken, columns, { hard: breaksWords, trim: true }).split('\n');
}

/** Lines of a text in one again. Where a line ended in or before a script without spaces, there was no space. */
export function unwrapped(lines: readonly string[]): string {
  return lines.reduce((text, line) =>
    wide.test(text.slice(-1)) || wide.test(line.slice(0, 1)) ? text + line : `${text} ${line}`,
  );
}

/** Text padded with spaces to a width in columns, or truncated to that width with an ellipsis. */
export function fitted(text: string, width: number): string {
  const columns = widthOf(text);
  if (columns <= width) return text + ' '.repeat(width - columns);
  // Do not load Intl.Segmenter for narrow text: its data takes 20 ms, a tenth of a short run.
  if (narrowText.test(text)) return `${text.slice(0, width - 1)}…`;
  let cut = '';
  let taken = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    const next = widthOf(segment);
    if (taken + next > width - 1) break;
    cut += segment;
    taken += next;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - taken))}`;
}

/** Latin letters and common punctuation: one column a character. */
const narrowText = /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;

/** Zero-width characters that fast-string-width counts as one column: soft hyphen, zero-width space and non-joiner, word joiner, BOM, isolates. */
const zeroWidth = /[\u00ad\u200b\u200c\u2060\u2068\u2069\ufeff]/g;

/** The width of text in terminal columns. ANSI escapes have none. */
export function widthOf(text: string): number {
  // Compiling the library's regular expressions takes 4 ms, which most runs do not need.
  if (narrowText.test(text)) return text.length;
  return stringWidth(text.replace(zeroWidth, ''));
}
