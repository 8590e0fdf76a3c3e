import type { BlockRole, Read } from '../../../src/draft/block.ts';
import { readPdf } from '../../../src/draft/readers/pdf/pdf.ts';

/** Words at a position on a page, in points from the left and from the bottom. */
export interface Words {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Whether the size comes from the text matrix and the font size is one point. */
  readonly scaled?: boolean;
  /** Operators of PDF before the text, such as `3 Tr` or `1 1 1 rg`. */
  readonly before?: string;
  /** Degrees by which the text is turned, anticlockwise. */
  readonly turned?: number;
}

/** Words, or operators of PDF as they are. */
export type Painted = Words | string;

/** A line between two points. */
export const line = (x1: number, y1: number, x2: number, y2: number): string => `0.8 w ${x1} ${y1} m ${x2} ${y2} l S`;

/** A rectangle filled with a grey: 0 is black. */
export const box = (grey: number, x: number, y: number, width: number, height: number): string =>
  `q ${grey} g ${x} ${y} ${width} ${height} re f Q`;

/** A picture that fills the given place. */
export const picture = (x: number, y: number, width: number, height: number): string =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /Im1 Do Q`;

/** The number of the first page's object. */
const firstPage = 7;

/** Makes a PDF in Helvetica with one page for each argument. */
export function pdf(...pages: readonly (readonly Painted[])[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ')}] >>`,
    ...['Helvetica', 'Helvetica-Bold', 'Helvetica-Oblique'].map(
      (font) => `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`,
    ),
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream',
  ];
  for (const [index, painted] of pages.entries()) {
    const content = painted.map((each) => (typeof each === 'string' ? each : operatorsOf(each))).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${firstPage + 1 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /Im1 6 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function operatorsOf({
  text,
  x = 72,
  y,
  size = 12,
  bold = false,
  italic = false,
  scaled = false,
  before = '',
  turned = 0,
}: Words): string {
  const scale = scaled ? size : 1;
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180) * scale, Math.sin((turned * Math.PI) / 180) * scale];
  const matrix = [cos, sin, -sin, cos].map((value) => Number(value.toFixed(4))).join(' ');
  const font = bold ? 'F2' : italic ? 'F3' : 'F1';
  const escaped = text
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('—', '\x97')
    .replaceAll('’', '\x92');
  return `q BT ${before} /${font} ${scaled ? 1 : size} Tf ${matrix} ${x} ${y} Tm (${escaped}) Tj ET Q`;
}

/** The blocks and warnings of a PDF. */
export const readAll = async (...pages: (readonly Painted[])[]): Promise<Read> => readPdf(pdf(...pages), 'law.pdf');

/** The text of the blocks that are the law, one a line; lines within a block are joined by spaces. */
export const bodyOf = async (...pages: (readonly Painted[])[]): Promise<string[]> =>
  (await readAll(...pages)).blocks.filter(({ role }) => role === undefined).map(({ text }) => text.replaceAll('\n', ' '));

/** The text of the blocks of a role. */
export const ofRole = async (role: BlockRole, ...pages: (readonly Painted[])[]): Promise<string[]> =>
  (await readAll(...pages)).blocks.filter((block) => block.role === role).map(({ text }) => text.replaceAll('\n', ' '));

/** The text and the page of each block of a PDF. */
export const read = async (...pages: (readonly Words[])[]): Promise<[string, number | undefined][]> =>
  (await readPdf(pdf(...pages), 'law.pdf')).blocks.map(({ text, place }) => [text, place.page]);

/** Lines of text below each other, 14 points apart; `from` is the height of the first. */
export const lines = (from: number, ...texts: string[]): Words[] => texts.map((text, index) => ({ text, y: from - 14 * index }));

/** Such lines with the left edge at `x`. */
export const column = (x: number, from: number, ...texts: string[]): Words[] =>
  lines(from, ...texts).map((words) => ({ ...words, x }));
