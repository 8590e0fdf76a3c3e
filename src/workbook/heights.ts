/** Points that a line of text is high. */
const lineHeight = 13.5;
/** As high as Excel makes a row. */
const highest = 409;

/** A text, and the characters that fit beside each other in its column. */
export type Placed = readonly [text: string, width: number];

/** How high a row must be for its texts, in points. */
export function heightFor(texts: readonly Placed[]): number {
  const lines = texts.map(([text, width]) => linesIn(text, width));
  return Math.min(highest, Math.max(1, ...lines) * lineHeight + 4);
}

/** As wide as a column is made, in characters; Excel allows 255. */
const widest = 200;

/** How wide a column must be so that no row of it is higher than a row can be; as wide as it is if that is enough. */
export function widthFor(texts: Iterable<string>, width: number): number {
  let fitting = width;
  for (const text of texts) {
    while (fitting < widest && linesIn(text, fitting) * lineHeight + 4 > highest) fitting = Math.min(widest, fitting + 10);
  }
  return fitting;
}

function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + linesOf(line, width), 0);
}

/** Lines that words take, broken at spaces. A column is somewhat narrower than its characters. */
function linesOf(text: string, width: number): number {
  const fits = Math.max(1, Math.floor(width * 1.02));
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > fits) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.ceil(used / fits) - 1;
    used = used % fits || (used > 0 ? fits : 0);
  }
  return lines;
}
