import type { Block } from '../block.ts';
import { romanValue } from './numbers/numerals.ts';
import { pointMarker } from './numbers/point-markers.ts';

/**
 * Where a line break before a number was lost: `... sont libres.II. - La fourniture`, `... suivants :1° Les jeux ;2° Les paris`.
 * A space after the sign would make it a sentence that cites a number.
 */
const lostBreak = /(?<=[.;:»)])(?=(?:[IVXL]{1,6}\.\s?[-–—]|\d{1,2}°\s|\d{1,2}\)\s|[a-z]\)\s)\s?\p{L})/u;
/** `... with these changes: "Art. 7 ...`: the words for another law begin on the line that announces them. */
const quotedUnit = /(?<=:)\s+(?=["“«„](?:Art|Artículo|Artigo|Article|Artikel|§|Sec)\b\.?\s*\d)/u;

/** Splits a paragraph of the body before the numbers of points that were glued to the words before them. */
export function splitGlued(block: Block): Block[] {
  if (block.heading) return [block];
  const pieces = block.text.split(quotedUnit).flatMap((text) => text.split(lostBreak));
  return pieces.length === 1 || !areInOrder(pieces) ? [block] : pieces.map((text) => ({ ...block, text }));
}

/** A quote with the lost breaks restored, as the draft is read. */
export function withBreaks(quote: string): string {
  return quote.split(lostBreak).join('\n');
}

/** Whether each number is the first of a list or goes on with one before it, so that none is one that the text cites. */
function areInOrder([first = '', ...pieces]: readonly string[]): boolean {
  const last = new Map((pointMarker(first)?.readings ?? []).map(({ style, ordinal }) => [style, ordinal]));
  // "I, II - Paragraphes modificateurs.III. - Le délai ..."
  const several = /^[IVXL]+(?:,\s[IVXL]+|\s(?:à|et)\s[IVXL]+)*(?=\.?\s?[-–—])/u
    .exec(first)?.[0]
    .match(/[IVXL]+/g)
    ?.at(-1);
  if (several) last.set('ROMAN-', romanValue(several) ?? 0);
  return pieces.every((piece) => {
    const readings = pointMarker(piece)?.readings;
    if (!readings) return true;
    const fitting = readings.filter(({ style, ordinal }) => ordinal === 1 || ordinal === (last.get(style) ?? 0) + 1);
    for (const { style, ordinal } of fitting) last.set(style, ordinal);
    return fitting.length > 0;
  });
}
