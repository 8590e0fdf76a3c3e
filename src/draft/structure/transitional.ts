import type { Block } from '../block.ts';
import type { MarkedBlock } from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import type { BaseUnit } from './numbers/base-unit.ts';
import { fold, type StructureMarker, transitionalMarker } from './numbers/markers.ts';

/** Transitional provisions after the last article of Mexican and Central American laws: `TRANSITORIOS / PRIMERO.- ...`. */
export function transitionalUnits(blocks: readonly MarkedBlock[]): Map<Block, StructureMarker> {
  const start = blocks.findIndex(
    ({ text }) => text.length < 60 && numbering.transitional.words.includes(fold(text.replace(/[.:]$/, ''))),
  );
  const found = new Map<Block, StructureMarker>();
  for (const block of start === -1 ? [] : blocks.slice(start + 1)) {
    const marker = transitionalMarker(block.text);
    if (marker) found.set(block, marker);
  }
  return found;
}

/** The units of a text that has only transitional articles, such as that below a table with the other articles. */
export function transitionalBase(blocks: readonly MarkedBlock[]): BaseUnit | undefined {
  return transitionalUnits(blocks).size > 0 ? { kind: 'article', numbered: new Map() } : undefined;
}
