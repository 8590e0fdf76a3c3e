/** Fewer lines with numbers may be a list. */
const fewestLines = 10;
/** The greatest share of lines without a number, such as page headers and footers. */
const mostUnnumbered = 0.2;
/** The least share of numbered lines that continue a sentence. Items of a list do not. */
const fewestGoingOn = 0.15;

const numbered = /^[ \t]*(\d{1,3})(?:[ \t]+|$)/;

/**
 * Removes the line numbers that bills have in the margin, if a plain text contains them: `4 SEC. 2. DEFINITIONS.`. Such numbers count
 * every line and may start again on each page; sentences continue across them.
 * @returns the lines without the numbers, or as they are if these are not the numbers of lines
 */
export function withoutMarginNumbers(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== '');
  let last = 0;
  let [counted, goingOn] = [0, 0];
  const marked = lines.map((line) => {
    const match = numbered.exec(line);
    const number = Number(match?.[1]);
    if (!match || (number !== last + 1 && number !== 1)) return line;
    last = number;
    counted += 1;
    const rest = line.slice(match[0].length);
    if (/^\p{Ll}{2}/u.test(rest)) goingOn += 1;
    return rest;
  });
  const areLines =
    counted >= fewestLines && counted >= written.length * (1 - mostUnnumbered) && goingOn >= counted * fewestGoingOn;
  return areLines ? marked : lines;
}
