import { readPdf } from '../../../src/draft/readers/pdf/pdf.ts';

/** Words at a position on a page, in points from the left and from the bottom. */
export interface Words {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Whether the size comes from the text matrix and the font size is one point. */
  readonly scaled?: boolean;
}

/** Makes a PDF in Helvetica with one page for each argument. */
export function pdf(...pages: readonly (readonly Words[])[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  ];
  for (const [index, words] of pages.entries()) {
    const content = words
      .map(
        ({ text, x = 72, y, size = 12, bold = false, scaled = false }) =>
          `BT /F${bold ? 2 : 1} ${scaled ? 1 : size} Tf ${scaled ? `${size} 0 0 ${size}` : '1 0 0 1'} ${x} ${y} Tm (${text}) Tj ET`,
      )
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
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

/** The text and the page of each block of a PDF. */
export const read = async (...pages: (readonly Words[])[]): Promise<[string, number | undefined][]> =>
  (await readPdf(pdf(...pages), 'law.pdf')).blocks.map(({ text, place }) => [text, place.page]);

/** Lines of text below each other, 14 points apart; `from` is the height of the first. */
export const lines = (from: number, ...texts: string[]): Words[] => texts.map((text, index) => ({ text, y: from - 14 * index }));
