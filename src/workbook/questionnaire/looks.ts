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
