import type { Block } from '../block.ts';
import numbering from './numbering.json' with { type: 'json' };
import { compareSuffixes } from './numbers/latin.ts';
import { fold } from './numbers/markers.ts';
import { pointMarker } from './numbers/point-markers.ts';
import { appendText, type OutlineBuilder } from './outline-builder.ts';

/**
 * Adds a paragraph before the first unit: title, preamble or recital.
 * @param isNumbered whether units have only a number, so that `1.` does not begin a recital
 */
export function addToPreamble(builder: OutlineBuilder, block: Block, isNumbered: boolean): void {
  const preamble = builder.roots.findLast(({ kind }) => kind === 'preamble') ?? builder.openPreamble(block.place);
  const marker = pointMarker(block.text);
  const reading = marker?.readings.find(({ style }) => style === 'decimal()' || (style === 'decimal.' && !isNumbered));
  const last = preamble.children.at(-1);
  const [lastNumber = 0, lastSuffix = ''] = recitalNumber(last?.label ?? '');
  const follows = reading && reading.ordinal > lastNumber && reading.ordinal <= lastNumber + 3;
  const isInserted = reading && reading.ordinal === lastNumber && compareSuffixes(reading.suffix, lastSuffix) > 0;
  if (marker && (follows || isInserted)) {
    builder.openRecital(preamble, marker, block.place);
  } else if (last && (!/[,.]$/.test((last.lastParagraph ?? last.text).trim()) || !matches(numbering.enacting, block.text)))
    appendText(last, block.text, block.place);
  else if (last)
    preamble.children.push({ kind: 'closing', label: 'preamble', text: block.text, place: block.place, children: [] });
  else appendText(preamble, block.text, block.place);
}

/** Number and suffix in a label: 2 and `a` for `rec. 2a`; empty if the label has no number. */
function recitalNumber(label: string): [number, string] | [] {
  const match = /(\d+)[\s-]?(\p{L}*)/u.exec(label);
  return match ? [Number(match[1]), fold(match[2] ?? '')] : [];
}

/** Whether a paragraph matches one of the formulas in numbering.json. */
export function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'iu').test(fold(text.slice(0, 300)));
}
