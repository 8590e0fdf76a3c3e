import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

export { visible } from './visible.ts';

/** Text wrapped to a width, every line after `indent` spaces. */
export function wrapped(text: string, width: number, indent = 0): string {
  return linesOf(text, Math.max(20, width - indent))
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');
}

/** Latin letters and the usual punctuation: a column each. Measuring any other script takes a hundred times as long. */
const isNarrow = /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;

/** The columns that a text takes in a terminal; ANSI escapes take none. */
export function widthOf(text: string): number {
  return isNarrow.test(text) ? text.length : stringWidth(text);
}

/** The lines of a text that is wrapped to so many columns. Most of what is printed is narrow text, which needs no library. */
export function linesOf(text: string, room: number): string[] {
  const words = isNarrow.test(text) ? text.split(' ') : [];
  if (words.length === 0 || words.some((word) => word.length > room))
    return wrapAnsi(text, room, { hard: true, trim: true }).split('\n');
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '') line += ' ';
    if (line !== '' && word !== '' && line.length + word.length > room) {
      lines.push(line);
      line = word;
    } else line += word;
  }
  return [...lines, line].map((each) => each.replace(/ +$/, ''));
}

/** Text filled up with spaces to a width, or cut to it with an ellipsis. */
export function fitted(text: string, width: number): string {
  if (isNarrow.test(text)) {
    return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
  }
  const own = stringWidth(text);
  if (own <= width) return text + ' '.repeat(width - own);
  let cut = '';
  let taken = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    const columns = stringWidth(segment);
    if (taken + columns > width - 1) break;
    cut += segment;
    taken += columns;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - taken))}`;
}
