import type { Band } from '../../core/rubric.ts';

/** The characters that shade a figure where there are no colours, from the best band to the worst. */
const shades = ['█', '▓', '▒', '░', '·'];

/** The number of colours that bands take. */
const tones = 5;

/**
 * A band's place among `steps` colours or shades, however many bands there are.
 * @returns 0 for the best band to `steps` - 1 for the worst; undefined for no band
 */
function stepOf(scale: readonly Band[], id: string | null, steps: number): number | undefined {
  const rank = scale.findIndex((band) => band.id === id);
  if (rank === -1) return undefined;
  return scale.length === 1 ? 0 : Math.round((rank / (scale.length - 1)) * (steps - 1));
}

/** The number of a band's colour: 0 for the best to 4 for the worst; `x` for no band. */
export function toneNumber(scale: readonly Band[], id: string | null): string {
  return String(stepOf(scale, id, tones) ?? 'x');
}

/** The character that stands for a band; a blank for no band. */
export function shadeOf(scale: readonly Band[], id: string | null): string {
  return shades[stepOf(scale, id, shades.length) ?? -1] ?? ' ';
}

/** The band's title, empty for no band. */
export function titleOf(scale: readonly Band[], id: string | null): string {
  return scale.find((band) => band.id === id)?.title ?? '';
}
