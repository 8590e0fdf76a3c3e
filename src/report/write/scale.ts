import type { Band } from '../../core/rubric.ts';

/** Characters that replace the background colour of a number in formats without colours, the best band first. */
const shades = ['█', '▓', '▒', '░', '·'];

/**
 * The number of a band's colour or shade, however many bands there are.
 * @returns 0 for the best band to 4 for the worst; undefined for no band
 */
function colourIndex(scale: readonly Band[], id: string | null): number | undefined {
  const rank = scale.findIndex((band) => band.id === id);
  if (rank === -1) return undefined;
  return scale.length === 1 ? 0 : Math.round((rank / (scale.length - 1)) * (shades.length - 1));
}

/** The number of a band's colour: 0 for the best to 4 for the worst; `x` for no band. */
export function bandNumber(scale: readonly Band[], id: string | null): string {
  return String(colourIndex(scale, id) ?? 'x');
}

/** The character that stands for a band; a space for no band. */
export function bandShade(scale: readonly Band[], id: string | null): string {
  return shades[colourIndex(scale, id) ?? -1] ?? ' ';
}

/** The band's title, empty for no band. */
export function titleOf(scale: readonly Band[], id: string | null): string {
  return scale.find((band) => band.id === id)?.title ?? '';
}
