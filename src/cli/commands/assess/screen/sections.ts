/** Lines of a screen that belong together, and how they may become fewer. */
export interface Section {
  readonly lines: readonly string[];
  /** Shorter versions, each with its rank: of all sections, the version with the lowest rank is taken first. */
  readonly shorter?: readonly { readonly rank: number; readonly lines: readonly string[] }[];
}

/** What becomes shorter first where a screen is too small. */
export const rank = {
  passagesToLines: 10,
  passagesToHint: 15,
  marksToLines: 20,
  evidenceToLines: 25,
  reviewToLines: 45,
  answerToLine: 30,
  blankLines: 40,
  marksToHint: 50,
  evidenceToHint: 55,
  headerToLine: 60,
  passagesAway: 64,
  levelsToTwoLines: 66,
  levelsToLines: 70,
  levelsToOne: 80,
} as const;

/**
 * Sections one below the other, with a blank line between them, in at most so many rows. If the shortest versions are still too
 * long, the end is left out.
 * @param more the line in the place of what was left out
 */
export function fitted(sections: readonly Section[], rows: number, more: string): string[] {
  const shown = sections.filter(({ lines }) => lines.length > 0);
  const steps = shown
    .flatMap(({ shorter = [] }, index): Step[] => shorter.map((version) => ({ ...version, index })))
    .concat([{ rank: rank.blankLines, index: blankLines }])
    .sort((a, b) => a.rank - b.rank);
  const fits = (taken: readonly Step[]): boolean => laidOut(shown, taken).length <= rows;
  let taken: readonly Step[] = [];
  for (const step of steps) {
    if (fits(taken)) break;
    taken = [...taken, step];
  }
  // What was taken first may be more than was needed in the end.
  for (const step of taken.toReversed()) {
    const others = taken.filter((each) => each !== step);
    if (fits(others)) taken = others;
  }
  const lines = laidOut(shown, taken);
  return lines.length <= rows ? lines : [...lines.slice(0, Math.max(0, rows - 1)), more];
}

/** A shorter version of a section, or no blank lines between the sections. */
interface Step {
  readonly rank: number;
  readonly index: number;
  readonly lines?: readonly string[];
}

/** In the place of a section's index: the blank lines between all of them. */
const blankLines = -1;

/** The sections in their versions with the highest rank, as lines. */
function laidOut(sections: readonly Section[], taken: readonly Step[]): string[] {
  const isDense = taken.some(({ index }) => index === blankLines);
  const versions = sections
    .map(({ lines }, index) => taken.findLast((step) => step.index === index)?.lines ?? lines)
    .filter((lines) => lines.length > 0);
  return versions.flatMap((lines, index) => (index > 0 && !isDense ? ['', ...lines] : [...lines]));
}
