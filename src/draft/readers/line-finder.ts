/** Finds the line (from 1) of an offset in a text. Offsets are best asked for in rising order. */
export function lineFinder(text: string): (offset: number) => number {
  let line = 1;
  let asked = 0;
  // The break that ends the line is looked for once: a text may be one line of megabytes.
  let end = text.indexOf('\n');
  return (offset) => {
    if (offset < asked) {
      line = 1;
      end = text.indexOf('\n');
    }
    asked = offset;
    while (end !== -1 && end < offset) {
      line += 1;
      end = text.indexOf('\n', end + 1);
    }
    return line;
  };
}
