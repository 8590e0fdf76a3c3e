import type { Block } from '../block.ts';
import type { BaseUnit } from './base-unit.ts';
import { looksLikeHeading, markersOf } from './headings.ts';
import type { StructureMarker } from './markers.ts';

/** The title of an entry is no longer than this. */
const longestTitle = 120;

/** The paragraphs without the table of contents: units and annexes with nothing but a title, whose number comes again later. */
export function withoutContents(blocks: readonly Block[], base: BaseUnit): readonly Block[] {
  const markers = blocks.map(headingMarker);
  const dropped = new Set([...base.contents, ...listedAnnexes(blocks, markers, base), ...listedUnits(blocks, markers, base)]);
  return dropped.size === 0 ? blocks : blocks.filter((block) => !dropped.has(block));
}

type Markers = readonly (StructureMarker | undefined)[];

function listedUnits(blocks: readonly Block[], markers: Markers, { kind }: BaseUnit): Block[] {
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

/** Annexes that are named before the last unit, and come after it. */
function listedAnnexes(blocks: readonly Block[], markers: Markers, { kind, numbered }: BaseUnit): Block[] {
  const last = lastOf(markers, ({ type }) => type === 'annex');
  const isUnit = (block: Block, index: number): boolean =>
    numbered.has(block) || (markers[index]?.type === 'unit' && markers[index]?.kind === kind);
  const end = blocks.findLastIndex(isUnit);
  return blocks.filter((block, index) => {
    const marker = markers[index];
    const isListed = marker?.type === 'annex' && index < end && (last.get(nameOf(marker)) ?? 0) > end;
    return isListed && block.text.length <= longestTitle;
  });
}

function lastOf(markers: Markers, which: (marker: StructureMarker) => boolean): Map<string, number> {
  return new Map(
    markers.flatMap((marker, index): [string, number][] => (marker && which(marker) ? [[nameOf(marker), index]] : [])),
  );
}

function nameOf({ word, number }: StructureMarker): string {
  return `${word} ${number}`;
}

function headingMarker(block: Block): StructureMarker | undefined {
  return markersOf(block).find((marker) => looksLikeHeading(block, marker));
}
