import { looksLikeHeading, type MarkedBlock, tidyTitle } from './headings.ts';
import { type Outline, OutlineBuilder } from './outline-builder.ts';
import { addPoint, addUnnumbered } from './points.ts';

/** A number of several levels, as in `2.1 Providers shall ...` and `2.1.a They publish ...`. */
const dottedNumber = /^(\d+(?:\.\d+)+(?:\.[a-z])?)\.?\s+(?=\S)/u;

/**
 * A text without articles, sections or a sequence of single numbers. Paragraphs with numbers of several levels (2.1) keep them; all
 * others are counted, below their headings.
 */
export function structureWithoutUnits(blocks: readonly MarkedBlock[]): Outline {
  const builder = new OutlineBuilder();
  const numbers = dottedNumbers(blocks);
  let count = 0;
  for (const block of blocks) {
    const marker = block.markers.find(
      (each) => (each.type === 'annex' || each.type === 'group') && looksLikeHeading(block, each),
    );
    if (marker?.type === 'annex') builder.openAnnex(marker, tidyTitle(marker.rest), block.place);
    else if (marker && block.heading) builder.openGroup(marker, tidyTitle(marker.rest), block.place);
    else if (block.heading) builder.openGroup(undefined, tidyTitle(block.text), block.place);
    else if (builder.container?.kind === 'annex') {
      if (!addPoint(builder, block.text, block.place, () => undefined)) addUnnumbered(builder, block.text, block.place);
    } else if (numbers.has(block)) {
      const [written = '', number = ''] = dottedNumber.exec(block.text) ?? [];
      builder.openUnit({ word: 'para.', number, written: written.trim() }, '', block.place);
      builder.addText(block.text.slice(written.length), block.place);
    } else {
      count += 1;
      builder.openUnit({ word: 'para.', number: String(count), written: '' }, '', block.place);
      builder.addText(block.text, block.place);
    }
  }
  return builder.finish();
}

/** The paragraphs whose numbers rise from one to the next; none if a number comes twice or out of order. */
function dottedNumbers(blocks: readonly MarkedBlock[]): ReadonlySet<MarkedBlock> {
  const numbered = blocks.filter((block) => !block.heading && dottedNumber.test(block.text));
  const levels = numbered.map(({ text }) => (dottedNumber.exec(text)?.[1] ?? '').split('.').map(levelValue));
  const rises = levels.every((each, index) => index === 0 || isAfter(each, levels[index - 1] ?? []));
  return new Set(numbered.length > 1 && rises ? numbered : []);
}

/** The value of one level: 2 for `2` and for `b`. */
function levelValue(level: string): number {
  return /^\d/.test(level) ? Number(level) : level.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
}

function isAfter(number: readonly number[], before: readonly number[]): boolean {
  const level = number.findIndex((each, index) => each !== before[index]);
  return level !== -1 && (number[level] ?? 0) > (before[level] ?? 0);
}
