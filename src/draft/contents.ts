import type { Block } from './block.ts';
import { firstLine, looksLikeHeading } from './headings.ts';
import { type StructureMarker, structureMarker } from './markers.ts';

/** The title of an entry is no longer than this. */
const longestTitle = 120;

/**
 * The paragraphs without the table of contents: units with nothing but a title, whose number comes again later.
 * @param kind of the units
 */
export function withoutContents(blocks: readonly Block[], kind: string): readonly Block[] {
  const markers = blocks.map(headingMarker);
  const numberAt = (index: number): string | undefined => {
    const marker = markers[index];
    return marker?.type === 'unit' && marker.kind === kind ? marker.number : undefined;
  };
  const last = new Map<string, number>();
  for (const index of blocks.keys()) {
    const number = numberAt(index);
    if (number !== undefined) last.set(number, index);
  }
  const dropped = new Set<Block>();
  for (const [index, block] of blocks.entries()) {
    const number = numberAt(index);
    if (number === undefined || (last.get(number) ?? index) === index || block.text.length > longestTitle) continue;
    const title = markers[index + 1] === undefined && markers[index]?.rest === '' ? blocks[index + 1] : undefined;
    const end = title ? index + 2 : index + 1;
    if (end < blocks.length && markers[end] === undefined) continue;
    if (title && (title.text.length > longestTitle || /[.;:,]$/.test(title.text))) continue;
    dropped.add(block);
    if (title) dropped.add(title);
  }
  return dropped.size === 0 ? blocks : blocks.filter((block) => !dropped.has(block));
}

function headingMarker(block: Block): StructureMarker | undefined {
  return structureMarker(firstLine(block.text)).find((marker) => looksLikeHeading(block, marker));
}
