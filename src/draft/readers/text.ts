import type { Read } from '../block.ts';
import { leftoverOf } from './detect.ts';
import { blocksOfLines } from './lines.ts';
import { withoutMarginNumbers } from './margin-numbers.ts';

/** Plain text: a paragraph ends at a blank line or before a numbered line. */
export function readPlainText(text: string): Read {
  const printed = withoutMarginNumbers(text.split(/\r\n|\r|\n|\f/));
  const lines = printed.map((line, index) => ({ text: line, place: { line: index + 1 } }));
  const kind = leftoverOf(text);
  return { blocks: blocksOfLines(lines), warnings: kind === undefined ? [] : [{ code: 'not-law-text', kind }] };
}
