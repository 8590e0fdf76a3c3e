import type { Block } from '../block.ts';
import type { MarkedBlock } from './headings.ts';
import type { StructureMarker } from './numbers/markers.ts';
import { pointMarker } from './numbers/point-markers.ts';
import type { OutlineBuilder } from './outline-builder.ts';
import { hasFiniteVerb, isTitleBefore } from './titles.ts';

/** Paragraphs. A part may have a title and three headings below it before its first unit. */
const mostInRow = 4;

type Opens = (block: MarkedBlock) => StructureMarker | 'title' | undefined;

/**
 * Finds headings without a number: short lines between the end of one provision and the number of the next, as in British acts
 * (`Duties of importers` above `14 Duty to comply`) and where the word and number of a chapter were lost.
 * @param opens the provision that a block is the heading or title of
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
    if (before && canStandAbove(before, opens(before))) found.push(...row);
  }
  // A line with a verb may be the end of a provision without its full stop, unless the draft is seen to have such headings.
  return new Set(found.some(({ text }) => !hasFiniteVerb(text)) ? found : []);
}

function isCandidate(block: MarkedBlock, opens: Opens): boolean {
  return block.heading !== true && !opens(block) && isTitleBefore(block.text) && /^[^(（].*[^.—–:-]$/u.test(block.text);
}

/** Whether a heading may follow: a group, or the end of a provision. Right below the number of a unit, the words are its text. */
function canStandAbove(block: MarkedBlock, opened: ReturnType<Opens>): boolean {
  if (opened === undefined) return endsProvision(block.text);
  return opened !== 'title' && (opened.type === 'group' || (opened.rest !== '' && endsProvision(block.text)));
}

function endsProvision(text: string): boolean {
  // "... includes an association. (organisation)": the term in the other language of a Canadian act.
  return /[.;:!?](?:["'”’»)\]]*|\s\(\p{L}[\p{L}\s’'-]*\))$/u.test(text.trim());
}

/** Whether a line is the title of the subsection below it, as in Canadian acts: `Exception` above `(3) Subsection (1) ...`. */
export function isTitleOfPoint(
  block: MarkedBlock,
  next: Block | undefined,
  { container, lastText }: Pick<OutlineBuilder, 'container' | 'lastText'>,
): boolean {
  if (container?.kind !== 'unit' || !next || !/^\(\d/.test(pointMarker(next.text)?.written ?? '')) return false;
  const isFree = lastText === '' || endsProvision(lastText);
  return isFree && isCandidate(block, () => undefined) && !hasFiniteVerb(block.text);
}
