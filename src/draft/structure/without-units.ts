import { looksLikeHeading, type MarkedBlock, tidyTitle } from './headings.ts';
import { type Outline, OutlineBuilder } from './outline-builder.ts';
import { addPoint, addUnnumbered } from './points.ts';

/** A text without articles, sections or a sequence of numbers: its paragraphs are counted, below its headings. */
export function structureWithoutUnits(blocks: readonly MarkedBlock[]): Outline {
  const builder = new OutlineBuilder();
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
    } else {
      count += 1;
      builder.openUnit({ word: 'para.', number: String(count), written: '' }, '', block.place);
      builder.addText(block.text, block.place);
    }
  }
  return builder.finish();
}
