import type { Band } from '../../core/rubric.ts';

/** Ways to set a piece of text off. The caller decides whether they do anything; a report never asks what it is printed on. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly fair: (text: string) => string;
  readonly bad: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour, no weight. */
export const plainStyle: Style = { bold: same, dim: same, good: same, fair: same, bad: same };

/** Green for bands that begin at 60 or above, yellow from 40, red below. */
export function toneOf(scale: readonly Band[], id: string | null, style: Style): (text: string) => string {
  const band = scale.find((each) => each.id === id);
  if (!band) return (text) => text;
  if (band.from >= 60) return style.good;
  return band.from >= 40 ? style.fair : style.bad;
}
