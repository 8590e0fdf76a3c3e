import type { Block } from '../block.ts';
import { firstLine, type MarkedBlock } from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import { fold, type StructureMarker, transitionalMarker } from './numbers/markers.ts';

/** `DISPOSICIONES COMPLEMENTARIAS FINALES`, above `PRIMERA. ...` in Peru and Ecuador. */
const supplements = new RegExp(
  `^disposici(?:on|ones) (?:complementari?as? )?(${numbering.supplement.kinds.join('|')})(?:e?s)?$`,
  'u',
);

/** Numbered provisions after the last article of Latin American laws: `TRANSITORIOS / PRIMERO.- ...`. */
export function transitionalUnits(blocks: readonly MarkedBlock[]): Map<Block, StructureMarker> {
  const found = new Map<Block, StructureMarker>();
  let word: string | undefined;
  for (const block of blocks) {
    const begun = wordOfHeading(block.text);
    if (begun !== undefined) word = begun;
    const marker = word === undefined || begun !== undefined ? undefined : transitionalMarker(firstLine(block.text), word);
    if (marker) found.set(block, marker);
  }
  return found;
}

/** The word in the labels of what stands below a heading; undefined for other paragraphs. */
function wordOfHeading(text: string): string | undefined {
  if (text.length >= 60) return undefined;
  const heading = fold(text.replace(/[.:]$/, ''));
  if (numbering.transitional.words.includes(heading)) return numbering.transitional.label;
  const kind = supplements.exec(heading)?.[1];
  return kind && `${numbering.supplement.label} ${kind}`;
}
