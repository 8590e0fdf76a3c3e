import type { Block } from '../../block.ts';
import { isOpening, type MarkedBlock } from '../headings.ts';
import numbering from '../numbering.json' with { type: 'json' };
import type { StructureMarker } from './markers.ts';
import { bareKind } from './numbered.ts';

const clause = /^(\d{1,3})\.\s+(?=That\s)/u;

/**
 * The enactment clauses of a bill: `1. That § 59.1-575 is amended as follows:` below the enacting formula, and `2. That this act
 * shall become effective ...` after the last section of the code that the first one amends.
 * @returns the clauses with their markers; empty if the first paragraph below the formula is none
 */
export function enactmentClauses(blocks: readonly MarkedBlock[]): Map<Block, StructureMarker> {
  const found = new Map<Block, StructureMarker>();
  for (const [index, block] of blocks.entries()) {
    const [written, number = ''] = clause.exec(block.text) ?? [];
    const above = blocks[index - 1];
    if (written === undefined || above === undefined || Number(number) !== found.size + 1) continue;
    // In a list of the code, the item before ends with a semicolon.
    if (found.size === 0 ? !isOpening(above) : !/[.”"]$/.test(above.text.trim())) continue;
    found.set(block, markerOf(number, written.trim(), block.text.slice(written.length)));
  }
  return found;
}

function markerOf(number: string, written: string, rest: string): StructureMarker {
  return { type: 'unit', kind: bareKind, word: numbering.units.clause.label, number, written, rest, separated: true };
}
