/** At most this many characters of a value are repeated in a message. */
const longestShown = 60;

/** A value as messages repeat it: in one line, and not longer than that. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestShown ? `${line.slice(0, longestShown - 1)}\u2026` : line;
}
