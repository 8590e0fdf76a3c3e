import type { Block } from '../block.ts';
import { blocksOfLines } from './lines.ts';

/** Plain text: a paragraph ends at a blank line or before a numbered line. */
export function readPlainText(text: string): Block[] {
  return blocksOfLines(text.split(/\r\n|\r|\n|\f/).map((line, index) => ({ text: line, place: { line: index + 1 } })));
}
