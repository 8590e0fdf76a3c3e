import type { Block } from '../block.ts';
import { beginsQuoted, looksLikeHeading, type MarkedBlock } from './headings.ts';
import type { StructureMarker } from './numbers/markers.ts';
import { inSequence, type UnitCandidate } from './numbers/sequence.ts';

/** The headings of this kind of unit, as far as their numbers form a sequence. */
export function unitsOf(blocks: readonly MarkedBlock[], kind: string): Set<Block> {
  return inSequence(
    blocks.flatMap((block, index) => unitCandidate(block, blocks.slice(Math.max(0, index - 2), index), blocks[index + 1], kind)),
  );
}

function unitCandidate(
  block: MarkedBlock,
  above: readonly MarkedBlock[],
  next: MarkedBlock | undefined,
  kind: string,
): UnitCandidate[] {
  const marker = unitMarker(block, kind);
  if (!marker) return [];
  const followed = next !== undefined && unitMarker(next, kind) === undefined;
  const alone = marker.rest === '' || marker.separated;
  // The heading of a group is directly above, or has its title in between.
  const beginsGroup = [above.at(-1), unitMarker(above.at(-1), kind) ? undefined : above.at(-2)].some(isGroupHeading);
  return [{ block, number: marker.number, certain: block.heading === true, alone, followed, beginsGroup }];
}

function isGroupHeading(block: MarkedBlock | undefined): boolean {
  return block?.markers.some((marker) => marker.type === 'group' && looksLikeHeading(block, marker)) ?? false;
}

function unitMarker(block: MarkedBlock | undefined, kind: string): StructureMarker | undefined {
  if (!block || beginsQuoted(block.text)) return undefined;
  return block.markers.find((marker) => marker.type === 'unit' && marker.kind === kind && looksLikeHeading(block, marker));
}
