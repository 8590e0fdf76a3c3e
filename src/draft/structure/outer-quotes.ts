import type { Block } from '../block.ts';
import { beginsQuoted } from './headings.ts';
import { type StructureMarker, structureMarkers } from './numbers/markers.ts';

/** A number that the only article of a law may have instead of 1. */
const only = /^[uú]nic[oa]$/iu;

/**
 * Takes the quotation mark off the first article of a bill that is quoted as a whole, as in Chilean reports: `PROYECTO DE LEY:`,
 * `"Artículo 1.- ...`. Otherwise the bill would count as words for another law. Its next articles have no mark of their own.
 */
export function withoutOuterQuotes<Each extends Block>(blocks: readonly Each[]): readonly Each[] {
  const first = blocks.findIndex(({ text }) => unitIn(text) !== undefined || quotedUnitIn(text) !== undefined);
  const block = blocks[first];
  const unit = block && quotedUnitIn(block.text);
  if (!unit || !(unit.number === '1' ? hasNext(blocks.slice(first + 1), unit) : only.test(unit.number))) return blocks;
  return blocks.with(first, { ...block, text: withoutMark(block.text) });
}

function hasNext(blocks: readonly Block[], { word }: StructureMarker): boolean {
  return blocks.some(({ text }) => {
    const unit = unitIn(text);
    return unit?.word === word && unit.number === '2' && unit.separated;
  });
}

function withoutMark(text: string): string {
  return text.replace(/^["'“„«‘`]\s?/, '');
}

function quotedUnitIn(text: string): StructureMarker | undefined {
  return beginsQuoted(text) ? unitIn(withoutMark(text)) : undefined;
}

function unitIn(text: string): StructureMarker | undefined {
  return structureMarkers(text).find(({ type }) => type === 'unit');
}
