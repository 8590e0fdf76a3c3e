import type { Block } from '../block.ts';
import { blocksOfLines } from './lines.ts';

/** Plain text: blank lines part paragraphs, and so do numbers at the beginning of a line. */
export function readPlainText(text: string): Block[] {
  return blocksOfLines(text.split(/\r\n|\r|\n|\f/).map((line, index) => ({ text: line, place: { line: index + 1 } })));
}
