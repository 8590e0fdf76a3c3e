/** Returns a function from an offset in the text to its line, counted from 1. Rising offsets are fast; a smaller one restarts the count. */
export function lineFinder(text: string): (offset: number) => number {
  let line = 1;
  let lastOffset = 0;
  // Remember the end of the current line: a text may be a single line of several megabytes.
  let lineEnd = text.indexOf('\n');
  return (offset) => {
    if (offset < lastOffset) {
      line = 1;
      lineEnd = text.indexOf('\n');
    }
    lastOffset = offset;
    while (lineEnd !== -1 && lineEnd < offset) {
      line += 1;
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    return line;
  };
}
