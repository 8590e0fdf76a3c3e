import type { Style } from '../sheets.ts';

/** How the cells of a questionnaire look. Each is one object, so that the writer knows it again. */
export const looks = {
  title: { bold: true, size: 16, colour: '1f3864' },
  note: { colour: '404040' },
  about: { colour: '404040', wrap: true },
  strong: { bold: true },
  figures: { bold: true, size: 11, colour: '1f3864' },
  heading: { bold: true, colour: 'ffffff', fill: '1f3864', wrap: true, middle: true, border: true },
  id: { colour: '7f7f7f', size: 8, wrap: true, border: true },
  text: { wrap: true, border: true },
  strongText: { bold: true, wrap: true, border: true },
  fixed: { wrap: true, border: true, fill: 'f2f2f2' },
  check: { wrap: true, border: true, colour: 'c00000' },
  unused: { fill: 'd9d9d9', border: true },
  /** Cells to fill in are yellow, everywhere. */
  answer: { wrap: true, border: true, open: true, fill: 'fffbe6', format: '@' },
  choice: { wrap: true, border: true, open: true, fill: 'fff2cc' },
  tick: { border: true, open: true, fill: 'fff2cc', align: 'center' },
  date: { border: true, open: true, fill: 'fffbe6', format: 'yyyy-mm-dd', align: 'left' },
  score: { border: true, format: '0.0', align: 'right' },
  strongScore: { border: true, format: '0.0', align: 'right', bold: true, fill: 'dce6f1' },
  count: { border: true, format: '0', align: 'right' },
  strongTotal: { bold: true, border: true, fill: 'dce6f1', wrap: true },
  link: { colour: '0563c1', size: 8, wrap: true, border: true },
} as const satisfies Readonly<Record<string, Style>>;

/** Rules with colours that a reader who sees no colours does not need: the sheet says the same in words. */
export const warning = { colour: '9c0006', fill: 'ffc7ce' } as const;
export const settled = { colour: '7f7f7f', fill: 'ededed' } as const;

/** Points that a line of text is high. */
const lineHeight = 13.5;
/** As high as Excel makes a row. */
const highest = 409;

/** A text, and the characters that fit beside each other in its column. */
export type Placed = readonly [text: string, width: number];

/** How high a row must be for its texts, in points. */
export function heightFor(texts: readonly Placed[]): number {
  const lines = texts.map(([text, width]) => text.split('\n').reduce((sum, line) => sum + linesOf(line, width), 0));
  return Math.min(highest, Math.max(1, ...lines) * lineHeight + 4);
}

/** Lines that words take, broken at spaces. A column is somewhat narrower than its characters. */
function linesOf(text: string, width: number): number {
  const fits = Math.max(1, Math.floor(width * 1.02));
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > fits) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.ceil(used / fits) - 1;
    used = used % fits || (used > 0 ? fits : 0);
  }
  return lines;
}
