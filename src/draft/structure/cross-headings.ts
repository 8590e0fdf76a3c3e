import type { Block } from '../block.ts';
import type { MarkedBlock } from './headings.ts';
import type { StructureMarker } from './numbers/markers.ts';
import { hasFiniteVerb, isTitleBefore } from './titles.ts';

/** Paragraphs. A part may have a title and three headings below it before its first unit. */
const mostInRow = 4;

type Opens = (block: MarkedBlock) => StructureMarker['type'] | undefined;

/**
 * Finds headings without a number: short lines between the end of one provision and the number of the next, as in British acts
 * (`Duties of importers` above `14 Duty to comply`) and where the word and number of a chapter were lost.
 * @param opens the type of the provision that a block is the heading or title of
 */
export function crossHeadings(blocks: readonly MarkedBlock[], opens: Opens): Set<Block> {
  const found: MarkedBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    if (!opens(block)) continue;
    const row: MarkedBlock[] = [];
    let above = index - 1;
    for (; above > 0 && row.length < mostInRow && isCandidate(blocks[above] as MarkedBlock, opens); above--)
      row.push(blocks[above] as MarkedBlock);
    const before = blocks[above];
    // Right below the number of a unit, the words are its text.
    if (before && (opens(before) === 'group' || (!opens(before) && endsProvision(before)))) found.push(...row);
  }
  // A line with a verb may be the end of a provision without its full stop, unless the draft is seen to have such headings.
  return new Set(found.some(({ text }) => !hasFiniteVerb(text)) ? found : []);
}

function isCandidate(block: MarkedBlock, opens: Opens): boolean {
  return block.heading !== true && !opens(block) && isTitleBefore(block) && /^[^(（].*[^.—–:-]$/u.test(block.text);
}

function endsProvision({ text }: Block): boolean {
  return /[.;:!?]["'”’»)\]]*$/.test(text.trim());
}
