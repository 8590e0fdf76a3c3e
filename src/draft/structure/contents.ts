import type { BaseUnit } from './base-unit.ts';
import { looksLikeHeading, type MarkedBlock } from './headings.ts';
import type { StructureMarker } from './markers.ts';

/** Characters. A longer paragraph is not a title in a table of contents. */
const longestTitle = 120;

/** Separates the table of contents from the text: units and annexes that have only a title and whose number comes again later. */
export function separateContents(
  blocks: readonly MarkedBlock[],
  base: BaseUnit,
): { readonly text: readonly MarkedBlock[]; readonly contents: readonly MarkedBlock[] } {
  const markers = blocks.map(headingMarker);
  const listed = new Set([...base.contents, ...listedAnnexes(blocks, markers, base), ...listedUnits(blocks, markers, base)]);
  if (listed.size === 0) return { text: blocks, contents: [] };
  return { text: blocks.filter((block) => !listed.has(block)), contents: blocks.filter((block) => listed.has(block)) };
}

type Markers = readonly (StructureMarker | undefined)[];

/** The entries of units, each with its title if that is a paragraph of its own. */
function listedUnits(blocks: readonly MarkedBlock[], markers: Markers, { kind }: BaseUnit): MarkedBlock[] {
  const last = lastOf(markers, (marker) => marker.type === 'unit' && marker.kind === kind);
  return blocks.flatMap((block, index) => {
    const marker = markers[index];
    if (marker?.type !== 'unit' || marker.kind !== kind || last.get(nameOf(marker)) === index) return [];
    const title = markers[index + 1] === undefined && marker.rest === '' ? blocks[index + 1] : undefined;
    const end = title ? index + 2 : index + 1;
    if (block.text.length > longestTitle || (end < blocks.length && markers[end] === undefined)) return [];
    if (!title) return [block];
    return title.text.length > longestTitle || /[.;:,]$/.test(title.text) ? [] : [block, title];
  });
}

/** Headings of annexes before the last unit, if the annex itself comes after it. */
function listedAnnexes(blocks: readonly MarkedBlock[], markers: Markers, { kind, numbered }: BaseUnit): MarkedBlock[] {
  const last = lastOf(markers, ({ type }) => type === 'annex');
  const isUnit = (block: MarkedBlock, index: number): boolean =>
    numbered.has(block) || (markers[index]?.type === 'unit' && markers[index]?.kind === kind);
  const end = blocks.findLastIndex(isUnit);
  return blocks.filter((block, index) => {
    const marker = markers[index];
    const isListed = marker?.type === 'annex' && index < end && (last.get(nameOf(marker)) ?? 0) > end;
    return isListed && block.text.length <= longestTitle;
  });
}

/** The index of the last heading with each name. */
function lastOf(markers: Markers, isWanted: (marker: StructureMarker) => boolean): Map<string, number> {
  return new Map(
    markers.flatMap((marker, index): [string, number][] => (marker && isWanted(marker) ? [[nameOf(marker), index]] : [])),
  );
}

function nameOf({ word, number }: StructureMarker): string {
  return `${word} ${number}`;
}

function headingMarker(block: MarkedBlock): StructureMarker | undefined {
  return block.markers.find((marker) => looksLikeHeading(block, marker));
}
