/** A text without the spaces around its lines, whatever ends them. */
export function trimmedLines(text: string): string {
  return text
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .join('\n');
}
