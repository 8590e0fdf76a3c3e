import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

export { visible } from './visible.ts';

/** Text wrapped to a width, every line after `indent` spaces. */
export function wrapped(text: string, width: number, indent = 0): string {
  const room = Math.max(20, width - indent);
  return linesOf(text, room)
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');
}

/** Words set apart by single spaces, in Latin letters and short enough, are quickly told: most of what is printed is such. */
function linesOf(text: string, room: number): string[] {
  const words = /^[!-~]+( [!-~]+)*$/.test(text) ? text.split(' ') : [];
  if (words.length === 0 || words.some((word) => word.length > room))
    return wrapAnsi(text, room, { hard: true, trim: true }).split('\n');
  const lines: string[] = [];
  let line = words[0] ?? '';
  for (const word of words.slice(1)) {
    if (line.length + 1 + word.length <= room) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Text filled up with spaces to a width, or cut to it with an ellipsis. */
export function fitted(text: string, width: number): string {
  // Plain Latin letters are a column each; measuring any other script takes a hundred times as long.
  if (/^[ -~]*$/.test(text)) {
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
