import type { Block } from '../block.ts';
import { firstLine, type MarkedBlock } from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import { fold, type StructureMarker, transitionalMarker } from './numbers/markers.ts';

/** Transitional provisions after the last article of Mexican and Central American laws: `TRANSITORIOS / PRIMERO.- ...`. */
export function transitionalUnits(blocks: readonly MarkedBlock[]): Map<Block, StructureMarker> {
  const start = blocks.findIndex(
    ({ text }) => text.length < 60 && numbering.transitional.words.includes(fold(text.replace(/[.:]$/, ''))),
  );
  const found = new Map<Block, StructureMarker>();
  for (const block of start === -1 ? [] : blocks.slice(start + 1)) {
    const marker = transitionalMarker(firstLine(block.text));
    if (marker) found.set(block, marker);
  }
  return found;
}
