import { fitted, linesOf, visible, widthOf } from '../../../../text/plain-text.ts';

/** Text from a file or a person, wrapped; each line is indented. */
export function paragraph(text: string, width: number, indent = 0): string[] {
  return linesOf(visible(text), Math.max(20, width - indent)).map((line) => ' '.repeat(indent) + line);
}

/** A label with wrapped text beside it. */
export function labelled(label: string, text: string, width: number): string[] {
  const indent = widthOf(label) + 4;
  return paragraph(text, width, indent).map((line, index) => (index === 0 ? `  ${label}  ${line.trimStart()}` : line));
}

/** A text in one line, truncated with an ellipsis. */
export function oneLine(text: string, width: number): string {
  return fitted(visible(text), Math.max(1, width)).trimEnd();
}

/** Several pieces in as few lines as they fit in, none of them broken unless it is wider than a line. */
export function flowed(pieces: readonly string[], width: number, separator = '   '): string[] {
  const lines: string[] = [];
  for (const piece of pieces.filter((each) => each !== '')) {
    const last = lines.at(-1);
    const joined = last === undefined ? piece : `${last}${separator}${piece}`;
    if (last !== undefined && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(...linesOf(piece, width));
  }
  return lines;
}

/** The first lines of a text, with an ellipsis if there are more. */
export function clipped(lines: readonly string[], most: number, width: number): string[] {
  if (lines.length <= most) return [...lines];
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), widthOf(last) + 2 <= width ? `${last} …` : oneLine(`${last} …`, width)];
}
