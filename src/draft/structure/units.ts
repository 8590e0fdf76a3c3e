import type { Block } from '../block.ts';
import { beginsQuoted, looksLikeHeading, type MarkedBlock } from './headings.ts';
import type { StructureMarker } from './numbers/markers.ts';
import { inSequence, type UnitCandidate } from './numbers/sequence.ts';

/** The headings of this kind of unit, as far as their numbers form a sequence. */
export function unitsOf(blocks: readonly MarkedBlock[], kind: string): Set<Block> {
  return inSequence(blocks.flatMap((block, index) => unitCandidate(block, blocks[index + 1], kind)));
}

function unitCandidate(block: MarkedBlock, next: MarkedBlock | undefined, kind: string): UnitCandidate[] {
  const marker = unitMarker(block, kind);
  if (!marker) return [];
  const followed = next !== undefined && unitMarker(next, kind) === undefined;
  const alone = marker.rest === '' || marker.separated;
  return [{ block, number: marker.number, certain: block.heading === true, alone, followed }];
}

function unitMarker(block: MarkedBlock, kind: string): StructureMarker | undefined {
  if (beginsQuoted(block.text)) return undefined;
  return block.markers.find((marker) => marker.type === 'unit' && marker.kind === kind && looksLikeHeading(block, marker));
}
