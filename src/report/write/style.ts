import type { Band } from '../../core/rubric.ts';

/** Ways to emphasise text. The caller chooses them; a writer does not check whether the output is a terminal. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly fair: (text: string) => string;
  readonly bad: (text: string) => string;
}

const same = (text: string): string => text;

/** No styling. */
export const plainStyle: Style = { bold: same, dim: same, good: same, fair: same, bad: same };

/** Green for bands that start at 60 or more, yellow for 40 to 59, red below; no styling for no band. */
export function toneOf(scale: readonly Band[], id: string | null, style: Style): (text: string) => string {
  const band = scale.find((each) => each.id === id);
  if (!band) return same;
  if (band.from >= 60) return style.good;
  return band.from >= 40 ? style.fair : style.bad;
}
